/**
 * ECI-H's record rule: lags of open records, smoothed over their dates.
 *
 * (i) A model needs at least two results. (ii) In each draw, list the open records; the lag of one is its day minus
 * the day of the first closed model at least as able. (iii) A release that is a record in fewer than a third of the
 * draws is dropped from all. (iv) The lag on a day is the mean of the records' lags, weighted by a Gaussian kernel of
 * bandwidth six months over their days. Bands of 80% are printed by ECI-H and kept beside ours.
 *
 * An open record that no closed model has matched by the as-of date enters with minus the time so far, as in
 * record-look-back.
 */
import {isoDay} from "../../dates.ts";
import {centralInterval, type Interval, median} from "../../numeric/quantile.ts";
import {DAYS_PER_MONTH, type Day, day} from "../../units.ts";
import {emptyFrontier, firstReaching, frontier, timeline} from "../frontier.ts";
import type {Release} from "../instrument.ts";
import {
  abilityRow,
  drawCounts,
  known,
  type LagEstimate,
  type LagInput,
  overDraws,
  shortfall,
  statistic,
} from "./estimate.ts";
import {lagMethod} from "./method.ts";
import {recordTally} from "./record-tally.ts";

export interface KernelRecordsOptions {
  readonly bandwidthMonths?: number;
  /** Number of results behind each model; models below `minResults` are left out. Without it none is. */
  readonly resultCounts?: ReadonlyMap<string, number>;
  readonly minResults?: number;
  /** Day at which the curve is read; the as-of date when left out. */
  readonly on?: Day;
}

interface RecordLag {
  readonly at: number;
  readonly on: number;
  readonly months: number;
  readonly match: number;
}

/**
 * The smoothed lag on the as-of date (main value), per draw, with the 80% band as a second statistic.
 *
 * @returns months
 */
export function kernelRecords(input: LagInput, options: KernelRecordsOptions = {}): LagEstimate {
  const {abilities, asOf} = input;
  const on = options.on ?? asOf;
  const counted = enoughResults(options);
  const smoothed = keptRecordLags(input, counted);
  const {closed, open, perWorld} = smoothed;
  const bandwidth = options.bandwidthMonths ?? lagMethod.kernelBandwidthMonths.value;
  const reach = lagMethod.kernelReachBandwidths.value * bandwidth;
  const reason = `no open record within ${reach} months of ${isoDay(on)}`;
  const draws = overDraws<"smoothed">(abilities, (_, draw) => {
    const value = kernelMean(perWorld[draw + 1], on, bandwidth);
    return value === undefined ? undefined : {smoothed: known(value)};
  });

  const label = "Smoothed record lag";
  const variant = `Gaussian kernel, ${bandwidth} months`;
  const n = {closed: closed.releases.length, open: open.releases.length};
  const insufficient = shortfall(draws, reason);
  if (insufficient) return {kind: "insufficient", rule: "kernel-records", variant, label, insufficient, n};

  const tally = recordTally(open, closed);
  for (const lags of perWorld.slice(1)) for (const lag of lags) tally.add(lag);
  const level = lagMethod.recordIntervalLevel.value;
  const records = tally.list({draws: abilities.drawCount, level, bound: "left"});
  return {
    kind: "estimate",
    rule: "kernel-records",
    variant,
    ...statistic(draws, {id: "smoothed", label, unit: "months"}),
    definition: `Days from the first closed model at least as able to each open record, averaged with a Gaussian kernel of ${bandwidth} months around ${isoDay(on)}.`,
    records,
    leftOut: [
      ...[...input.closed, ...input.open]
        .filter((release) => !counted(release))
        .map(({model}) => ({
          model,
          reason: `fewer than ${options.minResults ?? lagMethod.recordMinResults.value} results`,
        })),
      ...smoothed.rare.map(({model, share}) => ({
        model,
        reason: `a record in only ${Math.round(100 * share)}% of draws`,
      })),
    ],
    window: {from: day(Math.floor(on - reach * DAYS_PER_MONTH)), to: on},
    n: {...n, records: records.length},
    draws: drawCounts(draws, reason),
    also: [
      statistic(draws, {id: "smoothed", label: `${label}, ${100 * level}% band`, unit: "months", level}),
    ],
    spread: undefined,
  };
}

