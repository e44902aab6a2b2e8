import {randomUUID} from "node:crypto";
import {mkdirSync, readdirSync, renameSync, rmdirSync, rmSync, statSync, writeFileSync} from "node:fs";
import {dirname, join, resolve} from "node:path";
import {didYouMean} from "../../../data/closest-name.ts";
import {isoDay} from "../../../dates.ts";
import {InputError} from "../../../errors.ts";
import {allTables, MEASURES} from "../../../monitor/tables/all-tables.ts";
import {passedOn} from "../../../monitor/tables/passed-on.ts";
import {EXPORT_FORMATS, exportedTables} from "../../../store/sandbox/exported-tables.ts";
import {jsonText, printable} from "../../plain-text.ts";
import {counted, countText} from "../../quantity-text.ts";
import {wrapped} from "../../terminal/display-width.ts";
import {table} from "../../terminal/table.ts";
import type {Command} from "../answer.ts";
import {oneOf} from "../report-options.ts";

/** `lagline export`: facts and measures as files to hand on, without the rows that may not be. */
export const exportCommand: Command = async ({pipeline, options, effects, flags}) => {
  const format = oneOf(
    "--format",
    typeof flags.format === "string" ? flags.format : undefined,
    EXPORT_FORMATS,
    "csv",
  );
  const out = newFolder(flags.out);
  const {catalog} = await pipeline.catalogFor(options);
  const rule = passedOn(catalog, flags.statedTermsOnly === true);
  const source = {catalog, folder: options.facts, report: undefined, env: {}, wanted: () => true};
  const {facts: all, measures} = allTables(source);
  const names = [...all, ...measures].map(({name}) => name);
  const asked = typeof flags.tables === "string" ? chosen(flags.tables, names) : names;
  const needsReport = MEASURES.some((name) => asked.includes(name));
  const report = needsReport ? await pipeline.reportFor(options, effects) : undefined;
  effects.progress("writing the tables", 0, 1);
  const filled = allTables({...source, report, ...rule});
  const tables = [...filled.facts, ...filled.measures].filter(({name}) => asked.includes(name));
  const beside = join(dirname(out), `${randomUUID()}.part`);
  mkdirSync(beside);
  try {
    const files = await exportedTables(tables, format, beside);
    const rowsOf = (table: string) => all.find(({name}) => name === table)?.rows.length;
    const answer = {
      folder: out,
      vintage: catalog.vintage,
      coveredTo: isoDay(catalog.coveredTo),
      measures: report?.about ?? null,
      format,
      files: files.map((file) => ({...file, leftOut: (rowsOf(file.table) ?? file.rows) - file.rows})),
      attribution: [...catalog.sources.values()].map(({attribution}) => attribution).sort(),
    };
    writeFileSync(join(beside, "about.json"), jsonText(answer));
    put(beside, out);
    return {
      json: () => answer,
      lines: (page) => [
        ...table(
          [
            {title: "file"},
            {title: "rows", align: "right"},
            {title: "left out", align: "right"},
            {title: "bytes", align: "right"},
          ],
          answer.files.map((file) =>
            [file.file, file.rows, file.leftOut, file.bytes].map((cell) =>
              typeof cell === "number" ? countText(cell) : cell,
            ),
          ),
          {width: page.width, head: page.ink.quiet},
        ).lines,
        ...wrapped(
          printable(
            `Wrote ${counted(files.length, "table")} and about.json (vintage, method, day, attribution) to ${out}. Left out: rows that may not be passed on.`,
          ),
          page.width,
        ),
      ],
    };
  } finally {
    rmSync(beside, {recursive: true, force: true});
  }
};

function chosen(text: string, names: readonly string[]): string[] {
  return text.split(",").map((part) => {
    const name = part.trim();
    if (names.includes(name)) return name;
    const hint = didYouMean(name, names).replace(/^,/, "") || ` one of ${names.join(", ")} was expected`;
    throw new InputError("unknown", `table: ${JSON.stringify(name.slice(0, 80))};${hint}`);
  });
}

/** The folder to write, refused before any work when something stands there. */
function newFolder(flag: unknown): string {
  if (typeof flag !== "string" || flag.trim() === "" || flag.includes("\0"))
    throw new InputError(
      "missing",
      "--out: none; the folder to write was expected, which must be new or empty",
    );
  const out = resolve(flag);
  const standing = statSync(out, {throwIfNoEntry: false});
  if (standing && !standing.isDirectory())
    throw new InputError("conflicting", `--out: ${flag}; a folder was expected, this is a file`);
  if (standing && readdirSync(out).length > 0)
    throw new InputError(
      "conflicting",
      `--out: ${flag}; a new or empty folder was expected, this one holds files`,
    );
  if (!statSync(dirname(out), {throwIfNoEntry: false})?.isDirectory())
    throw new InputError("missing", `folder: ${dirname(flag)}; make it first, or give --out another path`);
  return out;
}

function put(beside: string, out: string): void {
  if (statSync(out, {throwIfNoEntry: false})) rmdirSync(out);
  renameSync(beside, out);
}
