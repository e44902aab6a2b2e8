/** Words for questions and positions that every reader sees alike: a chance, a position in a phrase, a state, an outcome. */
import type {BetBelief, BetPosition, BetQuestion, BetsReport} from "../bets-report.ts";
import type {ForceFactRow} from "../forces-report.ts";

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

/** `5% 2027-01-03, 50% 2027-08-12, 95% 2029-02-01`: how much of a distribution lies below what. */
export const quantilesText = (quantiles: BetQuestion["chanceQuantiles"], unit: string | null): string =>
  quantiles
    .map(({level, value}) => `${chanceText(level)} ${outcomeText(value, unit === "date" ? null : unit)}`)
    .join(", ");

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

export const factsById = ({facts}: Pick<BetsReport, "facts">): ReadonlyMap<string, ForceFactRow> =>
  new Map(facts.map((row) => [row.id, row]));

/** Whether a settled answer speaks for or against its belief; empty where it does neither. */
export function bearingText({counts, resolution, voided}: BetQuestion): string {
  const outcome = resolution?.outcome;
  if (counts === "neither" || voided || (outcome !== "yes" && outcome !== "no")) return "";
  return (counts === "for") === (outcome === "yes") ? "for the belief" : "against the belief";
}

export const BELIEF_GROUPS = [
  ["thirteen", "Thirteen beliefs about open models"],
  ["related", "Related claims with a date"],
  ["own", "Your own"],
] as const;

/** Whose the thirteen are, and what is ours in them. */
export const thirteenText = ({source, stated}: Pick<BetBelief, "source" | "stated">): string =>
  `Nathan Lambert set them out on ${stated} (${source}). They are restated here in our words; he gave no probabilities, so none are put in his mouth. The questions, their thresholds and their faults are ours. Whoever reads a belief otherwise can ask another question: lagline bets add.`;

/** What exactly is asked, name by name. */
export function wordingOf(question: BetQuestion): readonly (readonly [string, string])[] {
  const {terms, source, fallback, opens, closes, resolves, graceDays, ties, revisions, voids} = question;
  const {condition, isActive, settledBy, range, unit, why} = question;
  return [
    ...(condition
      ? ([
          ["only if", `${condition}${isActive ? " It has come about." : " It has not come about."}`],
        ] as const)
      : []),
    ["metric", terms.metric],
    ["rule", terms.rule],
    ["cohort", terms.cohort],
    ["dates", terms.dates],
    ["source", source],
    ["fallback", fallback],
    ...(range
      ? ([
          [
            "range",
            `${range.low} to ${range.high}${unit && unit !== "date" ? ` ${unit}` : ""}, open at both ends`,
          ],
        ] as const)
      : []),
    ["days", `opens ${opens}, closes ${closes}, due ${resolves}; cannot tell after ${graceDays} more days`],
    ["ties", ties],
    ["revisions", revisions],
    ["void", voids],
    [
      "settled by",
      settledBy === "machine"
        ? "lagline, from the facts"
        : "a person with evidence, and a second person who agrees",
    ],
    ["why", why],
  ];
}
