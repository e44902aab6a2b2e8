import {mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {DuckDBInstance} from "@duckdb/node-api";
import {afterEach, beforeEach, describe, expect, it} from "vitest";
import {loadCatalog} from "../../src/data/load-catalog.ts";
import {RESULT_HEADER, tinyFacts, writeFacts} from "../data/fixtures.ts";
import {run} from "./synthetic-world.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "lagline-export-"));
  mkdirSync(join(folder, "facts"));
  writeFacts(join(folder, "facts"), {
    "licences.csv": `${tinyFacts()["licences.csv"]}reserved,Reserved,,no,\nnone-stated,None,,unclear,\n`,
    "sources.csv": `${tinyFacts()["sources.csv"]}vendor,Vendor,,reserved,no,Vendor,,2026-06-01\nmirror,Mirror,,none-stated,unclear,Mirror,,2026-06-01\n`,
    "results/vendor.csv": `${RESULT_HEADER}\nalpha-1,chores,0.123456,,,,vendor,,no,2024-04-01,,,,vendor,reserved,2026-06-01\n`,
    "results/mirror.csv": `${RESULT_HEADER}\nalpha-1,chores,0.234567,,,,mirror,,no,2024-04-01,,,,mirror,none-stated,2026-06-01\n`,
  });
});
afterEach(() => rmSync(folder, {recursive: true, force: true}));

const facts = () => join(folder, "facts");
const lagline = (...argv: string[]) =>
  run(argv, {
    env: {LAGLINE_HOME: join(folder, "home")},
    pipeline: {catalogFor: async ({facts: read}) => ({catalog: loadCatalog(read)})},
  });

describe("an export", () => {
  it.each(["csv", "json", "parquet"])("as %s never holds a row that may not be passed on", async (format) => {
    const out = join(folder, "out");
    const {code, err} = await lagline(
      "export",
      "--facts",
      facts(),
      "--out",
      out,
      "--format",
      format,
      "--tables",
      "results,models",
    );
    expect({code, err}).toEqual({code: 0, err: ""});
    expect(readdirSync(out).sort()).toEqual(["about.json", `models.${format}`, `results.${format}`]);
    const connection = await (await DuckDBInstance.create(":memory:")).connect();
    const read = await connection.runAndReadAll(
      `select score, redistribution from '${join(out, `results.${format}`)}' order by score`,
    );
    const rows = read.getRowsJson();
    connection.closeSync();
    expect(rows).toHaveLength(6);
    expect(rows[0]).toEqual([0.234567, "unclear"]);
    const about = JSON.parse(readFileSync(join(out, "about.json"), "utf8")) as {
      files: {table: string; leftOut: number}[];
      attribution: string[];
    };
    expect(about.files.map(({table, leftOut}) => [table, leftOut])).toEqual([
      ["models", 0],
      ["results", 1],
    ]);
    expect(about.attribution).toContain("A board (CC BY 4.0)");
  });

  it("leaves out unclear terms as well when asked to", async () => {
    const out = join(folder, "out");
    await lagline("export", "--facts", facts(), "--out", out, "--tables", "results", "--stated-terms-only");
    const text = readFileSync(join(out, "results.csv"), "utf8");
    expect(text).not.toMatch(/0\.123456|0\.234567/);
    expect(text.trim().split("\n")).toHaveLength(6);
  });

  it("refuses to write over what is there, and leaves nothing when it fails", async () => {
    const out = join(folder, "out");
    mkdirSync(out);
    writeFileSync(join(out, "mine.txt"), "mine");
    const refusals: [string[], RegExp][] = [
      [["--out", out], /Conflicting --out: .*new or empty folder/],
      [["--out", join(out, "mine.txt")], /a folder was expected, this is a file/],
      [["--out", join(folder, "no", "such")], /Missing folder/],
      [[], /Missing --out/],
      [["--out", join(folder, "new"), "--format", "xlsx"], /parquet, csv or json was expected/],
      [
        ["--out", join(folder, "new"), "--tables", "resluts"],
        /Unknown table: "resluts"; did you mean results\?/,
      ],
    ];
    for (const [flags, sentence] of refusals) {
      const {code, err} = await lagline("export", "--facts", facts(), ...flags);
      expect(err).toMatch(sentence);
      expect(code).toBe(2);
    }
    expect(readdirSync(folder).sort()).toEqual(["facts", "out"]);
  });
});

describe("sql", () => {
  it("lists every table with its columns when nothing is asked", async () => {
    const {out} = await lagline("sql", "--facts", facts(), "--json");
    const tables = (JSON.parse(out) as {table: string; columns: unknown[]}[]).map(({table}) => table);
    expect(tables).toEqual(
      expect.arrayContaining([
        "models",
        "results",
        "prices",
        "preferences",
        "quantities",
        "daily_lag",
        "vintages",
        "readings",
      ]),
    );
  });

  it("answers on the facts, those that may not be passed on included", async () => {
    const {out, code} = await lagline(
      "sql",
      "--facts",
      facts(),
      "--json",
      "select count(*) as n, min(score) as least from results",
    );
    expect({code, answer: JSON.parse(out)}).toEqual({
      code: 0,
      answer: {columns: ["n", "least"], rows: [{n: 7, least: 0.123456}], more: false},
    });
  });

  it("asks for the report only when a measure is named", async () => {
    expect((await lagline("sql", "--facts", facts(), "select 1")).asked).toHaveLength(0);
    const measured = await lagline(
      "sql",
      "--facts",
      facts(),
      "select model, ability from abilities order by ability desc limit 1",
    );
    expect(measured.asked).toHaveLength(1);
    expect(measured.code).toBe(0);
  });

  it("shows no control character of a value on a terminal", async () => {
    const {out} = await lagline(
      "sql",
      "--facts",
      facts(),
      "select chr(27) || '[31mred' as text, 1.23456789 as number",
    );
    expect(out).not.toContain("\u001b");
    expect(out).toMatch(/1\.23457/);
  });
});
