/** The catalog's results as the index takes them. */
import type {Catalog, Model} from "../../data/catalog.ts";
import {type Day, day} from "../../units.ts";
import type {EciBenchmark, EciObservation} from "./prepare-eci.ts";

export interface EciSource {
  readonly observations: readonly EciObservation[];
  readonly benchmarks: readonly EciBenchmark[];
}

/**
 * Observations and benchmarks for `prepareEci`. A catalog's model is the group, its settings are the versions; scores are
 * shares already.
 *
 * @param supersededBy - benchmark id -> id of the newer version that replaces it
 */
export function eciObservations(
  {models, benchmarks, results}: Pick<Catalog, "models" | "benchmarks" | "results">,
  supersededBy: ReadonlyMap<string, string> = new Map(),
): EciSource {
  return {
    observations: results.map(({model, benchmark, score, setting}) => ({
      version: setting === "" ? model : `${model} (${setting})`,
      group: model,
      benchmark,
      score,
      released: firstRelease(models.get(model)),
    })),
    benchmarks: [...benchmarks.values()].map(({id, chance, ceiling}) => ({
      id,
      scale: 1,
      chance,
      ceiling,
      supersededBy: supersededBy.get(id),
    })),
  };
}

/** The earliest day on which the model may have been out in any way. */
function firstRelease(model: Model | undefined): Day | undefined {
  const days = [model?.announced, model?.available, model?.weightsDate].flatMap(
    (span) => span?.earliest ?? [],
  );
  return days.length === 0 ? undefined : day(Math.min(...days));
}
