/** Advice in a real browser: a portfolio is edited, sent to this machine, and answered with numbers or faults. */
import type {Browser} from "playwright-core";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {InputError} from "../../src/errors.ts";
import {type Listening, listening} from "../../src/present/web/listening.ts";
import {pageServer} from "../../src/present/web/page-server.ts";
import {loopbackHosts} from "../../src/present/web/request-guard.ts";
import {shippedPortfolios} from "../../src/present/web/shipped-portfolios.ts";
import {siteFiles} from "../../src/present/web/site-files.ts";
import {syntheticAdvice} from "../present/synthetic-advice.ts";
import {syntheticCatalog} from "../present/synthetic-catalog.ts";
import {syntheticReport} from "../present/synthetic-report.ts";
import {launched, noBrowser} from "./browser.ts";
import {quantityText, valueText} from "../../src/present/quantity-text.ts";
import {builtPage} from "./built-page.ts";
import {accessibilityFaults, overflow, settled, watchedPage} from "./watched-page.ts";

describe.skipIf(noBrowser !== undefined)("the advice", () => {
  let browser: Browser;
  let server: Listening;
  let sent = "";
  beforeAll(async () => {
    const report = syntheticReport();
    const starts = shippedPortfolios();
    const files = siteFiles({report, catalog: syntheticCatalog(report), advice: {starts}}, builtPage());
    server = await listening(
      (port) =>
        pageServer(files, {hosts: loopbackHosts(port)}, async (bytes) => {
          sent = new TextDecoder().decode(bytes);
          if (sent.startsWith("name: good")) return syntheticAdvice;
          throw new InputError("unknown", "kind: sypport; support was expected", {file: "portfolio", row: 7});
        }),
      {host: "127.0.0.1", port: 0, mayMove: false},
    );
    browser = await launched();
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  it.each([360, 1920])(
    "starts from a shipped portfolio and says what is wrong with it, at %s",
    async (width) => {
      const {page, faults} = await watchedPage(browser, {width});
      await page.goto(`${server.address}#/advice`);
      await settled(page, "advice");
      const [, second] = shippedPortfolios();
      await page.getByRole("combobox", {name: "Start from"}).selectOption(second!.file);
      const box = page.getByRole("textbox", {name: "Portfolio"});
      expect(await box.inputValue()).toBe(second!.lines.join("\n"));
      await box.fill("workloads: []");
      expect(faults()).toEqual([]);
      expect(await accessibilityFaults(page)).toEqual([]);
      await page.getByRole("button", {name: "What to run"}).click();
      await page.getByRole("alert").waitFor();
      expect(await page.getByRole("alert").innerText()).toContain(
        "unknown kind: sypport; support was expected [portfolio:7]",
      );
      expect(sent).toBe("workloads: []");
      expect(await overflow(page)).toBe(0);
      await page.context().close();
    },
  );

  it.each([
    {width: 1280, scheme: "light"},
    {width: 360, scheme: "dark"},
  ] as const)("says what to run, with the advice's numbers, at $width pixels ($scheme)", async (look) => {
    const {page, faults} = await watchedPage(browser, look);
    await page.goto(`${server.address}#/advice`);
    await settled(page, "advice");
    await page.getByRole("textbox", {name: "Portfolio"}).fill("name: good\nworkloads: []");
    await page.getByRole("button", {name: "What to run"}).click();
    const [workload] = syntheticAdvice.workloads;
    const part = page.getByRole("region", {name: workload!.name, exact: true});
    await part.waitFor();
    await settled(page, "advice");
    expect(sent).toBe("name: good\nworkloads: []");
    const words = await part.innerText();
    expect(words).toContain(workload!.sentence);
    for (const {name, netValue, cost, success} of workload!.options) {
      const row = part.getByRole("row", {name: new RegExp(name)});
      const cells = await row.innerText();
      for (const text of [quantityText(netValue), valueText(cost), valueText(success)])
        expect(cells).toContain(text);
      expect(await part.getByRole("img", {name: new RegExp(`^${name} at `)}).count()).toBe(1);
    }
    const [trigger] = workload!.triggers;
    expect(words).toContain(`${trigger!.says} (36% within the horizon): ${trigger!.then}`);
    expect(await overflow(page)).toBe(0);
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(faults()).toEqual([]);
    await page.context().close();
  });
});
