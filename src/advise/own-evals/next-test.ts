/**
 * Which test would improve the choice most: the expected value of sample information, by preposterior analysis.
 *
 * A task done by option o is worth worth_o · p_o − cost_o in expectation, p_o its success rate. Today the option with the
 * highest mean is taken. Testing model m on n items shows y of them solved; the joint draws, weighed by how likely each
 * makes y, give the choice after it. Averaged over y as the draws foresee it:
 *
 *   gain(m, n) = E_y [max_o E[value_o | y]] − max_o E[value_o]
 *
 * E[value_o | y] is read from a cubic in p_m, fitted over the draws to how much o gains on today's choice: weighing whole
 * draws by y would leave few of them, and their luck would look like a reason to change. Coefficients within two standard
 * errors of zero are left out for the same reason.
 *
 * @see METHOD rule R71; Raiffa & Schlaifer (1961), Applied Statistical Decision Theory, chapter 4; Strong, Oakley & Brennan
 *   (2014), Estimating multiparameter partial expected value of perfect information, on the regression
 */
import type {SuccessDraws} from "./own-eval.ts";

export interface Option {
  readonly model: string;
  /** USD that a finished task is worth, and what one try costs. */
  readonly worth: number;
  readonly cost: number;
}

export interface TestValue {
  readonly model: string;
  readonly items: number;
  /** USD per task, before what the test costs. */
  readonly gain: number;
  /** Chance that the result changes the choice. */
  readonly changes: number;
}

export interface TestPlan {
  /** The option taken without a further test, and its expected value in USD per task. */
  readonly now: {readonly model: string; readonly value: number};
  /** Value of knowing every success rate exactly: no test is worth more. USD per task. */
  readonly perfect: number;
  /** Highest gain first. */
  readonly tests: readonly TestValue[];
}

/** Outcomes beyond this many are grouped: the choice does not turn on one item in hundreds. */
const MOST_OUTCOMES = 40;

/**
 * @param options - what may be chosen; a model without success draws takes no part
 * @param candidates - models that may be tested
 * @param items - numbers of items a test may have
 */
export function testPlan(
  success: SuccessDraws,
  options: readonly Option[],
  {candidates, items}: {readonly candidates: readonly string[]; readonly items: readonly number[]},
): TestPlan {
  const at = new Map(success.models.map((id, m) => [id, m]));
  const known = options.filter(({model}) => at.has(model));
  if (known.length === 0) throw new RangeError("options with success draws: 0; at least one was expected");
  const columns = known.map((option) => valueColumn(success, at.get(option.model)!, option));
  const best = highest(columns.map(mean));
  const gains = columns.map((column) => column.map((value, d) => value - columns[best][d]));
  const tests = candidates
    .filter((model) => at.has(model))
    .flatMap((model) => {
      const rates = rateColumn(success, at.get(model)!);
      const shapes = cubicShapes(rates);
      const curves = gains.map((column) => curveOver(column, shapes));
      return items.map((count): TestValue => ({
        model,
        items: count,
        ...foreseen(curves, shapes, rates, count, best),
      }));
    })
    .sort((a, b) => b.gain - a.gain || (a.model < b.model ? -1 : a.model > b.model ? 1 : a.items - b.items));
  return {
    now: {model: known[best].model, value: mean(columns[best])},
    perfect: Math.max(0, meanOfBest(columns) - mean(columns[best])),
    tests,
  };
}

/** How an option's gain on today's choice depends on the tested rate: its mean, then one weight per shape. */
interface Curve {
  readonly mean: number;
  readonly weights: readonly number[];
}

const STANDARD_ERRORS = 2;
const DEGREE = 3;

