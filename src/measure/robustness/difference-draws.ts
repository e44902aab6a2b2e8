/**
 * Joint posterior draws of public ability and of what openness, lab and model add to it on each class of evidence.
 *
 * The model is in difference-model.ts, the conditional draws in numeric/bilinear-mixed-model.ts. Everything is in
 * logits of the typical benchmark; the caller turns it into points with the anchors of the same draw.
 */
import {
  type BilinearState,
  drawEffect,
  drawErrors,
  drawLines,
  drawScale,
  drawShift,
  drawVariance,
  type LinePrior,
  startState,
} from "../../numeric/bilinear-mixed-model.ts";
import {median} from "../../numeric/quantile.ts";
import type {Random} from "../../numeric/random.ts";
import {DAYS_PER_MONTH, type Day} from "../../units.ts";
import {type DifferenceModel, differenceModel, type VarianceName} from "./difference-model.ts";
import type {EvidenceTable} from "./evidence-table.ts";
import type {EvidenceClass} from "./robustness-input.ts";
import type {RobustnessMethod} from "./robustness-method.ts";

const DAYS_PER_YEAR = 12 * DAYS_PER_MONTH;
/** Where variances begin; forgotten during burn-in. */
const START_VARIANCE = 0.2;

export interface ClassDraws {
  readonly name: EvidenceClass;
  /** delta [draws]; negative: open models do worse than their public ability predicts. */
  readonly difference: Float64Array;
  /** Change of delta per year of release [draws]. */
  readonly trend: Float64Array;
  /** [draws x labs], for the labs with evidence in the class (indices into `DifferenceDraws.labs`). */
  readonly lab: Float64Array;
  readonly labs: readonly number[];
  /** [draws x models], for the models with evidence in the class (indices into the table's models). */
  readonly model: Float64Array;
  readonly models: readonly number[];
}

export interface DifferenceDraws {
  readonly drawCount: number;
  /** Public ability [draws x models], logits. */
  readonly ability: Float64Array;
  readonly classes: readonly ClassDraws[];
  readonly labs: readonly string[];
  readonly labOf: Int32Array;
  /** Years from `recent` to the release of each model. */
  readonly years: Float64Array;
  /** Posterior draws of each pooled variance [draws]. */
  readonly variances: ReadonlyMap<VarianceName, Float64Array>;
  /** Posterior mean line of each test, for residuals. */
  readonly intercept: Float64Array;
  readonly slope: Float64Array;
}

/**
 * @param open - openness per model of the table; a placebo passes another labelling
 * @param recent - the release day for which `difference` holds
 */
export function differenceDraws(
  table: EvidenceTable,
  open: readonly boolean[],
  recent: Day,
  method: RobustnessMethod,
  random: Random,
): DifferenceDraws {
  const model = differenceModel(table, open, recent, method);
  const {state, lines} = start(table, method);
  const models = table.models.length;
  const drawCount = Math.floor(method.sweeps.value / method.keepEvery.value);
  const ability = new Float64Array(drawCount * models);
  const classes = model.classes.map(({name, labs, models: seen}) => ({
    name,
    difference: new Float64Array(drawCount),
    trend: new Float64Array(drawCount),
    lab: new Float64Array(drawCount * labs.length),
    labs,
    model: new Float64Array(drawCount * seen.length),
    models: seen,
  }));
  const variances = new Map<VarianceName, Float64Array>(
    ["ability" as const, ...model.pooled.map(({name}) => name)].map((name) => [
      name,
      new Float64Array(drawCount),
    ]),
  );
  const intercept = new Float64Array(table.tests.length);
  const slope = new Float64Array(table.tests.length);
  let typical = START_VARIANCE;
  for (let sweep = -method.burnIn.value; sweep < drawCount * method.keepEvery.value; sweep++) {
    typical = drawSweep(model, table, state, lines, method, typical, random);
    if (sweep < 0 || sweep % method.keepEvery.value !== 0) continue;
    const d = sweep / method.keepEvery.value;
    ability.set(model.ability.values, d * models);
    for (const [c, effects] of model.classes.entries()) {
      classes[c].difference[d] = effects.difference.values[0];
      classes[c].trend[d] = effects.trend.values[0];
      classes[c].lab.set(effects.lab.values, d * effects.labs.length);
      classes[c].model.set(effects.model.values, d * effects.models.length);
    }
    variances.get("ability")![d] = model.ability.variance;
    for (const {name, effect} of model.pooled) variances.get(name)![d] = effect.variance;
    for (let t = 0; t < slope.length; t++) {
      intercept[t] += state.intercept[t] / drawCount;
      slope[t] += state.slope[t] / drawCount;
    }
  }
  return {
    drawCount,
    ability,
    classes,
    labs: model.labs,
    labOf: model.labOf,
    years: model.years,
    variances,
    intercept,
    slope,
  };
}

