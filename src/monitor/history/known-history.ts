/**
 * A number of the report through the kept states of the facts.
 *
 * What was told at the time stands as it was told, by whatever method; where nothing was told, today's method measures
 * the facts of the time. Beside it: today's facts, seen from the same day.
 *
 * @see METHOD rule R88
 */
import type {Reading} from "../../store/readings.ts";
import type {VintageRecord} from "../../store/vintage-record.ts";
import {shortName} from "../../store/vintage-record.ts";
import type {Figure, HistoryRow} from "./history-row.ts";
import type {Metric} from "./metric.ts";

export interface HistoryGround {
  /** Readings kept of a state, under the options asked for. */
  readonly told: (record: VintageRecord) => readonly Reading[];
  /** Today's method on the facts of a state; undefined when nothing is to be measured. */
  readonly measured: (record: VintageRecord) => Promise<Reading> | undefined;
  /** Today's facts seen from a day. */
  readonly today: (asOf: string) => Promise<Reading> | undefined;
}

/** @param records - with the day of each, oldest first */
export async function knownHistory(
  records: readonly {readonly record: VintageRecord; readonly day: string}[],
  metric: Extract<Metric, {kind: "report"}>,
  ground: HistoryGround,
): Promise<HistoryRow[]> {
  const rows: HistoryRow[] = [];
  for (const {record, day} of records) {
    const told = ground.told(record)[0];
    const then = told ?? (await ground.measured(record));
    const now = await ground.today(record.coveredTo);
    rows.push({
      day,
      vintage: shortName(record),
      asOf: record.coveredTo,
      then: then ? figureOf(then, metric) : null,
      by: told ? "told" : "measured",
      now: now ? figureOf(now, metric) : null,
    });
  }
  return rows;
}

function figureOf({numbers}: Reading, {id, minus}: Extract<Metric, {kind: "report"}>): Figure | null {
  const [one, other] = [numbers[id], minus === undefined ? undefined : numbers[minus]];
  if (!one || (minus !== undefined && !other)) return null;
  if (!other) return {value: one[1], low: one[2], high: one[3]};
  return {value: one[1] === null || other[1] === null ? null : one[1] - other[1], low: null, high: null};
}
