/**
 * @pydantic/genai-prices: prices per million tokens, from the file that the package itself updates from.
 *
 * A price may be tiered by context length (the base tier is the list price) and may list several prices over time, of which
 * the one that holds today counts. Entries that hold only at some hours are left out.
 */
import {z} from "zod";
import {isoDay, parseDay} from "../../dates.ts";
import type {Feed, FeedContext, FeedDocument, Translation} from "./feed.ts";
import {oneLine} from "./feed-tables.ts";
import {LARGEST_PER_MTOK, perMtokCells} from "./price-cells.ts";
import {Translating} from "./translating.ts";
import {upstreamJson} from "./upstream-json.ts";

const DATA = "https://raw.githubusercontent.com/pydantic/genai-prices/main/prices/new_data/v2/data.json";

const amount = z.union([z.number(), z.object({base: z.number()}), z.null()]).optional();
const prices = z.object({input_mtok: amount, output_mtok: amount, cache_read_mtok: amount});
const shape = z
  .array(
    z.object({
      id: z.string(),
      models: z.array(
        z.object({
          id: z.string(),
          prices: z.union([
            z.array(z.object({constraint: z.record(z.string(), z.unknown()).nullish(), prices})),
            prices,
          ]),
        }),
      ),
    }),
  )
  .min(1);

/** Their provider ids where ours differ. */
const PROVIDERS: Readonly<Record<string, string>> = {
  aws: "amazon-bedrock",
  "x-ai": "xai",
  together: "togetherai",
  fireworks: "fireworks-ai",
  novita: "novita-ai",
};

export const genaiPrices: Feed = {
  id: "genai-prices",
  says: "list prices kept by @pydantic/genai-prices",
  source: {
    title: "@pydantic/genai-prices data, as synced",
    url: "https://github.com/pydantic/genai-prices",
    licence: "MIT",
    redistribution: "yes",
    attribution: "Pydantic, genai-prices, https://github.com/pydantic/genai-prices. MIT.",
    coverage: "",
  },
  hosts: ["raw.githubusercontent.com"],
  standing: "secondary",
  requests: () => [{url: DATA, largest: 30_000_000, kind: "json"}],
  translate,
};

async function translate(
  [{bytes, url}]: readonly FeedDocument[],
  {catalog, names, today}: FeedContext,
): Promise<Translation> {
  const providers = new Set(catalog.prices.map(({provider}) => provider));
  const found = new Translating(names);
  for (const {id: theirs, models} of upstreamJson(bytes!, shape, url)) {
    const provider = PROVIDERS[theirs] ?? theirs;
    if (!providers.has(provider) || provider === "openrouter") {
      found.skip("providers that are not followed", theirs);
      continue;
    }
    for (const {id, prices: listed} of models) {
      const held = Array.isArray(listed) ? holding(listed, isoDay(today)) : {prices: listed, from: ""};
      const [input, output, cached] = [
        held?.prices.input_mtok,
        held?.prices.output_mtok,
        held?.prices.cache_read_mtok,
      ].map(base);
      if (!held || input === undefined || output === undefined) {
        found.skip("models without both an input and an output price", `${theirs}/${id}`);
        continue;
      }
      if ([input, output, cached ?? 0].some((value) => !(value >= 0 && value <= LARGEST_PER_MTOK))) {
        found.malformed(provider, `${theirs}/${oneLine(id, 80)}: prices from 0 to ${LARGEST_PER_MTOK} US dollars per million tokens were expected`);
        continue;
      }
      if (input === 0 || output === 0) {
        found.skip("free tiers", `${theirs}/${id}`);
        continue;
      }
      const model = found.model(id);
      if (!model) continue;
      found.row({
        table: "prices",
        part: provider,
        cells: {
          model: model.model,
          provider,
          ...perMtokCells(input, output, cached),
          valid_from: held.from,
          raw_name: oneLine(id),
        },
      });
    }
  }
  return found.done;
}

type Listed = readonly {readonly constraint?: Readonly<Record<string, unknown>> | null; readonly prices: z.output<typeof prices>}[];

/** The last entry that holds on the day, whatever the hour. */
function holding(listed: Listed, today: string): {prices: z.output<typeof prices>; from: string} | undefined {
  const held = listed.flatMap(({constraint, prices}) => {
    const {start_date: start, type: _kind, ...others} = constraint ?? {};
    const hasOthers = Object.values(others).some((value) => value !== null && value !== undefined);
    if (hasOthers) return [];
    if (start === undefined || start === null) return [{prices, from: ""}];
    const from = String(start);
    return parseDay(from) !== undefined && from <= today ? [{prices, from}] : [];
  });
  return held.sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0)).at(-1);
}

function base(price: z.output<typeof amount>): number | undefined {
  if (price === null || price === undefined) return undefined;
  return typeof price === "number" ? price : price.base;
}
