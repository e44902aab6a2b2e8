/**
 * When does a closed model count as better than an open one? The test decides more of the published lag than the
 * data do, so it is named and handed in.
 *
 * - `strict`: any lead counts.
 * - `tolerance`: a lead above some points.
 * - `unpaired`: a lead above z times the root of the summed variances, as from two printed intervals. Errors of
 *   frontier models are correlated, which this ignores: it finds too few differences.
 * - `paired`: a lead in at least `level` of the joint draws, one-sided.
 */
import {quantileSorted, standardDeviation} from "../../numeric/quantile.ts";
import type {AbilityDraws} from "../instrument.ts";

export type SignificanceTest =
  | {readonly kind: "strict"}
  | {readonly kind: "tolerance"; readonly points: number}
  | {readonly kind: "unpaired"; readonly z: number}
  | {readonly kind: "paired"; readonly level: number};

/** Is the closed model in one column better than the open one in another, in the world given by a row? */
export type ClearlyBetter = (closed: number, open: number, row: Float64Array, draw: number) => boolean;

/**
 * The test as a function of a pair and a world.
 *
 * The lead a test asks for is found once, from all draws. In each draw it is compared with that draw's lead, so
 * that the interval shows what the test would have said had the abilities been those. For `paired` that lead is
 * the distance from the middle of the draws' leads to their lower quantile; at the point abilities the test is
 * whether the quantile itself is above zero.
 */
export function clearlyBetter(abilities: AbilityDraws, test: SignificanceTest): ClearlyBetter {
  const width = abilities.models.length;
  if (test.kind === "strict") return (closed, open, row) => row[closed] > row[open];
  if (test.kind === "tolerance") return (closed, open, row) => row[closed] - row[open] > test.points;
  const column = memo((model: number) => {
    const values = new Float64Array(abilities.drawCount);
    for (let d = 0; d < values.length; d++) values[d] = abilities.draws[d * width + model];
    return values;
  });
  if (test.kind === "unpaired") {
    const deviation = memo((model: number) => standardDeviation(column(model)));
    return (closed, open, row) =>
      row[closed] - row[open] > test.z * Math.hypot(deviation(closed), deviation(open));
  }
  const pair = memo((key: number) => {
    const ahead = column(Math.floor(key / width));
    const behind = column(key % width);
    const leads = ahead.map((ability, d) => ability - behind[d]).sort();
    const low = quantileSorted(leads, 1 - test.level);
    return {low, margin: quantileSorted(leads, 0.5) - low};
  });
  return (closed, open, row, draw) => {
    if (draw < 0) return pair(closed * width + open).low > 0;
    const lead = row[closed] - row[open];
    // The margin is never negative: without a lead there is nothing to look up.
    return lead > 0 && lead > pair(closed * width + open).margin;
  };
}

export function testName(test: SignificanceTest): string {
  if (test.kind === "strict") return "strict";
  if (test.kind === "tolerance") return `tolerance ${test.points} pt`;
  if (test.kind === "unpaired") return `unpaired z ${test.z.toFixed(2)}`;
  return `paired, one-sided ${Math.round(100 * test.level)}%`;
}

function memo<Value>(make: (key: number) => Value): (key: number) => Value {
  const seen = new Map<number, Value>();
  return (key) => {
    const before = seen.get(key);
    if (before !== undefined) return before;
    const value = make(key);
    seen.set(key, value);
    return value;
  };
}
