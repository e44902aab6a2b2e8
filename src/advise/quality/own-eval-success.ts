/** Success where the owner's own eval was imported: its draws as they are, and how steeply they rise with ability. */
import type {AbilityDraws} from "../../measure/instrument.ts";
import {evalSlopes} from "../own-evals/eval-slope.ts";
import {logit} from "./response.ts";

/** Success on an imported eval: shares [draws x models], row d of one world with row d of the general abilities. */
export interface EvalDraws extends Pick<AbilityDraws, "models" | "draws" | "drawCount"> {
  /** Share that each tested model did right, by model id. */
  readonly observed: ReadonlyMap<string, {readonly score: number}>;
}

/** The models on an own eval that may be chosen: how many were measured, and the best of those measured and of the others. */
export interface OwnStanding {
  readonly measured: number;
  readonly bestMeasured?: {readonly model: string; readonly share: number};
  readonly bestPredicted?: {readonly model: string; readonly share: number};
}

/**
 * @param candidates - ids of the models that may be chosen, at least one of them on the eval
 * @param usualSlope - of a usual test, logits per index point
 */
export function onOwnEval(
  own: EvalDraws,
  {
    abilities,
    usualSlope,
    candidates,
    drawCount,
  }: {
    readonly abilities: AbilityDraws;
    readonly usualSlope: number;
    readonly candidates: readonly string[];
    readonly drawCount: number;
  },
): {
  readonly logits: (model: string, into?: Float64Array) => Float64Array;
  readonly slope: Float64Array;
  readonly own: OwnStanding;
  readonly anchor: {readonly model: string; readonly basis: "own eval"; readonly share: number};
} {
  const column = new Map(own.models.map((id, at) => [id, at]));
  const size = own.models.length;
  const logits = (model: string, into: Float64Array = new Float64Array(drawCount)): Float64Array => {
    const at = column.get(model);
    if (at === undefined)
      throw new RangeError(`unknown model: ${model}; one with draws on the eval was expected`);
    for (let d = 0; d < drawCount; d++)
      into[d] = logit(Math.min(1 - 1e-6, Math.max(1e-6, own.draws[(d % own.drawCount) * size + at]!)));
    return into;
  };
  const slopes = evalSlopes(own, abilities, usualSlope);
  const rows = candidates
    .filter((model) => column.has(model))
    .map((model) => {
      const at = column.get(model)!;
      let sum = 0;
      for (let d = 0; d < own.drawCount; d++) sum += own.draws[d * size + at]!;
      const seen = own.observed.get(model);
      return {model, isMeasured: seen !== undefined, predicted: sum / own.drawCount, share: seen?.score};
    });
  const best = rows.reduce((most, row) => (row.predicted > most.predicted ? row : most));
  const bestOf = (wanted: boolean) =>
    rows
      .filter(({isMeasured}) => isMeasured === wanted)
      .map(({model, predicted, share}) => ({model, share: share ?? predicted}))
      .reduce<{model: string; share: number} | undefined>(
        (most, row) => (most === undefined || row.share > most.share ? row : most),
        undefined,
      );
  const [bestMeasured, bestPredicted] = [bestOf(true), bestOf(false)];
  return {
    slope: Float64Array.from({length: drawCount}, (_, d) => slopes[d % slopes.length]!),
    own: {
      measured: own.observed.size,
      ...(bestMeasured ? {bestMeasured} : {}),
      ...(bestPredicted ? {bestPredicted} : {}),
    },
    anchor: {model: best.model, basis: "own eval", share: best.predicted},
    logits,
  };
}
