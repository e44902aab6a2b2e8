/** A composite index through its publications: what it said of a model each time, beside what it says now. */
import type {IndexValue} from "../../data/catalog.ts";
import {isoDay} from "../../dates.ts";
import {grouped} from "../../grouped.ts";
import {checkKnown, type Metric} from "./metric.ts";
import type {HistoryRow} from "./history-row.ts";

/**
 * One row per publication that has the model (both, for a difference), oldest first; "now" is the newest of them.
 *
 * @throws InputError for an index or model without a value
 */
export function publishedHistory(
  values: readonly IndexValue[],
  {index, model, minus}: Extract<Metric, {kind: "index"}>,
): HistoryRow[] {
  checkKnown(
    `index.${index}.${model}`,
    values.map((value) => `index.${value.index}.${value.model}`),
  );
  if (minus !== undefined)
    checkKnown(
      `index.${index}.${minus}`,
      values.map((value) => `index.${value.index}.${value.model}`),
    );
  const publications = [
    ...grouped(
      values.filter((value) => value.index === index),
      ({vintage}) => vintage,
    ),
  ].sort(([a], [b]) => a - b);
  const rows = publications.flatMap(([day, all]) => {
    const of = (id: string) => all.find((value) => value.model === id);
    const [one, other] = [of(model), minus === undefined ? undefined : of(minus)];
    if (!one || (minus !== undefined && !other)) return [];
    const then = other
      ? {value: one.value - other.value, low: null, high: null}
      : {value: one.value, low: one.low ?? null, high: one.high ?? null};
    return [
      {
        day: isoDay(day),
        vintage: `${index} of ${isoDay(day)}`,
        asOf: isoDay(day),
        then,
        by: "published" as const,
      },
    ];
  });
  const now = rows.at(-1)?.then ?? null;
  return rows.map((row) => ({...row, now}));
}