function drawSweep(
  model: DifferenceModel,
  table: EvidenceTable,
  state: BilinearState,
  lines: readonly LinePrior[],
  method: RobustnessMethod,
  typical: number,
  random: Random,
): number {
  drawEffect(state, model.ability, random);
  for (const batch of model.fixed) drawEffect(state, batch, random);
  for (const {effect} of model.pooled) drawEffect(state, effect, random);
  for (const shift of model.shifts) drawShift(state, shift, lines, random);
  drawAbilityLines(model, table, random);
  drawVariance(model.ability, method.variancePrior.value, random);
  for (const {effect} of model.pooled) drawVariance(effect, method.variancePrior.value, random);
  drawLines(state, lines, random);
  drawScale(
    state,
    {
      fixed: model.fixed,
      pooled: [model.ability, ...model.pooled.map(({effect}) => effect)],
      meanCoefficients: 4,
    },
    {lines, variance: method.variancePrior.value, step: method.scaleStep.value},
    random,
  );
  return drawErrors(
    state,
    {shape: method.testNoiseShape.value, typical, tail: method.errorTail.value},
    random,
  );
}

/** Prior mean of ability: a line in the release date for each of open and closed models, under a flat prior. */
function drawAbilityLines({ability, open}: DifferenceModel, {models}: EvidenceTable, random: Random): void {
  const centre = models.reduce((sum, {releaseDay}) => sum + releaseDay, 0) / models.length;
  for (const side of [true, false]) {
    let [n, sx, sxx, sy, sxy] = [0, 0, 0, 0, 0];
    for (const [m, {releaseDay}] of models.entries()) {
      if (open[m] !== side) continue;
      const x = (releaseDay - centre) / DAYS_PER_YEAR;
      n++;
      sx += x;
      sxx += x * x;
      sy += ability.values[m];
      sxy += x * ability.values[m];
    }
    const spread = sxx - (sx * sx) / n;
    const slope = (sxy - (sx * sy) / n) / spread + random.normal() * Math.sqrt(ability.variance / spread);
    const level = (sy - slope * sx) / n + random.normal() * Math.sqrt(ability.variance / n);
    for (const [m, {releaseDay}] of models.entries())
      if (open[m] === side) ability.mean[m] = level + (slope * (releaseDay - centre)) / DAYS_PER_YEAR;
  }
}

function start(
  {tests, cells}: EvidenceTable,
  method: RobustnessMethod,
): {state: BilinearState; lines: LinePrior[]} {
  const centres = tests.map((_, t) =>
    median(cells.filter(({test}) => test === t).map(({response}) => response)),
  );
  const state = startState(
    {
      item: Int32Array.from(cells, ({test}) => test),
      response: Float64Array.from(cells, ({response}) => response),
      censored: Int8Array.from(cells, ({censored}) =>
        censored === "below" ? -1 : censored === "above" ? 1 : 0,
      ),
      relativeVariance: Float64Array.from(cells, ({relativeVariance}) => relativeVariance),
      intercept: Float64Array.from(centres),
    },
    START_VARIANCE,
  );
  const lines = centres.map((centre) => ({
    interceptMean: centre,
    interceptSd: method.interceptPriorSd.value,
    slopeMean: 1,
    slopeSd: method.slopePriorSd.value,
    slopeFloor: method.slopeFloor.value,
  }));
  return {state, lines};
}
