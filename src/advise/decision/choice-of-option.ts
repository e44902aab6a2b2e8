/**
 * Which option to run: expected net value, chance of being best and regret of each, and what follows.
 *
 * The best in expectation is the primary, unless a cheaper one cannot be told from it: then the cheaper, and the answer
 * says that no difference is detectable. "Cannot be told" asks for two things: the interval of the paired difference
 * holds zero, and in expectation at most a small share of the value is given up; uncertainty alone never picks a bad model.
 */
import {selectedQuantiles} from "../../numeric/selected-quantiles.ts";
import {adviceMethod} from "../advice-method.ts";
import {continuityOf, type Option, supplierOf} from "../options/option.ts";
import {type Contender, meanCost, netValue, netValueOf, type Stakes} from "./contender.ts";
import type {Horizon} from "./horizon.ts";

export interface Ranked {
  readonly contender: Contender;
  /** USD per year. */
  readonly expected: number;
  readonly cost: number;
  /** Share of draws in which no other contender is worth more. */
  readonly bestShare: number;
  /** Expected loss against knowing the best, USD per year. */
  readonly regret: number;
}

export interface Choice {
  readonly primary: Ranked;
  readonly verdict: "clear" | "leaning" | "no difference" | "not worth running";
  /** Chance that the primary is worth more than the best other model's option. */
  readonly aheadOfNext: number;
  /** The highest expected value, where a cheaper option was taken instead. */
  readonly insteadOf: Ranked | undefined;
  readonly fallback: Ranked | undefined;
  /** What the fallback could not be different in. */
  readonly fallbackShares: "nothing" | "continuity" | "lab" | "none" | "not worth it";
  readonly ranking: readonly Ranked[];
  /** Best option of a draw, USD per year, averaged. */
  readonly perfect: number;
  /** Chance that the best open option is worth more than the best closed one; undefined with one side only. */
  readonly openAhead: number | undefined;
}

const CLEAR = 0.9;

/** @param contenders - at least one */
export function choiceOf(contenders: readonly Contender[], stakes: Stakes, horizon: Horizon): Choice {
  const {drawCount} = contenders[0]!;
  const scratch = new Float64Array(drawCount);
  const best = new Float64Array(drawCount).fill(-Infinity);
  const winner = new Int32Array(drawCount);
  const sides = {
    open: new Float64Array(drawCount).fill(-Infinity),
    closed: new Float64Array(drawCount).fill(-Infinity),
  };
  const expected = contenders.map((contender, at) => {
    const values = netValueOf(contender.successInto(scratch), contender, stakes, horizon, scratch);
    const side = sides[contender.option.openness];
    let sum = 0;
    for (let d = 0; d < drawCount; d++) {
      const value = values[d]!;
      sum += value;
      if (value > best[d]!) {
        best[d] = value;
        winner[d] = at;
      }
      if (value > side[d]!) side[d] = value;
    }
    return sum / drawCount;
  });
  const wins = new Float64Array(contenders.length);
  for (const at of winner) wins[at]! += 1;
  const perfect = best.reduce((sum, value) => sum + value, 0) / drawCount;
  const ranking = contenders
    .map((contender, at): Ranked => ({
      contender,
      expected: expected[at]!,
      cost: meanCost(contender, horizon),
      bestShare: wins[at]! / drawCount,
      regret: Math.max(0, perfect - expected[at]!),
    }))
    .sort((a, b) => b.expected - a.expected || (a.contender.option.id < b.contender.option.id ? -1 : 1));
  const top = ranking[0]!;
  const cheaper = cheaperAlike(ranking, stakes, horizon);
  const primary = cheaper ?? top;
  const rival = ranking.find(({contender}) => contender.option.model !== primary.contender.option.model);
  const aheadOfNext = rival ? shareAbove(primary, rival, stakes, horizon) : 1;
  const {fallback, shares} = fallbackFor(primary.contender.option, ranking);
  const both = sides.open[0] !== -Infinity && sides.closed[0] !== -Infinity;
  return {
    primary,
    verdict:
      primary.expected <= 0
        ? "not worth running"
        : cheaper
          ? "no difference"
          : aheadOfNext >= CLEAR
            ? "clear"
            : "leaning",
    aheadOfNext,
    insteadOf: cheaper ? top : undefined,
    fallback,
    fallbackShares: shares,
    ranking,
    perfect,
    openAhead: both
      ? sides.open.reduce((count, value, d) => count + Number(value > sides.closed[d]!), 0) / drawCount
      : undefined,
  };
}

/** The cheapest option that cannot be told from the best and gives up next to nothing; undefined when that is the best. */
function cheaperAlike(ranking: readonly Ranked[], stakes: Stakes, horizon: Horizon): Ranked | undefined {
  const top = ranking[0]!;
  const most = adviceMethod.tolerance.value * Math.abs(top.expected);
  const close = ranking.filter(({expected, cost}) => cost < top.cost && top.expected - expected <= most);
  if (close.length === 0) return undefined;
  const [tail] = [(1 - adviceMethod.intervalLevel.value) / 2];
  const values = netValue(top.contender, stakes, horizon);
  const scratch = new Float64Array(values.length);
  return close
    .sort((a, b) => a.cost - b.cost)
    .find(({contender}) => {
      const others = netValueOf(contender.successInto(scratch), contender, stakes, horizon, scratch);
      for (let d = 0; d < others.length; d++) others[d] = values[d]! - others[d]!;
      const [low] = selectedQuantiles(others, [tail]);
      return low! <= 0;
    });
}

/** Chance that one option is worth more than another, ties counted half. */
export function shareAbove(one: Ranked, other: Ranked, stakes: Stakes, horizon: Horizon): number {
  const [a, b] = [netValue(one.contender, stakes, horizon), netValue(other.contender, stakes, horizon)];
  return a.reduce((sum, value, d) => sum + (value > b[d]! ? 1 : value === b[d]! ? 0.5 : 0), 0) / a.length;
}

/**
 * Another supplier, another lab, another kind of continuity; the last two are given up before there is none. What is worth
 * less than not doing the work at all is no fallback.
 */
function fallbackFor(
  primary: Option,
  ranking: readonly Ranked[],
): {fallback: Ranked | undefined; shares: Choice["fallbackShares"]} {
  const allowed = ranking.filter(({contender: {option}}) => supplierOf(option) !== supplierOf(primary));
  const elsewhere = allowed.filter(({expected}) => expected > 0);
  const otherLab = elsewhere.filter(({contender: {option}}) => option.lab !== primary.lab);
  const otherKind = otherLab.filter(
    ({contender: {option}}) => continuityOf(option) !== continuityOf(primary),
  );
  if (otherKind.length > 0) return {fallback: otherKind[0], shares: "nothing"};
  if (otherLab.length > 0) return {fallback: otherLab[0], shares: "continuity"};
  if (elsewhere.length > 0) return {fallback: elsewhere[0], shares: "lab"};
  return {fallback: undefined, shares: allowed.length > 0 ? "not worth it" : "none"};
}
