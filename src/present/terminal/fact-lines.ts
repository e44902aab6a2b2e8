/** Fact rows as lines a reader can check: date, figure, words, then grade, page and the day it was published. */
import type {FactSource, ForceFactRow, ForceQuantity} from "../../forces-report.ts";
import {counted, countText, numberText} from "../quantity-text.ts";
import {wrapped} from "./display-width.ts";
import type {Report} from "../../report.ts";
import {colophon, type Page, paragraph} from "./page.ts";

const TIER = {
  A: "primary page",
  B: "edited news",
  C: "blog or aggregator",
  none: "no page",
} as const;

/** `A primary page, high confidence`. */
export const gradeText = ({tier, confidence}: Pick<FactSource, "tier" | "confidence">): string =>
  `${tier === "none" ? "" : `${tier} `}${TIER[tier]}, ${confidence} confidence`;

/** `A/high`: as it fits a table; a dash for numbers made of measured abilities and list prices. */
export const gradeCode = ({tier, confidence}: Pick<ForceQuantity, "tier" | "confidence">): string =>
  tier === null || confidence === null ? "–" : `${tier === "none" ? "none" : tier}/${confidence}`;

/** What the marks of `gradeCode` mean, once per page. */
export const GRADES =
  "Sources: A primary page, B edited news, C blog or aggregator, then confidence; the weakest of the facts counts.";

/** Who speaks: the facts, the prior, or both. */
export const speaker = ({prior}: Pick<ForceQuantity, "prior">): string =>
  ({none: "facts", partly: "facts+prior", wholly: "prior alone"})[prior];

/** `$2.0bn`, `$1.9bn to $2.1bn`, `40 percent`; empty where the row gives words only. */
export function figureText({low, value, high, unit}: ForceFactRow): string {
  const isUsd = unit === "USD";
  const one = (amount: number) => (isUsd ? numberText(amount, "USD") : String(amount));
  const [from, to] = [low ?? value, high ?? value];
  const text =
    from === null && to === null
      ? ""
      : value !== null && from === value && to === value
        ? one(value)
        : from !== null && to !== null && one(from) === one(to)
          ? one(value ?? from)
          : high === null && low !== null
            ? `over ${one(low)}`
            : from === to
              ? one(from!)
              : `${one(from ?? to!)} to ${one(to ?? from!)}`;
  return text === "" ? "" : [text, isUsd || unit === "none" ? "" : unit].filter(Boolean).join(" ");
}

/** @param rows - in the order shown */
export function factLines(rows: readonly ForceFactRow[], page: Page, limit: number): string[] {
  const lines = rows.slice(0, limit).flatMap((row) => {
    const figure = figureText(row);
    const text = [`${row.what.replace(/_usd$/, "").replaceAll("_", " ")}`, figure, row.says]
      .filter(Boolean)
      .join(" · ");
    const origin = [
      gradeText(row),
      row.published ? `published ${row.published}` : "",
      row.url ?? "",
      row.licence === "facts" ? "" : row.licence,
    ]
      .filter(Boolean)
      .join(" · ");
    return [
      ...wrapped(text, page.width, " ".repeat(14), `  ${row.date.padEnd(10)}  `),
      ...wrapped(origin, page.width, " ".repeat(14)).map(page.ink.quiet),
      ...wrapped(row.id, page.width, " ".repeat(14)).map(page.ink.quiet),
    ];
  });
  const hidden = rows.length - Math.min(limit, rows.length);
  return hidden > 0
    ? [...lines, ...paragraph(page, `${countText(hidden)} more: --all shows them.`).map(page.ink.quiet)]
    : lines;
}

/** The source of one row in a line: `B edited news, medium confidence · 2026-08-03 · https://…`. */
export const sourceText = (source: FactSource): string =>
  [gradeText(source), source.published ?? "", source.url ?? ""].filter(Boolean).join(" · ");

/** `3 facts`. */
export const factCount = ({facts}: Pick<ForceQuantity, "facts">): string => counted(facts.length, "fact");

/** What a screen of the forces rests on: the day of the facts, and of the report around them. */
export interface Footing {
  readonly about: Report["about"];
  /** Day the forces are seen from. */
  readonly asOf: string;
}

export const footing = ({about, asOf}: Footing, page: Page): string[] => [
  ...paragraph(
    page,
    `forces as of ${asOf}${asOf === about.asOf ? "" : `, abilities as of ${about.asOf}`}`,
    "",
  ).map(page.ink.quiet),
  ...colophon(page, {about}),
];
