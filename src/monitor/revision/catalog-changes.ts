/** What differs between two states of the facts, as tables: every change that can move a headline, and published indices. */
import type {Benchmark, Catalog, IndexValue, Model, Price, Result} from "../../data/catalog.ts";
import {firstKnownDay, releaseDate} from "../../data/release-date.ts";
import {type DateSpan, isoDay, isoSpan, midpoint} from "../../dates.ts";
import {grouped} from "../../grouped.ts";
import type {CatalogChanges} from "../../revision-report.ts";
import {matchedResults} from "./matched-results.ts";

type FieldRow = CatalogChanges["changedOpenness"][number];
type DateRow = CatalogChanges["changedDates"][number];

const DATES = ["announced", "available", "weightsDate", "firstSeen"] as const;
const OPENNESS = ["openness", "licence", "licenceClass"] as const;
const IDENTITY = ["name", "lab", "country", "family", "paramsB", "activeParamsB"] as const;
const READING = ["family", "domain", "access", "chance", "ceiling", "indexes", "supersededBy"] as const;

export function catalogChanges(before: Catalog, after: Catalog): CatalogChanges {
  const common = [...after.models.values()].flatMap((model) => {
    const old = before.models.get(model.id);
    return old ? [{old, model}] : [];
  });
  const ids = new Set(common.map(({model}) => model.id));
  const results = matchedResults(
    before.results.filter(({model}) => ids.has(model)),
    after.results.filter(({model}) => ids.has(model)),
  );
  const benchmarks = [...after.benchmarks.values()].flatMap((benchmark) => {
    const old = before.benchmarks.get(benchmark.id);
    return old ? [{old, model: benchmark}] : [];
  });
  const published = benchmarks.flatMap(({old, model}) =>
    dateRow(model.id, "published", old.published, model.published),
  );
  return {
    newModels: modelRows(after, before),
    removedModels: modelRows(before, after).map((row) => ({
      ...row,
      nowAs: nameOfSame(before.models.get(row.model)!, after),
    })),
    newResults: results.added.map(resultRow),
    removedResults: results.removed.map(resultRow),
    newBenchmarks: onlyIn(after.benchmarks, before.benchmarks),
    removedBenchmarks: onlyIn(before.benchmarks, after.benchmarks),
    changedScores: results.both
      .filter(isChanged)
      .map((pair) => {
        const {score, ...row} = resultRow(pair.after);
        return {...row, before: pair.before.score, after: score};
      })
      .sort((a, b) => Math.abs(b.after - b.before) - Math.abs(a.after - a.before)),
    changedBenchmarks: benchmarks.flatMap(({old, model}) => fieldRows(old, model, READING)),
    changedDates: [...common.flatMap(({old, model}) => dateRows(old, model)), ...published].sort(
      (a, b) => Math.abs(b.days ?? 0) - Math.abs(a.days ?? 0),
    ),
    changedOpenness: common.flatMap(({old, model}) => [
      ...fieldRows(old, model, OPENNESS),
      ...(old.openness === model.openness
        ? []
        : dateRow(model.id, "weightsDate", old.weightsDate, model.weightsDate)),
    ]),
    changedIdentities: common.flatMap(({old, model}) => fieldRows(old, model, IDENTITY)),
    prices: priceRows(before.prices, after.prices),
    indexValues: indexMoves(before.indexValues, after.indexValues),
    compared: {
      models: common.length,
      results: results.both.length,
      dates: common.filter(
        ({old, model}) => releaseDate(old, "available").known && releaseDate(model, "available").known,
      ).length,
    },
  };
}

/** Score or what is known of its error: both change what a result says. */
const isChanged = ({before, after}: {before: Result; after: Result}): boolean =>
  before.score !== after.score ||
  before.stderr !== after.stderr ||
  before.items !== after.items ||
  before.derived !== after.derived;

function modelRows(catalog: Catalog, other: Catalog): CatalogChanges["newModels"] {
  const counts = grouped(catalog.results, ({model}) => model);
  return [...catalog.models.values()]
    .filter(({id}) => !other.models.has(id))
    .map((model) => ({
      model: model.id,
      name: model.name,
      lab: model.lab,
      openness: model.openness,
      date: isoDay(firstKnownDay(model, "earliest")),
      results: counts.get(model.id)?.length ?? 0,
    }))
    .sort((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : a.model < b.model ? -1 : 1));
}

