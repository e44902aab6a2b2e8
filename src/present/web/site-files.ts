/**
 * Everything the page consists of, by path: the same files whether they are served or written to a folder.
 *
 * A part of the Report is a script that hands its value to the page, because a page opened from a file may run scripts
 * beside it but not read other files.
 */
import type {Advice} from "../../advice-report.ts";
import type {Catalog} from "../../data/catalog.ts";
import type {Multiverse} from "../../multiverse-report.ts";
import type {ScenarioSource} from "../../pipeline/whatif-answers.ts";
import type {Report} from "../../report.ts";
import {frontiersChart} from "../chart/frontiers-chart.ts";
import {jsonText, printable} from "../plain-text.ts";
import {methodSection} from "./method-section.ts";
import {packedRows} from "./packed-rows.ts";
import {pageHtml} from "./page-html.ts";
import {
  type AdviceSection,
  type AdviceStart,
  type CatalogSection,
  reportSections,
  type SectionName,
} from "./report-sections.ts";

export interface SiteSource {
  readonly report: Report;
  readonly catalog: Catalog;
  readonly multiverse?: Multiverse;
  readonly advice?: AdviceSource;
  /** Left out where there is no forecast to change. */
  readonly scenarios?: () => Promise<ScenarioSource>;
}

export interface AdviceSource extends AdviceSection {
  readonly adviceOf: (start: AdviceStart) => Promise<Advice>;
  /** The facts as of the day of the prices. */
  readonly priced: () => Promise<Pick<Catalog, "prices">>;
}

export interface SiteFile {
  readonly type: string;
  /** Made when it is asked for. */
  readonly body: () => string | Uint8Array | Promise<string | Uint8Array>;
}

const TYPES: Readonly<Record<string, string>> = {
  html: "text/html; charset=utf-8",
  js: "text/javascript; charset=utf-8",
  css: "text/css; charset=utf-8",
  json: "application/json; charset=utf-8",
  svg: "image/svg+xml; charset=utf-8",
};

/**
 * @param assets - scripts and styles by name
 * @param policy - content policy written into the page; left out where a server sends it
 */
export function siteFiles(
  {report, catalog, multiverse, advice, scenarios}: SiteSource,
  assets: ReadonlyMap<string, Uint8Array>,
  policy?: string,
): ReadonlyMap<string, SiteFile> {
  const shown = printable(report);
  const sections = new Map<SectionName, () => unknown>(
    [...reportSections(shown)].map(([name, value]) => [name, () => value]),
  );
  sections.set("method", () => methodSection(catalog));
  sections.set("catalog", () => catalogSection(catalog));
  if (multiverse) sections.set("multiverse", () => multiverse);
  if (advice) {
    const {starts, service, adviceOf, priced} = advice;
    sections.set("advice", () => ({starts, service}));
    sections.set("advicePrices", async () => packedRows((await priced()).prices));
    for (const start of starts) sections.set(start.advice, () => adviceOf(start));
  }
  if (scenarios) sections.set("scenarios", scenarios);
  const files = new Map<string, SiteFile>();
  const add = (path: string, body: SiteFile["body"]) => {
    files.set(path, {type: TYPES[path.slice(path.lastIndexOf(".") + 1)]!, body});
  };
  add("index.html", () => pageHtml(shown, [...sections.keys()], policy));
  for (const [name, bytes] of assets) add(name, () => bytes);
  for (const [name, value] of sections)
    add(`data/${name}.js`, async () => sectionScript(name, printable(await value())));
  add("report.json", () => jsonText(report));
  add("frontiers.svg", () => frontiersChart(report));
  return files;
}

/** JSON is JavaScript since ES2019; `<` is escaped so that the text is safe inside a page, too. */
const sectionScript = (name: string, value: unknown): string =>
  `lagline.section(${JSON.stringify(name)}, ${JSON.stringify(value).replaceAll("<", "\\u003c")});\n`;

const catalogSection = (catalog: Catalog): CatalogSection => ({
  models: [...catalog.models],
  benchmarks: [...catalog.benchmarks],
  labs: [...catalog.labs],
  sources: [...catalog.sources],
  results: packedRows(catalog.results),
  prices: packedRows(catalog.prices),
  preferences: packedRows(catalog.preferences),
});
