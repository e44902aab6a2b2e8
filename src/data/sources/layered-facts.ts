/**
 * The shipped facts with synced rows laid over them: a complete facts folder, as files.
 *
 * Shipped files that no feed touches stay byte for byte. A synced result replaces shipped rows of the sources its feed
 * replaces, for the same model and benchmark; elsewhere the shipped rows stay. Of two prices of one model at one provider the
 * one that starts later ends the earlier, and shipped facts, which are reviewed, win a tie. A rating or index value that ships
 * is kept as shipped.
 */
import {parse} from "csv-parse/sync";
import type {Feed} from "./feed.ts";
import type {FactFile} from "../fact-files.ts";
import type {KeptRow} from "./carried-rows.ts";
import {type Cells, keyOf, TABLES, tableText} from "./feed-tables.ts";

export interface SyncedFeed {
  readonly feed: Pick<Feed, "id" | "source" | "licences" | "replaces">;
  readonly rows: readonly KeptRow[];
  readonly benchmarks: readonly {readonly path: string; readonly text: string}[];
}

/** @param synced - in order of precedence, first before later */
export function layeredFacts(shipped: readonly FactFile[], synced: readonly SyncedFeed[]): FactFile[] {
  const files = new Map(shipped.map((file) => [file.path, file.bytes]));
  const put = (path: string, text: string): void => void files.set(path, Buffer.from(text, "utf8"));
  const read = (path: string): Cells[] => tableCells(files.get(path));
  const used = synced.filter(({rows}) => rows.length > 0);

  const known = {
    models: idsIn(shipped, /^models\/[^/]+\/([^/]+)\.yaml$/),
    benchmarks: new Set([
      ...idsIn(shipped, /^benchmarks\/([^/]+)\.yaml$/),
      ...used.flatMap(({benchmarks}) => benchmarks.map(({path}) => /([^/]+)\.yaml$/.exec(path)![1])),
    ]),
  };
  for (const {benchmarks} of used) for (const {path, text} of benchmarks) if (!files.has(path)) put(path, text);
  const layered = used.map((one) => ({
    ...one,
    rows: one.rows.filter(
      ({table, cells}) =>
        known.models.has(cells.model) && (table !== "results" || known.benchmarks.has(cells.benchmark)),
    ),
  })).filter(({rows}) => rows.length > 0);

  replaceResults(files, layered, put);
  layPrices(files, layered, put);
  const taken = new Set(
    [...files.keys()]
      .filter((path) => path.startsWith("preferences/"))
      .flatMap((path) => read(path).map((cells) => keyOf("preferences", cells))),
  );
  for (const {feed, rows} of layered) {
    const ratings = rows.filter(({table}) => table === "preferences").map(({cells}) => cells);
    const fresh = ratings.filter((cells) => !taken.has(keyOf("preferences", cells)));
    for (const cells of fresh) taken.add(keyOf("preferences", cells));
    if (fresh.length > 0) put(TABLES.preferences.path(feed.id), tableText(TABLES.preferences.columns, fresh));
    const hub = rows.filter(({table}) => table === "hub").map(({cells}) => cells);
    if (hub.length > 0) put(TABLES.hub.path(feed.id), tableText(TABLES.hub.columns, hub));
  }
  const indices = layered.flatMap(({rows}) =>
    rows.filter(({table}) => table === "index-values").map(({cells}) => cells),
  );
  if (indices.length > 0) {
    const path = TABLES["index-values"].path("");
    const own = read(path);
    const has = new Set(own.map((cells) => keyOf("index-values", cells)));
    put(
      path,
      tableText(TABLES["index-values"].columns, [
        ...own,
        ...indices.filter((cells) => !has.has(keyOf("index-values", cells))),
      ]),
    );
  }
  layTerms(read, layered, put);
  return [...files]
    .map(([path, bytes]) => ({path, bytes}))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

type Put = (path: string, text: string) => void;

function replaceResults(files: ReadonlyMap<string, Buffer>, layered: readonly SyncedFeed[], put: Put): void {
  for (const {feed, rows} of layered) {
    const results = rows.filter(({table}) => table === "results").map(({cells}) => cells);
    if (results.length === 0) continue;
    const pair = ({model, benchmark}: Cells) => `${model}\t${benchmark}`;
    const held = new Set(results.map(pair));
    const old = new Set(feed.replaces ?? []);
    for (const [path, bytes] of files) {
      if (!path.startsWith("results/")) continue;
      const table = tableCells(bytes);
      const stay = table.filter((cells) => !(old.has(cells.source) && held.has(pair(cells))));
      if (stay.length < table.length) put(path, tableText(TABLES.results.columns, stay));
    }
    put(TABLES.results.path(feed.id), tableText(TABLES.results.columns, results));
  }
}

/** Prices of all tables on one time line per model and provider. */
function layPrices(files: ReadonlyMap<string, Buffer>, layered: readonly SyncedFeed[], put: Put): void {
  const shipped = [...files].filter(([path]) => path.startsWith("prices/"));
  const tables = new Map<string, {rank: number; rows: Cells[]}>([
    ...shipped.map(([path, bytes]) => [path, {rank: 0, rows: tableCells(bytes)}] as const),
    ...layered.map(
      ({feed, rows}, i) =>
        [
          TABLES.prices.path(feed.id),
          {rank: i + 1, rows: rows.filter(({table}) => table === "prices").map(({cells}) => cells)},
        ] as const,
    ),
  ]);
  if ([...tables.values()].every(({rank, rows}) => rank === 0 || rows.length === 0)) return;
  const lines = new Map<string, {path: string; rank: number; cells: Cells}[]>();
  for (const [path, {rank, rows}] of tables) {
    for (const cells of rows) {
      const key = keyOf("prices", cells);
      const line = lines.get(key);
      if (line) line.push({path, rank, cells});
      else lines.set(key, [{path, rank, cells}]);
    }
  }
  const laid = new Map<string, Cells[]>();
  for (const line of lines.values()) {
    line.sort((a, b) => (from(a.cells) < from(b.cells) ? -1 : from(a.cells) > from(b.cells) ? 1 : b.rank - a.rank));
    for (const [i, {path, cells}] of line.entries()) {
      const next = line[i + 1];
      const start = from(cells);
      const end = cells.valid_to ?? "";
      if (next && from(next.cells) === start) continue;
      const cut = next && (end === "" || end > from(next.cells)) ? from(next.cells) : end;
      const rows = laid.get(path) ?? [];
      rows.push(cut === end ? cells : {...cells, valid_to: cut});
      laid.set(path, rows);
    }
  }
  for (const [path, {rank}] of tables) {
    const rows = laid.get(path) ?? [];
    if (rank > 0 && rows.length === 0) continue;
    const text = tableText(TABLES.prices.columns, rows);
    const before = files.get(path);
    if (!before || rank > 0 || text !== tableText(TABLES.prices.columns, tableCells(before))) put(path, text);
  }
}

const from = (cells: Cells): string => cells.valid_from || cells.retrieved;

/** Rows of sources and licences that the feeds need. */
function layTerms(read: (path: string) => Cells[], layered: readonly SyncedFeed[], put: Put): void {
  if (layered.length === 0) return;
  const licences = read("licences.csv");
  const sources = read("sources.csv");
  const extra = layered.flatMap(({feed}) => feed.licences ?? []);
  const missing = extra.filter(
    ({id}, i) => !licences.some((row) => row.id === id) && extra.findIndex((other) => other.id === id) === i,
  );
  if (missing.length > 0) {
    put(
      "licences.csv",
      tableText(["id", "name", "url", "redistribution", "note"], [...licences, ...missing.map((row) => ({...row}))]),
    );
  }
  const described = layered.map(({feed, rows}) => ({
    ...feed.source,
    id: feed.id,
    retrieved: rows.map(({cells}) => cells.retrieved).sort().at(-1)!,
  }));
  const own = new Set(described.map(({id}) => id));
  put(
    "sources.csv",
    tableText(
      ["id", "title", "url", "licence", "redistribution", "attribution", "coverage", "retrieved"],
      [...sources.filter(({id}) => !own.has(id)), ...described],
    ),
  );
}

/** Rows of one of our own tables, as text cells. */
export function tableCells(bytes: Uint8Array | undefined): Cells[] {
  if (!bytes) return [];
  return parse(Buffer.from(bytes), {columns: true, skip_empty_lines: true}) as Cells[];
}

const idsIn = (files: readonly FactFile[], pattern: RegExp): Set<string> =>
  new Set(files.flatMap(({path}) => pattern.exec(path)?.[1] ?? []));
