/** Rows of the catalog as plain values with their source beside them: what explanations and model pages list. */
import type {Catalog, PreferenceRating, Price, Provenance, Result} from "../data/catalog.ts";
import {isoDay} from "../dates.ts";
import {formatPlace} from "../errors.ts";

export interface RowSource {
  readonly source: string;
  readonly licence: string;
  readonly retrieved: string;
  readonly place: string;
}

export interface ResultRow extends RowSource {
  readonly kind: "result";
  readonly model: string;
  readonly benchmark: string;
  readonly name: string;
  readonly access: string;
  readonly score: number;
  readonly stderr: number | null;
  readonly setting: string;
  readonly harness: string;
  readonly derived: boolean;
  readonly seen: string;
}

export interface PreferenceRow extends RowSource {
  readonly kind: "preference";
  readonly model: string;
  readonly board: string;
  readonly setting: string;
  readonly date: string;
  readonly rating: number;
  readonly low: number;
  readonly high: number;
  readonly votes: number;
}

export interface PriceRow extends RowSource {
  readonly model: string;
  readonly provider: string;
  /** USD per million tokens. */
  readonly input: number;
  readonly output: number;
  readonly cachedInput: number | null;
  /** First day of the price; null when unknown. */
  readonly from: string | null;
  /** First day on which it no longer held; null when unknown or still held. */
  readonly to: string | null;
}

export interface SourceRow {
  readonly id: string;
  readonly title: string;
  readonly url: string;
  readonly licence: string;
  readonly attribution: string;
  readonly rows: number;
  readonly retrieved: string;
}

export function resultRow({benchmarks}: Pick<Catalog, "benchmarks">, result: Result): ResultRow {
  const benchmark = benchmarks.get(result.benchmark);
  return {
    kind: "result",
    model: result.model,
    benchmark: result.benchmark,
    name: benchmark?.name ?? result.benchmark,
    access: benchmark?.access ?? "unknown",
    score: result.score,
    stderr: result.stderr ?? null,
    setting: result.setting,
    harness: result.harness,
    derived: result.derived,
    seen: isoDay(result.seen),
    ...rowSource(result.provenance),
  };
}

export const preferenceRow = (rating: PreferenceRating): PreferenceRow => ({
  kind: "preference",
  model: rating.model,
  board: rating.board,
  setting: rating.setting,
  date: isoDay(rating.date),
  rating: rating.rating,
  low: rating.low,
  high: rating.high,
  votes: rating.votes,
  ...rowSource(rating.provenance),
});

export const priceRow = (price: Price): PriceRow => ({
  model: price.model,
  provider: price.provider,
  input: price.input,
  output: price.output,
  cachedInput: price.cachedInput ?? null,
  from: price.from === undefined ? null : isoDay(price.from),
  to: price.to === undefined ? null : isoDay(price.to),
  ...rowSource(price.provenance),
});

/** The sources of some rows with how many rows each gave, most first; a source the catalog lacks keeps its id. */
export function sourceRows({sources}: Pick<Catalog, "sources">, rows: readonly RowSource[]): SourceRow[] {
  const counts = new Map<string, {rows: number; retrieved: string; licence: string}>();
  for (const {source, retrieved, licence} of rows) {
    const known = counts.get(source);
    counts.set(source, {
      rows: (known?.rows ?? 0) + 1,
      retrieved: known && known.retrieved > retrieved ? known.retrieved : retrieved,
      licence: known?.licence ?? licence,
    });
  }
  return [...counts]
    .map(([id, count]) => {
      const source = sources.get(id);
      return {
        id,
        title: source?.title ?? id,
        url: source?.url ?? "",
        licence: source?.licence ?? count.licence,
        attribution: source?.attribution ?? "",
        rows: count.rows,
        retrieved: count.retrieved,
      };
    })
    .sort((a, b) => b.rows - a.rows || (a.id < b.id ? -1 : 1));
}

const rowSource = ({source, licence, retrieved, place}: Provenance): RowSource => ({
  source,
  licence,
  retrieved: isoDay(retrieved),
  place: formatPlace(place),
});
