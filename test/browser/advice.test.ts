/** Advice in a real browser: a portfolio is chosen or edited, sent to this machine, and answered in full or with faults. */
import {mkdtempSync, readFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {pathToFileURL} from "node:url";
import type {Browser, Locator, Page} from "playwright-core";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {adviceQuantitiesOf} from "../../src/advice-report.ts";
import {InputError} from "../../src/errors.ts";
import {fallbackText, ownMachinesText, ruleOfThumbText, seenText} from "../../src/present/advice-text.ts";
import {boundsText, numberText, quantityText, valueText} from "../../src/present/quantity-text.ts";
import {filePolicy} from "../../src/present/web/content-policy.ts";
import {type Listening, listening} from "../../src/present/web/listening.ts";
import {pageServer} from "../../src/present/web/page-server.ts";
import type {AdviceService} from "../../src/present/web/report-sections.ts";
import {loopbackHosts} from "../../src/present/web/request-guard.ts";
import {shippedPortfolios, startOf} from "../../src/present/web/shipped-portfolios.ts";
import {siteFiles} from "../../src/present/web/site-files.ts";
import {writtenSite} from "../../src/present/web/written-site.ts";
import {syntheticAdvice} from "../present/synthetic-advice.ts";
import {syntheticCatalog} from "../present/synthetic-catalog.ts";
import {syntheticReport} from "../present/synthetic-report.ts";
import {launched, noBrowser} from "./browser.ts";
import {builtPage} from "./built-page.ts";
import {accessibilityFaults, overflow, settled, watchedPage} from "./watched-page.ts";

describe.skipIf(noBrowser !== undefined)("the advice", () => {
  let browser: Browser;
  let server: Listening;
  let sent = "";
  const starts = shippedPortfolios().map(startOf);
  const filesOf = (service: AdviceService | null, policy?: string) => {
    const report = syntheticReport();
    const catalog = syntheticCatalog(report);
    const advice = {starts, service, adviceOf: async () => syntheticAdvice, priced: async () => catalog};
    return siteFiles({report, catalog, advice}, builtPage(), policy);
  };
  beforeAll(async () => {
    const files = filesOf({portfolioBytes: 200_000, fileBytes: 1_000_000});
    const adviseOn = async (bytes: Uint8Array) => {
      sent = new TextDecoder().decode(bytes);
      if (sent.startsWith("name: good")) return syntheticAdvice;
      throw new InputError("unknown", "kind: sypport; support was expected", {file: "portfolio", row: 7});
    };
    server = await listening((port) => pageServer(files, {hosts: loopbackHosts(port)}, {adviseOn}), {
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

  const [workload, barred] = syntheticAdvice.workloads;
  const view = syntheticAdvice.view!;
  const ask = (page: Page) => page.getByRole("button", {name: "What to run", exact: true}).click();
  const answered = (page: Page) => page.getByRole("heading", {name: /^Advice for good/}).waitFor();
  const open = (part: Locator | Page) =>
    part
      .locator("details")
      .evaluateAll((all) => all.forEach((one) => ((one as HTMLDetailsElement).open = true)));

  it.each([360, 1920])("says what is wrong with a portfolio, by line and field, at %s", async (width) => {
    const {page, faults} = await watchedPage(browser, {width});
    await page.goto(`${server.address}#/advice`);
    await settled(page, "advice");
    await answered(page);
    await page.getByRole("combobox", {name: "Start from"}).selectOption(starts[1]!.file);
    const box = page.getByRole("textbox", {name: "Portfolio"});
    expect(await box.inputValue()).toBe(starts[1]!.lines.join("\n"));
    await box.fill("workloads: []");
    expect(await page.getByRole("note").innerText()).toContain("has changed since");
    expect(faults()).toEqual([]);
    await ask(page);
    await page.getByRole("alert").waitFor();
    expect(await page.getByRole("alert").innerText()).toContain(
      "unknown kind: sypport; support was expected [portfolio:7]",
    );
    expect(sent).toBe("workloads: []");
    expect(await overflow(page)).toBe(0);
    await page.context().close();
  });

  it.each([
    {width: 1280, scheme: "light"},
    {width: 360, scheme: "dark"},
  ] as const)("gives the whole answer, with its numbers, at $width pixels ($scheme)", async (look) => {
    const {page, faults} = await watchedPage(browser, look);
    await page.goto(`${server.address}#/advice`);
    await settled(page, "advice");
    await page.getByRole("textbox", {name: "Portfolio"}).fill("name: good\nworkloads: []");
    await ask(page);
    await answered(page);
    await settled(page, "advice");
    expect(sent).toBe("name: good\nworkloads: []");
    const part = page.getByRole("region", {name: workload!.name, exact: true});
    const first = await part.innerText();
    expect(first).toContain(workload!.sentence);
    expect(first).toContain(fallbackText(workload!)!);
    expect(first).not.toContain(workload!.route!.says);
    await open(page);
    await settled(page, "advice");
    const words = await part.innerText();
    const {route, selfHost, overTime, why, flips, triggers, seen, evidence} = workload!;
    for (const says of [
      route!.says,
      ownMachinesText(selfHost!),
      overTime!.says,
      ruleOfThumbText(workload!),
      seenText(workload!),
      seen.ruledOut[0]!.why,
      evidence,
      ...why,
      ...flips,
      triggers[0]!.says,
      triggers[0]!.then,
      "36% within the horizon",
    ])
      expect(words).toContain(says);
    const options = part.getByRole("region", {name: /^Options for/});
    for (const {name, netValue, cost, success} of workload!.options) {
      const cells = await options.getByRole("row", {name: new RegExp(name)}).innerText();
      for (const quantity of [netValue, cost, success])
        for (const text of [valueText(quantity), boundsText(quantity.interval!, quantity.unit)])
          expect(cells).toContain(text);
      const mark = part.getByRole("img", {name: new RegExp(`^${name} at host: `)});
      expect(await mark.getAttribute("aria-label")).toBe(
        `${name} at host: ${quantityText(cost)}, right ${quantityText(success)}`,
      );
    }
    const lead = part.getByRole("figure", {name: /^What moves the lead of Helios 11: volume most/});
    const volume = await lead.getByRole("row", {name: /^volume/}).innerText();
    for (const end of ["−$20.0k", "half; Grove 10 leads", "$190k", "twice", "flips the choice"])
      expect(volume).toContain(end);
    const drivers = part.getByRole("figure", {name: /^What drives the cost of Grove 10/});
    expect(await drivers.getByRole("row", {name: /^people/}).innerText()).toContain("$315k");
    const whole = page.getByRole("region", {name: "The portfolio", exact: true});
    const portfolio = await whole.innerText();
    expect(portfolio).toContain(view.says);
    expect(await whole.getByRole("row", {name: /^Polar fails/}).innerText()).toMatch(
      new RegExp(`\\${valueText(view.stresses[0]!.loss)}[^]*Answer tickets[^]*1 workload: Answer tickets`),
    );
    for (const {risk} of view.frontier)
      expect(
        await whole.getByRole("img", {name: new RegExp(`at risk \\${numberText(risk, "USD")}`)}).count(),
      ).toBe(1);
    expect(await page.getByRole("region", {name: barred!.name, exact: true}).innerText()).toContain(
      barred!.sentence,
    );
    for (const line of [...syntheticAdvice.record, ...syntheticAdvice.caveats])
      expect(await page.getByText(line).count()).toBe(1);
    expect(await overflow(page)).toBe(0);
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(faults()).toEqual([]);
    await page.context().close();
  });

  it("leads from each of its numbers to where it comes from", async () => {
    const {page, faults} = await watchedPage(browser);
    await page.goto(`${server.address}#/advice`);
    await settled(page, "advice");
    await answered(page);
    const targets = await page
      .locator("main a.quantity")
      .evaluateAll((all) =>
        all.map((one) => new URLSearchParams((one as HTMLAnchorElement).hash.split("?")[1]).get("explain")),
      );
    const shown = new Set(targets);
    for (const {id} of adviceQuantitiesOf(syntheticAdvice)) expect(shown).toContain(id);
    await page
      .getByRole("region", {name: workload!.name, exact: true})
      .getByRole("link", {name: "71%"})
      .click();
    const panel = page.getByRole("dialog");
    await panel.getByRole("heading", {level: 2, name: workload!.ahead!.label}).waitFor();
    expect(await panel.innerText()).toContain("--portfolio FILE");
    await panel.getByRole("button", {name: "Close"}).click();
    await panel.waitFor({state: "detached"});
    // From another view the advice is still known; on a page that has shown none it is not.
    await page.evaluate((id) => (location.hash = `#/gap?explain=${id}`), workload!.primary!.cost.id);
    await panel.getByRole("heading", {level: 2, name: workload!.primary!.cost.label}).waitFor();
    await settled(page, "gap");
    await page.goto("about:blank");
    await page.goto(`${server.address}#/gap?explain=${workload!.primary!.cost.id}`);
    await panel.getByRole("link", {name: "ask for one first"}).waitFor();
    expect(faults()).toEqual([]);
    await page.context().close();
  });

  it("keeps text and advice while other views are looked at, and gives both as files", async () => {
    const {page, faults} = await watchedPage(browser);
    await page.goto(`${server.address}#/advice`);
    await settled(page, "advice");
    const box = page.getByRole("textbox", {name: "Portfolio"});
    await box.fill("name: good\n# mine\nworkloads: []");
    await ask(page);
    await answered(page);
    await page.getByRole("navigation", {name: "Views"}).getByRole("link", {name: "Gap", exact: true}).click();
    await settled(page, "gap");
    await page
      .getByRole("navigation", {name: "Views"})
      .getByRole("link", {name: "Advice", exact: true})
      .click();
    await settled(page, "advice");
    expect(await box.inputValue()).toBe("name: good\n# mine\nworkloads: []");
    await answered(page);
    const taken = async (name: string) => {
      const [download] = await Promise.all([
        page.waitForEvent("download"),
        page.getByRole("button", {name}).click(),
      ]);
      return {name: download.suggestedFilename(), text: readFileSync(await download.path(), "utf8")};
    };
    expect(await taken("Download the portfolio")).toEqual({
      name: "portfolio.yaml",
      text: "name: good\n# mine\nworkloads: []",
    });
    const advice = await taken("Download the advice (JSON)");
    expect(advice.name).toMatch(/^lagline-advice-.*\.json$/);
    expect(JSON.parse(advice.text)).toEqual(syntheticAdvice);
    // A start does not lose what was written.
    const chooser = page.getByRole("combobox", {name: "Start from"});
    await chooser.selectOption(starts[0]!.file);
    expect(await box.inputValue()).toBe(starts[0]!.lines.join("\n"));
    await chooser.selectOption("your own text");
    expect(await box.inputValue()).toBe("name: good\n# mine\nworkloads: []");
    expect(faults()).toEqual([]);
    await page.context().close();
  });

  it("stands in a folder of files, where nothing can be asked", async () => {
    const folder = join(mkdtempSync(join(tmpdir(), "lagline-advice-")), "site");
    await writtenSite(folder, filesOf(null, filePolicy));
    const {page, faults} = await watchedPage(browser);
    await page.goto(`${pathToFileURL(join(folder, "index.html")).href}#/advice?start=eu-bank.yaml`);
    await settled(page, "advice");
    await answered(page);
    expect(await page.getByRole("combobox", {name: "Portfolio"}).inputValue()).toBe("eu-bank.yaml");
    expect(await page.locator("main").innerText()).toContain("run lagline serve on your machine");
    expect(await page.getByRole("textbox").count()).toBe(0);
    expect(await page.getByRole("button", {name: "What to run", exact: true}).count()).toBe(0);
    await page.getByRole("link", {name: "71%"}).first().click();
    await page.getByRole("dialog").getByRole("heading", {name: workload!.ahead!.label}).waitFor();
    expect(faults()).toEqual([]);
    await page.context().close();
  });
});
