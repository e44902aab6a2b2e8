/**
 * One usage log into the warehouse, in one transaction: all of it or nothing.
 *
 * Only the columns a format names are read. A request already there is not counted again, whichever file brings it;
 * where the source says when it last wrote a row, the later one holds. Rows without time or model, and rows with
 * impossible counts, are left out and counted.
 */
import {createHash} from "node:crypto";
import {createReadStream} from "node:fs";
import {basename} from "node:path";
import {z} from "zod";
import {shown} from "../../data/faults.ts";
import {InputError} from "../../errors.ts";
import type {UsageWarehouse} from "./duckdb-warehouse.ts";
import {type FileHead, fileHead} from "./file-head.ts";
import {usageFormats} from "./formats/all.ts";
import {named, quoted, type UsageFormat, type UsageSource} from "./usage-format.ts";
import {REMAKE_ROLLUPS} from "./usage-tables.ts";

export interface ImportedUsage {
  readonly file: string;
  readonly source: UsageSource;
  readonly title: string;
  /** Requests in the file, those not yet known among them, and rows that could not serve. */
  readonly rows: number;
  readonly added: number;
  readonly leftOut: number;
  /** The very same file was imported before. */
  readonly wasKnown: boolean;
}

/** Longest row of a CSV: prompts may stand in it. */
const LONGEST_ROW = 33_554_432;
/** Two of the longest rows: the default of thirty-two would take a gigabyte. */
const READ_AHEAD = 2 * LONGEST_ROW;
const LONGEST_DOCUMENT = 268_435_456;

/** Of one number, as the database writes it in JSON. */
const count = z.strictObject({n: z.coerce.number()});

/**
 * @param from - the format, when the user says which
 * @param today - `YYYY-MM-DD`
 * @throws InputError when the file is of no known format, damaged, or holds no request
 */
export async function importUsage(
  warehouse: UsageWarehouse,
  path: string,
  {from, today}: {readonly from: UsageSource | undefined; readonly today: string},
): Promise<ImportedUsage> {
  const file = basename(path);
  const head = await columnsKnown(warehouse, fileHead(path, file), path, file);
  const format = formatOf(head, from, file);
  const sha256 = await contentHash(path);
  const base = {file, source: format.source, title: format.title};
  const [before] = await warehouse.query(
    `SELECT count(*) AS n FROM usage_import WHERE sha256 = ${quoted(sha256)}`,
    count,
  );
  if (before.n > 0) return {...base, rows: 0, added: 0, leftOut: 0, wasKnown: true};
  await warehouse.run("BEGIN");
  try {
    const rows = await warehouse.run(insertStatement(format, head, path, sha256));
    const leftOut = await warehouse.run(
      `DELETE FROM usage_event WHERE import = ${quoted(sha256)} AND (ts = TIMESTAMP '1970-01-01' OR model = ''
         OR coalesce(least(input_tokens, output_tokens, cache_read_tokens, cache_write_tokens), 0) < 0)`,
    );
    if (rows === 0 || rows === leftOut) throw nothingIn(format, rows, file);
    const repeated = await removeRepeats(warehouse);
    const added = rows - leftOut - repeated;
    await warehouse.run(
      `INSERT INTO usage_import VALUES (${[file, sha256, format.source, today].map(quoted).join(", ")}, ${rows}, ${added}, ${leftOut})`,
    );
    await warehouse.run("COMMIT");
    return {...base, rows: rows - leftOut, added, leftOut, wasKnown: false};
  } catch (error) {
    await warehouse.run("ROLLBACK");
    throw error instanceof InputError ? error : unreadable(error as Error, format, file);
  }
}

/** To be called once after the last import. */
export async function remakeRollups(warehouse: UsageWarehouse): Promise<void> {
  for (const statement of REMAKE_ROLLUPS) await warehouse.run(statement);
}

