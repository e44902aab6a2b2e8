/** Values in place of what a scenario says: what `--set` gives, what sliders give, what a link carries. */

/** One `kind.field=value`, or `kind.2.field=value` for the second change of a kind. */
export interface Setting {
  readonly key: string;
  readonly value: string;
}

/** A change as it is written: its kind in `change`, and its fields. */
export type RawChange = Readonly<Record<string, string>>;

export interface SettledChanges {
  readonly changes: readonly RawChange[];
  /** The setting behind a field, by place of the change and name of the field. */
  readonly set: ReadonlyMap<string, string>;
  /** Keys that name no field of any change. */
  readonly unknown: readonly string[];
}

/** @param fieldsOf - what a change of a kind may say besides its kind; nothing for a kind that nobody knows */
export function settledChanges(
  changes: readonly RawChange[],
  settings: readonly Setting[],
  fieldsOf: (kind: string) => readonly string[],
): SettledChanges {
  const settled = changes.map((change) => ({...change}));
  const set = new Map<string, string>();
  const unknown: string[] = [];
  for (const {key, value} of settings) {
    const [kind, ...rest] = key.split(".");
    const nth = rest.length > 1 ? Number(rest[0]) : undefined;
    const field = rest[rest.length - 1];
    const meant = settled
      .map((change, i) => ({change, i}))
      .filter(({change}) => change.change === kind)
      .filter((_, at) => nth === undefined || at + 1 === nth);
    if (meant.length === 0 || !fieldsOf(kind).includes(field)) {
      unknown.push(key);
      continue;
    }
    for (const {change, i} of meant) {
      change[field] = value;
      set.set(`${i}.${field}`, key);
    }
  }
  return {changes: settled, set, unknown};
}
