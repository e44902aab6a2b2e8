/** The bets in a real browser: from a belief to its questions, from a question to every position and its source. */
import type {Browser} from "playwright-core";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {outcomeText} from "../../src/present/bet-text.ts";
import {valueText} from "../../src/present/quantity-text.ts";
import {type Listening, listening} from "../../src/present/web/listening.ts";
import {pageServer} from "../../src/present/web/page-server.ts";
import {loopbackHosts} from "../../src/present/web/request-guard.ts";
import {siteFiles} from "../../src/present/web/site-files.ts";
import {syntheticBets} from "../present/synthetic-bets.ts";
import {syntheticCatalog} from "../present/synthetic-catalog.ts";
import {syntheticReport} from "../present/synthetic-report.ts";
import {launched, noBrowser} from "./browser.ts";
import {builtPage} from "./built-page.ts";
import {overflow, settled, watchedPage} from "./watched-page.ts";

describe.skipIf(noBrowser !== undefined)("the bets", () => {
  const bets = syntheticBets();
  const report = {...syntheticReport(), bets};
  let browser: Browser;
  let server: Listening;
  beforeAll(async () => {
    const files = siteFiles({report, catalog: syntheticCatalog(report)}, builtPage());
    server = await listening((port) => pageServer(files, {hosts: loopbackHosts(port)}), {
      host: "127.0.0.1",
      port: 0,
      mayMove: false,
    });
    browser = await launched();
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  it("lead from a belief, its status and what would change our mind to a question and its evidence", async () => {
    const {page, faults} = await watchedPage(browser, {width: 1920});
    await page.goto(`${server.address}#/bets`);
    await settled(page, "bets");
    const [belief] = bets.beliefs;
    const article = page.getByRole("article", {name: `${belief!.title}: ${belief!.status}`});
    const words = await article.innerText();
    for (const part of [belief!.claim, belief!.says, belief!.wouldChange]) expect(words).toContain(part);
    await article.getByText(/6 questions and 3 pieces of evidence/).click();
    for (const {says} of belief!.evidence) expect(await article.innerText()).toContain(says);
    expect(await overflow(page)).toBe(0);
    await article.getByRole("link", {name: bets.questions[0]!.asks}).click();
    await settled(page, "bets/question/q1");
    expect(await page.getByRole("heading", {level: 1}).innerText()).toBe(bets.questions[0]!.asks);
    expect(await page.getByRole("link", {name: "tier B"}).getAttribute("href")).toBe(
      "https://example.org/evidence",
    );
    expect(await overflow(page)).toBe(0);
    expect(faults()).toEqual([]);
    await page.context().close();
  });

  it("show each position of a question in its picture, its table and its numbers", async () => {
    const {page, faults} = await watchedPage(browser);
    await page.goto(`${server.address}#/bets/question/q1`);
    await settled(page, "bets/question/q1");
    const figure = page.getByRole("figure");
    expect(await figure.getByRole("heading").innerText()).toBe(
      "3 forecasters with a probability: seed 20%, ada 70%, market 72%",
    );
    expect(await figure.getByRole("img", {name: /^ada, 2026-08-20: 70%$/}).count()).toBe(1);
    await figure.getByRole("button", {name: "Table"}).click();
    const rows = await page
      .getByRole("region", {name: /^Table/})
      .getByRole("row")
      .allInnerTexts();
    expect(rows.length).toBe(5);
    expect(await page.getByRole("region", {name: "5 positions"}).innerText()).toContain("says no");
    const own = page.getByRole("link", {name: valueText(bets.questions[0]!.chance!), exact: false}).first();
    await own.click();
    await page
      .getByRole("dialog")
      .getByRole("heading", {name: /^Rule R64/})
      .waitFor();
    expect(faults()).toEqual([]);
    await page.context().close();
  });

  it("show how a settled question came out, and link to nothing but the web", async () => {
    const {page} = await watchedPage(browser);
    await page.goto(`${server.address}#/bets/question/q4`);
    await settled(page, "bets/question/q4");
    await page.getByRole("heading", {name: `Settled: ${outcomeText(6.9, "months")}`}).waitFor();
    expect(await page.locator('main a[href^="javascript:"]').count()).toBe(0);
    expect(await page.locator("main").innerText()).toContain("asked after the fact: scores nobody");
    await page.evaluate(() => (location.hash = "#/bets/question/none"));
    await page.getByRole("heading", {name: "There is no question named none"}).waitFor();
    await page.context().close();
  });

  it("find a question by its words, and keep the words in the address", async () => {
    const {page} = await watchedPage(browser);
    await page.goto(`${server.address}#/bets/questions`);
    await settled(page, "bets/questions");
    await page.getByRole("searchbox", {name: "Find"}).fill("asked as q6");
    await page.getByText("1 question", {exact: true}).waitFor();
    expect(page.url()).toContain("find=asked+as+q6");
    expect(
      await page
        .getByRole("region", {name: /^Every question/})
        .getByRole("row")
        .count(),
    ).toBe(2);
    await page.context().close();
  });

  it("give scores and calibration with intervals", async () => {
    const {page} = await watchedPage(browser);
    await page.goto(`${server.address}#/bets/scores`);
    await settled(page, "bets/scores");
    const board = page.getByRole("region", {name: /^Who stands/});
    expect(await board.getByRole("row").nth(1).innerText()).toMatch(/^ada\s+1\s+0\.160\s+60\.0\s+-0\.51/);
    const bin = page.getByRole("img", {name: "said 60%, happened 100% (90% interval 27% to 100%), 1 case"});
    expect(await bin.count()).toBe(1);
    await page.context().close();
  });
});
