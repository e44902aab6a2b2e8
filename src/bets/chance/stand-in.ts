/**
 * What is asked of a future in place of a question that a person settles: a rule in the language of predicates or a simple record,
 * with the difference in words; or why nothing stands in for it.
 */
import {z} from "zod";
import {dayOf} from "../../dates.ts";
import {forcesForecastMethod} from "../../forecast/forces/forces-forecast-method.ts";
import type {Day} from "../../units.ts";
import {holds} from "../predicate/compare.ts";
import type {Sight} from "../predicate/sight.ts";
import {comparison, isoDay, type Predicate, predicateSchema} from "../predicate/predicate-schema.ts";
import {answered, type Asked, type Forecasters, lastDayOf, monthOf} from "./asked.ts";
import {comingEvents, recordBasis, YEAR} from "./event-record.ts";

const words = z.string().min(1).max(600);

/** Series of the forces forecast, added up at a month's end: `short.z-ai`, `law.us-ban`, `use.open`. */
const seriesTest = z.strictObject({
  series: z.array(z.string().min(1)).min(1).max(20),
  on: isoDay,
  is: comparison,
  value: z.number(),
});
/** Events of a kind that no table counts, each with its day. */
const countedRecord = z.strictObject({
  events: words.describe("of what kind"),
  seen: z.array(isoDay),
  from: isoDay.describe("first day watched"),
  by: isoDay.describe("at least one more to this day"),
  /** What the forces forecast believes of their rate before the record speaks (R56). */
  expected: z.enum(["banPerYear", "thresholdPerYear"]).optional(),
});

export const standInSchema = z.strictObject({
  question: z.string().min(1),
  /** Absent: nothing stands in, and `differs` says why. */
  predicate: predicateSchema.optional(),
  series: seriesTest.optional(),
  record: countedRecord.optional(),
  /** Id of a probability of the Report that is taken over as it is. */
  probability: z.string().min(1).optional(),
  /** How what is asked differs from the question; or why nothing is asked. */
  differs: words,
});
export type StandIn = z.infer<typeof standInSchema>;

/** @param ofPredicate - how a predicate is asked */
export function standInChance(
  standIn: StandIn,
  sight: Sight,
  forecasters: Forecasters,
  ofPredicate: (predicate: Predicate) => Asked<boolean>,
): Asked<boolean> {
  const asked = ruleOf(standIn, sight, forecasters, ofPredicate);
  return "why" in asked ? asked : {...asked, basis: [...asked.basis, standIn.differs]};
}

function ruleOf(
  {predicate, series, record, probability, differs}: StandIn,
  sight: Sight,
  forecasters: Forecasters,
  ofPredicate: (predicate: Predicate) => Asked<boolean>,
): Asked<boolean> {
  if (predicate) return ofPredicate(predicate);
  if (series) return seriesChance(series, forecasters);
  if (record) return recordChance(record, sight.rowsTo);
  if (probability !== undefined) return reportedChance(probability, sight);
  return {why: differs};
}

function reportedChance(id: string, {numbers}: Sight): Asked<boolean> {
  const found = numbers.get(id);
  if (found?.unit !== "probability" || found.value === null)
    return {why: `the Report holds no probability ${id}`};
  const {value} = found;
  return answered(
    ({random}) => random(`reported ${id}`).uniform() < value,
    [`${id} of the Report`],
    [],
    [id],
  );
}

function seriesChance(
  {series, on: date, is, value}: z.infer<typeof seriesTest>,
  {forces}: Forecasters,
): Asked<boolean> {
  const on = dayOf(date);
  if (!forces) return {why: "no forecaster follows the forces on these facts"};
  if (on > lastDayOf(forces)) return {why: `${date} lies beyond the forecast`};
  const followed = forces.future(0).series;
  const missing = series.find((id) => !followed.has(id));
  if (missing !== undefined) return {why: `no forecaster follows ${missing}`};
  const month = monthOf(forces, on);
  return answered(
    ({future}) => {
      const rows = future("forces").series;
      return holds(
        series.reduce((sum, id) => sum + rows.get(id)![month]!, 0),
        is,
        value,
      );
    },
    [],
    ["forces"],
  );
}

function recordChance(
  {events, seen, from, by, expected}: z.infer<typeof countedRecord>,
  rowsTo: Day,
): Asked<boolean> {
  if (rowsTo <= dayOf(from)) return {why: `the record of ${events} begins on ${from}`};
  const record = {
    subject: `counted ${events}`,
    seen: seen.filter((on) => dayOf(on) <= rowsTo).length,
    years: (rowsTo - dayOf(from)) / YEAR,
    to: rowsTo,
    ...(expected ? {expected: {perYear: forcesForecastMethod[expected].value.mean, by: "R56"}} : {}),
  };
  const span = {from: rowsTo, to: dayOf(by)};
  return answered((path) => comingEvents(record, path, span) > 0, [recordBasis(events, record)]);
}
