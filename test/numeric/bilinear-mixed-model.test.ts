import {describe, expect, it} from "vitest";
import {
  type BilinearState,
  drawEffect,
  drawErrors,
  drawLines,
  drawScale,
  drawShift,
  drawVariance,
  type Effect,
  effect,
  startState,
} from "../../src/numeric/bilinear-mixed-model.ts";
import {mean, standardDeviation} from "../../src/numeric/quantile.ts";
import {type Random, stream} from "../../src/numeric/random.ts";
import {gammaDraw, inverseGammaDraw} from "../../src/numeric/random-variates.ts";

/**
 * Geweke's test (2004, JASA 99:799): when data are redrawn given the parameters before every sweep, the parameters'
 * stationary distribution is their prior. Any wrong conditional, Jacobian or bookkeeping of residuals shows as a
 * prior that is not kept. Twelve observations: three groups x two items x two repeats, so that everything moves.
 */
const ITEM = Int32Array.from({length: 12}, (_, i) => i % 2);
const GROUP = Array.from({length: 12}, (_, i) => i % 3);
const FIXED_Z = Array.from({length: 12}, (_, i) => (i % 3 === 0 ? 0 : 1));
const RELATIVE = Float64Array.from({length: 12}, (_, i) => 1 + (i % 4) / 4);
const LINE = {interceptMean: 0.3, interceptSd: 0.8, slopeMean: 1, slopeSd: 0.3, slopeFloor: 0.05};
const VARIANCE = {shape: 4, scale: 2};
const [FIXED_VARIANCE, ERROR_SHAPE, TAIL, BOUND] = [0.5, 5, 6, -0.6];

interface World {
  readonly state: BilinearState;
  readonly pooled: Effect;
  readonly fixed: Effect;
  typical: number;
}

function start(): World {
  const state = startState(
    {
      item: ITEM,
      response: new Float64Array(12),
      censored: new Int8Array(12),
      relativeVariance: RELATIVE,
      intercept: new Float64Array(2),
    },
    1,
  );
  const members = Array.from({length: 12}, (_, at) => at);
  return {
    state,
    pooled: effect(
      3,
      members.map((at) => ({at, group: GROUP[at], z: 1})),
      0.5,
    ),
    fixed: effect(
      1,
      members.filter((at) => FIXED_Z[at] > 0).map((at) => ({at, group: 0, z: FIXED_Z[at]})),
      FIXED_VARIANCE,
    ),
    typical: 1,
  };
}

/** New data given the parameters; what falls below the bound is censored there. */
function redraw({state, pooled, fixed}: World, random: Random): void {
  for (let i = 0; i < 12; i++) {
    const t = ITEM[i];
    const weight = gammaDraw(random, TAIL / 2) / (TAIL / 2);
    state.precision[i] = weight / (state.errorVariance[t] * RELATIVE[i]);
    state.residual[i] = random.normal() / Math.sqrt(state.precision[i]);
    const linear = pooled.values[GROUP[i]] + FIXED_Z[i] * fixed.values[0];
    state.response[i] = state.intercept[t] + state.slope[t] * linear + state.residual[i];
    state.censored[i] = state.response[i] < BOUND ? -1 : 0;
    state.bound[i] = BOUND;
  }
}

function sweep(world: World, random: Random): void {
  const {state, pooled, fixed} = world;
  drawEffect(state, pooled, random);
  drawEffect(state, fixed, random);
  // The fixed effect up, the groups that carry it down, and one item's intercept along: exact but for that item.
  const at = [0, 2, 4, 6, 8, 10];
  drawShift(
    state,
    {
      moves: [
        {effect: fixed, groups: [0], by: [1]},
        {effect: pooled, groups: [1, 2], by: [-1, -1]},
      ],
      items: [{item: 0, by: 0.4}],
      at: Int32Array.from(at),
      by: Float64Array.from(at, () => 0.4),
    },
    [LINE, LINE],
    random,
  );
  drawVariance(pooled, VARIANCE, random);
  drawLines(state, [LINE, LINE], random);
  drawScale(
    state,
    {fixed: [fixed], pooled: [pooled], meanCoefficients: 0},
    {lines: [LINE, LINE], variance: VARIANCE, step: 0.3},
    random,
  );
  world.typical = drawErrors(state, {shape: ERROR_SHAPE, typical: world.typical, tail: TAIL}, random);
}

