/** Chances of rows to come in the fact tables, and of models to come in a group, from the record of those that came. */
import {dayOf} from "../../dates.ts";
import {type Day, day} from "../../units.ts";
import {betsMethod} from "../bets-method.ts";
import {holds} from "../predicate/compare.ts";
import {inGroup, releasedOn} from "../predicate/model-tests.ts";
import type {ModelGroup, PredicateTest, RowFilter} from "../predicate/predicate-schema.ts";
import {matching} from "../predicate/row-tests.ts";
import type {Sight} from "../predicate/sight.ts";
import {answered, type Asked} from "./asked.ts";
import {comingEvents, type EventRecord, firstEvent, recordBasis, YEAR} from "./event-record.ts";

type Test<Name extends PredicateTest["test"]> = Extract<PredicateTest, {test: Name}>;

/** @param tests - of one happening that any of several tables may tell: their rows are one record */
export function rowsChance(tests: readonly Test<"rows">[], sight: Sight): Asked<boolean> {
  const [first] = tests as [Test<"rows">];
  if (!sight.facts) return {why: "these facts hold no tables on the forces"};
  if (first.count === "who" && !(first.is === "at-least" && first.value === 1))
    return {why: "the record says how often rows come, not about how many different parties"};
  if (tests.some(({rows}) => rows.ids !== undefined || rows.atLeast !== undefined))
    return {why: "a record of single rows or of sizes has no rate"};
  const record = recordOf(
    tests.map(({rows}) => rows),
    sight,
  );
  const there = tests.flatMap(({rows}) => matching(rows, sight.facts!)).length;
  const span = spanOf(first.rows, sight.rowsTo);
  if (!span) return {why: "the rows are asked for without a last day"};
  return answered(
    (path) => holds(there + comingEvents(record, path, span), first.is, first.value),
    [recordBasis(record.seen === 1 ? "such row" : "such rows", record)],
  );
}

/** Tests of one happening: the same count asked of rows of the same days. */
export function oneHappening(tests: readonly PredicateTest[]): tests is readonly Test<"rows">[] {
  const [first] = tests;
  return (
    first?.test === "rows" &&
    tests.every(
      (one) =>
        one.test === "rows" &&
        one.count === "rows" &&
        one.is === "at-least" &&
        one.value === 1 &&
        one.rows.from === first.rows.from &&
        one.rows.to === first.rows.to,
    )
  );
}

export function countModelsChance(
  {of: group, by, is, value}: Test<"count-models">,
  sight: Sight,
): Asked<boolean> {
  const there = sight.models.filter((model) => inGroup(model, group)).length;
  const record = modelRecord(group, sight);
  const last = group.to === undefined ? by : group.to < by ? group.to : by;
  const span = {from: day(Math.max(sight.asOf + 1, group.from ? dayOf(group.from) : 0)), to: dayOf(last)};
  return answered(
    (path) => holds(there + comingEvents(record, path, span), is, value),
    [recordBasis("such models", record)],
  );
}

/** The day of the first model of a group after the facts end, as a fraction of a day. */
export function firstModelDay(group: ModelGroup, sight: Sight): Asked<number> {
  const record = modelRecord(group, sight);
  if (record.seen === 0) return {why: "no model like it has come yet, so that the record has no rate"};
  const from = day(Math.max(sight.asOf + 1, group.from ? dayOf(group.from) : 0));
  return answered((path) => firstEvent(record, path, from), [recordBasis("such models", record)]);
}

/** Rows of the filters in the span watched. Rows of named parties are set beside those of all. */
function recordOf(filters: readonly RowFilter[], {facts, rowsTo}: Sight): EventRecord {
  const from = dayOf(betsMethod.watchedFrom.value);
  const years = (rowsTo - from) / YEAR;
  const within = (filter: RowFilter) =>
    matching({...filter, from: undefined, to: undefined}, facts!).filter(
      ({date}) => date.earliest >= from && date.latest <= rowsTo,
    ).length;
  const seen = filters.reduce((sum, filter) => sum + within(filter), 0);
  const named = Math.max(0, ...filters.map(({who}) => who?.length ?? 0));
  const all = filters.reduce((sum, filter) => sum + within({...filter, who: undefined}), 0);
  const labs = facts!.labs.size;
  const shape = betsMethod.ratePrior.value;
  return {
    subject: `rows ${JSON.stringify(filters.map((filter) => ({...filter, from: undefined, to: undefined})))}`,
    seen,
    years,
    ...(named > 0 && labs > named
      ? {expected: {perYear: (((all + shape) / years) * named) / labs, by: "what happened to all labs"}}
      : {}),
    to: rowsTo,
  };
}

/** Releases of a group in the months watched. */
function modelRecord(group: ModelGroup, {models, asOf}: Sight): EventRecord {
  const from = day(asOf - betsMethod.releasesWatchedMonths.value * (YEAR / 12));
  const like = {...group, from: undefined, to: undefined};
  const seen = models.filter((model) => {
    const on = releasedOn(model);
    return on !== null && dayOf(fullDay(on)) > from && dayOf(fullDay(on)) <= asOf && inGroup(model, like);
  }).length;
  return {subject: `models ${JSON.stringify(like)}`, seen, years: (asOf - from) / YEAR, to: asOf};
}

/** A day known to the month counts in its middle. */
export const fullDay = (date: string): string => (date.length === 7 ? `${date}-15` : date);

/** From after what is known, or from the day asked. */
function spanOf({from, to}: RowFilter, rowsTo: Day): {from: Day; to: Day} | undefined {
  if (to === undefined) return undefined;
  return {from: day(Math.max(rowsTo + 1, from === undefined ? 0 : dayOf(from))), to: dayOf(to)};
}
