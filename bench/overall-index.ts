/**
 * What an own eval's prediction is measured against: everybody ranked by the overall index.
 *
 * A score is taken for the logistic curve of a straight line in the index. Two ways to draw the line through the models
 * that were tested: least squares on logits, where two points are needed (before that the known benchmarks' mean
 * slope is moved onto what is there); and the same with a prior on both of its numbers, learned from all known
 * benchmarks and those of the same domain. The second knows as much about benchmarks as lagline does, and nothing of
 * strengths of single models.
 */
import {abilityMixture, mixed} from "../src/measure/ability/index-scale.ts";
import type {AbilityFit} from "../src/measure/ability/fit-ability.ts";

/** A model's place in the fit and its score. */
export interface Point {
  readonly model: number;
  readonly score: number;
}

export interface OverallIndex {
  /** Predicted scores of the wanted models, by the line with a prior and by the line without. */
  predicted(
    tested: readonly Point[],
    wanted: readonly number[],
    domain: string | undefined,
  ): {readonly shrunk: number[]; readonly plain: number[]};
}

const logistic = (x: number): number => 1 / (1 + Math.exp(-x));
const CLIP = 0.01;
const logit = (score: number): number => {
  const within = Math.min(1 - CLIP, Math.max(CLIP, score));
  return Math.log(within / (1 - within));
};
/** Benchmarks of a domain needed before their mean line counts as much as that of all. */
const DOMAIN_WEIGHT = 5;
const STEPS = 30;

type Line = readonly [number, number];

export function overallIndex(fit: AbilityFit): OverallIndex {
  const {data} = fit;
  const ability = mixed(fit.posterior.mean, abilityMixture(fit));
  const lines = data.benchmarks.flatMap(({domain}, b) => {
    const points: Point[] = [];
    for (let i = data.start[b]; i < data.start[b + 1]; i++)
      points.push({model: data.model[i], score: data.score[i]});
    return points.length < 8 ? [] : [{domain, line: leastSquares(points, ability), points}];
  });
  const misses = lines.flatMap(({line: [a, c], points}) =>
    points.map(({model, score}) => score - logistic(a + c * ability[model])),
  );
  const noise = misses.reduce((sum, miss) => sum + miss * miss, 0) / misses.length;
  const all = meanLine(lines.map(({line}) => line));
  const cov = spreadOf(
    lines.map(({line}) => line),
    all,
  );
  const centreOf = (domain: string | undefined): Line => {
    const same = lines.filter((one) => one.domain === domain).map(({line}) => line);
    if (same.length === 0) return all;
    const share = same.length / (same.length + DOMAIN_WEIGHT);
    const own = meanLine(same);
    return [all[0] + share * (own[0] - all[0]), all[1] + share * (own[1] - all[1])];
  };
  return {
    predicted(tested, wanted, domain) {
      const centre = centreOf(domain);
      const at = ([a, c]: Line) => wanted.map((model) => logistic(a + c * ability[model]));
      return {
        shrunk: at(mode(tested, ability, {centre, cov, noise})),
        plain: at(plainLine(tested, ability, centre)),
      };
    },
  };
}

function plainLine(tested: readonly Point[], ability: Float64Array, [level, slope]: Line): Line {
  if (tested.length === 0) return [level, slope];
  const line = tested.length > 1 ? leastSquares(tested, ability) : ([Number.NaN, Number.NaN] as const);
  if (Number.isFinite(line[0])) return line;
  const miss = tested.reduce((sum, {model, score}) => sum + logit(score) - slope * ability[model], 0);
  return [miss / tested.length, slope];
}

function leastSquares(points: readonly Point[], ability: Float64Array): Line {
  const n = points.length;
  const x = points.reduce((sum, {model}) => sum + ability[model], 0) / n;
  const y = points.reduce((sum, {score}) => sum + logit(score), 0) / n;
  let [xx, xy] = [0, 0];
  for (const {model, score} of points) {
    xx += (ability[model] - x) ** 2;
    xy += (ability[model] - x) * (logit(score) - y);
  }
  const slope = xy / xx;
  return [y - slope * x, slope];
}

const meanLine = (lines: readonly Line[]): Line => [
  lines.reduce((sum, [a]) => sum + a, 0) / lines.length,
  lines.reduce((sum, [, c]) => sum + c, 0) / lines.length,
];

/** Covariance of level and slope over lines: (aa, ac, cc). */
function spreadOf(lines: readonly Line[], [a0, c0]: Line): readonly [number, number, number] {
  let [aa, ac, cc] = [0, 0, 0];
  for (const [a, c] of lines) {
    aa += (a - a0) ** 2;
    ac += (a - a0) * (c - c0);
    cc += (c - c0) ** 2;
  }
  const n = lines.length - 1;
  return [aa / n, ac / n, cc / n];
}

/** Mode of the line's posterior by damped Gauss–Newton steps. */
function mode(
  tested: readonly Point[],
  ability: Float64Array,
  {centre, cov: [aa, ac, cc], noise}: {centre: Line; cov: readonly [number, number, number]; noise: number},
): Line {
  const det = aa * cc - ac * ac;
  const [paa, pac, pcc] = [cc / det, -ac / det, aa / det];
  const cost = ([a, c]: Line) => {
    const [da, dc] = [a - centre[0], c - centre[1]];
    let sum = paa * da * da + 2 * pac * da * dc + pcc * dc * dc;
    for (const {model, score} of tested) sum += (score - logistic(a + c * ability[model])) ** 2 / noise;
    return sum;
  };
  let line = centre;
  for (let step = 0; step < STEPS; step++) {
    const [a, c] = line;
    let [haa, hac, hcc] = [paa, pac, pcc];
    let ga = -paa * (a - centre[0]) - pac * (c - centre[1]);
    let gc = -pac * (a - centre[0]) - pcc * (c - centre[1]);
    for (const {model, score} of tested) {
      const x = ability[model];
      const p = logistic(a + c * x);
      const s = p * (1 - p);
      haa += (s * s) / noise;
      hac += (s * s * x) / noise;
      hcc += (s * s * x * x) / noise;
      ga += (s * (score - p)) / noise;
      gc += (s * x * (score - p)) / noise;
    }
    const d = haa * hcc - hac * hac;
    const move: Line = [(hcc * ga - hac * gc) / d, (haa * gc - hac * ga) / d];
    let size = 1;
    const before = cost(line);
    while (size > 1e-4 && cost([a + size * move[0], c + size * move[1]]) > before) size /= 2;
    line = [a + size * move[0], c + size * move[1]];
    if (Math.abs(size * move[0]) + Math.abs(size * move[1]) < 1e-8) break;
  }
  return line;
}