const statistics = ({state, pooled, fixed, typical}: World): number[] => [
  pooled.values[0],
  pooled.values[1] ** 2,
  pooled.values[0] * pooled.values[1],
  Math.log(pooled.variance),
  fixed.values[0],
  fixed.values[0] ** 2,
  state.intercept[0],
  state.intercept[1] ** 2,
  state.slope[0],
  state.slope[1] ** 2,
  Math.log(state.errorVariance[0]),
  Math.log(typical),
];

function fromPrior(random: Random): number[] {
  const world = start();
  const {state, pooled, fixed} = world;
  world.typical = gammaDraw(random, 1);
  pooled.variance = inverseGammaDraw(random, VARIANCE.shape, VARIANCE.scale);
  for (let g = 0; g < 3; g++) pooled.values[g] = Math.sqrt(pooled.variance) * random.normal();
  fixed.values[0] = Math.sqrt(FIXED_VARIANCE) * random.normal();
  for (let t = 0; t < 2; t++) {
    state.intercept[t] = LINE.interceptMean + LINE.interceptSd * random.normal();
    do state.slope[t] = LINE.slopeMean + LINE.slopeSd * random.normal();
    while (state.slope[t] <= LINE.slopeFloor);
    state.errorVariance[t] = inverseGammaDraw(random, ERROR_SHAPE, ERROR_SHAPE * world.typical);
  }
  return statistics(world);
}

describe("the bilinear mixed model's sampler", () => {
  it("keeps the prior when data are redrawn from the parameters before every sweep", () => {
    const random = stream(11, 1);
    const BATCHES = 60;
    const PER_BATCH = 700;
    const world = start();
    for (let burn = 0; burn < 500; burn++) {
      redraw(world, random);
      sweep(world, random);
    }
    // Batch means: successive sweeps are not independent, batches nearly are.
    const batches = Array.from({length: BATCHES}, () => {
      const sums = new Float64Array(12);
      for (let s = 0; s < PER_BATCH; s++) {
        redraw(world, random);
        sweep(world, random);
        for (const [k, value] of statistics(world).entries()) sums[k] += value / PER_BATCH;
      }
      return sums;
    });
    const prior = Array.from({length: 40_000}, () => fromPrior(random));
    for (let k = 0; k < 12; k++) {
      const own = batches.map((batch) => batch[k]);
      const expected = prior.map((draw) => draw[k]);
      const error = Math.hypot(
        standardDeviation(own) / Math.sqrt(BATCHES),
        standardDeviation(expected) / Math.sqrt(expected.length),
      );
      // Twelve statistics at four standard errors: a right sampler fails once in 1,300 seeds.
      expect(Math.abs(mean(own) - mean(expected)) / error, `statistic ${k}`).toBeLessThan(4);
    }
  });

  it("keeps residuals equal to response minus the line through every move", () => {
    const random = stream(11, 2);
    const world = start();
    redraw(world, random);
    for (let s = 0; s < 50; s++) sweep(world, random);
    const {state, pooled, fixed} = world;
    for (let i = 0; i < 12; i++) {
      const linear = pooled.values[GROUP[i]] + FIXED_Z[i] * fixed.values[0];
      const expected = state.response[i] - state.intercept[ITEM[i]] - state.slope[ITEM[i]] * linear;
      expect(state.residual[i]).toBeCloseTo(expected, 9);
    }
  });
});
