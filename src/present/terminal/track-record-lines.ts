/** How forecasts like these did: the back-test in words and as a table, as it stands beside every forecast. */
import type {TrackRecordReport, TrackRecordRowReport} from "../../forecast-report.ts";
import {forecasterWord} from "../forecaster-word.ts";
import {countText, numberText} from "../quantity-text.ts";
import {wrapped} from "./display-width.ts";
import {heading, type Page, paragraph} from "./page.ts";
import {type Cell, type Column, table} from "./table.ts";

export type RecordTarget = TrackRecordRowReport["target"];
export type RecordPeriod = TrackRecordRowReport["period"];

export const RECORD_TARGETS: Readonly<Record<RecordTarget, string>> = {
  lag: "lag",
  "lag-year": "lag, year",
  gap: "gap",
  closed: "closed",
  open: "open",
  "open-wait": "next record",
};

const COLUMNS: readonly Column[] = [
  {title: "what"},
  {title: "months", align: "right"},
  {title: "n", align: "right"},
  {title: "CRPS", align: "right"},
  {title: "best naive"},
  {title: "skill", align: "right"},
  {title: "90%", drop: 1},
  {title: "80% held", align: "right"},
  {title: "bias", align: "right", drop: 2},
];

/** The record of the forecaster that is shown: words first, then one row per target and horizon. */
export function trackRecordLines(record: TrackRecordReport, page: Page): string[] {
  return [
    ...heading(
      page,
      "How such forecasts did",
      record.origins > 0
        ? `back-test from ${countText(record.origins)} past days, ${record.firstOrigin} to ${record.lastOrigin}`
        : "",
    ),
    ...record.verdict.flatMap((sentence) => paragraph(page, sentence)),
    ...(record.isCurrent
      ? paragraph(page, record.note).map(page.ink.quiet)
      : wrapped(record.note, page.width, "  ", "! ").map(page.ink.strong)),
    "",
    ...shownTable(record, "all", page),
  ];
}

/** One row per target and horizon of one forecaster. */
export function shownTable(
  record: TrackRecordReport,
  period: RecordPeriod,
  page: Page,
  forecaster = record.shown,
): string[] {
  const rows = record.rows.filter((row) => row.forecaster === forecaster && row.period === period);
  if (rows.length === 0) return [];
  const cells = rows.map((row, index): (string | Cell)[] => {
    const best = bestNaive(record, row);
    const skill = row.skill.find(({over}) => over === best?.forecaster);
    return [
      rows[index - 1]?.target === row.target ? "" : RECORD_TARGETS[row.target],
      String(row.horizon),
      String(row.cases),
      row.crps.toFixed(2),
      best ? forecasterWord(best.forecaster) : "–",
      {text: skill ? signed(skill.value) : "–", ink: page.ink.strong},
      skill?.low == null ? "too few" : `${signed(skill.low)} to ${signed(skill.high)}`,
      `${Math.round(100 * row.coverage.find(({level}) => level === 0.8)!.share)}%`,
      numberText(row.bias, "points", "plus"),
    ];
  });
  const {lines, dropped} = table(COLUMNS, cells, {width: page.width, head: page.ink.quiet});
  return [
    ...lines,
    ...paragraph(
      page,
      `CRPS: how far the whole forecast was from what came, in months or points; smaller is better. Skill: share of the best naive forecaster's CRPS that is saved, with its 90% interval. Next record: months until open sets one, at most the months ahead. ${dropped.length > 0 ? `Left out for want of room: ${dropped.join(", ")}.` : ""}`,
    ).map(page.ink.quiet),
  ];
}

/** The naive forecaster with the least CRPS on the same cases. */
export function bestNaive(
  {rows}: TrackRecordReport,
  {forecaster, target, horizon, period, skill}: TrackRecordRowReport,
): TrackRecordRowReport | undefined {
  return rows
    .filter(
      (row) =>
        row.target === target &&
        row.horizon === horizon &&
        row.period === period &&
        row.forecaster !== forecaster &&
        skill.some(({over}) => over === row.forecaster),
    )
    .sort((a, b) => a.crps - b.crps)[0];
}

/** A skill to two digits with its sign; one that does not exist is a dash. */
export const signed = (value: number | null): string =>
  value === null ? "–" : `${value < 0 ? "−" : "+"}${Math.abs(value).toFixed(2)}`;
