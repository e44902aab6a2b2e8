/** Every picture that the page gives away as SVG, compared with the file that was looked at and approved. */
import type {Browser} from "playwright-core";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {type Listening, listening} from "../../src/present/web/listening.ts";
import {pageServer} from "../../src/present/web/page-server.ts";
import {loopbackHosts} from "../../src/present/web/request-guard.ts";
import {shippedPortfolios, startOf} from "../../src/present/web/shipped-portfolios.ts";
import {siteFiles} from "../../src/present/web/site-files.ts";
import {xmlFault} from "../charts/xml-fault.ts";
import {syntheticAdvice} from "../present/synthetic-advice.ts";
import {syntheticBets} from "../present/synthetic-bets.ts";
import {syntheticCatalog} from "../present/synthetic-catalog.ts";
import {syntheticReport} from "../present/synthetic-report.ts";
import {syntheticMultiverse} from "../present/synthetic-world.ts";
import {launched, noBrowser} from "./browser.ts";
import {builtPage} from "./built-page.ts";
import {pagesOf} from "./pages-of.ts";
import {settled, watchedPage} from "./watched-page.ts";

describe.skipIf(noBrowser !== undefined)("the pictures of the page", () => {
  const report = {...syntheticReport(), bets: syntheticBets("usual")};
  const pictures = new Map<string, string>();
  let browser: Browser;
  let server: Listening;

  beforeAll(async () => {
    const catalog = syntheticCatalog(report);
    const advice = {
      starts: shippedPortfolios().map(startOf).slice(0, 1),
      service: null,
      adviceOf: async () => syntheticAdvice,
      priced: async () => catalog,
    };
    const files = siteFiles({report, catalog, multiverse: syntheticMultiverse, advice}, builtPage());
    browser = await launched();
    server = await listening((port) => pageServer(files, {hosts: loopbackHosts(port)}), {
      host: "127.0.0.1",
      port: 0,
      mayMove: false,
    });
    const {page} = await watchedPage(browser);
    // What would be saved is kept instead: a browser asks before it saves an eleventh file from one page.
    await page.addInitScript(() => {
      const blobs = new Map<string, Blob>();
      const saved: {name: string; file: Blob}[] = [];
      Object.assign(globalThis, {saved});
      URL.createObjectURL = (blob) => {
        const address = `blob:${blobs.size}`;
        blobs.set(address, blob as Blob);
        return address;
      };
      HTMLAnchorElement.prototype.click = function () {
        saved.push({name: this.download, file: blobs.get(this.href)!});
      };
    });
    await page.goto(server.address);
    await settled(page);
    for (const id of [...pagesOf(report), "advice"]) {
      await page.evaluate((to) => (location.hash = to), `#/${id}`);
      await settled(page, id);
      // What lies folded away is given away, too.
      for (const folded of await page.locator("main details:not([open])").all())
        await folded.evaluate((one) => ((one as HTMLDetailsElement).open = true));
      await settled(page, id);
      const found = await page.evaluate(async () => {
        const {saved} = globalThis as unknown as {saved: {name: string; file: Blob}[]};
        saved.length = 0;
        for (const button of document.querySelectorAll("main .tools button"))
          if (button.textContent === "SVG") (button as HTMLButtonElement).click();
        return Promise.all(saved.map(async ({name, file}) => ({name, svg: await file.text()})));
      });
      for (const {name, svg} of found)
        pictures.set(
          `${id.replaceAll("/", "-")}.${name.replace(/^lagline-|-\d{4}-\d\d-\d\d(?=\.svg$)/g, "")}`,
          svg,
        );
    }
    await page.context().close();
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  it("are those that were looked at, to the last byte", async () => {
    expect(pictures.size).toBeGreaterThan(20);
    for (const [name, svg] of pictures)
      await expect(svg).toMatchFileSnapshot(
        `./pictures/${name.replace(" lagline-", ".").replace(`-${report.about.asOf}`, "")}`,
      );
  });

  it("are well-formed, without a missing number or a colour that only the page knows", () => {
    for (const [name, svg] of pictures) {
      expect({name, fault: xmlFault(svg)}).toEqual({name, fault: undefined});
      expect({name, odd: /NaN|undefined|Infinity|var\(/.exec(svg)?.[0]}).toEqual({name, odd: undefined});
    }
  });

  it("keep every word inside the frame", async () => {
    const {page} = await watchedPage(browser);
    for (const [name, svg] of pictures) {
      await page.setContent(svg);
      const outside = await page.evaluate(() => {
        const frame = document.querySelector("svg")!.getBoundingClientRect();
        return [...document.querySelectorAll("text")]
          .map((text) => ({words: text.textContent, box: text.getBoundingClientRect()}))
          .filter(
            ({box}) =>
              box.width > 0 &&
              (box.left < frame.left - 1 ||
                box.right > frame.right + 1 ||
                box.top < frame.top - 1 ||
                box.bottom > frame.bottom + 1),
          )
          .map(({words}) => words);
      });
      expect({name, outside}).toEqual({name, outside: []});
    }
    await page.context().close();
  });
});
