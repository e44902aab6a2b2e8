/**
 * A composite index value belongs to one vintage of its index.
 *
 * Composite indices are fitted anew with every release: the values of old models drift, anchors move, benchmarks
 * come and go. A series over two vintages shows the refit as if it were progress. So it is refused, unless a splice
 * is asked for by name; then its own error comes with it.
 */
import type {IndexValue} from "../data/catalog.ts";
import {isoDay} from "../dates.ts";
import {InputError} from "../errors.ts";
import {mean, standardDeviation} from "../numeric/quantile.ts";
import type {Day} from "../units.ts";
import {lagMethod} from "./lag/method.ts";

/** One index as published on one day. */
export interface IndexVintage {
  readonly index: string;
  readonly vintage: Day;
  /** Points by model id. */
  readonly values: ReadonlyMap<string, number>;
}

/** `y = offset + slope x` from one vintage's points to another's, and how badly it fits. */
export interface VintageLink {
  readonly from: Day;
  readonly to: Day;
  readonly slope: number;
  readonly offset: number;
  /** Root mean square of the common models' residuals, in points of `to`. */
  readonly rmse: number;
  readonly common: number;
}

export interface SplicedSeries {
  readonly index: string;
  /** Every model's points on the scale of the later vintage; common models keep the later value. */
  readonly values: ReadonlyMap<string, number>;
  /** Models whose value was moved over from the earlier vintage, and so carries the link's error. */
  readonly moved: readonly string[];
  readonly link: VintageLink;
}

/**
 * The values as one series of one vintage.
 *
 * @throws InputError when they come from several indices or several vintages, or name a model twice
 */
export function oneVintage(values: readonly IndexValue[]): IndexVintage {
  if (values.length === 0) throw new InputError("missing", "index values: none; at least one was expected");
  const [{index, vintage}] = values;
  const other = values.find((value) => value.index !== index || value.vintage !== vintage);
  if (other) throw refusal({index, vintage}, other);
  const points = new Map<string, number>();
  for (const {model, value, provenance} of values) {
    if (points.has(model))
      throw new InputError(
        "duplicate",
        `value of ${model} in ${index} of ${isoDay(vintage)}; one per model was expected`,
        provenance.place,
      );
    points.set(model, value);
  }
  return {index, vintage, values: points};
}

/**
 * Two vintages in one series: refused, or linked by matching mean and standard deviation over the common models.
 *
 * @param splice - `refuse` when left out
 * @throws InputError `unsupported` when not asked to splice or when the indices differ; `insufficient` with too few
 *   common models
 * @see Kolen & Brennan (2014), Test Equating, Scaling, and Linking, section 6.2 (mean/sigma)
 */
export function spliceVintages(
  earlier: IndexVintage,
  later: IndexVintage,
  {splice = "refuse"}: {readonly splice?: "refuse" | "mean-sigma"} = {},
): SplicedSeries {
  if (splice === "refuse" || earlier.index !== later.index) throw refusal(earlier, later);
  const link = vintageLink(earlier, later);
  const moved = [...earlier.values.keys()].filter((model) => !later.values.has(model)).sort();
  const values = new Map(later.values);
  for (const model of moved)
    values.set(model, link.offset + link.slope * (earlier.values.get(model) as number));
  return {index: later.index, values, moved, link};
}

/**
 * The mean–sigma link: slope = s(to) / s(from), offset = mean(to) − slope mean(from), over models in both.
 *
 * @throws InputError with fewer common models than the method asks for, or when they do not differ in ability
 */
export function vintageLink(from: IndexVintage, to: IndexVintage): VintageLink {
  const common = [...from.values.keys()].filter((model) => to.values.has(model)).sort();
  const least = lagMethod.linkMinCommon.value;
  const x = common.map((model) => from.values.get(model) as number);
  const y = common.map((model) => to.values.get(model) as number);
  const spread = standardDeviation(x);
  if (common.length < least || spread === 0)
    throw new InputError(
      "insufficient",
      `common models of ${from.index} of ${isoDay(from.vintage)} and ${isoDay(to.vintage)}: ${common.length}; at least ${least} of different ability were expected`,
    );
  const slope = standardDeviation(y) / spread;
  const offset = mean(y) - slope * mean(x);
  const squares = x.map((value, i) => (y[i] - offset - slope * value) ** 2);
  return {
    from: from.vintage,
    to: to.vintage,
    slope,
    offset,
    rmse: Math.sqrt(mean(squares)),
    common: common.length,
  };
}

function refusal(
  a: {readonly index: string; readonly vintage: Day},
  b: {readonly index: string; readonly vintage: Day},
): InputError {
  return new InputError(
    "unsupported",
    `series: ${a.index} of ${isoDay(a.vintage)} with ${b.index} of ${isoDay(b.vintage)}; values of one index and one vintage, or of one index with a splice asked for by name, were expected`,
  );
}
