/** What lagline measures as tables: every quantity, abilities, frontiers, the daily lag, definitions. */
import {quantitiesOf, type Quantity, type Report} from "../../report.ts";
import type {PlainTable} from "../../store/sandbox/plain-table.ts";
import type {Reading} from "../../store/readings.ts";
import {integer, number, type RowColumn, rowTable, text} from "./row-table.ts";

/** A report's own days are text already; a month stands as its first day. */
const day = <Row>(name: string, of: (row: Row) => string | null): RowColumn<Row> => ({
  name,
  type: "date",
  of: (row) => {
    const value = of(row);
    return value !== null && value.length === 7 ? `${value}-01` : value;
  },
});

/** @param report - undefined gives the same tables without rows */
export function measureTables(report: Report | undefined): PlainTable[] {
  const {frontiers} = report ?? {};
  const steps = frontiers
    ? (["closed", "open"] as const).flatMap((side) => frontiers[side].map((step) => ({...step, side})))
    : [];
  const gaps = new Map((report?.dailyGap ?? []).map((point) => [point.date, point]));
  return [
    rowTable(
      "quantities",
      "every number of the report, by the id that lagline explain takes",
      report ? quantitiesOf(report) : [],
      [
        text("id", (row) => row.id),
        ...figure<Quantity>((row) => row),
        text("label", (row) => row.label),
        text("censored", (row) => row.censored),
        text("insufficient", (row) => row.insufficient ?? undefined),
        integer("n", (row) => row.n),
        text("rule", (row) => row.evidence.rule),
      ],
    ),
    rowTable(
      "abilities",
      "ability of each measured model, index points",
      (report?.models ?? []).filter(({ability}) => ability !== null),
      [
        text("model", (row) => row.model),
        number("ability", (row) => row.ability),
        number("low", (row) => row.low),
        number("high", (row) => row.high),
        number("eci", (row) => row.eci),
        text("openness", (row) => row.openness),
        integer("results", (row) => row.results),
      ],
    ),
    rowTable("frontier", "records of each side", steps, [
      text("side", (row) => row.side),
      text("model", (row) => row.model),
      text("lab", (row) => row.lab),
      day("day", (row) => row.date),
      number("ability", (row) => row.ability),
      number("low", (row) => row.low),
      number("high", (row) => row.high),
      number("record_probability", (row) => row.recordProbability),
    ]),
    rowTable("daily_lag", "lag in months and gap in points, day by day", report?.dailyLag ?? [], [
      day("day", (row) => row.date),
      number("lag", (row) => row.value),
      number("lag_low", (row) => row.low),
      number("lag_high", (row) => row.high),
      number("gap", (row) => gaps.get(row.date)?.value),
      number("gap_low", (row) => gaps.get(row.date)?.low),
      number("gap_high", (row) => gaps.get(row.date)?.high),
    ]),
    rowTable("definitions", "every definition of the lag on both instruments", report?.definitions ?? [], [
      text("instrument", (row) => row.instrument),
      text("id", (row) => row.lag.id),
      ...figure<Report["definitions"][number]>((row) => row.lag),
      text("says", (row) => row.says),
    ]),
  ];
}

const figure = <Row>(of: (row: Row) => Quantity): readonly RowColumn<Row>[] => [
  number("value", (row) => of(row).value),
  number("low", (row) => of(row).interval?.low),
  number("high", (row) => of(row).interval?.high),
  text("unit", (row) => of(row).unit),
];

export interface VintageRow {
  readonly vintage: string;
  readonly day: string;
  readonly origin: string;
  readonly coveredTo: string;
  readonly models: number;
  readonly results: number;
  readonly prices: number;
}

/** Kept states of the facts, and what was told of them at the time. */
export function vintageTables(vintages: readonly VintageRow[], readings: readonly Reading[]): PlainTable[] {
  const numbers = readings.flatMap((reading) =>
    Object.entries(reading.numbers).map(([id, [unit, value, low, high]]) => ({
      reading,
      id,
      unit,
      value,
      low,
      high,
    })),
  );
  return [
    rowTable("vintages", "states of the facts kept on this machine", vintages, [
      text("vintage", (row) => row.vintage),
      day("day", (row) => row.day),
      text("origin", (row) => row.origin),
      day("covered_to", (row) => row.coveredTo),
      integer("models", (row) => row.models),
      integer("results", (row) => row.results),
      integer("prices", (row) => row.prices),
    ]),
    rowTable("readings", "numbers as they were told of each vintage at the time", numbers, [
      text("vintage", ({reading}) => `v${reading.hash.slice(0, 12)}`),
      day("told", ({reading}) => reading.day),
      day("as_of", ({reading}) => reading.asOf),
      text("method", ({reading}) => reading.method),
      text("dates", ({reading}) => reading.dates),
      text("instrument", ({reading}) => reading.instrument),
      text("id", (row) => row.id),
      number("value", (row) => row.value),
      number("low", (row) => row.low),
      number("high", (row) => row.high),
      text("unit", (row) => row.unit),
    ]),
  ];
}
