/** `lagline use`: who uses what, one channel at a time, and who learns from the use of the products it owns. */
import type {UseReport} from "../../forces-report.ts";
import {boundsText, counted, countText, numberText, reasonText, valueText} from "../quantity-text.ts";
import {wrapped} from "./display-width.ts";
import {type Footing, footing, gradeText, sourceText} from "./fact-lines.ts";
import {heading, type Page, paragraph} from "./page.ts";

const SHOWN = 6;
const EFFECTS = 3;

const CHANNEL: Readonly<Record<string, string>> = {
  "router-tokens": "Tokens through a router",
  downloads: "Downloads",
  "enterprise-survey": "What companies say",
  spend: "Money spent",
  "enterprise-tokens": "Tokens of companies, estimated",
  "product-users": "Users of products",
  "product-tokens": "Tokens of one company or country",
  developers: "Developers",
  "not-adoption": "Kept for reference",
  unclassified: "Not placed yet",
};

type Series = UseReport["series"][number];

/** @param all - every series and effect instead of the first of each */
export function useScreen(foot: Footing, use: UseReport, all: boolean, page: Page): string[] {
  const channels = [...new Set(use.series.map(({channel}) => channel))].filter(
    (name) => all || name !== "not-adoption",
  );
  return [
    ...paragraph(
      page,
      "Each channel counts another thing of other people. They are never averaged, and a share of one is no share of another.",
      "",
    ).map(page.ink.strong),
    "",
    ...channels.flatMap((channel) =>
      channelLines(
        use.series.filter((one) => one.channel === channel),
        all,
        page,
      ),
    ),
    ...age(use, page),
    "",
    ...loops(use, all, page),
    ...footing(foot, page),
  ];
}

/** Series with several points first: they say where it is going. */
function channelLines(series: readonly Series[], all: boolean, page: Page): string[] {
  const {channel, counts, bias} = series[0]!;
  const ordered = [...series].sort((a, b) => b.points.length - a.points.length);
  const limit = all ? Number.POSITIVE_INFINITY : SHOWN;
  return [
    ...heading(page, CHANNEL[channel] ?? channel, counts),
    ...paragraph(page, `Known bias: ${bias}`).map(page.ink.quiet),
    ...ordered.slice(0, limit).flatMap((one) => seriesLines(one, page)),
    ...(ordered.length > limit
      ? paragraph(page, `${countText(ordered.length - limit)} more series: --all shows them.`).map(
          page.ink.quiet,
        )
      : []),
    "",
  ];
}

function seriesLines({metric, unit, points, change}: Series, page: Page): string[] {
  const newest = points.at(-1)!;
  const figures = points.map(({date, value, low, high}) => {
    const range = low !== null && high !== null && high > low ? ` (${plain(low)} to ${plain(high)})` : "";
    return `${date} ${value === null ? "no number" : `${plain(value)}${range}`}`;
  });
  const rate =
    change && change.value !== null
      ? `; ${numberText(change.value, change.unit)} percentage points a year${change.interval ? ` (${boundsText(change.interval, change.unit)})` : ""}`
      : "";
  return [
    ...wrapped(
      `${METRIC[metric] ?? metric.replaceAll("_", " ")}, ${newest.segment}: ${figures.join(" → ")} ${unit}${rate}`,
      page.width,
      "    ",
      "  ",
    ),
    ...wrapped(
      [newest.note, sourceText(newest.source)].filter(Boolean).join(" · "),
      page.width,
      "      ",
    ).map(page.ink.quiet),
  ];
}

const METRIC: Readonly<Record<string, string>> = {
  openrouter_token_share_open: "open models' share of tokens",
  openrouter_share_chinese_open: "Chinese open models' share of tokens",
  openrouter_weekly_tokens_chinese_models: "tokens a week, Chinese models",
  openrouter_weekly_tokens_us_models: "tokens a week, US models",
  openrouter_weekly_tokens_total: "tokens a week",
  openrouter_model_token_share: "one model's share of tokens",
  openrouter_lab_token_share: "one lab's share of tokens",
  hf_derivatives_lab: "models built on it",
  hf_downloads_cumulative_china: "downloads so far, China",
  hf_downloads_cumulative_us: "downloads so far, US",
  hf_downloads_cumulative_lab: "downloads so far",
  hf_downloads_share_by_country: "share of downloads",
  hf_downloads_size_share: "share of downloads by size",
  hf_downloads_year_to_date_lab: "downloads this year",
  hf_gguf_downloads_monthly: "downloads for local use a month",
  hf_license_share_chinese: "free licences, Chinese releases",
  hf_license_share_us: "free licences, US releases",
  enterprise_share_open: "open models' share of company use",
  enterprise_llm_penetration: "companies that use it in production",
  enterprise_adoption_etr: "companies that adopted it",
  enterprise_llm_spend_share: "share of company spend",
  closed_share_of_enterprise_tokens: "closed models' share of company tokens",
  weekly_active_users: "users a week",
  monthly_active_users: "users a month",
  monthly_tokens_processed: "tokens a month",
};

const plain = (value: number): string =>
  Number.isInteger(value) ? countText(value) : String(Number(value.toFixed(2)));

function age({age: {date, covered, median, models}, againstSizeClass}: UseReport, page: Page): string[] {
  return [
    ...heading(page, "By age of the model", date === null ? "" : `router tokens of the week of ${date}`),
    ...paragraph(
      page,
      median.value === null
        ? `No number: ${reasonText(median)}.`
        : `Half of the listed tokens go to models younger than ${valueText(median)} days; the list covers ${numberText(covered, "share")} of the router's tokens: ${models.map(({model, ageDays, share}) => `${model} (${ageDays} days) ${numberText(share, "share")}`).join(", ")}.`,
    ),
    ...paragraph(page, `${againstSizeClass.label}: no number, ${reasonText(againstSizeClass)}.`).map(
      page.ink.quiet,
    ),
  ];
}

function loops({loops: rows}: UseReport, all: boolean, page: Page): string[] {
  if (rows.length === 0) return [];
  const limit = all ? Number.POSITIVE_INFINITY : EFFECTS;
  return [
    ...heading(
      page,
      "Who owns the product and learns from its use",
      "as reported; no measured gain in ability",
    ),
    ...rows.flatMap(({name, says, since, effects}) => [
      ...wrapped(`${name}: ${says}, reported since ${since}`, page.width, "    ", "  ").map((line, at) =>
        at === 0 ? page.ink.strong(line) : line,
      ),
      ...effects
        .slice(0, limit)
        .flatMap((effect) =>
          wrapped(
            `${effect.date} ${effect.product}: ${effect.effect}${effect.value === null ? "" : ` ${plain(effect.value)} ${effect.unit}`}${effect.note ? `; ${effect.note}` : ""} (${gradeText(effect.source)}; ${effect.source.url ?? "no page"})`,
            page.width,
            "      ",
            "    ",
          ),
        ),
      ...(effects.length > limit
        ? paragraph(page, `${counted(effects.length - limit, "more row")}: --all shows them.`, "    ").map(
            page.ink.quiet,
          )
        : []),
    ]),
    "",
  ];
}
