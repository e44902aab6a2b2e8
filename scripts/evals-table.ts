/** METHOD's table on own evals, from the file that `npm run bench:evals -- --json` wrote. */
import type {RevealScore} from "../bench/own-evals.ts";

export interface OwnEvalsRun {
  readonly families: number;
  readonly benchmarks: number;
  readonly repeats: number;
  readonly scores: readonly RevealScore[];
}

/** The models revealed at which the target is stated, and how far below the overall index the error should be. */
const TARGET = 5;
const WANTED = 0.25;

export function evalsTable({families, benchmarks, repeats, scores}: OwnEvalsRun): string {
  const target = scores.find(({revealed}) => revealed === TARGET)!;
  const below = (rival: keyof RevealScore["error"]) => 1 - target.error.lagline / target.error[rival];
  const [plain, shrunk] = [below("line through the results"), below("overall index")];
  const outcome =
    Math.min(plain, shrunk) >= WANTED
      ? "met"
      : Math.max(plain, shrunk) >= WANTED
        ? "met against the first only"
        : "missed against both";
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
    line("pairs in the wrong order, %: lagline", scores, ({misordered}) => 100 * misordered.lagline),
    line(
      "pairs in the wrong order, %: overall index",
      scores,
      ({misordered}) => 100 * misordered["overall index"],
    ),
    line("90% intervals hold, %", scores, ({coverage}) => 100 * coverage),
    line("standard error of that, over families", scores, ({coverageError}) => 100 * coverageError),
    line("their mean width", scores, ({width}) => width),
    "",
    `At ${TARGET} revealed models lagline's error is ${percent(plain)} below that of the overall index read through a plain line and`,
    `${percent(shrunk)} below that of one that knows as much about benchmarks as lagline does. The target, ${percent(WANTED)}, is ${outcome}.`,
    `Of pairs of untested models ${tenths(target.misordered["overall index"])} stand in the wrong order when ranked by the overall index, ${tenths(target.misordered.lagline)} by lagline.`,
  ].join("\n");
}

const line = (title: string, scores: readonly RevealScore[], of: (score: RevealScore) => number): string =>
  `| ${title} | ${scores.map((score) => of(score).toFixed(1)).join(" | ")} |`;

const tenths = (share: number): string => `${(100 * share).toFixed(1)}%`;
const percent = (share: number): string => `${(100 * share).toFixed(0)}%`;
