/** Readers of the formats that feeds come in: zip archives and parquet, both with bounds. */
import {randomUUID} from "node:crypto";
import {rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import type {FeedReaders} from "../../data/sources/feed.ts";
import {syncMethod} from "../../data/sources/sync-method.ts";
import {InputError} from "../../errors.ts";

const LARGEST_UNFOLDED = 200_000_000;
const MOST_FILES = 2_000;
/** Bits of a Unix mode that say what kind of file it is, and a symbolic link among them. */
const FILE_TYPE = 0o170000;
const LINK = 0o120000;
const MOST_ROWS = 3_000_000;

export const readers: FeedReaders = {unzip, parquetRows};

/**
 * Plain files of an archive, by name without folders that hold everything.
 *
 * @throws InputError for paths that leave the archive, links, more unfolded bytes than the archive can honestly hold
 */
async function unzip(bytes: Uint8Array, place: string): Promise<ReadonlyMap<string, Uint8Array>> {
  const {fromBufferPromise} = await import("yauzl");
  const fail = (what: string) => new InputError("invalid", `archive: ${what}`, {file: place});
  const most = Math.min(LARGEST_UNFOLDED, Math.max(1_000_000, bytes.length * syncMethod.archiveRatio.value));
  const files = new Map<string, Uint8Array>();
  let unfolded = 0;
  try {
    const zip = await fromBufferPromise(Buffer.from(bytes), {
      lazyEntries: true,
      strictFileNames: true,
      validateEntrySizes: true,
    });
    for await (const entry of zip.eachEntry()) {
      const {fileName, uncompressedSize, externalFileAttributes} = entry;
      if (fileName.endsWith("/")) continue;
      const isLink = ((externalFileAttributes >>> 16) & FILE_TYPE) === LINK;
      unfolded += uncompressedSize;
      if (isLink) throw fail(`a link, ${fileName}; plain files were expected`);
      if (files.has(fileName)) throw fail(`${fileName} is there twice; each name once was expected`);
      if (files.size >= MOST_FILES)
        throw fail(`more than ${MOST_FILES} files; a table per benchmark was expected`);
      if (unfolded > most)
        throw fail(`${unfolded} bytes unfolded from ${bytes.length}; at most ${most} were expected`);
      const parts: Buffer[] = [];
      for await (const part of await zip.openReadStreamPromise(entry, {})) parts.push(part as Buffer);
      files.set(fileName, Buffer.concat(parts));
    }
  } catch (error) {
    if (error instanceof InputError) throw error;
    throw fail(
      `${(error as Error).message}; a whole zip archive with plain names and honest sizes was expected`,
    );
  }
  return withoutCommonFolder(files);
}

function withoutCommonFolder(files: ReadonlyMap<string, Uint8Array>): ReadonlyMap<string, Uint8Array> {
  const plain = [...files].filter(([name]) => !name.startsWith("__MACOSX/") && !/(^|\/)\./.test(name));
  const top = plain[0]?.[0].includes("/") ? plain[0][0].slice(0, plain[0][0].indexOf("/") + 1) : "";
  const isShared = top !== "" && plain.every(([name]) => name.startsWith(top));
  return new Map(isShared ? plain.map(([name, bytes]) => [name.slice(top.length), bytes]) : plain);
}

/**
 * The named columns of a parquet file.
 *
 * @throws InputError when it is none, lacks a column, or holds more rows than any board
 */
async function parquetRows(
  bytes: Uint8Array,
  columns: readonly string[],
  place: string,
): Promise<Record<string, unknown>[]> {
  const {DuckDBInstance} = await import("@duckdb/node-api");
  const fail = (fault: "invalid" | "missing", what: string) => new InputError(fault, what, {file: place});
  const file = join(tmpdir(), `lagline-${randomUUID()}.parquet`);
  const quoted = `'${file.replaceAll("'", "''")}'`;
  writeFileSync(file, bytes, {mode: 0o600});
  const database = await DuckDBInstance.create(":memory:", {threads: "1", memory_limit: "256MB"});
  const connection = await database.connect();
  try {
    await connection.run(`set allowed_paths = [${quoted}]`);
    await connection.run("set enable_external_access = false");
    await connection.run("set lock_configuration = true");
    const described = await connection.runAndReadAll(`describe select * from read_parquet(${quoted})`);
    const present = described.getRowObjectsJson().map(({column_name}) => String(column_name));
    const absent = columns.find((column) => !present.includes(column));
    if (absent !== undefined) {
      throw fail(
        "missing",
        `column: ${absent}; a table with it was expected, this one has ${present.join(", ")}`,
      );
    }
    const counted = await connection.runAndReadAll(`select count(*) as n from read_parquet(${quoted})`);
    const rows = Number(counted.getRowObjectsJson()[0].n);
    if (rows > MOST_ROWS) throw fail("invalid", `rows: ${rows}; at most ${MOST_ROWS} were expected`);
    const wanted = columns.map((column) => `"${column.replaceAll('"', '""')}"`).join(", ");
    const read = await connection.runAndReadAll(`select ${wanted} from read_parquet(${quoted})`);
    return read.getRowObjectsJson() as Record<string, unknown>[];
  } catch (error) {
    if (error instanceof InputError) throw error;
    throw fail(
      "invalid",
      `parquet: ${(error as Error).message.split("\n")[0].slice(0, 200)}; a readable file was expected`,
    );
  } finally {
    connection.closeSync();
    database.closeSync();
    rmSync(file, {force: true});
  }
}