/** Powers of the rate up to the cube, made orthogonal over the draws, with mean 0 and variance 1 [DEGREE x draws]. */
function cubicShapes(rates: Float64Array): Float64Array[] {
  const centre = mean(rates);
  const shapes: Float64Array[] = [];
  for (let power = 1; power <= DEGREE; power++) {
    const raw = rates.map((rate) => (rate - centre) ** power);
    const level = mean(raw);
    let shape = raw.map((x) => x - level);
    for (const before of shapes) {
      const share = shape.reduce((total, x, d) => total + x * before[d], 0) / rates.length;
      shape = shape.map((x, d) => x - share * before[d]);
    }
    const size = Math.sqrt(shape.reduce((total, x) => total + x * x, 0) / rates.length);
    if (size < 1e-12) break;
    shapes.push(shape.map((x) => x / size));
  }
  return shapes;
}

function curveOver(gains: Float64Array, shapes: readonly Float64Array[]): Curve {
  const level = mean(gains);
  const spread = Math.sqrt(gains.reduce((total, gain) => total + (gain - level) ** 2, 0) / gains.length);
  const least = (STANDARD_ERRORS * spread) / Math.sqrt(gains.length);
  const weights = shapes.map(
    (shape) => gains.reduce((total, gain, d) => total + gain * shape[d], 0) / gains.length,
  );
  return {mean: level, weights: weights.map((weight) => (Math.abs(weight) > least ? weight : 0))};
}

/** Gain and chance of a change, over the outcomes that the draws foresee. */
function foreseen(
  curves: readonly Curve[],
  shapes: readonly Float64Array[],
  rates: Float64Array,
  items: number,
  best: number,
): {gain: number; changes: number} {
  let [gain, changes] = [0, 0];
  for (const group of outcomeGroups(items)) {
    const chances = likelihoods(rates, group, items);
    const total = sum(chances);
    if (total === 0) continue;
    const expected = shapes.map((shape) => shape.reduce((part, x, d) => part + x * chances[d], 0) / total);
    const after = curves.map((curve) =>
      curve.weights.reduce((value, weight, k) => value + weight * expected[k], curve.mean),
    );
    const chosen = highest(after);
    const share = total / rates.length;
    if (after[chosen] <= after[best]) continue;
    gain += share * (after[chosen] - after[best]);
    changes += share;
  }
  return {gain, changes};
}

/** Outcomes 0 to n in runs of neighbours: [first, last] solved. */
function outcomeGroups(items: number): [number, number][] {
  const size = Math.ceil((items + 1) / MOST_OUTCOMES);
  return Array.from({length: Math.ceil((items + 1) / size)}, (_, g): [number, number] => [
    g * size,
    Math.min(items, (g + 1) * size - 1),
  ]);
}

/** Chance of an outcome in the group, per draw. */
function likelihoods(
  rates: Float64Array,
  [first, last]: readonly [number, number],
  items: number,
): Float64Array {
  return rates.map((rate) => {
    const p = Math.min(1 - 1e-9, Math.max(1e-9, rate));
    let chance = 0;
    for (let solved = first; solved <= last; solved++) chance += binomial(solved, items, p);
    return chance;
  });
}

const logFactorials: number[] = [0];

function logFactorial(n: number): number {
  for (let k = logFactorials.length; k <= n; k++) logFactorials.push(logFactorials[k - 1] + Math.log(k));
  return logFactorials[n];
}

const binomial = (solved: number, items: number, p: number): number =>
  Math.exp(
    logFactorial(items) -
      logFactorial(solved) -
      logFactorial(items - solved) +
      solved * Math.log(p) +
      (items - solved) * Math.log1p(-p),
  );

function rateColumn({draws, models, drawCount}: SuccessDraws, column: number): Float64Array {
  return Float64Array.from({length: drawCount}, (_, d) => draws[d * models.length + column]);
}

const valueColumn = (success: SuccessDraws, column: number, {worth, cost}: Option): Float64Array =>
  rateColumn(success, column).map((rate) => worth * rate - cost);

function meanOfBest(columns: readonly Float64Array[]): number {
  const best = columns[0].map((_, d) => Math.max(...columns.map((column) => column[d])));
  return mean(best);
}

const sum = (values: Float64Array): number => values.reduce((total, value) => total + value, 0);
const mean = (values: Float64Array): number => sum(values) / values.length;
const highest = (values: readonly number[]): number => values.indexOf(Math.max(...values));
