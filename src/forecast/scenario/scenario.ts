/**
 * A scenario: what somebody argues will happen, as changes to the forces from a day on, with settings in place of what it
 * says. Command line, file and page all come through here.
 */
import {didYouMean} from "../../data/closest-name.ts";
import {Faults, shown} from "../../data/faults.ts";
import {checked} from "../../data/schema-faults.ts";
import type {Place} from "../../errors.ts";
import {
  CHANGE_KINDS,
  CHANGES,
  type ChangeKind,
  type ScenarioChange,
  type ScenarioFields,
} from "./change-fields.ts";
import {type KnownLabs, labFault} from "./scenario-labs.ts";
import {type RawChange, type Setting, settledChanges} from "./settings.ts";

export interface Scenario {
  /** Name of the file, without its ending. */
  readonly id: string;
  readonly title: string;
  /** What those who expect it say. */
  readonly argues: string;
  readonly sources: readonly string[];
  readonly changes: readonly ScenarioChange[];
}

/** What a scenario is made of. */
export interface ScenarioParts {
  readonly id: string;
  readonly fields: ScenarioFields;
  readonly labs: KnownLabs;
  readonly settings: readonly Setting[];
  /** Place of a field of change i as it was written. */
  readonly placeOf: (i: number, path: readonly PropertyKey[]) => Place;
}

/**
 * @throws InputErrors with everything that is wrong in changes and settings
 */
export function scenarioOf({id, fields, labs, settings, placeOf}: ScenarioParts): Scenario {
  const faults = new Faults();
  const {changes: raw, set, unknown} = settledChanges(fields.changes, settings, fieldsOf);
  for (const key of unknown) faults.add("unknown", unknownSetting(key, raw), {file: "--set"});
  const changes = checkedChanges(raw, labs, faults, (i, path) => {
    const key = set.get(`${i}.${String(path[0])}`);
    return key === undefined ? placeOf(i, path) : {file: `--set ${key}`};
  });
  faults.throwIfAny();
  return {id, title: fields.title, argues: fields.argues ?? "", sources: fields.sources ?? [], changes};
}

/** Changes as text fields, checked: what sliders give, and files. */
function checkedChanges(
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

function unknownSetting(key: string, changes: readonly RawChange[]): string {
  const keys = [
    ...new Set(changes.flatMap(({change: kind}) => fieldsOf(kind).map((field) => `${kind}.${field}`))),
  ];
  const expected = keys.length === 0 ? "none" : `one of ${keys.join(", ")}`;
  return `setting: ${shown(key)}; ${expected} was expected${didYouMean(key, keys)}`;
}

/** What a change of a kind may say besides its kind; nothing for a kind that nobody knows. */
const fieldsOf = (kind: string | undefined): readonly string[] =>
  kind !== undefined && Object.hasOwn(CHANGES, kind)
    ? Object.keys(CHANGES[kind as ChangeKind].shape).filter((field) => field !== "change")
    : [];
