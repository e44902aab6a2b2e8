/** Scenarios by name: those that ship, any file, and one's own told by settings alone. */
import {readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import {InputError} from "../errors.ts";
import {readScenario, scenarioFile} from "../forecast/scenario/read-scenario.ts";
import type {Scenario} from "../forecast/scenario/scenario.ts";
import type {KnownLabs} from "../forecast/scenario/scenario-labs.ts";
import type {Setting} from "../forecast/scenario/settings.ts";
import {scenarioAmong, type ShippedScenario} from "./whatif.ts";

const SHIPPED = fileURLToPath(new URL("../../scenarios", import.meta.url));

/** The scenarios that ship, in the order of their names. */
export const shippedScenarios = (): ShippedScenario[] =>
  readdirSync(SHIPPED)
    .filter((name) => name.endsWith(".yaml"))
    .sort()
    .map((name) => {
      const file = {path: `scenarios/${name}`, bytes: readFileSync(join(SHIPPED, name))};
      return {id: name.replace(/\.yaml$/, ""), ...scenarioFile(file).fields};
    });

/**
 * A shipped scenario by its name, one's own by `own`, or any file that ends in .yaml or .yml.
 *
 * @throws InputError for a name that no scenario has, InputErrors for what is wrong in a file
 */
export function scenarioNamed(name: string, labs: KnownLabs, settings: readonly Setting[] = []): Scenario {
  if (!/\.ya?ml$/.test(name)) return scenarioAmong(shippedScenarios(), name, labs, settings);
  let bytes: Buffer;
  try {
    bytes = readFileSync(name);
  } catch (error) {
    throw new InputError(
      "missing",
      `file: ${name}; a readable scenario file was expected (${(error as NodeJS.ErrnoException).code})`,
    );
  }
  return readScenario({path: name, bytes}, labs, settings);
}