function insertStatement(format: UsageFormat, head: FileHead, path: string, sha256: string): string {
  const {columns, source} = format;
  const text = (sql: string | undefined) =>
    sql === undefined ? "NULL" : `nullif(trim(CAST(${sql} AS VARCHAR)), '')`;
  const number = (sql: string | undefined) => sql ?? "NULL";
  const yes = (sql: string | undefined) => (sql === undefined ? "false" : `coalesce(${sql}, false)`);
  // A row without an id of its own is named by its file and place, so that the same file is the same rows.
  const id = `coalesce(${text(columns.id)}, ${quoted(`${sha256}:`)} || row_number() OVER ())`;
  const own = columns.id === "NULL" || !hasColumn(format, head) ? id : text(columns.id);
  const parts = "coalesce(cache_read, 0) + coalesce(cache_write, 0)";
  const input =
    columns.cache === "additive"
      ? `input + ${parts}`
      : `CASE WHEN ${parts} <= input OR input < 0 THEN input ELSE input + ${parts} END`;
  return `INSERT INTO usage_event
    WITH rows AS (${textRows(format, head, path)}),
    read AS (SELECT ${own} AS id, ${columns.ts} AS ts, ${columns.updated ?? "CAST(NULL AS TIMESTAMP)"} AS updated,
      ${text(columns.tag)} AS tag, ${text(columns.app)} AS app, ${text(columns.team)} AS team, ${text(columns.key)} AS key,
      ${text(columns.provider)} AS provider, ${text(columns.model)} AS model, ${columns.input} AS input,
      ${number(columns.cacheRead)} AS cache_read, ${number(columns.cacheWrite)} AS cache_write, ${columns.output} AS output,
      ${number(columns.reasoning)} AS reasoning, ${number(columns.cost)} AS cost, ${number(columns.latency)} AS latency,
      ${yes(columns.gatewayHit)} AS gateway_hit, ${yes(columns.failed)} AS failed
      FROM rows ${columns.where === undefined ? "" : `WHERE ${columns.where}`})
    SELECT md5_number(${quoted(`${source}:`)} || coalesce(id, '')), ${quoted(sha256)}, ${quoted(source)},
      coalesce(ts, TIMESTAMP '1970-01-01'), updated, tag, app, team, key, provider, coalesce(model, ''),
      CASE WHEN gateway_hit THEN NULL ELSE ${input} END,
      CASE WHEN gateway_hit THEN NULL ELSE cache_read END, CASE WHEN gateway_hit THEN NULL ELSE cache_write END,
      CASE WHEN gateway_hit THEN NULL ELSE output END, CASE WHEN gateway_hit THEN NULL ELSE reasoning END,
      CASE WHEN isfinite(CAST(cost AS DOUBLE)) AND cost >= 0 THEN cost END,
      CASE WHEN isfinite(CAST(latency AS DOUBLE)) AND latency >= 0 THEN latency END, gateway_hit, failed
    FROM read`;
}

/** Has the file the column that names a request? */
function hasColumn({columns, scalars}: UsageFormat, {kind, names}: FileHead): boolean {
  const column = scalars.find((name) => columns.id.includes(named(name)));
  return kind === "json" || (column !== undefined && names.has(column));
}

/** The format's columns as text, missing ones as NULL. */
function textRows(format: UsageFormat, {kind, names}: FileHead, path: string): string {
  const file = quoted(literalPath(path));
  const own = format.rows?.(file, kind, names);
  if (own !== undefined) return own;
  const {scalars, documents} = format;
  const all = [...scalars, ...documents];
  if (kind === "json") {
    const columns = all.map((name) => `${named(name)}: 'VARCHAR'`).join(", ");
    return `SELECT * FROM read_json(${file}, columns = {${columns}}, maximum_object_size = ${LONGEST_DOCUMENT})`;
  }
  const missing = (name: string) => `CAST(NULL AS VARCHAR) AS ${named(name)}`;
  if (kind === "csv") {
    const columns = all.map((name) => (names.has(name) ? named(name) : missing(name))).join(", ");
    return `SELECT ${columns} FROM ${csvReader(path)}`;
  }
  // A document of Parquet is a map, a struct or JSON as text; each becomes JSON as text.
  const document = (name: string) =>
    `CASE WHEN json_type(to_json(${named(name)})) = 'VARCHAR' THEN json_extract_string(to_json(${named(name)}), '$')
      ELSE CAST(to_json(${named(name)}) AS VARCHAR) END AS ${named(name)}`;
  return `SELECT ${[
    ...scalars.map((name) =>
      names.has(name) ? `CAST(${named(name)} AS VARCHAR) AS ${named(name)}` : missing(name),
    ),
    ...documents.map((name) => (names.has(name) ? document(name) : missing(name))),
  ].join(", ")} FROM read_parquet(${file})`;
}

