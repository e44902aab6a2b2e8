/** What the screens of the bets have in common: a position in a phrase, a state, evidence as lines. */
import type {BetPosition, BetQuestion, BetsReport} from "../../bets-report.ts";
import type {ForceFactRow} from "../../forces-report.ts";
import {wrapped} from "./display-width.ts";
import {gradeText} from "./fact-lines.ts";
import type {Page} from "./page.ts";

/** `20%`, `0.4%`, `certain`. */
export function chanceText(p: number): string {
  if (p === 0 || p === 1) return p === 0 ? "0%" : "100%";
  const percent = p * 100;
  return percent < 1 || percent > 99 ? `${percent.toFixed(1)}%` : `${Math.round(percent)}%`;
}

/** A position as it fits a table: a probability, a median with its ends, or a direction in words. */
export function standText({
  probability,
  quantiles,
  direction,
}: Pick<BetPosition, "probability" | "quantiles" | "direction">): string {
  if (probability !== null) return chanceText(probability);
  if (direction !== null) return `says ${direction}`;
  const middle = quantiles.find(({level}) => level >= 0.5) ?? quantiles.at(-1)!;
  const [low, high] = [quantiles[0]!, quantiles.at(-1)!];
  return `${middle.value} (${low.value} to ${high.value})`;
}

/** The newest position of every forecaster, those with a number first. */
export function newestPositions({positions}: Pick<BetQuestion, "positions">): BetPosition[] {
  const newest = new Map<string, BetPosition>();
  for (const position of positions)
    newest.set(`${position.forecaster} ${position.source?.market ?? ""}`, position);
  return [...newest.values()].sort(
    (a, b) =>
      Number(a.direction !== null) - Number(b.direction !== null) || (a.forecaster < b.forecaster ? -1 : 1),
  );
}

export const STATE_WORDS: Readonly<Record<BetQuestion["state"], string>> = {
  "not-open-yet": "not open yet",
  open: "open",
  waiting: "waits for its condition",
  closed: "closed, answer not due yet",
  due: "answer due",
  proposed: "answered, waits for a second person",
  disputed: "disputed",
  settled: "settled",
  void: "void",
};

/** `yes`, `6.9 months`, `cannot tell`, `2027-03-01`. */
export function outcomeText(outcome: string | number, unit: string | null): string {
  if (typeof outcome === "string") return outcome.replace("-tell", " tell");
  return `${Number(outcome.toFixed(2))}${unit ? ` ${unit}` : ""}`;
}

/** What something rests on: fact rows with their grade and page, then numbers, models and pages. */
export function evidenceLines(
  {facts, numbers, models, urls}: BetsReport["beliefs"][number]["evidence"][number]["rests"],
  rows: ReadonlyMap<string, ForceFactRow>,
  page: Page,
  indent = "    ",
): string[] {
  const quiet = (text: string) => wrapped(text, page.width, `${indent}  `, indent).map(page.ink.quiet);
  return [
    ...facts.flatMap((id) => {
      const row = rows.get(id);
      return quiet(
        row
          ? `${row.table}.csv ${id} (${gradeText(row)})${row.url ? ` ${row.url}` : ""}`
          : `${id} (not among these facts)`,
      );
    }),
    ...(numbers.length > 0 ? quiet(`numbers: ${numbers.join(", ")}`) : []),
    ...(models.length > 0 ? quiet(`models: ${models.join(", ")}`) : []),
    ...urls.flatMap((url) => quiet(url)),
  ];
}

export const factsById = ({facts}: Pick<BetsReport, "facts">): ReadonlyMap<string, ForceFactRow> =>
  new Map(facts.map((row) => [row.id, row]));
