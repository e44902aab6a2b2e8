/** lagline's own index on the Catalog, whole and by part of the evidence. */
import type {Catalog} from "../data/catalog.ts";
import {type AbilityMethod, abilityMethod} from "../measure/ability/ability-method.ts";
import {abilityDraws} from "../measure/ability/ability-draws.ts";
import type {AbilityDraws} from "../measure/instrument.ts";
import {indexObservations} from "../measure/observations/index-observations.ts";
import {
  defaultObservationsMethod,
  type ObservationsMethod,
} from "../measure/observations/observations-method.ts";
import {countsOf, type InstrumentRun, partsOf} from "./instrument-eci.ts";
import {keepDraws, keptDraws} from "./kept-draws.ts";
import {laglineFit, laglineLatents} from "./lagline-fit.ts";
import type {Measured, PartAbilities} from "./measured.ts";

export interface LaglineChoices {
  readonly observations: ObservationsMethod;
  readonly ability: AbilityMethod;
}

export const defaultChoices: LaglineChoices = {
  observations: defaultObservationsMethod,
  ability: abilityMethod,
};

export function laglineInstrument(
  catalog: Catalog,
  {seed, draws, key, cache, progress}: InstrumentRun,
  choices: LaglineChoices = defaultChoices,
): Measured {
  const {observations, excluded} = indexObservations(catalog, choices.observations);
  const taken = new Set(observations.map(({benchmark}) => benchmark));
  const parts = partsOf([...catalog.benchmarks.values()].filter(({id}) => taken.has(id)));
  let sets = keptDraws(cache, key);
  if (!sets) {
    const fit = laglineFit(catalog, observations, choices.ability, {cache, progress});
    progress("drawing abilities", 0, 1);
    const latents = laglineLatents(fit, seed, draws);
    const whole: [string, AbilityDraws] = ["all", abilityDraws(fit, latents)];
    sets = new Map([
      whole,
      ...[...parts].map(([name, benchmarks]): [string, AbilityDraws] => {
        const counted = new Set(benchmarks);
        const abilities = abilityDraws(fit, latents, {isCounted: ({id}) => counted.has(id)});
        const tested = new Set(
          observations.filter(({benchmark}) => counted.has(benchmark)).map(({model}) => model),
        );
        return [name, only(abilities, tested)];
      }),
    ]);
    keepDraws(cache, key, sets);
  }
  const part = (name: string): PartAbilities => {
    const benchmarks = parts.get(name) ?? [];
    const abilities = sets.get(name);
    return abilities
      ? {kind: "abilities", abilities, benchmarks}
      : {kind: "insufficient", reason: "no benchmark of this kind has results", benchmarks};
  };
  return {
    instrument: "lagline",
    abilities: sets.get("all")!,
    resultCounts: countsOf(observations.map(({model}) => model)),
    benchmarks: [...taken].sort(),
    domain: (domain) => part(`domain:${domain}`),
    access: (access) => part(`access:${access}`),
    excluded,
  };
}

/** A part's lag compares models that were tested on it; the others' values there are guesses from elsewhere. */
function only({models, point, draws, drawCount}: AbilityDraws, wanted: ReadonlySet<string>): AbilityDraws {
  const columns = models.flatMap((model, column) => (wanted.has(model) ? [column] : []));
  return {
    models: columns.map((column) => models[column]),
    point: Float64Array.from(columns, (column) => point[column]),
    draws: Float64Array.from({length: drawCount * columns.length}, (_, i) => {
      const draw = Math.floor(i / columns.length);
      return draws[draw * models.length + columns[i % columns.length]];
    }),
    drawCount,
  };
}
