/**
 * OpenRouter's list of models: its own price per token, in US dollars per token as text.
 *
 * Free variants and routers that choose a model by themselves (price -1) have no list price of a model. The price of a long
 * context or a fast tier is another product. What single hosts ask is a request per model and is not read.
 */
import {z} from "zod";
import type {Feed, FeedContext, FeedDocument, Translation} from "./feed.ts";
import {oneLine} from "./feed-tables.ts";
import {perMtokCells} from "./price-cells.ts";
import {numberIn, Translating} from "./translating.ts";
import {upstreamJson} from "./upstream-json.ts";

const MODELS = "https://openrouter.ai/api/v1/models";

const shape = z.object({
  data: z
    .array(
      z.object({
        id: z.string(),
        canonical_slug: z.string().nullish(),
        hugging_face_id: z.string().nullish(),
        pricing: z.object({
          prompt: z.string(),
          completion: z.string(),
          input_cache_read: z.string().nullish(),
        }),
      }),
    )
    .min(1),
});

export const openrouter: Feed = {
  id: "openrouter",
  says: "list prices at the router OpenRouter",
  source: {
    title: "OpenRouter /api/v1/models, as synced",
    url: MODELS,
    licence: "none-stated",
    redistribution: "unclear",
    attribution: `OpenRouter models, ${MODELS}.`,
    coverage: "",
  },
  hosts: ["openrouter.ai"],
  standing: "primary",
  requests: () => [{url: MODELS, largest: 20_000_000, kind: "json"}],
  translate,
};

async function translate([{bytes, url}]: readonly FeedDocument[], {names}: FeedContext): Promise<Translation> {
  const found = new Translating(names);
  for (const {id, canonical_slug: slug, pricing} of upstreamJson(bytes!, shape, url).data) {
    const [input, output] = [pricing.prompt, pricing.completion].map(numberIn);
    if (input === undefined || output === undefined || input > 1 || output > 1) {
      found.malformed("openrouter", `${id}: ${oneLine(pricing.prompt, 20)} and ${oneLine(pricing.completion, 20)}, US dollars per token were expected`);
      continue;
    }
    if (id.startsWith("~") || id.startsWith("openrouter/")) found.skip("moving names and routers", id);
    else if (input < 0 || output < 0) found.skip("no price of its own", id);
    else if (input === 0 || output === 0 || id.endsWith(":free")) found.skip("free tiers", id);
    else if (id.includes(":") || id.endsWith("-fast")) found.skip("variants of a model", id);
    else {
      const model = found.model(id, [{name: id, setting: ""}, ...(slug ? [{name: slug, setting: ""}] : [])]);
      if (!model) continue;
      found.row({
        table: "prices",
        part: "openrouter",
        cells: {
          model: model.model,
          provider: "openrouter",
          ...perMtokCells(input * 1e6, output * 1e6, scaled(pricing.input_cache_read)),
          raw_name: oneLine(id),
        },
      });
    }
  }
  return found.done;
}

function scaled(price: string | null | undefined): number | undefined {
  const value = numberIn(price);
  return value === undefined || value <= 0 ? undefined : value * 1e6;
}
