/** What may change over a portfolio's horizon: futures of both frontiers, the fall of prices, suppliers' conduct. */
import {NINETY, within} from "../../advise/cost/cost-draws.ts";
import type {Outlook} from "../../advise/over-time/outlook.ts";
import {outlookMethod} from "../../advise/over-time/outlook-method.ts";
import type {Catalog, DateConvention} from "../../data/catalog.ts";
import type {ForceFacts} from "../../data/forces/force-facts.ts";
import {rateOf} from "../../forces/continuity/gamma-poisson.ts";
import {supplierContinuity} from "../../forces/continuity/supplier-continuity.ts";
import {abilityOn} from "../../forecast/future-metrics.ts";
import {ground} from "../../forecast/ground.ts";
import type {ForcesReport} from "../../forces-report.ts";
import {sidesOf} from "../../measure/sides.ts";
import type {Random} from "../../numeric/random.ts";
import {stream} from "../../numeric/random.ts";
import type {Quantity} from "../../quantity.ts";
import {afterMonths, type Day, months} from "../../units.ts";
import {forecastGround} from "../forecast-ground.ts";
import type {Measured} from "../measured.ts";
import {shownForecaster} from "../shown-forecaster.ts";

const PURPOSE = 0xad9;

export interface OutlookSource {
  /** As of the day of the prices. */
  readonly priced: Catalog;
  /** As of the day of the abilities. */
  readonly measuredCatalog: Catalog;
  readonly measured: Measured;
  /** All force facts. */
  readonly facts: ForceFacts;
  readonly forces: ForcesReport;
  readonly dates: DateConvention;
  /** Day of the prices, and of the abilities. */
  readonly on: Day;
  readonly asOf: Day;
  readonly seed: number;
}

export function adviceOutlook(source: OutlookSource, horizonMonths: number): Outlook {
  const {priced, measuredCatalog, measured, facts, forces, dates, on, asOf, seed} = source;
  const paths = outlookMethod.paths.value;
  const step = outlookMethod.stepMonths.value;
  const ends = [...Array.from({length: Math.ceil(horizonMonths / step)}, (_, k) => k * step), horizonMonths];
  const sides = sidesOf(measuredCatalog, measured.abilities.models, dates);
  const measurement = {catalog: measuredCatalog, abilities: measured.abilities, ...sides, asOf};
  const covered = Math.min(36, horizonMonths + Math.ceil((on - asOf) / 30));
  const forecaster = shownForecaster(
    ground(measurement),
    () => forecastGround(measurement, {facts, knownTo: on, seed}),
    {seed, months: covered},
  );
  const closed = new Float64Array(paths * ends.length);
  const open = new Float64Array(paths * ends.length);
  for (let path = 0; path < paths; path++) {
    const future = forecaster.future(path);
    for (const [k, end] of ends.entries()) {
      // The first step is today's measurement: what came out since is among the options already or not known.
      const day = k === 0 ? asOf : afterMonths(on, months(end));
      closed[path * ends.length + k] = abilityOn(future.closed, day);
      open[path * ends.length + k] = abilityOn(future.open, day);
    }
  }
  const continuity = supplierContinuity(facts, priced, {asOf: on, seed, drawCount: paths});
  const hazards = new Map(continuity.hazards.map(({hazard, rates}) => [hazard, rates]));
  const sold = new Map<string, number>();
  for (const id of new Set(priced.prices.map(({model}) => model))) {
    const {lab} = priced.models.get(id)!;
    sold.set(lab, (sold.get(lab) ?? 0) + 1);
  }
  const falls = new Map<number, Float64Array>();
  return {
    paths,
    months: ends,
    closed,
    open,
    onSale: (lab) => sold.get(lab) ?? 1,
    rate: (lab, hazard) => rateOf(hazards.get(hazard)!, lab),
    fall: (ability) => {
      const level = nearest(forces.prices.levels, ability);
      const known = falls.get(level.level);
      if (known) return known;
      const random = stream(seed, PURPOSE, level.level);
      const draws = Float64Array.from({length: paths}, () =>
        fallDraw(random.uniform() < 0.5 ? level.decline.recorded : level.decline.backCast, random),
      );
      falls.set(level.level, draws);
      return draws;
    },
  };
}

const nearest = (levels: ForcesReport["prices"]["levels"], ability: number) =>
  levels.reduce((best, one) => (Math.abs(one.level - ability) < Math.abs(best.level - ability) ? one : best));

/** Share of the price lost in a year: normal on the log scale with the quantity's value and interval, within belief. */
function fallDraw({value, interval}: Quantity, random: Random): number {
  const {mostFallPerYear, leastFallPerYear, usualFall} = outlookMethod;
  if (value === null || !interval || interval.low === null || interval.high === null) {
    return Math.min(mostFallPerYear.value, within([usualFall.value.low, usualFall.value.high], random));
  }
  const kept = (share: number) =>
    Math.log(1 - Math.min(mostFallPerYear.value, Math.max(leastFallPerYear.value, share)));
  const sd = (kept(interval.low) - kept(interval.high)) / (2 * NINETY);
  const fall = 1 - Math.exp(kept(value) + sd * random.normal());
  return Math.min(mostFallPerYear.value, Math.max(leastFallPerYear.value, fall));
}
