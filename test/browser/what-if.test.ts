/** What-if in a real browser: the engine in its worker answers as Node does, and a link carries the question. */
import {mkdtempSync, readFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {pathToFileURL} from "node:url";
import type {Browser, Page} from "playwright-core";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import type {Setting} from "../../src/forecast/scenario/settings.ts";
import {inProcess} from "../../src/numeric/chunked.ts";
import {scenarioAmong, scenarioEffect, whatIfWorld} from "../../src/pipeline/whatif.ts";
import {filePolicy} from "../../src/present/web/content-policy.ts";
import {type Listening, listening} from "../../src/present/web/listening.ts";
import {pageServer} from "../../src/present/web/page-server.ts";
import {loopbackHosts} from "../../src/present/web/request-guard.ts";
import {siteFiles} from "../../src/present/web/site-files.ts";
import {writtenSite} from "../../src/present/web/written-site.ts";
import type {ScenarioEffect} from "../../src/whatif-report.ts";
import {syntheticCatalog} from "../present/synthetic-catalog.ts";
import {syntheticReport} from "../present/synthetic-report.ts";
import {syntheticScenarios} from "../present/synthetic-whatif.ts";
import {launched, noBrowser} from "./browser.ts";
import {builtPage} from "./built-page.ts";
import {accessibilityFaults, overflow, settled, watchedPage} from "./watched-page.ts";

const source = syntheticScenarios();
const report = syntheticReport();
const world = whatIfWorld(source.ground, source.labs, source.seed);

/** What Node says. */
const answered = (name: string, settings: readonly Setting[], paths: number): Promise<ScenarioEffect> =>
  scenarioEffect(world, scenarioAmong(source.scenarios, name, world.labs, settings), {paths, run: inProcess});

/** Until all paths of the question have been run; more than one question has then been answered. */
async function whole(page: Page, paths: number): Promise<void> {
  await page
    .getByRole("status")
    .getByText(`All ${paths.toLocaleString("en-US")} paths run.`)
    .waitFor();
}

/** What the page says, by its own download. */
async function shownAnswer(page: Page): Promise<ScenarioEffect> {
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", {name: "Answer as JSON"}).click(),
  ]);
  return JSON.parse(readFileSync(await download.path(), "utf8")).effect as ScenarioEffect;
}

/** Links typed by the careless and the hostile, and the beginning of each sentence they get. */
const WRONG = [
  ["no-such-rule", "unknown scenario: no-such-rule; one of anti-distillation-rule, "],
  [
    "anti-distillation-rule?copying.cut=150%25",
    "invalid cut: 150%; a share from 0% to 100% was expected [--set copying.cut]",
  ],
  ["anti-distillation-rule?copying.cut=mixture((((", "invalid cut: mixture(((("],
  [
    "anti-distillation-rule?__proto__.x=1",
    "unknown setting: __proto__.x; one of copying.cut, copying.from was expected",
  ],
  [
    "anti-distillation-rule?paths=1e99",
    "invalid paths: 1e99; a whole number from 100 to 100000 was expected",
  ],
  [
    "own?constructor.name=1",
    "unknown setting: constructor.name; none was expected",
    "unknown change: constructor",
  ],
  ["own?funding.by=-80%25", "missing of: nothing", "missing from: nothing"],
  [
    `own?copying.cut=${"9".repeat(3000)}&copying.from=<img src=x onerror=alert(1)>`,
    "invalid cut: 9999",
    "invalid from: <img src=x",
  ],
] as const;

