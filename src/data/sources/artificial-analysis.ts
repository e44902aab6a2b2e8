/**
 * Artificial Analysis' index, with the user's own key. Their terms reserve redistribution: the rows stay on this machine, marked
 * as such, and enter no export and no report to share.
 *
 * The index changes its composition between versions and many values are estimates; a value is of its vintage and is never
 * joined with another.
 */
import {z} from "zod";
import {isoDay} from "../../dates.ts";
import type {Feed, FeedContext, FeedDocument, Translation} from "./feed.ts";
import {cell, numberIn, Translating} from "./translating.ts";
import {upstreamJson} from "./upstream-json.ts";

const API = "https://artificialanalysis.ai/api/v2/data/llms/models";
const LICENCE = "aa-api";

const INDICES = {
  artificial_analysis_intelligence_index: "aa-intelligence",
  artificial_analysis_coding_index: "aa-coding",
} as const;

const shape = z.object({
  data: z
    .array(
      z.object({
        name: z.string(),
        slug: z.string(),
        release_date: z.string().nullish(),
        evaluations: z.record(z.string(), z.unknown()).nullish(),
      }),
    )
    .min(1),
});

export const artificialAnalysis: Feed = {
  id: "artificial-analysis",
  says: "the Artificial Analysis index, with a key of your own; kept on this machine only",
  source: {
    title: "Artificial Analysis API, as synced with the user's own key",
    url: "https://artificialanalysis.ai",
    licence: LICENCE,
    redistribution: "no",
    attribution: "Artificial Analysis, https://artificialanalysis.ai. Not to be passed on.",
    coverage: "",
  },
  licences: [
    {
      id: LICENCE,
      name: "Artificial Analysis API terms",
      url: "https://artificialanalysis.ai",
      redistribution: "no",
      note: "Attribution required; redistribution reserved. Rows stay on the machine of the user whose key fetched them.",
    },
  ],
  hosts: ["artificialanalysis.ai"],
  key: {
    variable: "LAGLINE_ARTIFICIAL_ANALYSIS_KEY",
    header: "x-api-key",
    from: "https://artificialanalysis.ai",
  },
  standing: "primary",
  requests: () => [{url: API, largest: 20_000_000, kind: "json"}],
  translate,
};

async function translate(
  [{bytes, url}]: readonly FeedDocument[],
  {names, today}: FeedContext,
): Promise<Translation> {
  const found = new Translating(names);
  const best = new Map<string, {value: number; index: string; model: string}>();
  for (const {name, slug, evaluations} of upstreamJson(bytes!, shape, url).data) {
    for (const [field, index] of Object.entries(INDICES)) {
      const given = evaluations?.[field];
      if (given === null || given === undefined) continue;
      const value = numberIn(given);
      if (value === undefined || value < 0 || value > 100) {
        found.malformed(index, `${slug}: ${String(given)}, an index value from 0 to 100 was expected`);
        continue;
      }
      const model = found.model(slug, [
        {name: slug, setting: ""},
        {name, setting: ""},
      ]);
      if (!model) break;
      const key = `${index}\t${model.model}`;
      const other = best.get(key);
      if (other) found.skip("further settings of a model: the highest value holds", slug);
      if (!other || value > other.value) best.set(key, {value, index, model: model.model});
    }
  }
  for (const {value, index, model} of best.values()) {
    found.row({
      table: "index-values",
      part: index,
      cells: {model, index, vintage: isoDay(today), value: cell(value, 2)},
    });
  }
  return found.done;
}
