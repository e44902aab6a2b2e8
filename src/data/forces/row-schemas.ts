/**
 * The columns of the force tables, as strict schemas over text cells.
 *
 * Every row is one dated figure, event or status in our own words, with source, tier, confidence and a day of
 * retrieval. `unknown` means looked for and not found; it is a value of its own and never read as zero.
 */
import {z} from "zod";
import {type DateSpan, parseDateSpan} from "../../dates.ts";
import {day} from "../../units.ts";
import * as field from "../field.ts";

export const SOURCE_TIERS = ["A", "B", "C", "none"] as const;
export const CONFIDENCES = ["high", "medium", "low"] as const;
export const ROLES = ["lab", "company", "aggregate"] as const;
export const CONTROLS = ["independent", "parent", "non-profit", "unknown"] as const;
export const BOOKINGS = ["gross", "net", "unstated", "not-applicable"] as const;
/** actual: stated as done or measured; reported: said by others; guidance: the company's own outlook; talks: not closed. */
export const FIGURE_STATUSES = ["actual", "reported", "guidance", "talks", "target"] as const;
export const FINANCE_METRICS = [
  "acquisition_talks",
  "acquisition_usd",
  "adjusted_loss_half_year_usd",
  "ai_revenue_growth_pct",
  "annual_burn_usd",
  "annual_compute_rent_usd",
  "annualised_revenue_usd",
  "bankruptcy",
  "capex_usd",
  "cash_usd",
  "cloud_backlog_usd",
  "compute_commitments_usd",
  "compute_contract_usd",
  "cumulative_burn_projection_usd",
  "debt_financing_usd",
  "funding_round_usd",
  "grant_usd",
  "gross_margin_pct",
  "headcount",
  "ipo_filing",
  "ipo_proceeds_usd",
  "ipo_status",
  "license_deal_usd",
  "merger_valuation_usd",
  "net_loss_half_year_usd",
  "open_model_investment_usd",
  "operating_profit_claim",
  "placement_proceeds_usd",
  "quarterly_cash_burn_usd",
  "revenue_calendar_year_usd",
  "revenue_half_year_usd",
  "revenue_mix_note",
  "revenue_quarter_usd",
  "strategic_investment",
  "valuation_target_usd",
  "parent_valuation_usd",
  "valuation_usd",
  "vendor_guarantee_usd",
] as const;
export const EVENT_TYPES = [
  "acquisition",
  "bankruptcy",
  "capacity",
  "closed-release",
  "departure",
  "deprecation",
  "distribution",
  "government-blacklist",
  "licence-change",
  "open-release",
  "outage",
  "outage-regulatory",
  "policy-notice-period",
  "price-cut",
  "price-rise",
  "product-shutdown",
  "release-free-tier",
  "retirement",
  "retirement-app",
  "retirement-reseller",
  "security-incident",
  "suspension",
  "terms-change",
  "withheld-release",
] as const;
export const DIRECTIONS = [
  "toward-open",
  "toward-closed",
  "toward-restricted",
  "mixed",
  "none",
  "unknown",
] as const;
export const POLICY_STATUSES = [
  "advisory",
  "adopted",
  "enacted",
  "failed",
  "in-force",
  "lifted",
  "proposed",
  "published",
  "reported",
  "threatened",
] as const;
export const OPEN_WEIGHT_SCOPES = ["exempt", "partially", "yes", "unknown"] as const;
export const DISTILLATION_TYPES = [
  "accusation",
  "api-delay",
  "clean-room-claim",
  "counter-evidence",
  "defence-effect",
  "evidence-volume",
  "government-finding",
  "industry-cooperation",
  "legislation",
  "measured-effect",
  "model-withheld",
  "position",
  "sanctions-threat",
  "technical-defence",
  "vulnerability",
] as const;
/** Parties to a distillation row that are no single lab or company. */
export const PARTY_GROUPS = [
  "ai-researchers",
  "all",
  "china-entities",
  "china-proxies",
  "china-russia-entities",
  "chinese-labs",
  "community",
  "distillers",
  "frontier-apis",
  "independent",
  "joyin",
  "mats-researchers",
  "multiple",
  "none",
  "openai-staff",
  "policy",
  "prc-firms",
  "qwen-finetunes",
  "suspected-distillers",
  "us-house",
  "us-ostp",
  "us-treasury",
] as const;
export const SELFHOST_KINDS = [
  "api-price-closed",
  "api-price-open",
  "gpu-hourly",
  "hardware-minimum",
  "latency-single-user",
  "selfhost-cost",
  "selfhost-cost-output",
  "throughput",
  "throughput-decode",
  "throughput-prefill",
  "throughput-slo",
] as const;
export const DISTRIBUTION_KINDS = [
  "continual-learning-service",
  "data-policy",
  "distribution-partnership",
  "harness-effect",
  "harness-model-codesign",
  "online-rl",
  "open-base-plus-rl",
  "product-model",
  "scaled-post-training",
  "self-improvement-ops",
  "self-use-loop",
  "telemetry",
  "usage-growth",
] as const;

