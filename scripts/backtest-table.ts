/** METHOD's table of the back-test, from the file that `lagline backtest --out` wrote. */
import type {BacktestFile, TrackRecordReport} from "../src/forecast-report.ts";
import {dayOf} from "../src/dates.ts";
import {trackRecordReport} from "../src/pipeline/track-record.ts";
import {forecasterWord} from "../src/present/forecaster-word.ts";

const TARGETS = [
  ["lag", "lag on the day"],
  ["lag-year", "lag over the year"],
  ["closed", "closed frontier"],
  ["open", "open frontier"],
  ["gap", "gap"],
] as const;
const SHOWN = [
  "trend",
  "forces",
  "mixture",
  "no-change",
  "lag-persists",
  "straight-line",
  "eci-trend",
] as const;
/** CRPS of every forecaster at 6 and 12 months, then coverage of the one that is shown, over all origins and the recent ones. */
export function backtestTable(file: BacktestFile): string {
  const record = trackRecordReport(file, dayOf(file.under.asOf), file.under);
  const here = SHOWN.filter((id) => record.rows.some(({forecaster}) => forecaster === id));
  const row = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  const body = TARGETS.flatMap(([target, name]) =>
    [6, 12].map((horizon) =>
      row([
        `${name}, ${horizon} months`,
        ...here.map((id) => both((period) => crpsOf(record, id, target, horizon, period))),
        both((period) => heldOf(record, target, horizon, period)),
      ]),
    ),
  );
  return [
    `Mean CRPS over all ${record.origins} origins and, behind the stroke, over those from ${record.recentFrom} on; months or points, smaller is`,
    `better. Last column: share of cases inside the 80% interval of ${forecasterWord(record.shown)}, the forecaster shown. Facts \`${file.under.vintage}\`, as of`,
    `${file.under.asOf}; \`lagline backtest --again\` makes it anew, \`lagline backtest\` has every horizon and score.`,
    "",
    row(["", ...here.map((id) => forecasterWord(id)), "80% held"]),
    row(["---", ...here.map(() => "--:"), "--:"]),
    ...body,
    "",
    ...record.verdict.map((sentence) => `- ${sentence}`),
  ].join("\n");
}

type Period = "all" | "recent";

const both = (of: (period: Period) => string): string => (["all", "recent"] as const).map(of).join(" / ");

const found = (record: TrackRecordReport, id: string, target: string, horizon: number, period: Period) =>
  record.rows.find(
    (row) =>
      row.forecaster === id && row.target === target && row.horizon === horizon && row.period === period,
  );

const crpsOf = (...at: Parameters<typeof found>): string => found(...at)?.crps.toFixed(2) ?? "–";

function heldOf(record: TrackRecordReport, target: string, horizon: number, period: Period): string {
  const share = found(record, record.shown, target, horizon, period)?.coverage.find(
    ({level}) => level === 0.8,
  )?.share;
  return share === undefined ? "–" : `${Math.round(100 * share)}%`;
}
