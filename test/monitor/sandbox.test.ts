import {existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {DuckDBInstance} from "@duckdb/node-api";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import type {PlainTable} from "../../src/store/sandbox/plain-table.ts";
import {sandboxAnswer} from "../../src/store/sandbox/sandbox-answer.ts";
import {sandboxedSelect, selected} from "../../src/store/sandbox/sandboxed-select.ts";

const TABLES: readonly PlainTable[] = [
  {
    name: "models",
    says: "made up",
    columns: [
      {name: "model", type: "text"},
      {name: "ability", type: "number"},
      {name: "results", type: "integer"},
      {name: "weights", type: "date"},
      {name: "open", type: "boolean"},
    ],
    rows: [
      ["a", 1.5, 3, "2026-01-31", true],
      ["b; drop table models --", null, 4, null, false],
    ],
  },
];
const LIMITS = {rows: 100, seconds: 20, memory: 300, threads: 1};
/** Inside the sandbox, without the process around it. */
const asked = async (statement: string, limits: Partial<typeof LIMITS> = {}, attached?: string) => {
  const {rows, memory, threads} = {...LIMITS, ...limits};
  const question = {
    tables: TABLES,
    ...(attached ? {attached} : {}),
    statement,
    rows,
    memory,
    threads,
    growth: memory,
  };
  return selected(await sandboxAnswer(question, () => {}), LIMITS);
};
const askedOutside = (statement: string, limits: Partial<typeof LIMITS> = {}) =>
  sandboxedSelect(statement, {tables: TABLES}, {...LIMITS, ...limits});

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "lagline-sandbox-"));
  writeFileSync(join(folder, "secret.csv"), "secret\n42\n");
});
afterAll(() => rmSync(folder, {recursive: true, force: true}));

describe("one SELECT", () => {
  it("gives its rows with their types", async () => {
    expect(await asked("select * from models order by model")).toEqual({
      columns: ["model", "ability", "results", "weights", "open"],
      rows: [
        ["a", 1.5, 3, "2026-01-31", true],
        ["b; drop table models --", null, 4, null, false],
      ],
      more: false,
    });
  });

  it("gives the same rows from a process of its own", async () => {
    const statement = "select * from models order by model";
    expect(await askedOutside(statement)).toEqual(await asked(statement));
    await expect(askedOutside("drop table models")).rejects.toThrow("DROP; a SELECT was expected");
    await expect(askedOutside(" ; ")).rejects.toThrow("missing statement: none; one SELECT was expected");
  });

  it("tells columns of one name apart and keeps what is no plain value as JSON", async () => {
    const {columns, rows} = await asked(
      "select 1 as a, 2 as a, [1, 2] as list, 12345678901234567890::hugeint as big, '007' as text, 1.25 as decimal",
    );
    expect(new Set(columns).size).toBe(6);
    expect(rows).toEqual([[1, 2, "[1,2]", "12345678901234567890", "007", 1.25]]);
  });

  it("stops at the row bound and says that there is more", async () => {
    expect(await asked("select * from range(100000000000)", {rows: 5})).toMatchObject({
      rows: [[0], [1], [2], [3], [4]],
      more: true,
    });
    expect(await asked("select * from range(5)", {rows: 5})).toMatchObject({more: false});
    expect(await asked("select * from range(6)", {rows: 5})).toMatchObject({more: true});
  });

  it("sees the tables of an attached database beside the others, and cannot change them", async () => {
    const file = join(folder, "usage.duckdb");
    const instance = await DuckDBInstance.create(file);
    const connection = await instance.connect();
    await connection.run("create table calls as select range as id from range(7)");
    connection.closeSync();
    instance.closeSync();
    expect((await asked("select count(*) from calls", {}, file)).rows).toEqual([[7]]);
    await expect(asked("delete from kept.main.calls", {}, file)).rejects.toThrow("a SELECT was expected");
  });
});

describe("what the sandbox refuses", () => {
  it.each([
    ["drop table models", /^unsupported statement: DROP; a SELECT was expected/],
    ["delete from models", /DELETE; a SELECT/],
    ["insert into models values ('c', 1, 1, null, true)", /INSERT; a SELECT/],
    ["attach 'FOLDER/x.db'", /ATTACH; a SELECT/],
    ["install httpfs", /a SELECT was expected/],
    ["load httpfs", /a SELECT was expected/],
    ["set memory_limit = '10GB'", /a SELECT was expected/],
    ["pragma memory_limit = '10GB'", /a SELECT was expected/],
    ["copy models to 'FOLDER/x.csv'", /^(unsupported|invalid) statement/],
    ["export database 'FOLDER/x'", /^(unsupported|invalid) statement/],
    ["create table t as select 1", /CREATE; a SELECT/],
    ["explain analyze select 1", /EXPLAIN; a SELECT/],
    ["select 1; drop table models", /^unsupported statements: 2; exactly one SELECT/],
    ["select * from query('drop table models')", /Expected a single SELECT statement/],
    ["select * from modles", /Did you mean "models".*; `lagline sql` lists tables/],
    ["select * from models where", /^invalid statement: /],
    ["select * from read_csv('SECRET')", /file system operations are disabled/],
    ["select * from read_text('SECRET')", /file system operations are disabled/],
    ["select * from 'SECRET'", /^invalid statement/],
    ["select * from glob('/*')", /file system operations are disabled/],
    ["select * from read_csv('https://example.org/x.csv')", /^invalid statement/],
    ["select getenv('HOME')", /^invalid statement/],
    ["select * from parquet_metadata('SECRET')", /file system operations are disabled/],
    ["select * from sniff_csv('SECRET')", /file system operations are disabled/],
  ])("%s", async (statement, sentence) => {
    const before = readdirSync(folder);
    const inPlace = statement.replace("SECRET", join(folder, "secret.csv")).replace("FOLDER", folder);
    await expect(asked(inPlace)).rejects.toThrow(sentence);
    expect(readdirSync(folder)).toEqual(before);
    expect(existsSync(join(folder, "x.csv")) || existsSync(join(folder, "x"))).toBe(false);
  });

  it("to go on after its time", async () => {
    const endless =
      "with recursive r as (select 1 as n union all select n + 1 from r) select count(*) from r";
    await expect(askedOutside(endless, {seconds: 1})).rejects.toThrow("it ran for 1 seconds and was stopped");
  }, 30_000);

  it("to take more than its memory, or else its time", async () => {
    const before = process.memoryUsage.rss();
    await expect(askedOutside("select repeat('x', 4000000000)", {seconds: 8, memory: 150})).rejects.toThrow(
      /^unsupported statement: it (needed more than 150 MB|ran for 8)/,
    );
    await expect(asked("select list(range) from range(1000000000)", {memory: 50})).rejects.toThrow(
      "it needed more than 300 MB",
    );
    // The process of the caller never holds what the statement built.
    expect(process.memoryUsage.rss() - before).toBeLessThan(200e6);
  }, 30_000);
});
