/** Why an option was chosen and what would change it, in sentences that carry their numbers. */
import {isoDay} from "../../dates.ts";
import {mean} from "../../numeric/quantile.ts";
import {selectedQuantiles} from "../../numeric/selected-quantiles.ts";
import {adviceMethod} from "../advice-method.ts";
import type {Choice, Ranked} from "../decision/choice-of-option.ts";
import type {Horizon} from "../decision/horizon.ts";
import type {Swing} from "../decision/sensitivity.ts";
import type {Workload} from "../portfolio/portfolio.ts";
import {hostText} from "./option-row.ts";
import {shareText, timesText, usdText} from "./words.ts";

const named = ({contender: {option}}: Ranked): string => `${option.name} at ${hostText(option)}`;

/** The best option of another model: what the primary is held against. */
const rivalOf = ({primary, ranking}: Choice): Ranked | undefined =>
  ranking.find(({contender}) => contender.option.model !== primary.contender.option.model);

/** @param tasks - finished tasks per year */
export function primarySentence(choice: Choice, {today}: Workload, {tasksPerYear}: Horizon): string {
  const {primary, verdict, insteadOf, aheadOfNext} = choice;
  const stays = today !== undefined && primary.contender.option.model === today.model;
  const cost = `${usdText(primary.cost)} a year (${usdText(primary.cost / tasksPerYear)} a task)`;
  const start = `${stays ? "Stay with" : "Run"} ${named(primary)}: ${cost}`;
  if (verdict === "not worth running") {
    return `No option is worth running at these stakes: the best, ${named(primary)}, costs ${cost} and loses ${usdText(-primary.expected)} a year all told.`;
  }
  if (verdict === "no difference") {
    return `${start}. No difference to ${named(insteadOf!)} is detectable: take the cheaper.`;
  }
  const rival = rivalOf(choice);
  if (!rival) return `${start}. No other model is allowed.`;
  const chance = `worth more than ${named(rival)} in ${shareText(aheadOfNext)} of draws`;
  return `${start}, ${chance}${verdict === "clear" ? "" : ": a lean, not a certainty"}.`;
}

/** What its host has said of its price to come. */
function announcedText({contender: {option}}: Ranked): string {
  if (option.hosting !== "api" || !option.announced) return "";
  const {from, input, output} = option.announced;
  return `, with the announced $${input}/$${output} per million tokens from ${isoDay(from)}`;
}

/** The three facts that decide: what is done right, what it costs, what is at stake. */
export function whyLines(choice: Choice, workload: Workload, {tasksPerYear}: Horizon): string[] {
  const {primary} = choice;
  const rival = rivalOf(choice);
  const stake = workload.valueOfSuccess + workload.costOfFailure;
  const ours = primary.contender.success;
  const point = stake * tasksPerYear * 0.01;
  const worth = `One point of success is worth ${usdText(point)} a year here; running ${primary.contender.option.name} costs ${usdText(primary.cost)}.`;
  if (!rival) return [`It does ${shareText(mean(ours))} right.`, worth];
  const theirs = rival.contender.success;
  const [low, middle, high] = selectedQuantiles(
    ours.map((share, d) => share - theirs[d]!),
    [(1 - adviceMethod.intervalLevel.value) / 2, 0.5, (1 + adviceMethod.intervalLevel.value) / 2],
  );
  const points = (value: number) => `${value < 0 ? "−" : "+"}${Math.abs(100 * value).toFixed(1)}`;
  const ratio = rival.cost / primary.cost;
  const dearer =
    Math.abs(ratio - 1) < 0.05
      ? "about as much"
      : ratio >= 1
        ? `${timesText(ratio)} as much`
        : `${shareText(ratio)} of that`;
  return [
    `It does ${shareText(mean(ours))} right against ${shareText(mean(theirs))} of ${named(rival)}: ${points(middle!)} points, 90% interval ${points(low!)} to ${points(high!)}, both in the same draws.`,
    `It costs ${usdText(primary.cost)} a year${announcedText(primary)}; ${rival.contender.option.name} costs ${dearer}${announcedText(rival)}.`,
    worth,
  ];
}

/** What it would take: a price, a success rate, or one of the inputs moved. */
export function flipLines(
  choice: Choice,
  moves: readonly Swing[],
  workload: Workload,
  {tasksPerYear}: Horizon,
): string[] {
  const {primary} = choice;
  const rival = rivalOf(choice);
  if (!rival) return [];
  const lead = primary.expected - rival.expected;
  const lines: string[] = [];
  const gain = tasksPerYear * (workload.valueOfSuccess + workload.costOfFailure);
  if (lead > 0 && gain > 0) {
    const factor = (primary.cost + lead) / primary.cost;
    lines.push(
      `${rival.contender.option.name} would lead if ${primary.contender.option.name} did ${((100 * lead) / gain).toFixed(1)} points worse than estimated, or cost ${timesText(factor)} as much.`,
    );
  }
  for (const {what, low, high} of moves.filter(({flips}) => flips)) {
    const ends = [low, high].filter(({margin}) => margin < 0);
    lines.push(`With ${what} ${ends.map(({at, leader}) => `${at}, ${leader.name} leads`).join("; ")}.`);
  }
  const firm = moves.filter(({flips}) => !flips).map(({what}) => what);
  if (firm.length > 0)
    lines.push(`Does not flip with ${firm.join(", ")}, each taken from one end to the other.`);
  return lines;
}
