/**
 * Takes the pictures of the page that are looked at and kept: README's first screen, and every view at the widths of a
 * telephone and of a desk, light and dark.
 *
 *     npm run screens [-- --only forecast,bets] [-- --full FOLDER]
 *
 * With `--full` whole pages, also on a wide screen and as printed, go to a folder of their own, to be read and thrown
 * away. It needs the browser that comes with the packages (x64 Linux).
 */
import {spawnSync} from "node:child_process";
import {mkdirSync, mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join, resolve} from "node:path";
import {fileURLToPath, pathToFileURL} from "node:url";
import {parseArgs} from "node:util";
import {VIEWS} from "../src/present/web/app/view-list.ts";
import {launched, noBrowser} from "../test/browser/browser.ts";
import {settled, watchedPage} from "../test/browser/watched-page.ts";

const at = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url));
const {values} = parseArgs({options: {only: {type: "string"}, full: {type: "string"}}});
if (noBrowser) throw new Error(`no pictures: ${noBrowser}`);

const isFull = values.full !== undefined;
const WIDTHS = isFull ? [360, 1280, 1920] : [360, 1280];
const HEIGHTS: Readonly<Record<number, number>> = {360: 780, 1280: 900, 1920: 1080};
const README = {width: 1120, height: 1010};
/** Of a JPEG, in percent: words stay sharp, and a picture weighs some ten kilobytes. */
const QUALITY = 70;

/** Views that need a name in their address are shown with one that stands in the newest Report for long. */
const ADDRESSES: Readonly<Record<string, string>> = {
  model: "model/kimi-k3",
  compare: "compare/kimi-k3/gpt-5.6-sol",
  lab: "lab/moonshot-ai",
  "what-if": "what-if/china-limits-releases",
};
/** What a view shows when the parts that it asks for itself, or works out, are there. */
const THERE: Readonly<Record<string, string>> = {
  advice: "At a glance",
  "what-if/china-limits-releases": "All 10,000 paths run.",
};
/** Pages within a view that have a look of their own. */
const WITHIN: Readonly<Record<string, readonly string[]>> = {
  forces: ["forces", "forces/labs", "forces/copying", "forces/law", "forces/use", "forces/prices"],
  bets: ["bets", "bets/questions", "bets/scores"],
};

const site = mkdtempSync(join(tmpdir(), "lagline-screens-"));
const {status} = spawnSync(process.execPath, [at("bin/lagline.mjs"), "report", "--out", join(site, "site")], {
  stdio: ["ignore", "inherit", "inherit"],
});
if (status !== 0) throw new Error("the page could not be written");
const start = pathToFileURL(join(site, "site", "index.html")).href;

const folder = values.full === undefined ? at("docs/screens") : resolve(values.full);
mkdirSync(folder, {recursive: true});
const wanted = values.only?.split(",");
const pages = VIEWS.filter(({id}) => wanted?.includes(id) ?? true).flatMap(
  ({id}) => (isFull ? WITHIN[id] : undefined) ?? [ADDRESSES[id] ?? id],
);
const browser = await launched();

for (const width of WIDTHS) {
  for (const scheme of ["light", "dark"] as const) {
    const {page, faults} = await watchedPage(browser, {width, scheme, height: HEIGHTS[width]!});
    await page.goto(start);
    await settled(page);
    for (const id of pages) {
      await page.evaluate((to) => (location.hash = to), `#/${id}`);
      await settled(page, id);
      if (THERE[id]) await page.getByText(THERE[id]).first().waitFor({timeout: 120_000});
      const name = `${id.replaceAll("/", "-")}-${width}-${scheme}`;
      if (isFull) await page.screenshot({path: join(folder, `${name}.png`), fullPage: true});
      else await page.screenshot({path: join(folder, `${name}.jpg`), type: "jpeg", quality: QUALITY});
      if (isFull && width === 1280 && scheme === "light")
        await page.pdf({path: join(folder, `${id.replaceAll("/", "-")}.pdf`), format: "A4"});
      const wrong = faults();
      if (wrong.length > 0) throw new Error(`${name}: ${wrong.join("; ")}`);
    }
    await page.context().close();
  }
}
if (!isFull && wanted === undefined) {
  const {page} = await watchedPage(browser, README);
  await page.goto(start);
  await settled(page);
  await page.screenshot({path: at("docs/page.png")});
}
await browser.close();
rmSync(site, {recursive: true, force: true});
console.error(`Wrote the pictures to ${folder}.`);
