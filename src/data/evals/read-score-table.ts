/**
 * A plain CSV of results: `model, item, score` (one row per item), or `model, score, n` (one row per model). Further
 * columns `benchmark` and `errors` are read where they are; all others are left alone.
 */
import {InputError} from "../../errors.ts";
import {didYouMean} from "../closest-name.ts";
import {shown} from "../faults.ts";
import type {EvalFile, EvalRun} from "./eval-run.ts";
import {ItemScores} from "./eval-run.ts";

const COLUMNS: Readonly<Record<string, readonly string[]>> = {
  model: ["model", "provider"],
  item: ["item", "item_id", "id", "test", "question"],
  score: ["score", "success", "pass", "passed", "correct", "accuracy"],
  n: ["n", "items", "tests", "samples", "count"],
  benchmark: ["benchmark", "task", "eval", "dataset"],
};
const TRUE = /^(?:true|yes|pass|passed|correct|c)$/i;
const FALSE = /^(?:false|no|fail|failed|incorrect|i)$/i;

/** @param lines - line of the file of each row, from 1 */
export function readScoreTable(
  cells: readonly (readonly string[])[],
  lines: readonly number[],
  {file, name}: {readonly file: string; readonly name: string},
): EvalFile {
  const header = cells[0].map((title) => title.trim().toLowerCase());
  const at = (column: string): number => header.findIndex((title) => COLUMNS[column].includes(title));
  const [model, item, score, n, benchmark] = ["model", "item", "score", "n", "benchmark"].map(at);
  for (const [column, index] of [
    ["model", model],
    ["score", score],
  ] as const) {
    if (index >= 0) continue;
    throw new InputError(
      "missing",
      `column: ${column}; a header with model, score and either item or n was expected${didYouMean(column, header)}`,
      {file, row: 1},
    );
  }
  const tests = new Map<string, {benchmark: string; model: string; scores: ItemScores}>();
  const runs: EvalRun[] = [];
  for (const [index, row] of cells.slice(1).entries()) {
    const place = {file, row: lines[index + 1]};
    if (row.length === 1 && row[0].trim() === "") continue;
    if (row.length !== header.length) {
      throw new InputError("invalid", `number of cells: ${row.length}; ${header.length} as in the header were expected`, place);
    }
    const who = row[model].trim();
    if (who === "") throw new InputError("missing", "model: nothing; its name was expected", {...place, column: header[model]});
    const test = benchmark >= 0 && row[benchmark].trim() !== "" ? row[benchmark].trim() : name;
    const value = share(row[score], {...place, column: header[score]});
    if (item < 0) {
      const items = n < 0 ? undefined : count(row[n], {...place, column: header[n]});
      if (runs.some((run) => run.model === who && run.benchmark === test))
        throw new InputError("duplicate", `model: ${shown(who)}; one row per model was expected, or a column item`, place);
      runs.push({benchmark: test, model: who, alsoNamed: [], score: value, ...(items === undefined ? {} : {items}), errors: 0, metric: header[score]});
      continue;
    }
    const key = JSON.stringify([test, who]);
    const own = tests.get(key) ?? {benchmark: test, model: who, scores: new ItemScores()};
    tests.set(key, own);
    own.scores.add(row[item], value);
  }
  for (const {benchmark: test, model: who, scores} of tests.values()) {
    runs.push({benchmark: test, model: who, alsoNamed: [], score: scores.score, items: scores.items, errors: 0, metric: header[score]});
  }
  if (runs.length === 0) throw new InputError("insufficient", "rows: 0; at least one result was expected", {file});
  return {tool: "csv", toolVersion: null, ran: null, runs, skipped: []};
}

function share(cell: string, place: {file: string; row: number; column: string}): number {
  const text = cell.trim();
  if (TRUE.test(text)) return 1;
  if (FALSE.test(text)) return 0;
  const value = /^[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?$/i.test(text) ? Number(text) : Number.NaN;
  if (value >= 0 && value <= 1) return value;
  const percent = value > 1 && value <= 100 ? `; ${text} percent is ${value / 100}` : "";
  throw new InputError("invalid", `score: ${shown(text)}; a share from 0 to 1, or true or false, was expected${percent}`, place);
}

function count(cell: string, place: {file: string; row: number; column: string}): number {
  const value = /^\d{1,9}$/.test(cell.trim()) ? Number(cell) : 0;
  if (value > 0) return value;
  throw new InputError("invalid", `number of items: ${shown(cell)}; a whole number above 0 was expected`, place);
}