/** A number, or the statement that it was looked for and not found. */
export type Figure = number | "unknown";

const plainNumber = field.number({what: "a number"});
const figure = field.required<Figure>({
  expected: "a number or `unknown`",
  read: (text) => (text === "unknown" ? "unknown" : plainNumber.read(text)),
});

const YEAR = /^\d{4}$/;
/** When a page was published: a day, a month, or only a year. */
const pageDate = field.optional<DateSpan>({
  expected: "a day, month or year as YYYY-MM-DD, YYYY-MM or YYYY, or nothing",
  read: (text) => {
    if (!YEAR.test(text)) return parseDateSpan(text);
    const year = Number(text);
    return {
      earliest: day(Date.UTC(year, 0, 1) / 86_400_000),
      latest: day(Date.UTC(year, 11, 31) / 86_400_000),
    };
  },
});

const ids = field.optional<readonly string[]>({
  expected: "ids joined by +",
  read: (text) =>
    text.split("+").every((part) => field.id.read(part) !== undefined) ? text.split("+") : undefined,
});

const sourced = {
  id: field.required(field.id),
  source_url: field.optional(field.webAddress),
  source_date: pageDate,
  source_tier: field.required(field.oneOf(SOURCE_TIERS)),
  confidence: field.required(field.oneOf(CONFIDENCES)),
  licence: field.required(field.text),
  retrieved: field.required(field.day),
};
const dated = {...sourced, date: field.required(field.dateSpan)};

export const labRow = z.strictObject({
  ...sourced,
  name: field.required(field.text),
  role: field.required(field.oneOf(ROLES)),
  members: ids,
  country: field.textOrBlank,
  kind: field.required(field.text),
  control: field.required(field.oneOf(CONTROLS)),
  parent: field.textOrBlank,
  parent_since: field.optional(field.day),
  resale_booking: field.required(field.oneOf(BOOKINGS)),
  open_weights: field.required(field.oneOf(["yes", "mixed", "no"] as const)),
  open_since_or_changed: field.textOrBlank,
  flagship_families: field.textOrBlank,
  note: field.textOrBlank,
});
export const financeRow = z.strictObject({
  ...dated,
  lab: field.required(field.id),
  metric: field.required(field.oneOf(FINANCE_METRICS)),
  unit: field.required(field.oneOf(["USD", "percent", "persons", "none"] as const)),
  value_low: figure,
  value_mid: figure,
  value_high: figure,
  currency: field.required(field.oneOf(["USD", "CNY", "HKD", "EUR", "JPY", "none"] as const)),
  fx_per_usd: field.optional(
    field.number({low: 0.01, high: 1_000, what: "units of the currency per US dollar"}),
  ),
  booking: field.required(field.oneOf(BOOKINGS)),
  status: field.required(field.oneOf(FIGURE_STATUSES)),
  event: field.textOrBlank,
  part_of: field.textOrBlank,
  note: field.textOrBlank,
});
export const adoptionRow = z.strictObject({
  ...dated,
  metric: field.required(field.text),
  segment: field.required(field.text),
  value: figure,
  value_low: figure,
  value_high: figure,
  unit: field.required(field.text),
  note: field.textOrBlank,
});
export const policyRow = z.strictObject({
  ...dated,
  jurisdiction: field.required(field.text),
  instrument: field.required(field.text),
  status: field.required(field.oneOf(POLICY_STATUSES)),
  applies_to_open_weights: field.required(field.oneOf(OPEN_WEIGHT_SCOPES)),
  summary: field.required(field.text),
});
export const distillationRow = z.strictObject({
  ...dated,
  actor: ids,
  target: ids,
  event_type: field.required(field.oneOf(DISTILLATION_TYPES)),
  magnitude: field.required(field.text),
  summary: field.required(field.text),
});
export const eventRow = z.strictObject({
  ...dated,
  announced: field.optional(field.day),
  lab: field.required(field.id),
  event_type: field.required(field.oneOf(EVENT_TYPES)),
  direction: field.required(field.oneOf(DIRECTIONS)),
  notice_days: figure,
  models: ids,
  summary: field.required(field.text),
});
export const selfhostRow = z.strictObject({
  ...dated,
  kind: field.required(field.oneOf(SELFHOST_KINDS)),
  item: field.required(field.text),
  config: field.required(field.text),
  value_low: figure,
  value_mid: figure,
  value_high: figure,
  unit: field.required(field.text),
  note: field.textOrBlank,
});
export const distributionRow = z.strictObject({
  ...dated,
  product: field.required(field.text),
  lab: field.required(field.id),
  kind: field.required(field.oneOf(DISTRIBUTION_KINDS)),
  effect: field.required(field.text),
  value: figure,
  unit: field.required(field.text),
  note: field.textOrBlank,
});
