/**
 * Scenarios: what somebody argues will happen, as changes to the forces from a day on.
 *
 * A file is strict: every unknown field, kind, lab or group is one sentence with line and field, all of them together.
 */
import {didYouMean} from "../../data/closest-name.ts";
import type {FactFile} from "../../data/fact-files.ts";
import {Faults, shown} from "../../data/faults.ts";
import {recordFields} from "../../data/record-fields.ts";
import {checked} from "../../data/schema-faults.ts";
import type {Place} from "../../errors.ts";
import {
  CHANGE_KINDS,
  CHANGES,
  type ChangeKind,
  type ScenarioChange,
  scenarioFields,
} from "./change-fields.ts";
import {type KnownLabs, labFault} from "./scenario-labs.ts";

export interface Scenario {
  /** Name of the file, without its ending. */
  readonly id: string;
  readonly title: string;
  /** What those who expect it say. */
  readonly argues: string;
  readonly sources: readonly string[];
  readonly changes: readonly ScenarioChange[];
}

/** One `kind.field=value`, or `kind.2.field=value` for the second change of a kind. */
export interface Setting {
  readonly key: string;
  readonly value: string;
}

export type RawChange = Readonly<Record<string, string>>;

/**
 * @throws InputErrors with everything that is wrong in the file and the settings
 */
export function readScenario(file: FactFile, labs: KnownLabs, settings: readonly Setting[] = []): Scenario {
  const faults = new Faults();
  const record = recordFields(file, scenarioFields, faults);
  faults.throwIfAny();
  const {value, placeOf} = record!;
  const {raw, set} = withSettings(value.changes, settings, faults);
  const changes = checkedChanges(raw, labs, faults, (i, path) => {
    const key = set.get(`${i}.${String(path[0])}`);
    return key === undefined ? placeOf("changes", i, ...path) : {file: `--set ${key}`};
  });
  faults.throwIfAny();
  const id = file.path.replace(/^.*[\\/]/, "").replace(/\.ya?ml$/, "");
  return {id, title: value.title, argues: value.argues ?? "", sources: value.sources ?? [], changes};
}

/**
 * Changes as text fields, checked: what sliders give, and files.
 *
 * @param placeOf - place of a field of change i
 */
export function checkedChanges(
  raw: readonly RawChange[],
  labs: KnownLabs,
  faults: Faults,
  placeOf: (i: number, path: readonly PropertyKey[]) => Place,
): ScenarioChange[] {
  return raw.flatMap((fields, i): ScenarioChange[] => {
    const kind = fields.change as ChangeKind | undefined;
    if (kind === undefined || !CHANGE_KINDS.includes(kind)) {
      faults.add(
        kind === undefined ? "missing" : "unknown",
        `change: ${shown(kind)}; one of ${CHANGE_KINDS.join(", ")} was expected${didYouMean(kind ?? "", CHANGE_KINDS)}`,
        placeOf(i, ["change"]),
      );
      return [];
    }
    const change = checked(CHANGES[kind], fields, faults, (path) => placeOf(i, path));
    if (change === undefined) return [];
    const fault = labFault(change, labs);
    if (fault) faults.add("unknown", fault.what, placeOf(i, [fault.field]));
    return fault ? [] : [change];
  });
}

/** The changes with settings in place of what the file says, and which fields they touch. */
function withSettings(
  changes: readonly RawChange[],
  settings: readonly Setting[],
  faults: Faults,
): {raw: RawChange[]; set: ReadonlyMap<string, string>} {
  const raw = changes.map((change) => ({...change}));
  const set = new Map<string, string>();
  const keys = changes.flatMap((change) =>
    Object.keys(change).flatMap((field) => (field === "change" ? [] : [`${change.change}.${field}`])),
  );
  for (const {key, value} of settings) {
    const [kind, ...rest] = key.split(".");
    const nth = rest.length > 1 ? Number(rest[0]) : undefined;
    const field = rest[rest.length - 1];
    const meant = raw
      .map((change, i) => ({change, i}))
      .filter(({change}) => change.change === kind)
      .filter((_, at) => nth === undefined || at + 1 === nth);
    const known =
      meant.length > 0 &&
      field !== undefined &&
      Object.hasOwn(CHANGES[kind as ChangeKind]?.shape ?? {}, field);
    if (!known || field === "change") {
      faults.add(
        "unknown",
        `setting: ${shown(key)}; one of ${[...new Set(keys)].join(", ")} was expected${didYouMean(key, keys)}`,
        {file: "--set"},
      );
      continue;
    }
    for (const {change, i} of meant) {
      change[field] = value;
      set.set(`${i}.${field}`, key);
    }
  }
  return {raw, set};
}
