/** Every arguable choice of the price tables: value, reason, alternatives. */

import type {Confidence, SourceTier} from "../../data/forces/force-facts.ts";

/** How the first price of a host that starts long after the model is read. */
export type Coverage = "recorded" | "back-cast";

export const priceMethod = {
  inputShare: {
    value: 0.75,
    reason:
      "Three input tokens per output token, the blend most price comparisons print. Agents read far more than that, plain chat less.",
    alternatives: ["0.5 (1:1)", "0.9 (9:1)", "0.95 (agents)"],
  },
  freeTier: {
    value: "excluded",
    reason: "A price of zero is a free tier or a trial with limits, no price at which work can be bought.",
    alternatives: ["counted as zero"],
  },
  leastPlausible: {
    value: 0.001,
    reason:
      "No host has sold a million tokens for a tenth of a cent; lower figures in price lists are prices per token in the wrong unit.",
    alternatives: ["0.0001", "none"],
  },
  flexShare: {
    value: 0.6,
    reason:
      "A router's row for a lab's own service at no more than this share of the model's full price is its flexible tier (half price, answers within minutes, may be refused), which the router lists as one more endpoint. It is no list price of the standard tier, and no price for interactive work.",
    alternatives: ["every row as it stands"],
  },
  carryMonths: {
    value: 6,
    reason:
      "A list price without end holds until replaced, but price lists are read rarely: half a year after it was last read it is not trusted any more.",
    alternatives: ["3", "12", "for ever"],
  },
  lateEntryMonths: {
    value: 2,
    reason:
      "A host that first appears with a model more than two months after the model came out was most likely only recorded late; such rows make prices seem to fall when the record grows.",
    alternatives: ["1", "6"],
  },
  coverage: {
    value: "recorded" as Coverage,
    reason:
      "The price series shows what the record holds. The yearly decline is given both ways: as recorded, which takes growth of the record for decline, and with late entries dated back to the model's release, which takes old cuts for none. The truth lies between.",
    alternatives: ["back-cast"],
  },
  minPricedModels: {
    value: 20,
    reason:
      "The minimum of a handful of prices is an accident; months with fewer priced models are left out.",
    alternatives: ["10", "50"],
  },
  minMonthlyChanges: {
    value: 6,
    reason: "A yearly rate from less than half a year is mostly one price cut.",
    alternatives: ["3", "12"],
  },
  minUsableShare: {
    value: 0.5,
    reason: "Where most joint draws have no answer, the rest would speak for a world that most draws deny.",
    alternatives: ["0.8", "0.95"],
  },
  matchPoints: {
    value: 2,
    reason:
      "Equal ability means within two index points of each other in the same draw: about the width of one model's own uncertainty.",
    alternatives: ["1", "4"],
  },
  minMatchedModels: {
    value: 5,
    reason: "A typical ratio needs several open models that have a closed counterpart.",
    alternatives: ["3", "10"],
  },
  intervalLevel: {
    value: 0.9,
    reason: "The level of the lags, so that intervals can be set side by side.",
    alternatives: ["0.8", "0.95"],
  },
  sourceGrades: {
    value: {
      "models.dev-2026-07": {tier: "A", confidence: "medium"},
      "openrouter-2026-07-22": {tier: "A", confidence: "high"},
      "llm-prices-2026-08": {tier: "A", confidence: "medium"},
      "llm-prices-2026-10": {tier: "A", confidence: "medium"},
      "genai-prices-2026-09": {tier: "A", confidence: "medium"},
      "models.dev-pr-6904": {tier: "A", confidence: "medium"},
      "openai-pricing-2026-10-notes": {tier: "C", confidence: "medium"},
      openrouter: {tier: "A", confidence: "high"},
      "models.dev": {tier: "A", confidence: "medium"},
      "genai-prices": {tier: "A", confidence: "medium"},
    } as Readonly<Record<string, {readonly tier: SourceTier; readonly confidence: Confidence}>>,
    reason:
      "A router's own dump is a primary page; models.dev and llm-prices are project records that volunteers keep up, with slips of unit seen; the notes restate vendors' pages second-hand. A source not listed here counts as ungraded: tier none, confidence low.",
    alternatives: [],
  },
  ownSellers: {
    value: {
      ai21: "ai21-labs",
      alibaba: "alibaba",
      amazon: "amazon",
      "amazon-bedrock": "amazon",
      anthropic: "anthropic",
      "arcee ai": "arcee-ai",
      baidu: "baidu",
      cerebras: "cerebras",
      cohere: "cohere",
      deepseek: "deepseek",
      google: "google",
      "google ai studio": "google",
      inception: "inception-labs",
      meta: "meta",
      "meta-ai": "meta",
      minimax: "minimax",
      mistral: "mistral",
      "moonshot ai": "moonshot-ai",
      "moonshot-ai": "moonshot-ai",
      moonshotai: "moonshot-ai",
      "nex agi": "nex-agi",
      nvidia: "nvidia",
      openai: "openai",
      perplexity: "perplexity",
      poolside: "poolside",
      qwen: "alibaba",
      reka: "reka",
      stepfun: "stepfun",
      tencent: "tencent",
      together: "together-ai",
      togetherai: "together-ai",
      upstage: "upstage",
      xai: "xai",
      xiaomi: "xiaomi",
      "z.ai": "z-ai",
      zai: "z-ai",
      zhipuai: "z-ai",
    } as Readonly<Record<string, string>>,
    reason:
      "The name a lab sells under at a price list; through a router, the part behind the colon. All others are third parties.",
    alternatives: [],
  },
  rule: {value: "R43", reason: "The published rule these numbers follow.", alternatives: []},
} as const;
