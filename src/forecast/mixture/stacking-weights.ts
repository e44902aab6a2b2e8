/**
 * Weights of a mixture from how its parts did: those with the best mean CRPS of the mixture itself, held to equal ones.
 *
 *   min over w ≥ 0, Σ w = 1 of  mean over cases of [ Σ wᵢ aᵢ − ½ Σ wᵢ wⱼ bᵢⱼ ] + λ Σ wᵢ log(K wᵢ)
 *
 * aᵢ = E|Xᵢ − y|, bᵢⱼ = E|Xᵢ − Xⱼ|: the CRPS of a mixture needs no more. Each case is divided by the mean CRPS of the parts, so that
 * months and points count alike; λ falls with the number of origins. The function is convex; the weights move by exponentiated
 * gradient steps, proximal in the last term.
 *
 * @see Yao, Vehtari, Simpson & Gelman (2018), Bayesian Analysis 13:917 (stacking of predictive distributions)
 */

/** What one case says of K parts. */
export interface StackingCase {
  /** E|Xᵢ − y| [K]. */
  readonly distance: readonly number[];
  /** E|Xᵢ − Xⱼ| [K][K]. */
  readonly between: readonly (readonly number[])[];
}

const STEPS = 2000;
const RATE = 0.2;
/** Keeps logarithms finite. */
const LEAST = 1e-12;

/** @param hold - λ: how firmly weights are held to being equal; above zero */
export function stackingWeights(cases: readonly StackingCase[], parts: number, hold: number): number[] {
  const {distance, between} = meanCase(cases, parts);
  let weights = new Array<number>(parts).fill(1 / parts);
  for (let step = 0; step < STEPS; step++) {
    const gradient = weights.map(
      (_, i) => distance[i] - weights.reduce((sum, other, j) => sum + other * between[i][j], 0),
    );
    // The pull to equal weights is taken exactly within the step, so that it may be as firm as one likes.
    const logs = weights.map(
      (weight, i) => (Math.log(weight) - RATE * (gradient[i] + hold * Math.log(parts))) / (1 + RATE * hold),
    );
    const most = Math.max(...logs);
    const moved = logs.map((log) => Math.max(LEAST, Math.exp(log - most)));
    const total = moved.reduce((sum, weight) => sum + weight, 0);
    weights = moved.map((weight) => weight / total);
  }
  return weights;
}

/** Mean over cases, each on the scale on which its parts score 1 on average; nothing at all is no case against anybody. */
function meanCase(cases: readonly StackingCase[], parts: number): StackingCase {
  const distance = new Array<number>(parts).fill(0);
  const between = distance.map(() => new Array<number>(parts).fill(0));
  const usable = cases
    .map((one) => ({one, scale: meanScore(one)}))
    .filter(({scale}) => scale > 0 && Number.isFinite(scale));
  for (const {one, scale} of usable)
    for (let i = 0; i < parts; i++) {
      distance[i] += one.distance[i] / scale / usable.length;
      for (let j = 0; j < parts; j++) between[i][j] += one.between[i][j] / scale / usable.length;
    }
  return {distance, between};
}

const meanScore = ({distance, between}: StackingCase): number =>
  distance.reduce((sum, value, i) => sum + value - between[i][i] / 2, 0) / distance.length;
