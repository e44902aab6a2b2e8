/** Files of evaluation tools into the home folder: all of them or none, scores and counts only. */
import {readFileSync} from "node:fs";
import {basename} from "node:path";
import {readEvalFile} from "../data/evals/read-eval-file.ts";
import type {EvalTool} from "../data/evals/eval-run.ts";
import {InputError, InputErrors} from "../errors.ts";
import {type EvalDomain, keepEval} from "./own-evals.ts";

export interface EvalImport {
  readonly path: string;
  /** What was asked for by name must hold results; what lay in a folder is passed over when it holds none. */
  readonly isNamed: boolean;
}

export interface EvalImportRule {
  /** A measure other than the tool's first. */
  readonly metric?: string | undefined;
  /** In place of the names the tool gives. */
  readonly benchmark?: string | undefined;
  readonly domain?: EvalDomain | undefined;
  readonly today: string;
}

export interface ImportedEval {
  readonly file: string;
  readonly tool: EvalTool;
  /** The very same file was imported before. */
  readonly wasKnown: boolean;
  readonly runs: number;
  /** Names of the tests in it, as a portfolio says them in `own_eval`. */
  readonly benchmarks: readonly string[];
  readonly skipped: readonly {readonly what: string; readonly why: string}[];
}

/**
 * @returns what is now kept, and names of files in folders that hold no results
 * @throws InputError or InputErrors when a file cannot be read; then nothing is kept
 */
export async function importEvals(
  home: string,
  files: readonly EvalImport[],
  {metric, benchmark, domain, today}: EvalImportRule,
  progress: (done: number) => void = () => {},
): Promise<{readonly imported: readonly ImportedEval[]; readonly passedOver: readonly string[]}> {
  const faults: InputError[] = [];
  const passedOver: string[] = [];
  const read = [];
  for (const [index, {path, isNamed}] of files.entries()) {
    progress(index);
    try {
      read.push({path, read: await readEvalFile(path, metric === undefined ? {} : {metric})});
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      // A folder holds configurations and other files too: what is no result is passed over there, and said.
      if (isNamed || error.fault !== "unsupported") faults.push(error);
      else passedOver.push(basename(path));
    }
  }
  // All or nothing: a fault in one file must not leave half of the others kept.
  if (faults.length > 0) throw faults.length === 1 ? faults[0] : new InputErrors(faults);
  const imported = read.map(({path, read: one}): ImportedEval => {
    const file = basename(path);
    if (one.runs.length === 0)
      return {file, tool: one.tool, wasKnown: false, runs: 0, benchmarks: [], skipped: one.skipped};
    const bytes = readFileSync(path);
    const {kept, wasKnown} = keepEval(home, {file, bytes, read: one, benchmark, domain, today});
    return {
      file,
      tool: kept.tool,
      wasKnown,
      runs: kept.runs.length,
      benchmarks: [...new Set(kept.runs.map((run) => run.benchmark))].sort(),
      skipped: one.skipped,
    };
  });
  return {imported, passedOver};
}
