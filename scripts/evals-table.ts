/** METHOD's table on own evals, from the file that `npm run bench:evals -- --json` wrote. */
import type {RevealScore} from "../bench/own-evals.ts";

export interface OwnEvalsRun {
  readonly families: number;
  readonly benchmarks: number;
  readonly repeats: number;
  readonly scores: readonly RevealScore[];
}

/** The models revealed at which the target is stated. */
const TARGET = 5;

export function evalsTable({families, benchmarks, repeats, scores}: OwnEvalsRun): string {
  const share = (one: RevealScore, than: keyof RevealScore["error"]) =>
    `${(100 * (1 - one.error.lagline / one.error[than])).toFixed(0)}%`;
  const target = scores.find(({revealed}) => revealed === TARGET)!;
  return [
    `${benchmarks} benchmarks of ${families} families hidden in turn, with all editions of the family, from the index and from`,
    `what is believed of benchmarks; then some models' results revealed (${repeats} random choices each) and the others'`,
    "predicted. Every family counts once. The folds of families that served for choosing the method are not among them.",
    "Mean absolute error in points of 100; regret is what is lost by running the hidden model predicted best.",
    "",
    "| models revealed | 0 | 1 | 3 | 5 | 8 | 12 |",
    "| --- | --: | --: | --: | --: | --: | --: |",
    line("error: lagline", scores, ({error}) => error.lagline),
    line("error: overall index, line with a prior", scores, ({error}) => error["overall index"]),
    line("error: overall index, plain line", scores, ({error}) => error["line through the results"]),
    line("regret: lagline", scores, ({regret}) => regret.lagline),
    line("regret: overall index", scores, ({regret}) => regret["overall index"]),
    line("90% intervals hold, %", scores, ({coverage}) => 100 * coverage),
    line("their mean width", scores, ({width}) => width),
    "",
    `At five revealed models lagline's error is ${share(target, "line through the results")} below that of the overall index read through a plain line and`,
    `${share(target, "overall index")} below that of one that knows as much about benchmarks as lagline does. The target was 25%: missed.`,
  ].join("\n");
}

const line = (title: string, scores: readonly RevealScore[], of: (score: RevealScore) => number): string =>
  `| ${title} | ${scores.map((score) => of(score).toFixed(1)).join(" | ")} |`;
