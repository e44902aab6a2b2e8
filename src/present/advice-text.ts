/** Sentences about an advice that every surface says alike, made from its values. */
import type {Advice, OptionRow, SelfHostAdvice, Trigger, WorkloadAdvice} from "../advice-report.ts";
import {boundsText, counted, countText, measureText, numberText, valueText} from "./quantity-text.ts";

/** `Advice for Regulated EU bank: 3 workloads, 36 months at 8% a year`. */
export const adviceTitle = ({portfolio, workloads}: Advice): string =>
  `Advice for ${portfolio.name}: ${counted(workloads.length, "workload")}, ${portfolio.horizonMonths} months at ${numberText(portfolio.discountRate, "share")} a year`;

/** What the numbers are. */
export const adviceBasis = ({about}: Advice): string =>
  `${countText(about.optionsPriced)} options at the prices of ${about.pricesAsOf}; USD per year over the horizon, mean and ${numberText(about.level, "share")} interval.`;

/** `support, user-driven, 2,520,000 tasks a year`. */
export const workloadKind = ({kind, style, tasksPerYear}: WorkloadAdvice): string =>
  `${kind}, ${style}, ${countText(Math.round(tasksPerYear))} tasks a year`;

/** Where an option runs: its host, or its own machines in short. */
export const placeText = ({continuity, runs, host}: OptionRow): string =>
  continuity === "own machines"
    ? runs.replace("own machines: copies of ", "own ").replace(" at ", ", ")
    : host;

/** `primary`, `fallback`, `runs today`, or nothing. */
export const roleOf = (
  {primary, fallback}: Pick<WorkloadAdvice, "primary" | "fallback">,
  {id, runsToday}: OptionRow,
): "primary" | "fallback" | "runs today" | "" =>
  id === primary?.id ? "primary" : id === fallback?.id ? "fallback" : runsToday ? "runs today" : "";

/** The fallback and what it is worth; undefined where nothing is to be run. */
export const fallbackText = ({primary, fallback, fallbackNote}: WorkloadAdvice): string | undefined =>
  fallback
    ? `${fallback.name} at ${fallback.host}: ${fallbackNote}; worth ${measureText(fallback.netValue)}.`
    : primary
      ? `none: ${fallbackNote}.`
      : undefined;

const RULE = {
  held: "the rule of thumb held",
  "did not hold": "the rule of thumb did not hold",
  "cannot be told": "whether the rule of thumb holds cannot be told",
} as const;

export const ruleOfThumbText = ({ruleOfThumb: {verdict, says}}: WorkloadAdvice): string =>
  `${RULE[verdict]}: ${says}.`;

/** What own machines would cost, and from which volume they would pay. */
export function ownMachinesText({
  name,
  runs,
  cost,
  breakEven,
  comparedWith,
  utilisation,
  people,
}: SelfHostAdvice): string {
  const pays =
    breakEven.value === null
      ? `never cheaper than ${comparedWith} (${breakEven.insufficient})`
      : `cheaper than ${comparedWith} from ${measureText(breakEven)} (${boundsText(breakEven.interval!, breakEven.unit).replace("or more", "or never")})`;
  return `${name} on ${runs.replace("own machines: ", "")}: ${measureText(cost)}, ${valueText(utilisation)} used, ${valueText(people)} of it people; ${pays}.`;
}

/** How likely a trigger is, with what that is a chance of. */
export const triggerChance = ({measure, probability}: Trigger): string =>
  `${valueText(probability)} ${measure === "own-eval" ? "likely" : "within the horizon"}`;

export const triggerText = (trigger: Trigger): string =>
  `${trigger.says} (${triggerChance(trigger)}): ${trigger.then}`;

/** `1,036 options: 22 compared, 61 dearer than the same model run alike, the rest ruled out`. */
export const seenText = ({seen: {options, compared, dearer}}: WorkloadAdvice): string =>
  `${countText(options)} options: ${countText(compared)} compared, ${countText(dearer)} dearer than the same model run alike, the rest ruled out`;

export const assumedText = (assumed: Advice["portfolio"]["assumed"]): string =>
  assumed.map(({field, value}) => `${field} ${value}`).join(", ");

/** What it all rests on. */
export const adviceGround = ({about}: Advice): readonly string[] => [
  `prices as of ${about.pricesAsOf}, abilities as of ${about.abilitiesAsOf}`,
  `facts ${about.vintage}`,
  `method ${about.method}`,
  `${countText(about.draws)} draws over ${countText(about.abilityDraws)} joint ability draws, seed ${about.seed}`,
  `${countText(about.unmeasured)} prices of models without a measured ability left out`,
];
