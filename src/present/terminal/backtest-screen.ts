/** `lagline backtest`: every forecaster on every target and horizon, over all origins and over the recent ones. */
import type {TrackRecordReport, TrackRecordRowReport} from "../../forecast-report.ts";
import {forecasterWord} from "../forecaster-word.ts";
import {countText, numberText} from "../quantity-text.ts";
import {wrapped} from "./display-width.ts";
import {heading, type Page, paragraph} from "./page.ts";
import {type Cell, type Column, table} from "./table.ts";
import {RECORD_TARGETS, type RecordPeriod, shownTable, signed} from "./track-record-lines.ts";

const TARGETS = ["lag", "lag-year", "closed", "open", "gap", "open-wait"] as const;

export function backtestScreen(record: TrackRecordReport, page: Page): string[] {
  const {verdict, note, isCurrent, origins, firstOrigin, lastOrigin, recentFrom, under} = record;
  return [
    ...verdict.flatMap((sentence, index) =>
      wrapped(sentence, page.width).map(index === 0 ? page.ink.strong : (line) => line),
    ),
    "",
    ...paragraph(
      page,
      `${countText(origins)} origins every three months${firstOrigin ? `, ${firstOrigin} to ${lastOrigin}` : ""}; on each the abilities are fitted anew to what was known on that day. Recent: from ${recentFrom} on.`,
      "",
    ),
    ...wrapped(note, page.width).map(isCurrent ? page.ink.quiet : page.ink.strong),
    "",
    ...(["all", "recent"] as const).flatMap((period) => [
      ...heading(
        page,
        `${forecasterWord(record.shown)} against the best naive forecaster`,
        period === "all" ? "all origins" : "recent origins",
      ),
      ...shownTable(record, period, page),
      "",
    ]),
    ...TARGETS.flatMap((target) => byForecaster(record, target, "all", page)),
    ...wrapped(
      `made as of ${under.asOf} · facts ${under.vintage} · choices ${under.method} · clock: ${under.dates} · instrument: ${under.instrument} · ${countText(under.draws)} draws, seed ${under.seed}`,
      page.width,
    ).map(page.ink.quiet),
  ];
}

/** Every forecaster on one target. */
function byForecaster(
  {rows, shown}: TrackRecordReport,
  target: TrackRecordRowReport["target"],
  period: RecordPeriod,
  page: Page,
): string[] {
  const here = rows.filter((row) => row.target === target && row.period === period);
  if (here.length === 0) return [];
  const columns: Column[] = [
    {title: "months", align: "right"},
    {title: "n", align: "right"},
    {title: "forecaster"},
    {title: "CRPS", align: "right"},
    {title: "interval score", align: "right", drop: 3},
    {title: "50/80/90% held", align: "right"},
    {title: "bias", align: "right"},
    {title: "fifths", drop: 2},
    {title: "worst skill", drop: 1},
  ];
  const cells = here.map((row, index): (string | Cell)[] => {
    const isFirst = here[index - 1]?.horizon !== row.horizon;
    const worst = [...row.skill].sort((a, b) => a.value - b.value)[0];
    return [
      isFirst ? String(row.horizon) : "",
      isFirst ? String(row.cases) : "",
      {
        text: forecasterWord(row.forecaster),
        ink: row.forecaster === shown ? page.ink.strong : (text) => text,
      },
      row.crps.toFixed(2),
      row.intervalScore.toFixed(1),
      row.coverage.map(({share}) => Math.round(100 * share)).join("/"),
      numberText(row.bias, "points", "plus"),
      row.pit.join(" "),
      worst ? `${signed(worst.value)} over ${forecasterWord(worst.over)}` : "",
    ];
  });
  return [
    ...heading(page, `Every forecaster: ${RECORD_TARGETS[target]}`, "all origins"),
    ...table(columns, cells, {width: page.width, head: page.ink.quiet}).lines,
    "",
  ];
}
