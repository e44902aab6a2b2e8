/**
 * What every rule for the lag or gap returns: one shape, so that definitions can be set side by side.
 *
 * `value` is the median over draws of the rule applied to each draw as if it were the truth; `interval` is the
 * equal-tailed interval of the same values; `point` is the rule applied once to the point abilities, as published
 * figures are made. They differ where the rule is a step function or where noise makes records.
 */
import type {DateSpan} from "../../dates.ts";
import {type Interval, quantileSorted} from "../../numeric/quantile.ts";
import type {Day} from "../../units.ts";
import type {AbilityDraws, Release} from "../instrument.ts";
import {lagMethod} from "./method.ts";

export type LagRuleId =
  | "catch-up"
  | "record-look-back"
  | "daily-look-back"
  | "level-crossing"
  | "last-day-not-better"
  | "kernel-records"
  | "trend-line"
  | "frontier-line"
  | "vertical-gap";

/** `right`: at least this much; `left`: at most this much. */
export type Censored = "none" | "right" | "left";
export type LagUnit = "months" | "points" | "months per year" | "points per year";

/** What a rule is asked about. */
export interface LagInput {
  readonly abilities: AbilityDraws;
  readonly closed: readonly Release[];
  readonly open: readonly Release[];
  /** Nothing later is seen. */
  readonly asOf: Day;
}

/** Both days belong to it. */
export interface DayWindow {
  readonly from: Day;
  readonly to: Day;
}

/** `censored: "right"`: in some draws the value is not yet known, and `high` is the least it can be. */
export interface LagInterval extends Interval {
  readonly censored: "none" | "right";
}

/** One number a rule gives besides its main one, or the main one itself. */
export interface Statistic {
  readonly id: string;
  readonly label: string;
  readonly unit: LagUnit;
  readonly value: number;
  readonly point: number;
  readonly interval: LagInterval;
  /** State of `value`; `right` makes it a lower bound. */
  readonly censored: "none" | "right";
  readonly pointCensored: "none" | "right";
}

/** One record as a rule saw it. `months` is the median over the draws in which it counts. */
export interface LagRecord {
  readonly model: string;
  readonly date: DateSpan;
  /** The other side's model that decides the lag, in most draws; undefined while there is none. */
  readonly matchedBy: string | undefined;
  readonly months: number;
  readonly censored: Censored;
  readonly interval: Interval;
  /** Share of draws in which this release is a record of its side. */
  readonly recordShare: number;
  /** Share of those draws in which it is not yet matched. */
  readonly censoredShare: number;
}

/** Values over something else than draws, as some peers print them: history's spread, not our uncertainty. */
export interface Spread {
  readonly over: "levels" | "days" | "records";
  readonly interval: Interval;
}

export interface DrawCount {
  readonly used: number;
  readonly dropped: number;
  /** Why draws were dropped; "" when none was. */
  readonly reason: string;
}

export interface LagFigure extends Statistic {
  readonly kind: "estimate";
  readonly rule: LagRuleId;
  /** Which option of the rule, for instance "strict" or "paired 95%". */
  readonly variant: string;
  /** How the number is defined, one or two sentences. */
  readonly definition: string;
  readonly records: readonly LagRecord[];
  /** Models left out before anything was computed, with the reason. */
  readonly leftOut: readonly {readonly model: string; readonly reason: string}[];
  readonly window: DayWindow;
  readonly n: {readonly closed: number; readonly open: number; readonly records: number};
  readonly draws: DrawCount;
  readonly also: readonly Statistic[];
  readonly spread: Spread | undefined;
}

export interface InsufficientLag {
  readonly kind: "insufficient";
  readonly rule: LagRuleId;
  readonly variant: string;
  readonly label: string;
  readonly insufficient: string;
  readonly n: {readonly closed: number; readonly open: number};
}

export type LagEstimate = LagFigure | InsufficientLag;

/** A value that may only be a bound. */
export interface Bounded {
  readonly value: number;
  readonly censored: "none" | "right";
}

export const known = (value: number): Bounded => ({value, censored: "none"});
export const atLeast = (value: number): Bounded => ({value, censored: "right"});

/** One row of abilities: draw `d`, or the point abilities for -1. */
export function abilityRow({point, draws, models}: AbilityDraws, d: number): Float64Array {
  return d < 0 ? point : draws.subarray(d * models.length, (d + 1) * models.length);
}

/** What a rule gives in one world: its statistics by id, or nothing where the world has no answer. */
export type WorldStatistics<Id extends string> = Readonly<Record<Id, Bounded>> | undefined;

export interface OverDraws<Id extends string> {
  readonly point: WorldStatistics<Id>;
  readonly perDraw: readonly Readonly<Record<Id, Bounded>>[];
  readonly dropped: number;
}

/**
 * A rule applied to the point abilities and to every draw.
 *
 * @param world - the rule for one row of abilities; `draw` is -1 for the point abilities
 */
export function overDraws<Id extends string>(
  abilities: AbilityDraws,
  world: (row: Float64Array, draw: number) => WorldStatistics<Id>,
): OverDraws<Id> {
  // Without draws there is no interval, whatever the point: rules that test within draws are not asked.
  const point = abilities.drawCount === 0 ? undefined : world(abilities.point, -1);
  const perDraw: Readonly<Record<Id, Bounded>>[] = [];
  for (let d = 0; d < abilities.drawCount; d++) {
    const values = world(abilityRow(abilities, d), d);
    if (values) perDraw.push(values);
  }
  return {point, perDraw, dropped: abilities.drawCount - perDraw.length};
}

/** Why the draws of a rule cannot make an estimate, or undefined when they can. */
export function shortfall<Id extends string>(
  {point, perDraw, dropped}: OverDraws<Id>,
  reason: string,
): string | undefined {
  if (perDraw.length + dropped === 0) return "there are no draws, so no interval can be given";
  if (!point) return reason;
  const share = perDraw.length / (perDraw.length + dropped);
  return share < lagMethod.minUsableDraws.value
    ? `${reason} in ${dropped} of ${perDraw.length + dropped} draws`
    : undefined;
}

/** The median, interval and point of one statistic over draws; bounds stay bounds. */
export function statistic<Id extends string>(
  {point, perDraw}: OverDraws<Id>,
  {id, label, unit, level}: {id: Id; label: string; unit: LagUnit; level?: number},
): Statistic {
  const mass = level ?? lagMethod.intervalLevel.value;
  const values = perDraw.map((draw) => draw[id]);
  const bounds = Float64Array.from(values, ({value}) => value).sort();
  const unknown = Float64Array.from(values, ({value, censored}) =>
    censored === "right" ? Number.POSITIVE_INFINITY : value,
  ).sort();
  // A quantile that falls among draws not yet known is reported as the least it can be.
  const at = (p: number): Bounded => {
    const value = quantileSorted(unknown, p);
    return Number.isFinite(value) ? known(value) : atLeast(quantileSorted(bounds, p));
  };
  const middle = at(0.5);
  const high = at((1 + mass) / 2);
  const atPoint = (point as Readonly<Record<Id, Bounded>>)[id];
  return {
    id,
    label,
    unit,
    value: middle.value,
    censored: middle.censored,
    point: atPoint.value,
    pointCensored: atPoint.censored,
    interval: {low: at((1 - mass) / 2).value, high: high.value, level: mass, censored: high.censored},
  };
}

export const drawCounts = (
  {perDraw, dropped}: {perDraw: readonly unknown[]; dropped: number},
  reason: string,
): DrawCount => ({
  used: perDraw.length,
  dropped,
  reason: dropped > 0 ? reason : "",
});
