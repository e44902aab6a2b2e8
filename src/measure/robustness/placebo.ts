/**
 * Placebo: openness shuffled among models of like public ability should make no difference.
 *
 * Statistic: mean over ability strata (weighted by the smaller side) of open minus closed mean excess, where a
 * model's excess on a class is sum_b a_b (y - c_b) / sum_b a_b^2 minus its public ability, with c_b the mean of
 * y - a_b ability over the takers of test b. The shuffled values are centred on zero if matching works, and their
 * spread says how large a difference chance alone makes. Models are shuffled one by one, so what a lab's models share
 * is not in that spread.
 */
import {centralInterval, type Interval, mean} from "../../numeric/quantile.ts";
import type {Random} from "../../numeric/random.ts";
import type {EvidenceTable} from "./evidence-table.ts";
import {highestEffort} from "./matched-pairs.ts";
import type {PublicAbility} from "./public-ability.ts";
import type {EvidenceClass} from "./robustness-input.ts";
import type {RobustnessMethod} from "./robustness-method.ts";

export type Placebo =
  | {
      readonly kind: "estimate";
      readonly class: EvidenceClass;
      /** Points, with the true labels. */
      readonly observedPoints: number;
      /** Points, with shuffled labels: mean and interval. */
      readonly shuffledMean: number;
      readonly shuffled: Interval;
      /** Share of shuffles at least as far from zero as the observed value. */
      readonly pValue: number;
      readonly models: number;
    }
  | {readonly kind: "insufficient"; readonly class: EvidenceClass; readonly models: number};

interface Taker {
  readonly open: boolean;
  readonly ability: number;
  readonly excess: number;
}

export function placebo(
  table: EvidenceTable,
  name: EvidenceClass,
  ability: PublicAbility,
  slope: Float64Array,
  method: RobustnessMethod,
  random: Random,
): Placebo {
  const strata = abilityStrata(takers(table, name, ability, slope, method), method.strata.value);
  const models = strata.reduce((sum, stratum) => sum + stratum.length, 0);
  const labels = strata.map((stratum) => stratum.map(({open}) => open));
  const observed = difference(strata, labels);
  if (observed === undefined || models < 2 * method.minClassModels.value)
    return {kind: "insufficient", class: name, models};
  const shuffled = Float64Array.from({length: method.permutations.value}, () => {
    for (const stratum of labels) shuffle(stratum, random);
    return difference(strata, labels)!;
  });
  const extreme = shuffled.filter((value) => Math.abs(value) >= Math.abs(observed)).length;
  return {
    kind: "estimate",
    class: name,
    observedPoints: observed,
    shuffledMean: mean(shuffled),
    shuffled: centralInterval(shuffled, method.level.value),
    pValue: (extreme + 1) / (shuffled.length + 1),
    models,
  };
}

function takers(
  table: EvidenceTable,
  name: EvidenceClass,
  {points, pointsPerLogit}: PublicAbility,
  slope: Float64Array,
  method: RobustnessMethod,
): Taker[] {
  const best = [...highestEffort(table, name, slope, method)].flatMap(([m, cells]) => {
    const ability = points.get(table.models[m].id);
    return ability === undefined ? [] : [{m, cells, ability}];
  });
  const sums = new Map<number, {sum: number; count: number}>();
  for (const {cells, ability} of best) {
    for (const [test, {response}] of cells) {
      const known = sums.get(test) ?? {sum: 0, count: 0};
      known.sum += response - (slope[test] * ability) / pointsPerLogit;
      known.count++;
      sums.set(test, known);
    }
  }
  return best.map(({m, cells, ability}) => {
    let [over, under] = [0, 0];
    for (const [test, {response}] of cells) {
      const {sum, count} = sums.get(test)!;
      over += slope[test] * (response - sum / count);
      under += slope[test] ** 2;
    }
    return {
      open: table.models[m].openness === "open",
      ability,
      excess: (over / under) * pointsPerLogit - ability,
    };
  });
}

function abilityStrata(models: readonly Taker[], count: number): Taker[][] {
  const sorted = [...models].sort((a, b) => a.ability - b.ability);
  return Array.from({length: count}, (_, s) =>
    sorted.slice(Math.floor((s * sorted.length) / count), Math.floor(((s + 1) * sorted.length) / count)),
  );
}

/** Undefined when no stratum has both sides. */
function difference(strata: readonly Taker[][], labels: readonly boolean[][]): number | undefined {
  let [total, weight] = [0, 0];
  for (const [s, stratum] of strata.entries()) {
    let [openSum, openCount, closedSum, closedCount] = [0, 0, 0, 0];
    for (const [k, {excess}] of stratum.entries()) {
      if (labels[s][k]) {
        openSum += excess;
        openCount++;
      } else {
        closedSum += excess;
        closedCount++;
      }
    }
    const smaller = Math.min(openCount, closedCount);
    if (smaller === 0) continue;
    total += smaller * (openSum / openCount - closedSum / closedCount);
    weight += smaller;
  }
  return weight === 0 ? undefined : total / weight;
}

function shuffle(values: boolean[], random: Random): void {
  for (let i = values.length - 1; i > 0; i--) {
    const j = random.below(i + 1);
    [values[i], values[j]] = [values[j], values[i]];
  }
}
