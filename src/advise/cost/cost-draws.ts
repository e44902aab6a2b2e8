/** What is not known about running models oneself, drawn once and shared by all options: they err together. */
import type {SelfhostFact} from "../../data/forces/force-facts.ts";
import {type Random, stream} from "../../numeric/random.ts";
import type {Day} from "../../units.ts";
import type {Latency} from "../portfolio/workload-kinds.ts";
import {costMethod, type Range} from "./cost-method.ts";
import {type GpuQuote, gpuHours, gpuQuotes} from "./gpu-price.ts";
import {type Machine, machines} from "./machines.ts";

const PURPOSE = 0xad1;
/** Standard normal quantile of 0.95. */
export const NINETY = 1.6448536269514722;

export interface CostDraw {
  readonly computeShare: number;
  readonly bandwidthShare: number;
  readonly cacheKilobytes: number;
  readonly peakOverMean: Readonly<Record<Latency, number>>;
  readonly headroom: number;
  readonly engineers: number;
  readonly engineerCost: number;
  readonly overhead: number;
  /** USD per rented GPU hour; undefined where no quote is known. */
  readonly rentedHour: Readonly<Partial<Record<Machine["gpu"], number>>>;
  readonly ownedHour: Readonly<Record<Machine["gpu"], number>>;
}

export interface CostDraws {
  readonly draws: readonly CostDraw[];
  /** One entry of a record of every draw [draws]; NaN where it is undefined. */
  readonly column: (record: "peakOverMean" | "rentedHour" | "ownedHour", key: string) => Float64Array;
  readonly quotes: ReadonlyMap<Machine["gpu"], readonly GpuQuote[]>;
}

/** Lognormal with the given 90% interval. */
export const within = ([low, high]: Range, random: Random): number =>
  Math.exp((Math.log(low) + Math.log(high)) / 2 + (random.normal() * Math.log(high / low)) / (2 * NINETY));

export function costDraws(
  facts: readonly SelfhostFact[],
  {on, seed, drawCount}: {readonly on: Day; readonly seed: number; readonly drawCount: number},
): CostDraws {
  const quotes = new Map(machines.value.map(({gpu}) => [gpu, gpuQuotes(facts, gpu, on)]));
  const random = stream(seed, PURPOSE);
  const rented = machines.value.flatMap(({gpu}) => {
    const hours = gpuHours(quotes.get(gpu)!, on);
    return hours ? [[gpu, hours] as const] : [];
  });
  const draws = Array.from({length: drawCount}, () => costDraw(rented, random));
  return {quotes, draws, column: columnsOf(draws)};
}

/** Columns of the records, each made once: looking names up in every draw of every option would cost more than the sums. */
function columnsOf(draws: readonly CostDraw[]): CostDraws["column"] {
  const made = new Map<string, Float64Array>();
  return (record, key) => {
    const name = `${record} ${key}`;
    const column =
      made.get(name) ??
      Float64Array.from(
        draws,
        (draw) => (draw[record] as Readonly<Record<string, number>>)[key] ?? Number.NaN,
      );
    made.set(name, column);
    return column;
  };
}

type Hours = readonly (readonly [Machine["gpu"], (random: Random) => number])[];

function costDraw(rented: Hours, random: Random): CostDraw {
  const {capitalPerGpuUsd, yearsOfUse, usdPerKilowattHour, siteShare} = costMethod.ownedHourShare.value;
  const peak = random.normal();
  const at = ([low, high]: Range) =>
    Math.exp((Math.log(low) + Math.log(high)) / 2 + (peak * Math.log(high / low)) / (2 * NINETY));
  const [capital, years, power, site] = [
    within(capitalPerGpuUsd, random),
    within(yearsOfUse, random),
    within(usdPerKilowattHour, random),
    within(siteShare, random),
  ];
  const {peakOverMean} = costMethod;
  return {
    computeShare: Math.min(1, within(costMethod.computeShare.value, random)),
    bandwidthShare: Math.min(1, within(costMethod.bandwidthShare.value, random)),
    cacheKilobytes: within(costMethod.cacheKilobytesPerToken.value, random),
    peakOverMean: {
      interactive: Math.max(1, at(peakOverMean.value.interactive)),
      minutes: Math.max(1, at(peakOverMean.value.minutes)),
      batch: Math.max(1, at(peakOverMean.value.batch)),
    },
    headroom: Math.max(1, within(costMethod.headroom.value, random)),
    engineers: within(costMethod.engineers.value, random),
    engineerCost: within(costMethod.engineerCost.value, random),
    overhead: Math.max(1, within(costMethod.overhead.value, random)),
    rentedHour: Object.fromEntries(rented.map(([gpu, hours]) => [gpu, hours(random)])),
    ownedHour: Object.fromEntries(
      machines.value.map(({gpu, kilowatts}) => [
        gpu,
        (capital * (1 / years + site)) / 8766 + kilowatts * power,
      ]),
    ) as CostDraw["ownedHour"],
  };
}