/** A model that is gone may stand under another id: the one that has its id or name among its names. */
function nameOfSame({id, name}: Model, {models}: Catalog): string {
  for (const model of models.values()) {
    if (model.aliases.includes(id) || model.aliases.includes(name) || model.name === name) return model.id;
  }
  return "";
}

const resultRow = ({model, benchmark, setting, harness, score, provenance}: Result) => ({
  model,
  benchmark,
  setting,
  harness,
  source: provenance.source,
  score,
});

const onlyIn = (one: ReadonlyMap<string, unknown>, other: ReadonlyMap<string, unknown>): string[] =>
  [...one.keys()].filter((id) => !other.has(id)).sort();

function fieldRows<Thing extends Model | Benchmark>(
  old: Thing,
  now: Thing,
  fields: readonly (keyof Thing & string)[],
): FieldRow[] {
  return fields.flatMap((field) => {
    const [before, after] = [said(old[field]), said(now[field])];
    return before === after ? [] : [{id: now.id, field: field as string, before, after}];
  });
}

/** A model without any date is known from the day its facts were retrieved, so that day counts too. */
function dateRows(old: Model, now: Model): DateRow[] {
  const isDated = (model: Model) => DATES.some((field) => model[field] !== undefined);
  // What opens a model counts as openness, and so does its day.
  const fields = old.openness === now.openness ? DATES : DATES.filter((field) => field !== "weightsDate");
  const rows = fields.flatMap((field) => dateRow(now.id, field, span(old[field]), span(now[field])));
  return isDated(old) && isDated(now)
    ? rows
    : [
        ...rows,
        ...dateRow(now.id, "retrieved", span(old.provenance.retrieved), span(now.provenance.retrieved)),
      ];
}

function dateRow(
  id: string,
  field: string,
  before: DateSpan | undefined,
  after: DateSpan | undefined,
): DateRow[] {
  if (before?.earliest === after?.earliest && before?.latest === after?.latest) return [];
  return [
    {
      id,
      field,
      before: before ? isoSpan(before) : "",
      after: after ? isoSpan(after) : "",
      days: before && after ? midpoint(after) - midpoint(before) : null,
    },
  ];
}

const span = (date: DateSpan | Model["firstSeen"]): DateSpan | undefined =>
  typeof date === "number" ? {earliest: date, latest: date} : date;

const said = (value: unknown): string =>
  value === undefined ? "" : Array.isArray(value) ? value.join(" ") : String(value);

function priceRows(before: readonly Price[], after: readonly Price[]): CatalogChanges["prices"] {
  const key = ({model, provider, from}: Price) => JSON.stringify([model, provider, from ?? ""]);
  const says = ({input, output, to}: Price) =>
    `${input} / ${output}${to === undefined ? "" : ` until ${isoDay(to)}`}`;
  const [earlier, later] = [grouped(before, key), grouped(after, key)];
  return [...new Set([...earlier.keys(), ...later.keys()])].flatMap((name) => {
    const [old, now] = [earlier.get(name), later.get(name)].map((rows) => (rows ?? []).map(says).join("; "));
    if (old === now) return [];
    const {model, provider, from} = (later.get(name) ?? earlier.get(name)!)[0]!;
    return [{model, provider, from: from === undefined ? "" : isoDay(from), before: old!, after: now!}];
  });
}

/** The newest published value of each model in each index, where the two states differ. */
function indexMoves(
  before: readonly IndexValue[],
  after: readonly IndexValue[],
): CatalogChanges["indexValues"] {
  const newest = (values: readonly IndexValue[]) => {
    const found = new Map<string, IndexValue>();
    for (const value of values) {
      const key = JSON.stringify([value.index, value.model]);
      if (value.vintage > (found.get(key)?.vintage ?? -Infinity)) found.set(key, value);
    }
    return found;
  };
  const earlier = newest(before);
  return [...newest(after)].flatMap(([key, now]) => {
    const old = earlier.get(key);
    if (!old || (old.value === now.value && old.vintage === now.vintage)) return [];
    return [
      {
        index: now.index,
        model: now.model,
        before: old.value,
        beforeOf: isoDay(old.vintage),
        after: now.value,
        afterOf: isoDay(now.vintage),
      },
    ];
  });
}
