/** A displayed number of the forces, ready for the Report: what it is, how sure, and on which facts it rests. */
import type {Confidence, SourcedFact, SourceTier} from "../data/forces/force-facts.ts";
import type {ForceQuantity} from "../forces-report.ts";
import {type Interval, quantiles} from "../numeric/quantile.ts";
import type {QuantityInterval} from "../quantity.ts";
import {forceMethod} from "./force-method.ts";

export type {ForceQuantity} from "../forces-report.ts";
export type ForceUnit = ForceQuantity["unit"];

/** What names a quantity and what it rests on. */
export interface Naming {
  readonly id: string;
  readonly label: string;
  readonly unit: ForceUnit;
  /** METHOD rule, for instance R31. */
  readonly rule: string;
  readonly note?: string | undefined;
  readonly models?: readonly string[];
  readonly quantities?: readonly string[];
  /** Rows it rests on; none for a number made of measured abilities and list prices. */
  readonly sources?: readonly GradedRow[];
}

/** A row with its grades. */
export interface GradedRow {
  readonly fact: string;
  readonly tier: SourceTier;
  readonly confidence: Confidence;
}

export interface Stated {
  readonly value: number;
  readonly interval: Interval | null;
  readonly kind: QuantityInterval["kind"];
  readonly n: number;
}

/** A quantity with a value; an infinite end of its interval becomes unbounded. */
export const stated = (naming: Naming, {value, interval, kind, n}: Stated): ForceQuantity => ({
  ...named(naming),
  value,
  interval: interval && {low: end(interval.low), high: end(interval.high), level: interval.level, kind},
  insufficient: null,
  n,
});

/** A quantity without a number, and why. */
export const withoutNumber = (naming: Naming, reason: string, n = 0): ForceQuantity => ({
  ...named(naming),
  value: null,
  interval: null,
  insufficient: reason,
  n,
});

/** Median and central interval of draws as a quantity. */
export function ofDraws(
  naming: Naming,
  draws: ArrayLike<number>,
  {level, kind, n}: {level: number; kind: QuantityInterval["kind"]; n: number},
): ForceQuantity {
  const [low, value, high] = quantiles(draws, [(1 - level) / 2, 0.5, (1 + level) / 2]);
  return stated(naming, {value, interval: {low, high, level}, kind, n});
}

/** What names a quantity that is drawn from fact rows. */
export interface FactNaming extends Omit<Naming, "sources" | "models"> {
  /** Events, figures or rounds behind the number. */
  readonly n: number;
  readonly facts: readonly string[];
  readonly prior?: ForceQuantity["prior"];
}

/** Facts by id, to look up grades. */
export type FactsById = ReadonlyMap<string, Pick<SourcedFact, "tier" | "confidence">>;

/**
 * Median and central interval of draws that rest on fact rows.
 *
 * @param level - of the interval
 * @param cap - draws at or above it mean "at least this": the value or upper end is then censored
 */
export function drawnQuantity(
  naming: FactNaming,
  draws: Float64Array,
  known: FactsById,
  cap?: number,
  level = forceMethod.intervalLevel.value,
): ForceQuantity {
  const [low, value, high] = quantiles(draws, [(1 - level) / 2, 0.5, (1 + level) / 2]);
  return {
    ...onFacts(naming, known),
    value,
    interval: {low, high: cap !== undefined && high >= cap ? null : high, level, kind: "credible"},
    censored: cap !== undefined && value >= cap ? "right" : "none",
    insufficient: null,
  };
}

/** A probability as the share of draws, which needs no interval: it already is the uncertainty. */
export const shareQuantity = (
  naming: Omit<FactNaming, "unit">,
  share: number,
  known: FactsById,
): ForceQuantity => ({
  ...onFacts({...naming, unit: "probability"}, known),
  value: share,
  interval: null,
  insufficient: null,
});

export const insufficientQuantity = (
  naming: FactNaming,
  reason: string,
  known: FactsById,
): ForceQuantity => ({
  ...onFacts(naming, known),
  value: null,
  interval: null,
  insufficient: reason,
});

const TIERS: readonly SourceTier[] = ["A", "B", "C", "none"];
const CONFIDENCES: readonly Confidence[] = ["high", "medium", "low"];

/** A number that ought to rest on rows and has none is as weak as one without a page. */
function onFacts({facts, n, prior = "none", ...naming}: FactNaming, known: FactsById) {
  const rows = [...new Set(facts)].flatMap((fact) => {
    const row = known.get(fact);
    return row ? [{fact, tier: row.tier, confidence: row.confidence}] : [];
  });
  const quantity = named({...naming, sources: rows});
  return {
    ...quantity,
    n,
    facts: [...new Set(facts)],
    tier: quantity.tier ?? ("none" as const),
    confidence: quantity.confidence ?? ("low" as const),
    prior,
  };
}

function named({id, label, unit, note, models, quantities, rule, sources = []}: Naming) {
  const weakest = <Grade>(order: readonly Grade[], grades: readonly Grade[]): Grade | null =>
    grades.length === 0 ? null : order[Math.max(...grades.map((grade) => order.indexOf(grade)))];
  return {
    id,
    label,
    unit,
    censored: "none" as const,
    note: note ?? null,
    facts: [...new Set(sources.map(({fact}) => fact))],
    tier: weakest(
      TIERS,
      sources.map(({tier}) => tier),
    ),
    confidence: weakest(
      CONFIDENCES,
      sources.map(({confidence}) => confidence),
    ),
    prior: "none" as const,
    evidence: {
      rule,
      models: [...(models ?? [])],
      benchmarks: [],
      quantities: [...(quantities ?? [])],
      records: [],
    },
  };
}

const end = (value: number): number | null => (Number.isFinite(value) ? value : null);
