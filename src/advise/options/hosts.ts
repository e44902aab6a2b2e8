/** What is known about hosts beside their prices: where they can keep data, and which tiers they sell. */
import type {Choice} from "../../choice.ts";
import type {Residency} from "../portfolio/portfolio.ts";

/** By host in small letters. */
export const hostRegions: Choice<Readonly<Record<string, readonly Residency[]>>, string> = {
  value: {
    "amazon bedrock": ["EU", "US"],
    "amazon-bedrock": ["EU", "US"],
    azure: ["EU", "US"],
    google: ["EU", "US"],
    mistral: ["EU"],
    nebius: ["EU", "US"],
    openai: ["EU", "US"],
    anthropic: ["US"],
    xai: ["US"],
    groq: ["US"],
    cerebras: ["US"],
    together: ["US"],
    togetherai: ["US"],
    fireworks: ["US"],
    "fireworks-ai": ["US"],
    deepinfra: ["US"],
    baseten: ["US"],
    sambanova: ["US"],
    "meta-ai": ["US"],
    nvidia: ["US"],
  },
  reason:
    "A host is counted for a region when it publicly offers processing there: the clouds and OpenAI sell EU regions, Mistral and Nebius run in the EU. A host not listed is not known to, and is left out where residency is asked for. Whether a given model is offered in the region has to be asked of the host.",
  alternatives: ["any host that signs a data-processing agreement"],
};

/** Share of the list price that waiting up to a day costs, by host in small letters. */
export const batchShares: Choice<Readonly<Record<string, number>>, string> = {
  value: {
    openai: 0.5,
    anthropic: 0.5,
    google: 0.5,
    "google ai studio": 0.5,
    azure: 0.5,
    "amazon bedrock": 0.5,
    "amazon-bedrock": 0.5,
  },
  reason:
    "Half price for answers within 24 hours, cached input included: https://ai.google.dev/gemini-api/docs/optimization (batch and flex, 50%), and the batch pages of OpenAI, Anthropic, Azure and Bedrock. Hosts not listed are charged at their list price.",
  alternatives: ["no batch prices"],
};
