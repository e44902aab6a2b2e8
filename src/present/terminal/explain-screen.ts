/** `lagline explain <number>`: one number taken apart, from its meaning down to rows and links. */

import type {LagRecord, Quantity} from "../../report.ts";
import type {PreferenceRow, ResultRow} from "../evidence-rows.ts";
import type {Explanation} from "../explanation.ts";
import {
  boundsText,
  counted,
  countText,
  intervalText,
  measureText,
  numberText,
  quantityText,
  reasonText,
  shareText,
} from "../quantity-text.ts";
import {clipped, displayWidth, wrapped} from "./display-width.ts";
import {factLines, footing, gradeText} from "./fact-lines.ts";
import {markdownLines} from "./markdown-lines.ts";
import {clockMeaning, priceText} from "./models-screen.ts";
import {colophon, heading, type Page, paragraph} from "./page.ts";
import {sourceLines} from "./source-lines.ts";
import {type Column, table} from "./table.ts";

const SHOWN = 12;
const BOUND = {none: "", right: "≥ ", left: "≤ "} as const;

/** @param all - every record and row instead of the first of each */
export function explainScreen(explained: Explanation, all: boolean, page: Page): string[] {
  const {quantity, about, computedFrom} = explained;
  const limit = all ? Number.POSITIVE_INFINITY : SHOWN;
  return [
    ...wrapped(quantity.label, page.width).map(page.ink.strong),
    ...paragraph(page, quantity.id, "").map(page.ink.quiet),
    "",
    ...value(quantity, page),
    "",
    ...ruleText(explained, page),
    ...(computedFrom.length > 0
      ? [
          "",
          ...heading(page, "Computed from", counted(computedFrom.length, "number")),
          ...computedFrom
            .slice(0, limit)
            .flatMap((part) => wrapped(`${part.id}  ${quantityText(part)}`, page.width, "    ", "  ")),
          ...remaining(computedFrom.length, limit, page),
        ]
      : []),
    "",
    ...(explained.force
      ? [
          ...forceEvidence(explained.force, limit, page),
          ...forceModels(explained, limit, page),
          ...forcePrices(explained, limit, page),
        ]
      : [
          ...records(quantity.evidence.records, limit, page),
          "",
          ...models(explained, limit, page),
          "",
          ...rows(explained.rows, limit, page),
          "",
          ...sourceLines(explained.sources, page),
        ]),
    "",
    ...paragraph(
      page,
      `Dates: a clock starts on ${clockMeaning[about.dates]} (--dates ${about.dates}).`,
      "",
    ).map(page.ink.quiet),
    ...(explained.force ? footing({about, asOf: explained.force.asOf}, page) : colophon(page, explained)),
  ];
}

function forceEvidence(force: NonNullable<Explanation["force"]>, limit: number, page: Page): string[] {
  const {facts, tier, confidence, prior} = force;
  const weakest =
    facts.length > 0 && tier !== null && confidence !== null
      ? `; weakest source ${gradeText({tier, confidence})}`
      : "";
  const says = {
    none: "The facts speak.",
    partly: "The facts speak together with a prior.",
    wholly: "No fact speaks: the prior alone gives this number.",
  }[prior];
  return [
    ...heading(page, "Facts", `${counted(facts.length, "row")}${weakest}`),
    ...(facts.length > 0 || prior !== "none" ? paragraph(page, says) : []),
    ...(facts.length === 0 && prior === "none"
      ? paragraph(
          page,
          "It rests on measured abilities, releases and list prices, not on rows of these tables.",
        )
      : factLines(facts, page, limit)),
  ];
}

/** The list prices of the models that decide a price, with the lists they were read in. */
function forcePrices({force, sources}: Explanation, limit: number, page: Page): string[] {
  const prices = force?.prices ?? [];
  if (prices.length === 0) return [];
  const columns: Column[] = [
    {title: "model", min: 14},
    {title: "host", min: 10},
    {title: "input", align: "right"},
    {title: "output", align: "right"},
    {title: "from"},
    {title: "until", drop: 2},
    {title: "source", min: 10, drop: 1},
  ];
  const {lines} = table(
    columns,
    prices
      .slice(0, limit)
      .map(({model, provider, input, output, from, to, source}) => [
        model,
        provider,
        `$${priceText(input)}`,
        {text: `$${priceText(output)}`, ink: page.ink.strong},
        from ?? "unknown",
        to ?? "–",
        source,
      ]),
    {width: page.width, head: page.ink.quiet},
  );
  return [
    "",
    ...heading(page, "List prices", `${counted(prices.length, "row")}, USD per million tokens`),
    ...lines,
    ...remaining(prices.length, limit, page),
    "",
    ...sourceLines(sources, page),
  ];
}

function forceModels(explained: Explanation, limit: number, page: Page): string[] {
  return explained.models.length === 0 ? [] : ["", ...models(explained, limit, page)];
}

/**
 * `lagline explain` without a number: what can be explained.
 *
 * @param hidden - how many more there are that are not listed here
 */
