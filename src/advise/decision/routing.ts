/**
 * Cheap first, and what it visibly fails at goes on to a better model.
 *
 *   right = a + (1 - a) q b',   b' = (1 - k) b + k max(0, (b - a) / (1 - a)),   cost = cost a + (1 - a) q cost b
 *
 * a, b: success of the two; q: share of failures that are noticed; b': success of the second on what the first failed at.
 * k says how far what the cheap one solves is a part of what the dear one solves. Checking is not charged for.
 */
import {type Random, stream} from "../../numeric/random.ts";
import {adviceMethod} from "../advice-method.ts";
import type {Workload} from "../portfolio/portfolio.ts";
import {netValue, runsToday, type Stakes} from "./contender.ts";
import type {Ranked} from "./choice-of-option.ts";
import type {Horizon} from "./horizon.ts";

export interface Route {
  readonly first: Ranked;
  readonly then: Ranked;
  /** Share of tasks that go on to the second. */
  readonly escalated: number;
  readonly success: number;
  readonly expected: number;
  readonly cost: number;
  /** Against the best single option, USD per year, and the chance that it is one. */
  readonly gain: number;
  readonly gainShare: number;
}

const PURPOSE = 0xad4;
/** Pairs looked at: the best in expectation as second, cheaper ones as first. */
const SECONDS = 4;
const FIRSTS = 12;

/** The best pair, or undefined when none beats the best single option by enough. */
export function bestRoute(
  ranking: readonly Ranked[],
  workload: Pick<Workload, "noticed"> & Stakes,
  horizon: Horizon,
  seed: number,
): Route | undefined {
  const priced = ranking.filter(({contender}) => contender.perTask !== undefined);
  const alone = ranking[0]!;
  const values = netValue(alone.contender, workload, horizon);
  let best: Route | undefined;
  for (const then of priced.slice(0, SECONDS)) {
    const cheaper = priced
      .filter(({contender}) => contender.perTask! < then.contender.perTask! / 2)
      .slice(0, FIRSTS);
    for (const first of cheaper) {
      const route = routeOf(
        first,
        then,
        {value: alone, draws: values},
        workload,
        horizon,
        stream(seed, PURPOSE),
      );
      if (!best || route.expected > best.expected) best = route;
    }
  }
  const enough =
    best !== undefined &&
    best.gain >= adviceMethod.routingGain.value * Math.abs(alone.expected) &&
    best.gainShare >= adviceMethod.intervalLevel.value;
  return enough ? best : undefined;
}

function routeOf(
  first: Ranked,
  then: Ranked,
  alone: {readonly value: Ranked; readonly draws: Float64Array},
  workload: Pick<Workload, "noticed"> & Stakes,
  {tasksPerYear, years}: Horizon,
  random: Random,
): Route {
  const [low, high] = adviceMethod.nested.value;
  const [a, b] = [first.contender.success, then.contender.success];
  const drawCount = a.length;
  let [value, success, escalated, cost, above] = [0, 0, 0, 0, 0];
  const {noticed, valueOfSuccess, costOfFailure, switchingCost} = workload;
  const gain = valueOfSuccess + costOfFailure;
  const moved = [first, then].filter(({contender}) => !runsToday(contender.option, workload)).length;
  const once = (moved * switchingCost) / years;
  for (let d = 0; d < drawCount; d++) {
    const k = low + (high - low) * random.uniform();
    const [p, s] = [a[d]!, b[d]!];
    const left = (1 - k) * s + (k * Math.max(0, s - p)) / (1 - p);
    const sent = (1 - p) * noticed;
    const right = p + sent * left;
    const spent = first.contender.perTask! + sent * then.contender.perTask!;
    const net = tasksPerYear * (gain * right - costOfFailure - spent) - once;
    value += net / drawCount;
    success += right / drawCount;
    escalated += sent / drawCount;
    cost += (tasksPerYear * spent) / drawCount;
    above += Number(net > alone.draws[d]!) / drawCount;
  }
  return {
    first,
    then,
    escalated,
    success,
    expected: value,
    cost,
    gain: value - alone.value.expected,
    gainShare: above,
  };
}
