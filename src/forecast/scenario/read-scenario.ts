/**
 * Scenarios from files.
 *
 * A file is strict: every unknown field, kind, lab or group is one sentence with line and field, all of them together.
 */
import type {FactFile} from "../../data/fact-files.ts";
import {Faults} from "../../data/faults.ts";
import {recordFields} from "../../data/record-fields.ts";
import type {Place} from "../../errors.ts";
import {scenarioFields, type ScenarioFields} from "./change-fields.ts";
import {type Scenario, scenarioOf} from "./scenario.ts";
import type {KnownLabs} from "./scenario-labs.ts";
import type {Setting} from "./settings.ts";

/**
 * @throws InputErrors with everything that is wrong in the file and the settings
 */
export function readScenario(file: FactFile, labs: KnownLabs, settings: readonly Setting[] = []): Scenario {
  const {fields, placeOf} = scenarioFile(file);
  const id = file.path.replace(/^.*[\\/]/, "").replace(/\.ya?ml$/, "");
  return scenarioOf({id, fields, labs, settings, placeOf: (i, path) => placeOf("changes", i, ...path)});
}

/** What a file says, its changes not yet checked. */
export function scenarioFile(file: FactFile): {
  readonly fields: ScenarioFields;
  readonly placeOf: (...path: PropertyKey[]) => Place;
} {
  const faults = new Faults();
  const record = recordFields(file, scenarioFields, faults);
  faults.throwIfAny();
  return {fields: record!.value, placeOf: record!.placeOf};
}