export function explainableScreen(
  quantities: readonly Quantity[],
  {hidden, models}: {hidden: number; models: number},
  page: Page,
): string[] {
  const lines = quantities.flatMap((quantity) => {
    const [id, now] = [clipped(quantity.id, page.width - 2), measureText(quantity)];
    const air = page.width - displayWidth(id) - displayWidth(now) - 2;
    if (air >= 2) return [`  ${id}${" ".repeat(air)}${page.ink.strong(now)}`];
    return [`  ${id}`, `${" ".repeat(page.width - displayWidth(now))}${page.ink.strong(now)}`];
  });
  return [
    ...heading(
      page,
      `${counted(quantities.length + hidden, "number")} can be explained`,
      "lagline explain <number>",
    ),
    ...lines,
    "",
    ...(hidden > 0
      ? paragraph(page, `${countText(hidden)} more by lab, model and series: --all lists them.`)
      : []),
    ...paragraph(
      page,
      `And the ability of each of ${counted(models, "model")}: lagline explain ability.<model id>.`,
    ),
  ];
}

function value(quantity: Quantity, page: Page): string[] {
  const {unit, interval, censored, n, note} = quantity;
  if (quantity.value === null) return paragraph(page, `No number: ${reasonText(quantity)}.`);
  return [
    `  ${page.ink.strong(measureText(quantity))}`,
    ...paragraph(page, interval ? intervalText(interval, unit) : "no interval").map(page.ink.quiet),
    ...(censored === "right" ? paragraph(page, "At least this much: still running on the as-of date.") : []),
    ...(n > 0 || note
      ? paragraph(page, [n > 0 ? `n = ${countText(n)}` : "", note ?? ""].filter(Boolean).join("; "))
      : []),
  ];
}

function ruleText({rule, quantity}: Explanation, page: Page): string[] {
  if (!rule)
    return [
      ...heading(page, `Rule ${quantity.evidence.rule}`),
      ...paragraph(page, "METHOD.md holds its text."),
    ];
  return [...heading(page, `Rule ${rule.rule}. ${rule.title}`), ...markdownLines(rule.text, page)];
}

function records(list: readonly LagRecord[], limit: number, page: Page): string[] {
  if (list.length === 0)
    return [...heading(page, "Records"), "  This number does not rest on single records."];
  const columns: Column[] = [
    {title: "record", min: 12},
    {title: "date"},
    {title: "other side", min: 12},
    {title: "months", align: "right"},
    {title: "interval", drop: 1},
    {title: "a record in", align: "right", drop: 2},
  ];
  const {lines} = table(
    columns,
    list
      .slice(0, limit)
      .map((record) => [
        record.model,
        record.date,
        record.matchedBy ?? {text: "nobody yet", ink: page.ink.quiet},
        {text: `${BOUND[record.censored]}${numberText(record.months, "months")}`, ink: page.ink.strong},
        boundsText(record, "months"),
        `${numberText(record.recordShare, "probability")} of draws`,
      ]),
    {width: page.width, head: page.ink.quiet},
  );
  return [
    ...heading(page, "Records", counted(list.length, "record")),
    ...lines,
    ...remaining(list.length, limit, page),
  ];
}

function models({models, quantity}: Explanation, limit: number, page: Page): string[] {
  const isSingle = quantity.evidence.models.length > 0;
  if (models.length === 0) return [...heading(page, "Models"), "  No single model decides it."];
  const columns: Column[] = [
    {title: "model", min: 14},
    {title: "weights"},
    {title: "announced", drop: 1},
    {title: "available"},
    {title: "downloadable"},
  ];
  const {lines} = table(
    columns,
    models
      .slice(0, limit)
      .map((model) => [
        model.name,
        model.openness,
        model.announced ?? "–",
        model.available ?? "–",
        model.weights ?? "–",
      ]),
    {width: page.width, head: page.ink.quiet},
  );
  const remark = isSingle ? "" : "; no single model decides this number, so all that are measured";
  return [
    ...heading(page, "Models", `${counted(models.length, "model")}${remark}`),
    ...lines,
    ...remaining(models.length, limit, page),
  ];
}

function rows(list: readonly (ResultRow | PreferenceRow)[], limit: number, page: Page): string[] {
  if (list.length === 0) return [...heading(page, "Rows"), "  No row of results decides it by itself."];
  const columns: Column[] = [
    {title: "model", min: 18},
    {title: "test", min: 18},
    {title: "value", align: "right"},
    {title: "seen", drop: 2},
    {title: "source", min: 10},
    {title: "licence", min: 9, drop: 1},
  ];
  const {lines} = table(
    columns,
    list.slice(0, limit).map((row) => [
      row.model,
      row.kind === "result" ? row.name : row.board,
      {
        text: row.kind === "result" ? shareText(row.score) : numberText(row.rating, "Elo"),
        ink: page.ink.strong,
      },
      row.kind === "result" ? row.seen : row.date,
      row.source,
      row.licence,
    ]),
    {width: page.width, head: page.ink.quiet},
  );
  return [
    ...heading(page, "Rows", counted(list.length, "row")),
    ...lines,
    ...remaining(list.length, limit, page),
  ];
}

const remaining = (count: number, limit: number, page: Page): string[] =>
  count > limit
    ? paragraph(page, `${countText(count - limit)} more: --all shows them.`).map(page.ink.quiet)
    : [];
