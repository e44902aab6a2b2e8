/**
 * Cheap first, and what it visibly fails at goes on to a better model.
 *
 *   right = a + (1 - a) q b',   b' = (1 - k) b + k max(0, (b - a) / (1 - a)),   cost = cost a + (1 - a) q cost b
 *
 * a, b: success of the two; q: share of failures that are noticed; b': success of the second on what the first failed at.
 * k says how far what the cheap one solves is a part of what the dear one solves. Checking is not charged for.
 */
import {stream} from "../../numeric/random.ts";
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
  const nested = nestedDraws(seed, values.length);
  let best: Route | undefined;
  for (const then of priced.slice(0, SECONDS)) {
    const cheaper = priced
      .filter(({contender}) => contender.perTask! < then.contender.perTask! / 2)
      .slice(0, FIRSTS);
    for (const first of cheaper) {
      const route = routeOf(first, then, {value: alone, draws: values}, workload, horizon, nested);
      if (!best || route.expected > best.expected) best = route;
    }
  }
  const enough =
    best !== undefined &&
    best.gain >= adviceMethod.routingGain.value * Math.abs(alone.expected) &&
    best.gainShare >= adviceMethod.intervalLevel.value;
  return enough ? best : undefined;
}

/** How far what the first solves is a part of what the second solves [draws], the same for every pair. */
function nestedDraws(seed: number, drawCount: number): Float64Array {
  const [low, high] = adviceMethod.nested.value;
  const random = stream(seed, PURPOSE);
  return Float64Array.from({length: drawCount}, () => low + (high - low) * random.uniform());
}

function routeOf(
  first: Ranked,
  then: Ranked,
  alone: {readonly value: Ranked; readonly draws: Float64Array},
  workload: Pick<Workload, "noticed"> & Stakes,
  {tasksPerYear, years}: Horizon,
  nested: Float64Array,
): Route {
  const [a, b] = [first.contender.success, then.contender.success];
  const [firstPrice, thenPrice] = [first.contender.perTask!, then.contender.perTask!];
  const single = alone.draws;
  const drawCount = a.length;
  let value = 0;
  let success = 0;
  let escalated = 0;
  let cost = 0;
  let above = 0;
  const {noticed, valueOfSuccess, costOfFailure, switchingCost} = workload;
  const gain = valueOfSuccess + costOfFailure;
  const moved = [first, then].filter(({contender}) => !runsToday(contender.option, workload)).length;
  const once = (moved * switchingCost) / years;
  for (let d = 0; d < drawCount; d++) {
    const k = nested[d]!;
    const p = a[d]!;
    const s = b[d]!;
    const left = (1 - k) * s + (k * Math.max(0, s - p)) / (1 - p);
    const sent = (1 - p) * noticed;
    const right = p + sent * left;
    const spent = firstPrice + sent * thenPrice;
    const net = tasksPerYear * (gain * right - costOfFailure - spent) - once;
    value += net / drawCount;
    success += right / drawCount;
    escalated += sent / drawCount;
    cost += (tasksPerYear * spent) / drawCount;
    if (net > single[d]!) above += 1 / drawCount;
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
