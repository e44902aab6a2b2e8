/**
 * The trend forecaster: both frontiers go on jumping at their own pace, which wanders.
 *
 * In each world both sides' rates λ and mean jumps μ are drawn from what its history tells (`pace.ts`), so that not knowing them is
 * part of the spread. From then on two clocks run against each other. After each month a rate is multiplied by the exponential of
 * a normal step, with the variance that the fading of old records implies, (1 − δ) / A, and correlated between the sides. Open's
 * jumps grow with its distance in time, the gap over what closed gains in the lag that is usual:
 *
 *   jump of closed ~ Gamma(k, mean μ),  jump of open ~ Gamma(k, mean μ (gap / (λc μc L))^φ)
 */
import {gammaDraw} from "../../numeric/random-variates.ts";
import {type Random, stream} from "../../numeric/random.ts";
import {DAYS_PER_MONTH} from "../../units.ts";
import type {Forecaster, ForecastRun} from "../future.ts";
import {addRelease, futureRoom, startFuture} from "../future-room.ts";
import type {Ground} from "../ground.ts";
import {type PacePosterior, pacePosteriors, type TrendChoices} from "./pace.ts";
import {trendMethod} from "./trend-method.ts";
import {usualLag} from "./usual-lag.ts";

/** Names the random streams of this forecaster. */
const PURPOSE = 0x7e4d;

/** One side's pace in one future. */
interface Clock {
  /** Records a month. */
  rate: number;
  /** Mean points a record. */
  readonly jump: number;
  /** Standard deviation of a month's step of the log rate. */
  readonly step: number;
}

export function trend(
  ground: Ground,
  {seed, months}: ForecastRun,
  choices: TrendChoices = trendMethod,
): Forecaster {
  const {asOf, worlds} = ground;
  const [memory, shape, together, pull] = [
    choices.memory.value,
    choices.jumpShape.value,
    choices.together.value,
    choices.pull.value,
  ];
  const room = futureRoom(ground);
  const fits = worlds.map((world, index) => ({
    ...pacePosteriors(world, asOf, choices),
    lag: usualLag(startFuture(room, ground, index), asOf, {memory, prior: choices.priorLag.value}),
  }));
  const end = asOf + (months + 1) * DAYS_PER_MONTH;

  function future(index: number) {
    const random = stream(seed, PURPOSE, index);
    const {closed, open, draw} = startFuture(room, ground, index);
    const ours = clock(fits[draw].closed, memory, random);
    const theirs = clock(fits[draw].open, memory, random);
    let on: number = asOf;
    let monthEnd = asOf + DAYS_PER_MONTH;
    while (on < end) {
      const rate = ours.rate + theirs.rate;
      on += (-Math.log(1 - random.uniform()) / rate) * DAYS_PER_MONTH;
      if (on > monthEnd) {
        // Waits have no memory, so the clocks may be started anew at the month's end with their next rates.
        on = monthEnd;
        monthEnd += DAYS_PER_MONTH;
        const shared = random.normal();
        stepRate(ours, shared);
        stepRate(theirs, together * shared + Math.sqrt(1 - together * together) * random.normal());
        continue;
      }
      const isClosed = random.uniform() * rate < ours.rate;
      const side = isClosed ? closed : open;
      const gap = closed.abilities[closed.count - 1] - open.abilities[open.count - 1];
      const usual = ours.rate * ours.jump * fits[draw].lag;
      const mean = isClosed ? ours.jump : theirs.jump * pulled(gap / usual) ** pull;
      addRelease(side, on, side.abilities[side.count - 1] + (mean * gammaDraw(random, shape)) / shape);
    }
    return room;
  }
  return {id: "trend", from: asOf, months, future};
}

function clock({records, months, jumps, points}: PacePosterior, memory: number, random: Random): Clock {
  return {
    rate: gammaDraw(random, records) / months,
    jump: points / gammaDraw(random, jumps),
    step: Math.sqrt((1 - memory) / records),
  };
}

/** The rate keeps its mean over the step. */
function stepRate(of: Clock, normal: number): void {
  of.rate *= Math.exp(of.step * normal - (of.step * of.step) / 2);
}

/** Distances beyond four times the usual one, or below a quarter (a lead included), pull like those. */
const pulled = (distance: number): number => Math.min(4, Math.max(0.25, distance));
