/** METHOD's table of how past advices did, from the file that `lagline advise --backtest` made. */
import type {AdviceBacktest} from "../src/advice-report.ts";

const points = (value: number): string => value.toFixed(1);
const percent = (share: number): string => `${Math.round(100 * share)}%`;

/** Regret of the advice and of every rule of one line, and whether what was stated came true, a column per variant. */
export function adviceTable({variants, origins, under}: AdviceBacktest): string {
  const [{cases, tests, families, rows}] = variants as [AdviceBacktest["variants"][number]];
  const row = (name: string, cells: readonly string[]) => `| ${[name, ...cells].join(" | ")} |`;
  return [
    `${cases} decisions on ${tests} tests of ${families} families, ${origins[0]} to ${origins.at(-1)}; regret in points of success, mean, 90% interval,`,
    `and at the large stake. Facts \`${under.vintage}\`. \`lagline advise --backtest\` makes it anew.`,
    "",
    row(
      "",
      variants.map(({knows}) => knows),
    ),
    row(
      "---",
      variants.map(() => "--:"),
    ),
    ...rows.map(({way}, k) =>
      row(
        way,
        variants.map(({rows: own}) => {
          const {regret, low, high, byStake} = own[k]!;
          const large = byStake.find(({stake}) => stake === "large")!;
          return `${points(regret)} [${points(low)}, ${points(high)}]; ${points(large.regret)}`;
        }),
      ),
    ),
    row(
      "its choice: chance stated, share that was best",
      variants.map(({calibration: {stated, wasBest}}) => `${percent(stated)}, ${percent(wasBest)}`),
    ),
    row(
      "scores inside the stated 90% interval",
      variants.map(({calibration: {covered}}) => percent(covered)),
    ),
    row(
      "the same, on the families that no doubt was chosen on",
      variants.map(({calibration: {coveredElsewhere}}) => percent(coveredElsewhere)),
    ),
  ].join("\n");
}
