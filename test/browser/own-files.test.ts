/** Own evals, usage and portfolios dropped on the page in a real browser, and what becomes of them on this machine. */
import {mkdtempSync, readdirSync, readFileSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import type {Browser, Page} from "playwright-core";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {type Listening, listening} from "../../src/present/web/listening.ts";
import {ownImports} from "../../src/present/web/own-imports.ts";
import {pageServer} from "../../src/present/web/page-server.ts";
import {loopbackHosts} from "../../src/present/web/request-guard.ts";
import {shippedPortfolios, startOf} from "../../src/present/web/shipped-portfolios.ts";
import {siteFiles} from "../../src/present/web/site-files.ts";
import {syntheticAdvice} from "../present/synthetic-advice.ts";
import {syntheticCatalog} from "../present/synthetic-catalog.ts";
import {syntheticReport} from "../present/synthetic-report.ts";
import {csv, plainRows, SECRET} from "../store/usage/made-logs.ts";
import {launched, noBrowser} from "./browser.ts";
import {builtPage} from "./built-page.ts";
import {accessibilityFaults, overflow, settled, watchedPage} from "./watched-page.ts";

interface Given {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}
const given = (name: string, text: string): Given => ({
  name,
  mimeType: "application/octet-stream",
  buffer: Buffer.from(text),
});

const scores = given("my test.csv", "model,score,n\nsprout-1,0.5,20\nno-such-model,0.7,20\n");
const log = given("gateway.csv", csv(plainRows));
const wrong = given("notes.txt", "hello");
const portfolio = given("mine.yaml", "name: Mine\nworkloads:\n  - name: tickets\n    tasks_per_month: 7\n");

describe.skipIf(noBrowser !== undefined)("files of one's own", () => {
  let browser: Browser;
  const servers: Listening[] = [];
  const home = mkdtempSync(join(tmpdir(), "lagline-home-"));
  const served = async (fileBytes: number | null): Promise<string> => {
    const report = syntheticReport();
    const catalog = syntheticCatalog(report);
    const files = siteFiles(
      {
        report,
        catalog,
        advice: {
          starts: shippedPortfolios().map(startOf),
          service: {portfolioBytes: 500, fileBytes},
          adviceOf: async () => syntheticAdvice,
          priced: async () => catalog,
        },
      },
      builtPage(),
    );
    const own = ownImports({home, today: "2026-09-15", catalog: async () => catalog, asOf: undefined});
    const server = await listening(
      (port) =>
        pageServer(
          files,
          {hosts: loopbackHosts(port)},
          {adviseOn: async () => syntheticAdvice, ...(fileBytes === null ? {} : {own})},
        ),
      {host: "127.0.0.1", port: 0, mayMove: false},
    );
    servers.push(server);
    return server.address;
  };
  beforeAll(async () => {
    browser = await launched();
  });
  afterAll(async () => {
    await browser?.close();
    await Promise.all(servers.map(({close}) => close()));
    rmSync(home, {recursive: true});
  });

  const part = (page: Page) => page.getByRole("region", {name: "Your own files"});
  const told = (page: Page, name: string) =>
    part(page)
      .getByRole("listitem")
      .filter({hasText: new RegExp(`^${name}`)})
      .first();
  /** As a hand does: the files lie in what is dragged, and are let go over the box. */
  const dropped = async (page: Page, files: readonly Given[]) => {
    const dragged = await page.evaluateHandle(
      (all) => {
        const transfer = new DataTransfer();
        for (const {name, text} of all) transfer.items.add(new File([text], name));
        return transfer;
      },
      files.map(({name, buffer}) => ({name, text: buffer.toString()})),
    );
    await page.locator(".drop").dispatchEvent("dragover", {dataTransfer: dragged});
    await page.locator(".drop").dispatchEvent("drop", {dataTransfer: dragged});
  };
  /** The refusals that a test provokes are answered with 422, which the browser remarks on. */
  const unexpected = (faults: string[]) => faults.filter((fault) => !/422/.test(fault));

  it("are taken by drop, several at once, each with its own answer", async () => {
    const {page, faults} = await watchedPage(browser, {width: 360, scheme: "dark"});
    await page.goto(`${await served(1_000_000)}#/advice`);
    await settled(page, "advice");
    expect(await part(page).innerText()).toContain("They go to lagline on this machine and nowhere else");
    expect(await part(page).innerText()).toContain("at most 1 MB each");
    await dropped(page, [scores, log, wrong, portfolio, given("large.csv", "x".repeat(1_000_001))]);
    await told(page, "large.csv").waitFor();
    const evals = await told(page, "my test.csv").innerText();
    expect(evals).toContain("2 results of csv");
    expect(evals).toContain('quality: {own_eval: "my test"}');
    expect(evals).toContain("lagline evals import --map 'no-such-model=");
    expect(evals).toMatch(/sprout-1\s+sprout-1\s+50\.0%/);
    expect(await told(page, "gateway.csv").innerText()).toContain("plain CSV, 2 requests, 2 of them new");
    expect(await told(page, "notes.txt").innerText()).toMatch(
      /^notes\.txt: unsupported file: neither evals nor usage in it; .*\[notes\.txt\]$/,
    );
    expect(await told(page, "large.csv").innerText()).toContain("It has more than 1 MB");
    expect(await page.getByRole("textbox", {name: "Portfolio"}).inputValue()).toBe(
      portfolio.buffer.toString(),
    );
    expect(readdirSync(join(home, "evals")).length).toBe(1);
    const kept = readdirSync(home, {recursive: true, withFileTypes: true})
      .filter((entry) => entry.isFile())
      .map(({parentPath, name}) => readFileSync(join(parentPath, name), "latin1"));
    expect(kept.join("")).not.toContain(SECRET);
    expect(await overflow(page)).toBe(0);
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByRole("button", {name: "Fill the portfolio from usage"}).click();
    await told(page, "Usage").waitFor();
    const box = await page.getByRole("textbox", {name: "Portfolio"}).inputValue();
    expect(box).toContain("name: Mine\nworkloads:\n  - name: tickets\n    tasks_per_month: 61\n");
    expect(box).toContain("tokens: {input: 1000, output: 50, cached: 400}");
    expect(await told(page, "Usage").innerText()).toContain("volumes and tokens set for tickets");
    expect(unexpected(faults())).toEqual([]);
    await page.context().close();
  });

  it("are taken by a button that the keyboard reaches, and a portfolio that is too large is refused", async () => {
    const {page, faults} = await watchedPage(browser);
    await page.goto(`${await served(1_000_000)}#/advice`);
    await settled(page, "advice");
    const button = page.getByLabel(/Drop files here, or choose them/);
    await page.getByRole("button", {name: "Download the portfolio"}).focus();
    await page.keyboard.press("Tab");
    expect(await button.evaluate((element) => element === document.activeElement)).toBe(true);
    await button.setInputFiles([scores, given("results_2026-05-01T10-00.json", "{}")]);
    await told(page, "results_2026").waitFor();
    expect(await told(page, "my test.csv").innerText()).toContain("as imported before");
    await button.setInputFiles([
      given("results_2026-05-01T10-00.json", "{}"),
      given("samples_t_2026-05-01T10-00.jsonl", '{"doc_id": 1}'),
    ]);
    await told(page, "samples_t").waitFor();
    expect(await told(page, "samples_t").innerText()).toContain("its scores are read from results_2026");
    await button.setInputFiles(given("long.yaml", `name: ${"x".repeat(500)}`));
    await told(page, "long.yaml").waitFor();
    expect(await told(page, "long.yaml").innerText()).toContain("more than 500 bytes");
    expect(unexpected(faults())).toEqual([]);
    await page.context().close();
  });

  it("are not taken by a page that other machines can reach, but for portfolios", async () => {
    const {page, faults} = await watchedPage(browser);
    await page.goto(`${await served(null)}#/advice`);
    await settled(page, "advice");
    expect(await part(page).innerText()).toContain("this one can be reached from others");
    expect(await page.getByRole("button", {name: "Fill the portfolio from usage"}).count()).toBe(0);
    await dropped(page, [scores, portfolio]);
    await told(page, "mine.yaml").waitFor();
    expect(await told(page, "my test.csv").innerText()).toContain("takes portfolios in YAML only");
    expect(await page.getByRole("textbox", {name: "Portfolio"}).inputValue()).toContain("name: Mine");
    expect(faults()).toEqual([]);
    await page.context().close();
  });
});
