/**
 * Matched pairs: the same question with hardly any model.
 *
 * Each open model is compared with every closed one of nearly equal public ability and near release day, on the
 * tests of a class that both took, each at its highest effort. In logits, with a_b the slope of test b:
 *
 *   d = sum_b a_b (y_open - y_closed) / sum_b a_b^2 - (public ability of open - of closed)
 *
 * Partners are averaged within an open model, open models within a lab, and labs are resampled for the interval:
 * models of one lab are not independent.
 */
import {centralInterval, type Interval} from "../../numeric/quantile.ts";
import type {Random} from "../../numeric/random.ts";
import type {EffortLevel} from "../observations/effort-level.ts";
import type {Cell, EvidenceTable} from "./evidence-table.ts";
import type {PublicAbility} from "./public-ability.ts";
import type {EvidenceClass} from "./robustness-input.ts";
import type {RobustnessMethod} from "./robustness-method.ts";

export type MatchedPairs =
  | {
      readonly kind: "estimate";
      readonly class: EvidenceClass;
      /** Open minus closed, points; negative: open does worse. Mean over labs. */
      readonly differencePoints: number;
      readonly interval: Interval;
      /** Share of comparisons on one test that the closed model won; ties count half. */
      readonly closedWins: number;
      readonly comparisons: number;
      readonly pairs: number;
      readonly openModels: number;
      readonly openLabs: number;
    }
  | {
      readonly kind: "insufficient";
      readonly class: EvidenceClass;
      readonly pairs: number;
      readonly openLabs: number;
    };

export function matchedPairs(
  table: EvidenceTable,
  name: EvidenceClass,
  {points, pointsPerLogit}: PublicAbility,
  slope: Float64Array,
  method: RobustnessMethod,
  random: Random,
): MatchedPairs {
  const best = highestEffort(table, name, slope, method);
  const byLab = new Map<string, number[]>();
  let [wins, comparisons, pairs] = [0, 0, 0];
  let openModels = 0;
  for (const [o, own] of best) {
    const open = table.models[o];
    if (open.openness !== "open" || !points.has(open.id)) continue;
    const differences: number[] = [];
    for (const [c, theirs] of best) {
      const closed = table.models[c];
      if (closed.openness !== "closed" || !points.has(closed.id)) continue;
      const ahead = points.get(open.id)! - points.get(closed.id)!;
      const apart = Math.abs(open.releaseDay - closed.releaseDay);
      if (Math.abs(ahead) > method.pairPoints.value || apart > method.pairDays.value) continue;
      let [over, under] = [0, 0];
      for (const [test, cell] of own) {
        const other = theirs.get(test);
        // Two results on the same bound say nothing about their difference.
        if (!other || (cell.censored !== "none" && cell.censored === other.censored)) continue;
        const difference = cell.response - other.response;
        over += slope[test] * difference;
        under += slope[test] ** 2;
        wins += difference < 0 ? 1 : difference === 0 ? 0.5 : 0;
        comparisons++;
      }
      if (under === 0) continue;
      differences.push((over / under) * pointsPerLogit - ahead);
      pairs++;
    }
    if (differences.length === 0) continue;
    openModels++;
    const lab = open.lab || open.id;
    byLab.set(lab, [...(byLab.get(lab) ?? []), average(differences)]);
  }
  const labs = [...byLab.values()].map(average);
  if (labs.length < method.minPairLabs.value || openModels < method.minClassModels.value)
    return {kind: "insufficient", class: name, pairs, openLabs: labs.length};
  const resampled = Float64Array.from({length: method.permutations.value}, () =>
    average(labs.map(() => labs[random.below(labs.length)])),
  );
  return {
    kind: "estimate",
    class: name,
    differencePoints: average(labs),
    interval: centralInterval(resampled, method.level.value),
    closedWins: wins / comparisons,
    comparisons,
    pairs,
    openModels,
    openLabs: labs.length,
  };
}

/** Per model, its cell of highest effort on each test of the class that measures ability at all. */
export function highestEffort(
  {tests, cells}: EvidenceTable,
  name: EvidenceClass,
  slope: Float64Array,
  method: RobustnessMethod,
): Map<number, Map<number, Cell>> {
  const best = new Map<number, Map<number, Cell>>();
  const rank = ({effort}: Cell) => EFFORT_RANK.indexOf(effort);
  for (const cell of cells) {
    if (!tests[cell.test].classes.includes(name) || slope[cell.test] < method.pairSlope.value) continue;
    const own = best.get(cell.model) ?? new Map<number, Cell>();
    const known = own.get(cell.test);
    if (!known || rank(cell) > rank(known)) own.set(cell.test, cell);
    best.set(cell.model, own);
  }
  return best;
}

/** From least to most; an unstated effort is a vendor's default, between medium and high. */
const EFFORT_RANK: readonly EffortLevel[] = ["none", "low", "medium", "unstated", "high", "max"];

const average = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
