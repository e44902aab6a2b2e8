/** One order for the rows of a Catalog, whatever the order of files and rows: same facts, same bytes. */

type Key = string | number | undefined;

/** Rows sorted by their keys, compared one after the other; rows that agree in all stay as they were. */
export function inOrder<T>(rows: T[], ...keys: readonly ((row: T) => Key)[]): readonly T[] {
  return Object.freeze(
    rows.sort((a, b) => {
      for (const key of keys) {
        const [left, right] = [key(a), key(b)];
        if (left === right) continue;
        if (left === undefined) return -1;
        if (right === undefined) return 1;
        return left < right ? -1 : 1;
      }
      return 0;
    }),
  );
}
