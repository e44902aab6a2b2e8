/**
 * models.dev: prices of models at providers, in US dollars per million tokens, kept by volunteers. No history upstream.
 *
 * Only providers that the facts already know are read, and not the router's own list, which is read first-hand. Zero stands for
 * "part of a subscription", which is no list price.
 */
import {z} from "zod";
import type {Feed, FeedContext, FeedDocument, Translation} from "./feed.ts";
import {oneLine} from "./feed-tables.ts";
import {LARGEST_PER_MTOK, perMtokCells} from "./price-cells.ts";
import {Translating} from "./translating.ts";
import {upstreamJson} from "./upstream-json.ts";

const API = "https://models.dev/api.json";

const shape = z.record(
  z.string(),
  z.object({
    id: z.string(),
    models: z.record(
      z.string(),
      z.object({
        id: z.string(),
        release_date: z.string().nullish(),
        open_weights: z.boolean().nullish(),
        cost: z
          .object({input: z.unknown(), output: z.unknown(), cache_read: z.unknown()})
          .partial()
          .nullish(),
      }),
    ),
  }),
);

export const modelsDev: Feed = {
  id: "models.dev",
  says: "list prices at about twenty providers (models.dev)",
  source: {
    title: "models.dev api.json, as synced",
    url: "https://models.dev",
    licence: "MIT",
    redistribution: "yes",
    attribution: "models.dev, https://models.dev. MIT.",
    coverage: "",
  },
  hosts: ["models.dev"],
  standing: "secondary",
  requests: () => [{url: API, largest: 50_000_000, kind: "json"}],
  translate,
};

async function translate(
  [{bytes, url}]: readonly FeedDocument[],
  {catalog, names}: FeedContext,
): Promise<Translation> {
  const providers = new Set(catalog.prices.map(({provider}) => provider));
  const found = new Translating(names);
  for (const [provider, {models}] of Object.entries(upstreamJson(bytes!, shape, url))) {
    if (!providers.has(provider) || provider === "openrouter") {
      found.skip("providers that are not followed", provider);
      continue;
    }
    for (const {id, cost, release_date: release, open_weights: open} of Object.values(models)) {
      if (!cost) {
        found.skip("models without a price", id);
        continue;
      }
      const {input, output, cache_read: cached} = cost;
      if (!isPrice(input) || !isPrice(output) || (cached != null && !isPrice(cached))) {
        found.malformed(provider, `${provider}/${oneLine(id, 80)}: prices from 0 to ${LARGEST_PER_MTOK} US dollars per million tokens were expected`);
        continue;
      }
      if (input === 0 || output === 0) {
        found.skip("free tiers and subscriptions", `${provider}/${id}`);
        continue;
      }
      const model = found.model(id);
      if (!model) continue;
      if (typeof release === "string") found.claim({model: model.model, field: "release", value: release, name: id});
      if (typeof open === "boolean") {
        found.claim({model: model.model, field: "openness", value: open ? "open" : "closed", name: id});
      }
      found.row({
        table: "prices",
        part: provider,
        cells: {
          model: model.model,
          provider,
          ...perMtokCells(input, output, cached == null ? undefined : cached),
          raw_name: oneLine(id),
        },
      });
    }
  }
  return found.done;
}

const isPrice = (value: unknown): value is number =>
  typeof value === "number" && value >= 0 && value <= LARGEST_PER_MTOK;