const csvReader = (path: string): string =>
  `read_csv(${quoted(literalPath(path))}, header = true, all_varchar = true, delim = ',', quote = '"', escape = '"', max_line_size = ${LONGEST_ROW}, buffer_size = ${READ_AHEAD})`;

/** Signs that the database would take for a pattern of names stand for themselves. */
const literalPath = (path: string): string => path.replaceAll(/[*?[]/g, (sign) => `[${sign}]`);

async function columnsKnown(
  warehouse: UsageWarehouse,
  head: FileHead,
  path: string,
  file: string,
): Promise<FileHead> {
  if (head.kind !== "parquet") return head;
  try {
    const rows = await warehouse.query(
      `SELECT column_name FROM (DESCRIBE SELECT * FROM read_parquet(${quoted(literalPath(path))}))`,
      z.object({column_name: z.string()}),
    );
    const columns = rows.map((row) => row.column_name);
    return {...head, columns, names: new Set(columns)};
  } catch {
    throw new InputError("invalid", "Parquet: the file is damaged or cut off; a whole file was expected", {
      file,
    });
  }
}

function formatOf(head: FileHead, from: UsageSource | undefined, file: string): UsageFormat {
  const wanted = from === undefined ? usageFormats : usageFormats.filter(({source}) => source === from);
  const found = wanted.find(({matches}) => matches(head.names));
  if (found) return found;
  const seen = shown([...head.names].slice(0, 12).join(", "));
  throw new InputError(
    "unsupported",
    from === undefined
      ? `usage log: columns ${seen}; spans of OpenTelemetry, logs of LiteLLM, Langfuse, Helicone or OpenRouter, or a CSV with time, model, input_tokens and output_tokens were expected`
      : `usage log: columns ${seen}; those of ${wanted[0]?.title ?? from} were expected`,
    {file},
  );
}

/** Requests that are there more than once: the latest written stays, else the first. */
async function removeRepeats(warehouse: UsageWarehouse): Promise<number> {
  const [{n}] = await warehouse.query("SELECT count(*) - count(DISTINCT event) AS n FROM usage_event", count);
  if (n === 0) return 0;
  return warehouse.run(`DELETE FROM usage_event WHERE rowid IN (SELECT id FROM (
    SELECT rowid AS id, row_number() OVER (PARTITION BY event ORDER BY coalesce(updated, TIMESTAMP '1970-01-01') DESC, rowid) AS place
    FROM usage_event) WHERE place > 1)`);
}

async function contentHash(path: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const part of createReadStream(path)) hash.update(part as Buffer);
  return hash.digest("hex");
}

const nothingIn = ({title}: UsageFormat, rows: number, file: string): InputError =>
  new InputError(
    "insufficient",
    rows === 0
      ? `requests: 0; ${title} with at least one request to a model were expected`
      : `requests with a time and a model: 0 of ${rows}; ${title} with readable times and names were expected`,
    {file},
  );

/** Complaints about the file; all others (of names, of syntax) would be our own fault and stay what they are. */
const ABOUT_THE_FILE = /^(?:Invalid Input|IO) Error/;

/** The database's complaint as a place and a sentence, without the text of the row, which may hold a prompt. */
function unreadable(error: Error, {title}: UsageFormat, file: string): Error {
  const {message} = error;
  if (!ABOUT_THE_FILE.test(message)) return error;
  const line = /line:? (\d+)/i.exec(message)?.[1];
  const what = /malformed|unexpected end|JSON/i.test(message)
    ? "JSON is malformed or cut off"
    : "rows cannot be read";
  return new InputError("invalid", `${title}: ${what}; a whole file was expected`, {
    file,
    ...(line === undefined ? {} : {row: Number(line)}),
  });
}
