/**
 * Many rows of one shape as columns, each distinct text once: thousands of results that repeat their source, licence and
 * file take a seventh of the room.
 */
type Plain = string | number | boolean;

export interface PackedRows {
  readonly count: number;
  /** By path from the row, its words joined by a dot. A cell that is null was not there. */
  readonly columns: Readonly<
    Record<
      string,
      {readonly words: readonly string[]; readonly at: readonly (number | null)[]} | readonly (Plain | null)[]
    >
  >;
}

/** @param rows - plain objects of texts, numbers, truth values and such objects; no key may hold a dot */
export function packedRows(rows: readonly object[]): PackedRows {
  const cells = new Map<string, (Plain | null)[]>();
  const fill = (path: string, value: unknown, row: number): void => {
    if (value === undefined || value === null) return;
    if (typeof value === "object") {
      for (const [key, inside] of Object.entries(value))
        fill(path === "" ? key : `${path}.${key}`, inside, row);
      return;
    }
    const column = cells.get(path) ?? Array.from<Plain | null>({length: rows.length}).fill(null);
    column[row] = value as Plain;
    cells.set(path, column);
  };
  for (const [row, value] of rows.entries()) fill("", value, row);
  return {
    count: rows.length,
    columns: Object.fromEntries(
      [...cells].map(([path, column]) => [path, isText(column) ? coded(column) : column]),
    ),
  };
}

/** The rows again. */
export function unpackedRows<Row>({count, columns}: PackedRows): Row[] {
  const rows = Array.from({length: count}, () => ({}) as Record<string, unknown>);
  for (const [path, column] of Object.entries(columns)) {
    const keys = path.split(".");
    const last = keys.pop()!;
    const isCoded = "words" in column;
    for (let row = 0; row < count; row++) {
      const cell = isCoded ? column.at[row]! : column[row]!;
      if (cell === null) continue;
      let place = rows[row]!;
      for (const key of keys) place = (place[key] ??= {}) as Record<string, unknown>;
      place[last] = isCoded ? column.words[cell as number] : cell;
    }
  }
  return rows as Row[];
}

const isText = (column: readonly (Plain | null)[]): column is (string | null)[] =>
  column.every((cell) => cell === null || typeof cell === "string");

function coded(column: readonly (string | null)[]) {
  const places = new Map<string, number>();
  const at = column.map((word) => {
    if (word === null) return null;
    const place = places.get(word) ?? places.size;
    places.set(word, place);
    return place;
  });
  return {words: [...places.keys()], at};
}