describe.skipIf(noBrowser !== undefined)("what-if in the page", () => {
  let browser: Browser;
  let server: Listening;
  let site: string;
  beforeAll(async () => {
    const parts = {report, catalog: syntheticCatalog(report), scenarios: async () => source};
    const files = siteFiles(parts, builtPage());
    server = await listening((port) => pageServer(files, {hosts: loopbackHosts(port)}), {
      host: "127.0.0.1",
      port: 0,
      mayMove: false,
    });
    site = join(mkdtempSync(join(tmpdir(), "lagline-what-if-")), "site");
    await writtenSite(site, siteFiles(parts, builtPage(), filePolicy));
    browser = await launched();
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  it.each([
    ["chinese-funding-dries-up", {}, 1100],
    ["anti-distillation-rule", {"copying.cut": "uniform(80%, 100%)", "copying.from": "2026-04"}, 600],
    [
      "own",
      {
        "new-lab.spends": "500M to 3B",
        "new-lab.from": "2026-03",
        "learning.times": "2",
        "learning.from": "2026-02",
      },
      600,
    ],
  ] as const)("answers %s as Node does, to the last digit", async (name, settings, paths) => {
    const {page, faults} = await watchedPage(browser);
    await page.goto(
      `${server.address}#/what-if/${name}?${new URLSearchParams({...settings, paths: String(paths)})}`,
    );
    await settled(page, `what-if/${name}`);
    await whole(page, paths);
    const given = Object.entries(settings).map(([key, value]) => ({key, value}));
    const expected = await answered(name, given, paths);
    expect(JSON.stringify(await shownAnswer(page))).toBe(JSON.stringify(expected));
    expect(await page.getByRole("article", {name: "What it would change"}).innerText()).toContain(
      expected.sentence,
    );
    expect(faults()).toEqual([]);
    await page.context().close();
  });

  it("moves with a slider, by keyboard too, and only the last question is answered in full", async () => {
    const {page, faults} = await watchedPage(browser);
    await page.goto(`${server.address}#/what-if/anti-distillation-rule?paths=1000`);
    await whole(page, 1000);
    const least = page.getByRole("slider", {name: "Copying through APIs is cut, by at least"});
    expect(await least.getAttribute("aria-valuetext")).toBe("50%");
    await least.focus();
    for (let i = 0; i < 6; i++) await page.keyboard.press("ArrowLeft");
    const from = page.getByRole("slider", {name: "Copying through APIs is cut, from"});
    await from.focus();
    await page.keyboard.press("Home");
    await page.waitForFunction(() => location.hash.includes("copying.from=2026-01"));
    expect(await least.getAttribute("aria-valuetext")).toBe("20%");
    await whole(page, 1000);
    const settings = [
      {key: "copying.cut", value: "uniform(20%, 95%)"},
      {key: "copying.from", value: "2026-01"},
    ];
    expect(await shownAnswer(page)).toEqual(await answered("anti-distillation-rule", settings, 1000));
    await page.getByRole("button", {name: "As it ships"}).click();
    await whole(page, 1000);
    expect(await shownAnswer(page)).toEqual(await answered("anti-distillation-rule", [], 1000));
    expect(page.url()).not.toContain("copying");
    expect(faults()).toEqual([]);
    await page.context().close();
  });

  it("gives a link and a command that ask the same", async () => {
    const {page, faults} = await watchedPage(browser);
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await page.goto(
      `${server.address}#/what-if/own?copying.cut=uniform(80%25,+100%25)&copying.from=2026-04&paths=500`,
    );
    await whole(page, 500);
    const answer = await shownAnswer(page);
    await page.getByRole("button", {name: "Copy link"}).click();
    await page.getByText("Copied.").waitFor();
    const link = await page.evaluate(() => navigator.clipboard.readText());
    expect(new URLSearchParams(link.split("?")[1]).get("facts")).toBe(report.about.vintage);
    expect(await page.getByLabel("Command").innerText()).toBe(
      `lagline whatif own --set 'copying.cut=uniform(80%, 100%)' --set copying.from=2026-04 --paths 500 --seed ${report.about.seed} --draws ${report.about.draws}`,
    );
    const other = await page.context().newPage();
    await other.goto(link);
    await whole(other, 500);
    expect(await shownAnswer(other)).toEqual(answer);
    expect(await other.getByRole("note").count()).toBe(0);
    await other.goto(link.replace(report.about.vintage, "v000000000000"));
    await other.reload();
    expect(await other.getByRole("note").innerText()).toContain(
      `facts v000000000000, here ${report.about.vintage}`,
    );
    expect(faults()).toEqual([]);
    await page.context().close();
  });

  it("says in a sentence what is wrong with a link", async () => {
    const {page, faults} = await watchedPage(browser, {width: 360});
    await page.goto(`${server.address}#/what-if`);
    await settled(page, "what-if");
    for (const [link, ...says] of WRONG) {
      await page.evaluate((to) => (location.hash = to), `#/what-if/${link}`);
      const alert = page.getByRole("alert");
      await alert.getByText(says[0]!).waitFor();
      const lines = (await alert.innerText()).split("\n");
      expect({link, lines: lines.length}).toEqual({link, lines: says.length});
      for (const [i, words] of says.entries()) expect(lines[i]).toContain(words);
      expect(await page.getByRole("article").count()).toBe(0);
      expect({link, over: await overflow(page)}).toEqual({link, over: 0});
      expect({link, faults: faults()}).toEqual({link, faults: []});
    }
    await page.context().close();
  });

  it("is built from nothing, change by change", async () => {
    const {page, faults} = await watchedPage(browser);
    await page.goto(`${server.address}#/forecast`);
    await settled(page, "forecast");
    await page.getByRole("link", {name: "A scenario of your own"}).click();
    await page.getByText("Nothing changes yet").waitFor();
    const add = page.getByRole("combobox", {name: "Add a change"});
    await add.selectOption({label: "Labs may not open their flagships"});
    await page.getByRole("button", {name: "only above an ability"}).click();
    expect(page.url()).toContain("threshold.above=");
    await add.selectOption({label: "Money of labs changes"});
    await page.getByRole("combobox", {name: "whose"}).selectOption("closed-labs");
    await page.getByRole("combobox", {name: "Paths", exact: true}).selectOption("1000");
    await whole(page, 1000);
    expect((await shownAnswer(page)).changes).toHaveLength(2);
    await page.getByRole("button", {name: "Take away: Labs may not open their flagships"}).click();
    await whole(page, 1000);
    const {changes} = await shownAnswer(page);
    expect(changes).toHaveLength(1);
    expect(changes[0]).toContain("money of closed labs");
    expect(faults()).toEqual([]);
    await page.context().close();
  });

  it.each([
    {width: 360, scheme: "dark"},
    {width: 1280, scheme: "light"},
    {width: 1920, scheme: "light"},
  ] as const)("reads well at $width pixels ($scheme)", async (look) => {
    const {page, faults} = await watchedPage(browser, look);
    await page.goto(`${server.address}#/what-if/china-limits-releases?paths=500`);
    await settled(page, "what-if/china-limits-releases");
    await whole(page, 500);
    for (const name of ["lag of open", "gap in points", "both frontiers"]) {
      await page.getByRole("button", {name}).click();
      await settled(page, "what-if/china-limits-releases");
      expect({name, over: await overflow(page)}).toEqual({name, over: 0});
    }
    const figure = page.getByRole("figure");
    const {targets} = await answered("china-limits-releases", [], 500);
    const open = targets.find(({id}) => id === "open")!.horizons.find(({months}) => months === 24)!;
    expect(await figure.getByRole("heading").innerText()).toContain(open.with.value!.toFixed(1));
    await figure.getByRole("button", {name: "Table"}).click();
    expect(
      await page
        .getByRole("region", {name: /^Table/})
        .getByRole("row")
        .count(),
    ).toBe(9);
    expect(await overflow(page)).toBe(0);
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(await page.locator("main").innerText()).not.toMatch(/undefined|NaN|\[object/);
    expect(faults()).toEqual([]);
    await page.context().close();
  });

  it("runs from files too, with no server", async () => {
    const {page, faults} = await watchedPage(browser);
    await page.goto(`${pathToFileURL(join(site, "index.html")).href}#/what-if/us-open-release?paths=600`);
    await whole(page, 600);
    expect(JSON.stringify(await shownAnswer(page))).toBe(
      JSON.stringify(await answered("us-open-release", [], 600)),
    );
    expect(faults()).toEqual([]);
    await page.context().close();
  });
});
