/** Tests on rows of the fact tables: how many there are, and the newest figure. */
import type {DateSpan} from "../../dates.ts";
import {dayOf, isoSpan} from "../../dates.ts";
import type {DatedFact, ForceFacts} from "../../data/forces/force-facts.ts";
import {happenedBy, publishedBy} from "../../data/forces/known-facts.ts";
import {type Day, day} from "../../units.ts";
import {comparisonWords, growing, holds} from "./compare.ts";
import {cannotTell} from "./model-tests.ts";
import type {PredicateTest, RowFilter} from "./predicate-schema.ts";
import {NOTHING, type Sight, type Verdict} from "./sight.ts";

type Test<Name extends PredicateTest["test"]> = Extract<PredicateTest, {test: Name}>;

/** One row of any table in the columns a filter can name. */
interface PlainRow {
  readonly id: string;
  readonly date: DateSpan;
  readonly who: readonly string[];
  readonly what: string;
  readonly where: string;
  readonly status: string;
  readonly openWeights: string;
  readonly direction: string;
  /** Middle value, null when there is none or it is unknown. */
  readonly value: number | null;
  readonly unit: string;
}

export function rowsTest({rows: filter, count, is, value, absence}: Test<"rows">, sight: Sight): Verdict {
  if (!sight.facts) return cannotTell("these facts hold no tables on the forces");
  const found = matching(filter, sight.facts);
  const who = [...new Set(found.flatMap((row) => row.who))];
  const number = count === "rows" ? found.length : who.length;
  const isOver = filter.to !== undefined && sight.rowsTo >= dayOf(filter.to);
  const grown = growing(number, is, value, isOver);
  const answer =
    grown === "no" && absence === "cannot-tell" && !holds(number, is, value) && isLow(is)
      ? "cannot-tell"
      : grown;
  const parties = who.length > 0 ? ` about ${who.join(", ")}` : "";
  return {
    answer,
    value: number,
    says: `${number} ${count === "rows" ? `row${number === 1 ? "" : "s"}` : `part${number === 1 ? "y" : "ies"}`}${parties}: ${comparisonWords[is]} ${value} was asked`,
    evidence: {...NOTHING, facts: found.map(({id}) => id)},
  };
}

export function newestFigureTest({rows, is, value, than}: Test<"newest-figure">, sight: Sight): Verdict {
  if (!sight.facts) return cannotTell("these facts hold no tables on the forces");
  if (rows.to !== undefined && sight.rowsTo < dayOf(rows.to)) {
    return {
      answer: "not-yet",
      value: null,
      says: `the newest figure to ${rows.to} decides`,
      evidence: NOTHING,
    };
  }
  const row = newest(rows, sight.facts);
  const other = than && newest(than, sight.facts);
  if (!row || (than && !other)) return cannotTell("no row with a figure fits");
  const limit = (other?.value ?? 0) + (value ?? 0);
  return {
    answer: holds(row.value!, is, limit) ? "yes" : "no",
    value: row.value!,
    says: `${row.value} ${row.unit} in ${isoSpan(row.date)}${other ? `, against ${other.value} in ${isoSpan(other.date)}` : ""}: ${comparisonWords[is]} ${limit} was asked`,
    evidence: {...NOTHING, facts: [row.id, ...(other ? [other.id] : [])]},
  };
}

/** The day a row became known: it had happened and its page was out. */
export function rowKnownOn(id: string, facts: ForceFacts): Day {
  const tables = [
    facts.finance,
    facts.adoption,
    facts.policy,
    facts.distillation,
    facts.events,
    facts.distribution,
  ];
  const row = tables.flatMap((table: readonly DatedFact[]) => table.filter((one) => one.id === id))[0];
  return row ? day(Math.max(happenedBy(row), publishedBy(row))) : day(0);
}

/** Rows that fit every field of the filter, oldest first. */
export function matching(filter: RowFilter, facts: ForceFacts): PlainRow[] {
  const has = (allowed: readonly string[] | undefined, value: string) => allowed?.includes(value) ?? true;
  return rowsOf(filter.table, facts)
    .filter(
      (row) =>
        has(filter.ids, row.id) &&
        has(filter.what, row.what) &&
        has(filter.where, row.where) &&
        has(filter.status, row.status) &&
        has(filter.openWeights, row.openWeights) &&
        has(filter.direction, row.direction) &&
        (filter.who === undefined || row.who.some((one) => filter.who!.includes(one))) &&
        (filter.from === undefined || row.date.earliest >= dayOf(filter.from)) &&
        (filter.to === undefined || row.date.latest <= dayOf(filter.to)) &&
        (filter.atLeast === undefined || (row.value !== null && row.value >= filter.atLeast)),
    )
    .map((row) => (filter.who ? {...row, who: row.who.filter((one) => filter.who!.includes(one))} : row))
    .sort((a, b) => a.date.latest - b.date.latest || (a.id < b.id ? -1 : 1));
}

const newest = (filter: RowFilter, facts: ForceFacts): PlainRow | undefined =>
  matching(filter, facts).findLast(({value}) => value !== null);

/** Comparisons that fail for want of rows. */
const isLow = (is: Test<"rows">["is"]): boolean => is === "at-least" || is === "above";

function rowsOf(table: RowFilter["table"], facts: ForceFacts): PlainRow[] {
  const plain = ({id, date}: DatedFact, columns: Partial<PlainRow>): PlainRow => ({
    id,
    date,
    who: [],
    what: "",
    where: "",
    status: "",
    openWeights: "",
    direction: "",
    value: null,
    unit: "",
    ...columns,
  });
  const figure = (value: number | "unknown") => (value === "unknown" ? null : value);
  switch (table) {
    case "finance":
      return facts.finance.map((row) =>
        plain(row, {
          who: [row.lab],
          what: row.metric,
          status: row.status,
          value: figure(row.value.mid),
          unit: row.unit,
        }),
      );
    case "adoption":
      return facts.adoption.map((row) =>
        plain(row, {what: row.metric, where: row.segment, value: figure(row.value.mid), unit: row.unit}),
      );
    case "policy":
      return facts.policy.map((row) =>
        plain(row, {where: row.jurisdiction, status: row.status, openWeights: row.appliesToOpenWeights}),
      );
    case "distillation":
      return facts.distillation.map((row) =>
        plain(row, {who: [...row.actors, ...row.targets], what: row.type}),
      );
    case "events":
      return facts.events.map((row) =>
        plain(row, {who: [row.lab], what: row.type, direction: row.direction}),
      );
    case "distribution":
      return facts.distribution.map((row) =>
        plain(row, {who: [row.lab], what: row.kind, value: figure(row.value), unit: row.unit}),
      );
  }
}
