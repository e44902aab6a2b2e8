/** How such advice did on past days, as measured: the file that ships, in sentences beside every advice. */
import {existsSync, readFileSync} from "node:fs";
import {fileURLToPath} from "node:url";
import {type AdviceBacktest, adviceBacktestSchema} from "../../advice-report.ts";

const FILE = fileURLToPath(new URL("../../../measured/advice-backtest.json", import.meta.url));

/** What was measured; undefined when the file does not ship. */
export const measuredBacktest = (): AdviceBacktest | undefined =>
  existsSync(FILE) ? adviceBacktestSchema.parse(JSON.parse(readFileSync(FILE, "utf8"))) : undefined;

const points = (value: number): string => value.toFixed(1);
const percent = (share: number): string => `${Math.round(100 * share)}%`;

/** @param vintage - of the facts at hand: a record made under other facts says so */
export function recordLines(backtest: AdviceBacktest | undefined, vintage: string): string[] {
  if (!backtest) return ["No back-test ships with this copy; `lagline advise --backtest` makes one."];
  const {variants, origins, under} = backtest;
  const [first, last] = [origins[0]!, origins.at(-1)!];
  const lines = variants.map(({knows, rows, tests, families, cases, calibration}) => {
    const own = rows.find(({way}) => way === "advice")!;
    const rivals = rows.filter(({way}) => way !== "advice" && way !== "highest expected value");
    const others = rivals.map(
      ({way, regret, moreLow, moreHigh}) =>
        `${way} ${points(regret)} (${moreLow > 0 ? "surely more" : moreHigh < 0 ? "surely less" : "no difference that can be told"})`,
    );
    return `Knowing ${knows}, on ${tests} tests hidden from it (${families} families, ${origins.length} dates, ${first} to ${last}, three stakes, ${cases} decisions): it lost ${points(own.regret)} points of success against the best option in hindsight [${points(own.low)}, ${points(own.high)}]; ${others.join(", ")}. It gave its choice a ${percent(calibration.stated)} chance of being the best, and it was in ${percent(calibration.wasBest)}; scores lay in the stated 90% interval in ${percent(calibration.covered)} (${percent(calibration.coveredElsewhere)} on the families that no doubt was chosen on).`;
  });
  return under.vintage === vintage
    ? lines
    : [
        ...lines,
        `The back-test was made under other facts (${under.vintage}); \`lagline advise --backtest\` makes it anew.`,
      ];
}
