/** A page on which anything that goes wrong is remembered: what the browser complains of, and what cannot be fetched. */
import {readFileSync} from "node:fs";
import {createRequire} from "node:module";
import type {Browser, Page} from "playwright-core";

const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

export interface WatchedPage {
  readonly page: Page;
  /** What went wrong since the last look. */
  readonly faults: () => string[];
}

export interface Look {
  readonly width?: number;
  readonly height?: number;
  readonly scheme?: "light" | "dark";
}

export async function watchedPage(
  browser: Browser,
  {width = 1280, height = 900, scheme = "light"}: Look = {},
): Promise<WatchedPage> {
  const context = await browser.newContext({
    viewport: {width, height},
    colorScheme: scheme,
    acceptDownloads: true,
    reducedMotion: "reduce",
  });
  const page = await context.newPage();
  let faults: string[] = [];
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) faults.push(`console: ${message.text()}`);
  });
  page.on("pageerror", (error) => faults.push(`script: ${error.message}`));
  page.on("requestfailed", (request) => faults.push(`request: ${request.url()}`));
  page.on("response", (response) => {
    if (response.status() >= 400) faults.push(`response ${response.status()}: ${response.url()}`);
  });
  page.on("request", (request) => {
    const {protocol, hostname} = new URL(request.url());
    const isOwn = ["file:", "data:", "blob:"].includes(protocol) || hostname === "127.0.0.1";
    if (!isOwn) faults.push(`request to the world: ${request.url()}`);
  });
  return {
    page,
    faults: () => {
      const found = faults;
      faults = [];
      return found;
    },
  };
}

/** Until a view stands: it is the one asked for, its heading is there, its pictures are drawn and nothing is loading. */
export async function settled(page: Page, id = "today"): Promise<void> {
  await page.waitForFunction(
    (wanted) =>
      document.querySelector("main")?.dataset.page === wanted &&
      document.querySelector("main h1") !== null &&
      document.querySelector(".waiting") === null &&
      (wanted !== "today" || document.querySelector(".numbers") !== null) &&
      [...document.querySelectorAll(".plot > div:first-child")].every(
        (place) => place.childElementCount > 0 || place.closest("details:not([open])") !== null,
      ),
    id,
  );
}

/** Pixels by which the page is wider than the window. */
export const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** Violations of WCAG 2.2 A and AA and of good practice, or of some rules alone, in words. */
export async function accessibilityFaults(page: Page, rules?: readonly string[]): Promise<string[]> {
  if (!(await page.evaluate(() => "axe" in globalThis))) await page.evaluate(axeSource);
  return page.evaluate(async (only) => {
    const {axe} = globalThis as unknown as {
      axe: {
        run: (
          context: Document,
          options: object,
        ) => Promise<{violations: {id: string; nodes: {html: string; failureSummary: string}[]}[]}>;
      };
    };
    const {violations} = await axe.run(document, {
      runOnly: only ?? ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    });
    return violations.flatMap(({id, nodes}) =>
      nodes
        .slice(0, 3)
        .map(({html, failureSummary}) => `${id}: ${html.slice(0, 160)} ${failureSummary.slice(0, 200)}`),
    );
  }, rules);
}
