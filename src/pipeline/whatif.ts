/**
 * What-if: a scenario run on the forces forecast, as every surface shows it.
 *
 * Nothing here needs Node: the page runs this file in a worker, and answers as the command line does.
 */
import type {ForceFacts} from "../data/forces/force-facts.ts";
import {didYouMean} from "../data/closest-name.ts";
import {shown} from "../data/faults.ts";
import {isoDay} from "../dates.ts";
import {InputError} from "../errors.ts";
import {type ForcesGround, forcesGround} from "../forecast/forces/forces-ground.ts";
import {forcesForecastMethod} from "../forecast/forces/forces-forecast-method.ts";
import {type Particles, particles} from "../forecast/forces/particles.ts";
import type {Ground} from "../forecast/ground.ts";
import type {ScenarioFields} from "../forecast/scenario/change-fields.ts";
import {effectTask, joinedSums} from "../forecast/scenario/effect-sums.ts";
import {OWN, ownChanges} from "../forecast/scenario/own-changes.ts";
import {type Scenario, scenarioOf} from "../forecast/scenario/scenario.ts";
import {effectOf} from "../forecast/scenario/scenario-effect.ts";
import type {KnownLabs, NamedLab} from "../forecast/scenario/scenario-labs.ts";
import {scenarioLevers} from "../forecast/scenario/scenario-levers.ts";
import {scenarioMethod} from "../forecast/scenario/scenario-method.ts";
import type {Setting} from "../forecast/scenario/settings.ts";
import type {ChunkRunner} from "../numeric/chunked.ts";
import type {ScenarioEffect} from "../whatif-report.ts";
import {changeText, effectSentence} from "./scenario-words.ts";

const CHUNK = 500;

/** A scenario that ships, its changes as they are written. */
export interface ShippedScenario extends ScenarioFields {
  readonly id: string;
}

/** The labs a release may name. */
export const labsNamed = (facts: ForceFacts | undefined): NamedLab[] =>
  [...(facts?.labs.values() ?? [])]
    .filter(({role}) => role === "lab")
    .map(({id, name, country}) => ({id, name, country}));

/** What scenarios run on: the ground, the parameters after history has spoken, the seed. */
export interface WhatIfWorld {
  readonly ground: ForcesGround;
  readonly particles: Particles;
  readonly labs: KnownLabs;
  readonly seed: number;
}

/** @param all - every lab that a scenario may name */
export function whatIfWorld(ground: Ground, all: readonly NamedLab[], seed: number): WhatIfWorld {
  const whole = forcesGround(ground);
  return {ground: whole, particles: particles(whole, seed), labs: {followed: whole.labs, all}, seed};
}

/**
 * One of the scenarios that ship, or one's own by `own`.
 *
 * @throws InputError for a name that no scenario has, InputErrors for what is wrong in the settings
 */
export function scenarioAmong(
  shipped: readonly ShippedScenario[],
  name: string,
  labs: KnownLabs,
  settings: readonly Setting[],
): Scenario {
  if (name === OWN) return ownScenario(labs, settings);
  const found = shipped.find(({id}) => id === name);
  if (found) {
    const {id, ...fields} = found;
    return scenarioOf({id, fields, labs, settings, placeOf: () => ({file: `scenarios/${id}.yaml`})});
  }
  const known = [...shipped.map(({id}) => id), OWN];
  throw new InputError(
    "unknown",
    `scenario: ${shown(name)}; one of ${known.join(", ")} was expected${didYouMean(name, known)}`,
  );
}

/**
 * One's own scenario, told by settings alone.
 *
 * @throws InputError without any, InputErrors for what is wrong in them
 */
function ownScenario(labs: KnownLabs, settings: readonly Setting[]): Scenario {
  const changes = ownChanges(settings);
  if (changes.length === 0)
    throw new InputError(
      "missing",
      "changes: none; settings such as copying.cut=80% and copying.from=2027-01 were expected",
    );
  return scenarioOf({
    id: OWN,
    fields: {title: "A scenario of your own", argues: undefined, changes},
    labs,
    settings,
    placeOf: (i, [field]) => ({file: `--set ${changes[i].change}.${String(field)}`}),
  });
}

/** @param run - where the chunks of paths are computed; the answer does not depend on it */
export async function scenarioEffect(
  {ground, particles: drawn, labs, seed}: WhatIfWorld,
  scenario: Scenario,
  {
    paths = scenarioMethod.paths.value,
    run,
    onProgress,
    signal,
  }: {
    paths?: number;
    run: ChunkRunner;
    onProgress?: (done: number, count: number) => void;
    signal?: AbortSignal;
  },
): Promise<ScenarioEffect> {
  const levers = scenarioLevers(scenario.changes, labs, ground.asOf);
  const months = forcesForecastMethod.months.value;
  const parts = await run({
    task: effectTask,
    shared: {ground, particles: drawn, levers, seed, months},
    count: paths,
    chunk: CHUNK,
    ...(onProgress ? {onProgress} : {}),
    ...(signal ? {signal} : {}),
  });
  const {targets, path, hangsOn} = effectOf(joinedSums(parts), levers);
  return {
    id: scenario.id,
    title: scenario.title,
    argues: scenario.argues,
    sources: [...scenario.sources],
    changes: scenario.changes.map(changeText),
    from: isoDay(ground.asOf),
    paths,
    level: scenarioMethod.intervalLevel.value,
    sentence: effectSentence(targets),
    targets: [...targets],
    path: [...path],
    hangsOn: [...hangsOn],
  };
}
