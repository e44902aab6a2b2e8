/**
 * The channels adoption is counted in, each with its known bias, and the place of every metric in them.
 *
 * A channel is a way of counting. Series of different channels are never joined, averaged or compared: see
 * `adoptionMethod.blending`.
 */
import type {AdoptionFact} from "../../data/forces/force-facts.ts";

export const CHANNELS = {
  "router-tokens": {
    counts: "tokens through a model router, mostly OpenRouter",
    bias: "Self-selected, price-sensitive developers: overstates cheap and open models, misses direct use of closed APIs and all self-hosting.",
  },
  downloads: {
    counts: "downloads, derivatives and licences on Hugging Face",
    bias: "Counts machines, mirrors and test runs, not use: overstates small and old models, and sees no closed model.",
  },
  "enterprise-survey": {
    counts: "what companies say they use",
    bias: "Few, large, mostly US respondents, asked by investors in closed labs (Menlo in Anthropic): understates open models run inside products.",
  },
  spend: {
    counts: "money spent on models",
    bias: "Weighs a token by its price: overstates expensive closed models, and sees self-hosting only as hardware.",
  },
  "enterprise-tokens": {
    counts: "estimates of tokens used by companies",
    bias: "Modelled from partial disclosures by market analysts; no count behind it.",
  },
  "product-users": {
    counts: "users of chat and coding products",
    bias: "Stated by the companies themselves; weekly, monthly and undated counts are not the same, and a user is not a volume.",
  },
  "product-tokens": {
    counts: "tokens processed by one company or country",
    bias: "Stated by the companies or offices themselves, search and internal use included; sources conflict by a factor of ten.",
  },
  developers: {
    counts: "start-ups, commits and launches",
    bias: "Small, self-selected or classified by hand.",
  },
  "not-adoption": {
    counts: "figures kept in the table that are no measure of use",
    bias: "Not a share of anything: shown for reference only.",
  },
  unclassified: {
    counts: "metrics nobody has placed yet",
    bias: "Unknown.",
  },
} as const;

export type Channel = keyof typeof CHANNELS;

/** How rows of a metric form series: one per segment, one for all, or by the first name found in the segment. */
type SeriesBy = "segment" | "metric" | readonly string[];

interface Place {
  readonly channel: Channel;
  readonly series: SeriesBy;
}

const at = (channel: Channel, series: SeriesBy = "segment"): Place => ({channel, series});

const PLACES: Readonly<Record<string, Place>> = {
  openrouter_token_share_open: at("router-tokens", "metric"),
  // Each row divides by something else: all tokens, top ten models, an annual average.
  openrouter_share_chinese_open: at("router-tokens"),
  openrouter_weekly_tokens_chinese_models: at("router-tokens", "metric"),
  openrouter_weekly_tokens_us_models: at("router-tokens", "metric"),
  openrouter_weekly_tokens_china_consumption: at("router-tokens"),
  openrouter_weekly_tokens_total: at("router-tokens"),
  openrouter_model_token_share: at("router-tokens"),
  openrouter_lab_token_share: at("router-tokens"),
  openrouter_top10_chinese_models: at("router-tokens"),
  model_share_concentration: at("router-tokens"),
  price_elasticity: at("router-tokens"),
  hf_downloads_share_by_country: at("downloads"),
  hf_downloads_cumulative_china: at("downloads"),
  hf_downloads_cumulative_us: at("downloads"),
  hf_downloads_cumulative_lab: at("downloads"),
  hf_downloads_year_to_date_lab: at("downloads"),
  hf_downloads_size_share: at("downloads"),
  hf_derivatives_lab: at("downloads"),
  hf_gguf_downloads_monthly: at("downloads"),
  hf_license_share_chinese: at("downloads"),
  hf_license_share_us: at("downloads"),
  enterprise_share_open: at("enterprise-survey", ["Menlo"]),
  enterprise_llm_penetration: at("enterprise-survey"),
  enterprise_multi_model: at("enterprise-survey"),
  enterprise_adoption_etr: at("enterprise-survey"),
  coding_share_by_lab: at("enterprise-survey"),
  government_adoption: at("enterprise-survey"),
  enterprise_llm_spend_share: at("spend"),
  ramp_index_model_spend: at("spend"),
  enterprise_customers_100k: at("spend"),
  coding_agent_revenue: at("spend"),
  lab_revenue_combined: at("spend"),
  closed_share_of_enterprise_tokens: at("enterprise-tokens"),
  weekly_active_users: at("product-users"),
  monthly_active_users: at("product-users"),
  active_users: at("product-users"),
  chatbot_app_share: at("product-users"),
  coding_agent_usage_mix: at("product-users"),
  daily_tokens: at("product-tokens"),
  monthly_tokens_processed: at("product-tokens"),
  national_daily_tokens: at("product-tokens"),
  startup_share_chinese_open: at("developers"),
  github_commit_share: at("developers"),
  launch_weight_status: at("developers"),
  open_closed_gap_months: at("not-adoption"),
  open_frontier_ceiling_params: at("not-adoption"),
};

export const channelOf = ({metric}: Pick<AdoptionFact, "metric">): Channel =>
  PLACES[metric]?.channel ?? "unclassified";

/** Name of the series a row belongs to; rows of one series count the same thing in the same unit. */
export function seriesName({
  metric,
  segment,
  unit,
}: Pick<AdoptionFact, "metric" | "segment" | "unit">): string {
  const by = PLACES[metric]?.series ?? "segment";
  const part =
    by === "metric"
      ? ""
      : by === "segment"
        ? segment
        : (by.find((name) => segment.includes(name)) ?? segment);
  return [metric, part, unit].filter((piece) => piece !== "").join(" | ");
}
