/** What-if: a scenario from a file or by name, run on the forces forecast, as every surface shows it. */
import {readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import {didYouMean} from "../data/closest-name.ts";
import type {ForceFacts} from "../data/forces/force-facts.ts";
import {isoDay} from "../dates.ts";
import {InputError} from "../errors.ts";
import {type ForcesGround, forcesGround} from "../forecast/forces/forces-ground.ts";
import {forcesForecastMethod} from "../forecast/forces/forces-forecast-method.ts";
import {type Particles, particles} from "../forecast/forces/particles.ts";
import type {Ground} from "../forecast/ground.ts";
import {effectTask, joinedSums} from "../forecast/scenario/effect-sums.ts";
import {readScenario, type Scenario, type Setting} from "../forecast/scenario/read-scenario.ts";
import {effectOf} from "../forecast/scenario/scenario-effect.ts";
import type {KnownLabs} from "../forecast/scenario/scenario-labs.ts";
import {scenarioLevers} from "../forecast/scenario/scenario-levers.ts";
import {scenarioMethod} from "../forecast/scenario/scenario-method.ts";
import type {ChunkRunner} from "../numeric/chunked.ts";
import type {ScenarioEffect} from "../whatif-report.ts";
import {changeText, effectSentence} from "./scenario-words.ts";

const SHIPPED = fileURLToPath(new URL("../../scenarios", import.meta.url));
const CHUNK = 500;

/** Names of the scenarios that ship, in order. */
export const shippedScenarios = (): string[] =>
  readdirSync(SHIPPED)
    .filter((name) => name.endsWith(".yaml"))
    .map((name) => name.replace(/\.yaml$/, ""))
    .sort();

/**
 * A shipped scenario by its name, or any file that ends in .yaml or .yml.
 *
 * @throws InputError for a name that no scenario has, InputErrors for what is wrong in a file
 */
export function scenarioNamed(name: string, labs: KnownLabs, settings: readonly Setting[] = []): Scenario {
  const isFile = /\.ya?ml$/.test(name);
  const shipped = shippedScenarios();
  if (!isFile && !shipped.includes(name)) {
    const hint = didYouMean(name, shipped);
    throw new InputError(
      "unknown",
      `scenario: ${name}; one of ${shipped.join(", ")}, or a file that ends in .yaml, was expected${hint}`,
    );
  }
  const path = isFile ? name : join(SHIPPED, `${name}.yaml`);
  const shown = isFile ? name : `scenarios/${name}.yaml`;
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    throw new InputError(
      "missing",
      `file: ${name}; a readable scenario file was expected (${(error as NodeJS.ErrnoException).code})`,
    );
  }
  return readScenario({path: shown, bytes}, labs, settings);
}

/** The labs scenarios may name. */
export const labsKnown = (ground: ForcesGround, facts: ForceFacts | undefined): KnownLabs => ({
  followed: ground.labs,
  all: [...(facts?.labs.values() ?? [])]
    .filter(({role}) => role === "lab")
    .map(({id, name, country}) => ({id, name, country})),
});

/** What scenarios run on: the ground, the parameters after history has spoken, the seed. */
export interface WhatIfWorld {
  readonly ground: ForcesGround;
  readonly particles: Particles;
  readonly labs: KnownLabs;
  readonly seed: number;
}

export function whatIfWorld(ground: Ground, facts: ForceFacts | undefined, seed: number): WhatIfWorld {
  const whole = forcesGround(ground);
  return {ground: whole, particles: particles(whole, seed), labs: labsKnown(whole, facts), seed};
}

/** @param run - where the chunks of paths are computed; the answer does not depend on it */
export async function scenarioEffect(
  {ground, particles: drawn, labs, seed}: WhatIfWorld,
  scenario: Scenario,
  {
    paths = scenarioMethod.paths.value,
    run,
    onProgress,
  }: {paths?: number; run: ChunkRunner; onProgress?: (done: number, count: number) => void},
): Promise<ScenarioEffect> {
  const levers = scenarioLevers(scenario.changes, labs, ground.asOf);
  const months = forcesForecastMethod.months.value;
  const parts = await run({
    task: effectTask,
    shared: {ground, particles: drawn, levers, seed, months},
    count: paths,
    chunk: CHUNK,
    ...(onProgress ? {onProgress} : {}),
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
