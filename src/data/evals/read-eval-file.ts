/** One file of an evaluation tool, whichever of the known tools wrote it: told apart by content, not by name. */
import {readFileSync, statSync} from "node:fs";
import {basename, dirname, extname, join} from "node:path";
import {parse} from "csv-parse/sync";
import {InputError} from "../../errors.ts";
import {type EvalFile, type EvalReading, importLimits} from "./eval-run.ts";
import {parsedJson} from "./parsed-json.ts";
import {readInspectDocument, readInspectLog} from "./read-inspect.ts";
import {readLmEval} from "./read-lm-eval.ts";
import {readPromptfoo, readPromptfooRows, readPromptfooTable} from "./read-promptfoo.ts";
import {readScoreTable} from "./read-score-table.ts";

/** Endings of the files that may hold results. */
export const EVAL_ENDINGS: readonly string[] = [".eval", ".json", ".jsonl", ".csv"];

const EXPECTED =
  "results of promptfoo (JSON, JSONL, CSV), Inspect (.eval, JSON), lm-evaluation-harness (results_*.json) or a CSV with model and score were expected";

/**
 * @throws InputError when the file is none of the known kinds, damaged, or too large
 */
export async function readEvalFile(path: string, reading: EvalReading): Promise<EvalFile> {
  const file = basename(path);
  const found = statSync(path, {throwIfNoEntry: false});
  if (!found?.isFile()) throw new InputError("missing", `file: ${file}; a file of results was expected`, {file: path});
  const ending = extname(path).toLowerCase();
  if (ending === ".eval") return readInspectLog(path, file, reading);
  const {fileBytes} = importLimits;
  if (found.size > fileBytes.value) {
    throw new InputError("unsupported", `file: ${found.size} bytes; at most ${fileBytes.value} were expected`, {file});
  }
  const text = readFileSync(path, "utf8").replace(/^\uFEFF/, "");
  if (text.trim() === "") throw new InputError("insufficient", `file: empty; ${EXPECTED}`, {file});
  const name = basename(path, extname(path));
  switch (ending) {
    case ".json":
      return fromDocument(parsedJson(text, file), {file, name}, reading);
    case ".jsonl":
      return fromLines(text, {file, name, path}, reading);
    case ".csv":
      return fromTable(text, {file, name}, reading);
    default:
      throw new InputError("unsupported", `file: ${file}; ${EXPECTED}`, {file});
  }
}

function fromDocument(document: unknown, {file, name}: {file: string; name: string}, reading: EvalReading): EvalFile {
  if (typeof document === "object" && document !== null && !Array.isArray(document)) {
    if ("eval" in document && "version" in document) return readInspectDocument(document, file, reading);
    if ("results" in document) {
      const {results} = document;
      const isPromptfoo = typeof results === "object" && results !== null && "results" in results && Array.isArray(results.results);
      return isPromptfoo ? readPromptfoo(document, {file, name}, reading) : readLmEval(document, file, reading);
    }
  }
  throw new InputError("unsupported", `JSON: neither eval nor results in it; ${EXPECTED}`, {file});
}

function fromLines(text: string, {file, name, path}: {file: string; name: string; path: string}, reading: EvalReading): EvalFile {
  const rows: unknown[] = [];
  for (const [index, line] of text.split("\n").entries()) if (line.trim() !== "") rows.push(parsedJson(line, file, index + 1));
  const first = rows[0];
  if (typeof first === "object" && first !== null) {
    if ("gradingResult" in first || "promptIdx" in first) return readPromptfooRows(rows, {file, name}, reading);
    if ("doc_id" in first) {
      const stamp = /_(\d{4}-\d{2}-\d{2}T[^_]+)$/.exec(name)?.[1];
      const beside = join(dirname(path), `results_${stamp}.json`);
      if (stamp !== undefined && statSync(beside, {throwIfNoEntry: false})?.isFile())
        return {tool: "lm-eval", toolVersion: null, ran: null, runs: [], skipped: [{what: file, why: `its scores are read from results_${stamp}.json`}]};
      throw new InputError(
        "missing",
        `results file: results_${stamp ?? "<time>"}.json; samples of lm-evaluation-harness name no model, and the results file beside them was expected`,
        {file},
      );
    }
  }
  throw new InputError("unsupported", `JSONL: rows of no known kind; ${EXPECTED}`, {file});
}

function fromTable(text: string, {file, name}: {file: string; name: string}, reading: EvalReading): EvalFile {
  let rows: {record: string[]; info: {lines: number}}[];
  try {
    rows = parse(text, {relax_column_count: true, info: true, skip_empty_lines: true}) as unknown as typeof rows;
  } catch (error) {
    const {lines} = error as {lines?: number};
    throw new InputError("invalid", "table: a quote that does not close; comma-separated values were expected", {
      file,
      ...(lines === undefined ? {} : {row: lines}),
    });
  }
  const cells = rows.map(({record}) => record);
  const header = cells[0] ?? [];
  if (header.includes("Status") && header.some((title) => title.startsWith("["))) return readPromptfooTable(cells, {file, name}, reading);
  return readScoreTable(cells, rows.map(({info}) => info.lines), {file, name});
}