/** One day of the smoothed curve. */
export interface CurvePoint {
  readonly day: Day;
  readonly value: number;
  readonly interval: Interval;
}

/**
 * The smoothed lag over time, on the days asked for; days without a record in reach are left out.
 *
 * @param days - days at which to read the curve; records up to the as-of date count at each, as a kernel has two sides
 */
export function kernelCurve(
  input: LagInput,
  days: readonly Day[],
  options: KernelRecordsOptions = {},
): CurvePoint[] {
  const {perWorld} = keptRecordLags(input, enoughResults(options));
  const bandwidth = options.bandwidthMonths ?? lagMethod.kernelBandwidthMonths.value;
  return days.flatMap((on) => {
    const values = perWorld.slice(1).flatMap((lags) => kernelMean(lags, on, bandwidth) ?? []);
    return values.length < lagMethod.minUsableDraws.value * (perWorld.length - 1) || values.length === 0
      ? []
      : [
          {
            day: on,
            value: median(values),
            interval: centralInterval(values, lagMethod.recordIntervalLevel.value),
          },
        ];
  });
}

function enoughResults({resultCounts, minResults}: KernelRecordsOptions): (release: Release) => boolean {
  const least = minResults ?? lagMethod.recordMinResults.value;
  return ({model}) => resultCounts === undefined || (resultCounts.get(model) ?? 0) >= least;
}

/** Record lags of the point world (first) and of each draw, without the rare records. */
function keptRecordLags(
  {abilities, closed: closedSide, open: openSide, asOf}: LagInput,
  counted: (release: Release) => boolean,
) {
  const closed = timeline(closedSide.filter(counted), asOf);
  const open = timeline(openSide.filter(counted), asOf);
  const closedFrontier = emptyFrontier(closed);
  const openFrontier = emptyFrontier(open);
  const times = new Int32Array(open.releases.length);
  const perWorld: RecordLag[][] = [];
  for (let d = -1; d < abilities.drawCount; d++) {
    const row = abilityRow(abilities, d);
    frontier(closed, row, closedFrontier);
    frontier(open, row, openFrontier);
    const lags: RecordLag[] = [];
    for (let i = 0; i < openFrontier.count && closedFrontier.count > 0; i++) {
      const on = openFrontier.days[i];
      const match = firstReaching(closedFrontier, openFrontier.abilities[i]);
      const matched = match < closedFrontier.count;
      lags.push({
        at: openFrontier.at[i],
        on,
        months: (on - (matched ? closedFrontier.days[match] : asOf)) / DAYS_PER_MONTH,
        match: matched ? closedFrontier.at[match] : -1,
      });
      if (d >= 0) times[openFrontier.at[i]]++;
    }
    perWorld.push(lags);
  }
  // The rounding of a share like 2/3 must not decide about a release that fails in exactly that share.
  const mostFailures = lagMethod.recordFailShare.value * abilities.drawCount + 1e-9;
  const kept = (at: number) => abilities.drawCount - times[at] <= mostFailures;
  return {
    closed,
    open,
    perWorld: perWorld.map((lags) => lags.filter(({at}) => kept(at))),
    rare: open.releases.flatMap(({model}, at) =>
      times[at] > 0 && !kept(at) ? [{model, share: times[at] / abilities.drawCount}] : [],
    ),
  };
}

function kernelMean(lags: readonly RecordLag[], on: number, bandwidthMonths: number): number | undefined {
  let sum = 0;
  let total = 0;
  for (const lag of lags) {
    const distance = (lag.on - on) / DAYS_PER_MONTH / bandwidthMonths;
    if (Math.abs(distance) > lagMethod.kernelReachBandwidths.value) continue;
    const weight = Math.exp(-0.5 * distance * distance);
    sum += weight * lag.months;
    total += weight;
  }
  return total === 0 ? undefined : sum / total;
}
