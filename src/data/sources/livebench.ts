/**
 * LiveBench's result tables, one per edition. Editions are not comparable with each other: each is a benchmark of its own.
 *
 * The site's repository lists its tables; the newest editions known there are read with their categories. A category's score is
 * the mean of its tasks, the global average the mean of the categories; a model without every task of a category has no score
 * in it. A new edition brings its own benchmark records.
 */
import {z} from "zod";
import {InputError} from "../../errors.ts";
import {isoDay, parseDay} from "../../dates.ts";
import {settingReadings} from "./effort-suffix.ts";
import type {Feed, FeedContext, FeedDocument, FeedRequest, Translation} from "./feed.ts";
import {cell, numberIn, Translating} from "./translating.ts";
import {upstreamJson} from "./upstream-json.ts";
import {type UpstreamRow, upstreamTable} from "./upstream-table.ts";

const LISTING = "https://api.github.com/repos/LiveBench/livebench.github.io/contents/public";
/** Older tables do not change any more; the newest two do while a new edition takes over. */
const EDITIONS_READ = 2;
/** Categories that are benchmarks of their own here; the others count in the average only. */
const PARTS: Readonly<Record<string, {readonly id: string; readonly domain: string}>> = {
  Reasoning: {id: "reasoning", domain: "reasoning"},
  Coding: {id: "coding", domain: "coding"},
  "Agentic Coding": {id: "agentic-coding", domain: "agentic"},
  Mathematics: {id: "mathematics", domain: "math"},
};
const categoriesShape = z.record(z.string(), z.array(z.string()).min(1));

export const livebench: Feed = {
  id: "livebench-live",
  says: "LiveBench, the newest editions",
  source: {
    title: "LiveBench result tables, newest editions as synced",
    url: "https://livebench.ai",
    licence: "Apache-2.0",
    redistribution: "yes",
    attribution: "LiveBench result tables, https://livebench.ai. Apache-2.0.",
    coverage: "",
  },
  hosts: ["livebench.ai", "api.github.com"],
  replaces: ["livebench"],
  standing: "primary",
  requests: () => [{url: LISTING, largest: 2_000_000, kind: "json"}],
  further: tablesListed,
  translate,
};

function tablesListed([listing]: readonly FeedDocument[]): FeedRequest[] {
  const names = upstreamJson(listing.bytes!, z.array(z.object({name: z.string()})), listing.url).map(({name}) => name);
  const editions = names.flatMap((name) => /^table_(\d{4}_\d{2}_\d{2})\.csv$/.exec(name)?.[1] ?? []).sort();
  if (editions.length === 0) {
    throw new InputError("missing", "tables: none; files named table_YYYY_MM_DD.csv were expected", {file: LISTING});
  }
  return editions.slice(-EDITIONS_READ).flatMap((edition): FeedRequest[] => [
    {url: `https://livebench.ai/table_${edition}.csv`, largest: 2_000_000, kind: "csv"},
    {url: `https://livebench.ai/categories_${edition}.json`, largest: 100_000, kind: "json"},
  ]);
}

async function translate(documents: readonly FeedDocument[], context: FeedContext): Promise<Translation> {
  const found = new Translating(context.names);
  const benchmarks: {path: string; text: string}[] = [];
  const byUrl = new Map(documents.map(({url, bytes}) => [url, bytes]));
  for (const {url, bytes} of documents) {
    const stamp = /\/table_(\d{4}_\d{2}_\d{2})\.csv$/.exec(url)?.[1];
    if (stamp === undefined || !bytes) continue;
    const edition = stamp.replaceAll("_", "-");
    const published = parseDay(edition);
    if (published === undefined || published > context.today) {
      found.breaks(url, `${url} is of the day ${edition}, which has not come`);
      continue;
    }
    const where = url.replace("/table_", "/categories_").replace(/csv$/, "json");
    try {
      const categories = upstreamJson(byUrl.get(where) ?? new Uint8Array(), categoriesShape, where);
      const tasks = Object.values(categories).flat();
      const {rows, ragged} = upstreamTable(bytes, ["model", ...tasks], url);
      for (const what of ragged) found.malformed(url, what);
      for (const row of rows) oneModel(row, {edition, url, categories}, context, found);
      benchmarks.push(...editionRecords(edition, categories, context));
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      found.breaks(url, error.message);
    }
  }
  return {...found.done, benchmarks};
}

interface Edition {
  readonly edition: string;
  readonly url: string;
  readonly categories: Readonly<Record<string, readonly string[]>>;
}

function oneModel(row: UpstreamRow, {edition, url, categories}: Edition, {today}: FeedContext, found: Translating) {
  const means = new Map<string, number>();
  for (const [category, tasks] of Object.entries(categories)) {
    const scores = tasks.map((task) => (row[task] === "" ? undefined : (numberIn(row[task]) ?? Number.NaN)));
    if (scores.some((score) => score !== undefined && !(score >= 0 && score <= 100))) {
      return found.malformed(url, `${row.model}: ${category}, task scores from 0 to 100 were expected`);
    }
    const known = scores.filter((score) => score !== undefined);
    if (known.length === tasks.length) means.set(category, known.reduce((a, b) => a + b, 0) / known.length / 100);
  }
  const model = found.model(row.model, settingReadings(row.model));
  if (!model) return;
  const add = (benchmark: string, score: number): void =>
    found.row({
      table: "results",
      part: url,
      cells: {
        model: model.model,
        benchmark,
        score: cell(score, 5),
        setting: model.setting,
        derived: "no",
        seen: isoDay(today),
      },
    });
  for (const [category, mean] of means) {
    if (Object.hasOwn(PARTS, category)) add(`livebench-${PARTS[category].id}-${edition}`, mean);
  }
  if (means.size === Object.keys(categories).length) {
    add(`livebench-${edition}`, [...means.values()].reduce((a, b) => a + b, 0) / means.size);
  } else found.skip("models without every category: no global average", row.model);
}

/** Records of an edition's benchmarks, in the words of the editions that ship. */
function editionRecords(
  edition: string,
  categories: Edition["categories"],
  {today}: FeedContext,
): {path: string; text: string}[] {
  const record = (id: string, name: string, family: string, domain: string, metric: string) => ({
    path: `benchmarks/${id}.yaml`,
    text: `id: ${id}\nname: ${name}\nfamily: ${family}\ndomain: ${domain}\naccess: fresh\nceiling: 1.0\npublished: ${edition}\nevaluator: LiveBench\nmetric: ${metric}\nsource: livebench-live\nlicence: Apache-2.0\nretrieved: ${isoDay(today)}\n`,
  });
  return [
    record(
      `livebench-${edition}`,
      `LiveBench ${edition} (global average)`,
      "livebench",
      "composite",
      "mean of category means",
    ),
    ...Object.keys(categories)
      .filter((category) => Object.hasOwn(PARTS, category))
      .map((category) => {
        const {id, domain} = PARTS[category];
        return record(
          `livebench-${id}-${edition}`,
          `LiveBench ${category.toLowerCase()} ${edition}`,
          `livebench-${id}`,
          domain,
          "category mean",
        );
      }),
  ];
}
