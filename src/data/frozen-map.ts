/** A map that stays as it was made: `Object.freeze` alone would not stop `set`. */

/** The entries in the order of their keys; every change throws. */
export function frozenMap<V>(entries: ReadonlyMap<string, V>): ReadonlyMap<string, V> {
  const sorted = [...entries].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  const map = new Map(sorted);
  const refuse = () => {
    throw new TypeError("facts are frozen; make a new Catalog instead");
  };
  for (const change of ["set", "delete", "clear"]) Object.defineProperty(map, change, {value: refuse});
  return Object.freeze(map);
}
