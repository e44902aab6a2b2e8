/** Adoption as separate series: one way of counting, one thing counted, one unit each. */
import type {AdoptionFact} from "../../data/forces/force-facts.ts";
import {isKnown} from "../../data/forces/known-facts.ts";
import {isoSpan, midpoint} from "../../dates.ts";
import {InputError} from "../../errors.ts";
import type {Day} from "../../units.ts";
import {type ForceQuantity, type Naming, stated, withoutNumber} from "../force-quantity.ts";
import {type FactSource, factSource} from "../law/fact-source.ts";
import {adoptionMethod} from "./adoption-method.ts";
import {CHANNELS, type Channel, channelOf, seriesName} from "./channel.ts";

export interface AdoptionPoint {
  readonly day: Day;
  readonly date: string;
  readonly segment: string;
  /** Each a number in the series' unit, or null where the source gives none. */
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly note: string;
  readonly source: FactSource;
}

export interface AdoptionSeries<C extends Channel = Channel> {
  readonly name: string;
  readonly channel: C;
  /** What the channel counts, and which way it leans. */
  readonly counts: string;
  readonly bias: string;
  readonly metric: string;
  readonly unit: string;
  /** Oldest first, at least one. */
  readonly points: readonly AdoptionPoint[];
}

/** The series known on a day, ordered by channel, then name. */
export function adoptionSeries(facts: readonly AdoptionFact[], asOf: Day): AdoptionSeries[] {
  const rows = new Map<string, AdoptionFact[]>();
  for (const fact of facts) {
    if (!isKnown(fact, asOf)) continue;
    const name = seriesName(fact);
    rows.set(name, [...(rows.get(name) ?? []), fact]);
  }
  const order = Object.keys(CHANNELS);
  return [...rows]
    .map(([name, of]) => {
      const channel = channelOf(of[0]);
      return {
        name,
        channel,
        ...CHANNELS[channel],
        metric: of[0].metric,
        unit: of[0].unit,
        points: of.map(point).sort((a, b) => a.day - b.day || (a.source.fact < b.source.fact ? -1 : 1)),
      };
    })
    .sort((a, b) => order.indexOf(a.channel) - order.indexOf(b.channel) || (a.name < b.name ? -1 : 1));
}

/**
 * Two series of one channel as one table of points; the only way to put series side by side in a computation.
 *
 * @throws InputError when the channels or the units differ: shares of different things have no common scale
 */
export function sideBySide<C extends Channel>(
  first: AdoptionSeries<C>,
  second: AdoptionSeries<NoInfer<C>>,
): readonly (AdoptionPoint & {readonly series: string})[] {
  for (const what of ["channel", "unit"] as const) {
    if (first[what] !== second[what]) {
      throw new InputError(
        "conflicting",
        `${what}s: ${first[what]} and ${second[what]}; series of one ${what} were expected, different ones are never blended`,
      );
    }
  }
  return [first, second]
    .flatMap(({name, points}) => points.map((at) => ({...at, series: name})))
    .sort((a, b) => a.day - b.day || (a.series < b.series ? -1 : 1));
}

/** The newest value of a share, as a quantity; its interval is the source's own range. */
export function newestShare(series: AdoptionSeries): ForceQuantity {
  const newest = series.points.at(-1)!;
  const naming: Naming = {
    id: `use.${slug(series.name)}`,
    label: `${newest.segment}, ${newest.date} (${series.channel})`,
    unit: "share",
    note: series.bias,
    rule: adoptionMethod.rule.value,
    sources: series.points.map(({source}) => source),
  };
  if (!series.unit.startsWith("percent"))
    return withoutNumber(naming, `it is counted in ${series.unit}, not as a share`);
  if (newest.value === null) return withoutNumber(naming, "the source gives no number");
  const {low, high, value} = newest;
  const level = adoptionMethod.sourceRangeLevel.value;
  const ranged = low !== null && high !== null && high > low;
  return stated(naming, {
    value: value / 100,
    interval: ranged ? {low: low / 100, high: high / 100, level} : null,
    kind: "spread",
    n: series.points.length,
  });
}

/**
 * Change of a share per year between the first and the newest point of one series: (new - old)/years.
 *
 * The interval takes each point's range at its ends, which is wide on purpose: the errors of one surveyor may well move
 * together.
 */
export function shareChange(series: AdoptionSeries): ForceQuantity {
  const naming: Naming = {
    id: `use.change.${slug(series.name)}`,
    label: `Change per year of ${series.name}`,
    unit: "shares per year",
    note: series.bias,
    rule: adoptionMethod.rule.value,
    sources: series.points.map(({source}) => source),
  };
  if (!series.unit.startsWith("percent"))
    return withoutNumber(naming, `it is counted in ${series.unit}, not as a share`);
  const valued = series.points.filter(({value}) => value !== null);
  const {trendMinPoints, trendMinYears, sourceRangeLevel} = adoptionMethod;
  if (valued.length < trendMinPoints.value) {
    return withoutNumber(
      naming,
      `${valued.length} point counted in the same way; two are needed`,
      valued.length,
    );
  }
  const [old, now] = [valued[0], valued.at(-1)!];
  const years = (now.day - old.day) / 365.2425;
  if (years < trendMinYears.value) {
    return withoutNumber(naming, "the points lie too close together for a yearly rate", valued.length);
  }
  const rate = (later: number, earlier: number) => (later - earlier) / 100 / years;
  const [oldLow, oldHigh] = [old.low ?? old.value!, old.high ?? old.value!];
  const [nowLow, nowHigh] = [now.low ?? now.value!, now.high ?? now.value!];
  const interval = {low: rate(nowLow, oldHigh), high: rate(nowHigh, oldLow), level: sourceRangeLevel.value};
  return stated(naming, {value: rate(now.value!, old.value!), interval, kind: "spread", n: valued.length});
}

const number = (figure: number | "unknown"): number | null => (figure === "unknown" ? null : figure);

function point(fact: AdoptionFact): AdoptionPoint {
  return {
    day: midpoint(fact.date),
    date: isoSpan(fact.date),
    segment: fact.segment,
    value: number(fact.value.mid),
    low: number(fact.value.low),
    high: number(fact.value.high),
    note: fact.note,
    source: factSource(fact),
  };
}

const slug = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
