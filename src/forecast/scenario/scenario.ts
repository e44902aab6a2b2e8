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
  const {raw, set} = withSettings(fields.changes, settings, faults);
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

/** The changes with settings in place of what the file says, and which fields they touch. */
function withSettings(
  changes: readonly RawChange[],
  settings: readonly Setting[],
  faults: Faults,
): {raw: RawChange[]; set: ReadonlyMap<string, string>} {
  const raw = changes.map((change) => ({...change}));
  const set = new Map<string, string>();
  const keys = changes.flatMap(({change: kind}) =>
    fieldsOf(kind).flatMap((field) => (field === "change" ? [] : [`${kind}.${field}`])),
  );
  for (const {key, value} of settings) {
    const [kind, ...rest] = key.split(".");
    const nth = rest.length > 1 ? Number(rest[0]) : undefined;
    const field = rest[rest.length - 1];
    const meant = raw
      .map((change, i) => ({change, i}))
      .filter(({change}) => change.change === kind)
      .filter((_, at) => nth === undefined || at + 1 === nth);
    if (meant.length === 0 || !fieldsOf(kind).includes(field) || field === "change") {
      const expected = keys.length === 0 ? "none" : `one of ${[...new Set(keys)].join(", ")}`;
      faults.add("unknown", `setting: ${shown(key)}; ${expected} was expected${didYouMean(key, keys)}`, {
        file: "--set",
      });
      continue;
    }
    for (const {change, i} of meant) {
      change[field] = value;
      set.set(`${i}.${field}`, key);
    }
  }
  return {raw, set};
}

/** What a change of a kind may say; nothing for a kind that nobody knows. */
const fieldsOf = (kind: string | undefined): readonly string[] =>
  kind !== undefined && Object.hasOwn(CHANGES, kind) ? Object.keys(CHANGES[kind as ChangeKind].shape) : [];
