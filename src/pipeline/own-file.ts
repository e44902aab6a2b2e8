/**
 * One file of the user's, evals or usage, told apart by its content and imported as its own command would.
 */
import {basename, extname} from "node:path";
import type {Catalog} from "../data/catalog.ts";
import {InputError} from "../errors.ts";
import {importEvals, type ImportedEval} from "../store/import-evals.ts";
import {keptAliases, keptEvals} from "../store/own-evals.ts";
import {fileHead} from "../store/usage/file-head.ts";
import {usageFormats} from "../store/usage/formats/all.ts";
import type {ImportedUsage} from "../store/usage/import-usage.ts";
import {importUsageLogs} from "../store/usage/import-usage-logs.ts";
import {type MatchedRun, matchedEvals} from "./own-evals.ts";

export type OwnFile =
  | {readonly kind: "evals"; readonly imported: ImportedEval; readonly runs: readonly MatchedRun[]}
  | {readonly kind: "usage"; readonly imported: ImportedUsage};

const PACKED_LOG = ".eval";

/**
 * @param path - ends in the name that the user knows the file by
 * @throws InputError or InputErrors when it is neither, damaged or too large
 */
export async function importOwnFile(
  home: string,
  path: string,
  {catalog, today}: {readonly catalog: Catalog; readonly today: string},
): Promise<OwnFile> {
  if (isUsage(path)) {
    const [imported] = await importUsageLogs(home, [path], {today});
    return {kind: "usage", imported: imported!};
  }
  const {imported} = await importEvals(home, [{path, isNamed: true}], {today}).catch((error: unknown) => {
    if (error instanceof InputError && error.fault === "unsupported" && !/bytes/.test(error.message))
      throw neither(basename(path));
    throw error;
  });
  const [one] = imported;
  const {runs} = matchedEvals(catalog, {kept: keptEvals(home), aliases: keptAliases(home)}, undefined);
  return {kind: "evals", imported: one!, runs: runs.filter(({file}) => file === one!.file)};
}

/** A packed log of Inspect has no head that could be read. */
function isUsage(path: string): boolean {
  if (extname(path).toLowerCase() === PACKED_LOG) return false;
  const {kind, names} = fileHead(path, basename(path));
  // A log of Inspect in JSON has the plain table's words somewhere among its keys.
  const formats = kind === "json" ? usageFormats.filter(({source}) => source !== "csv") : usageFormats;
  return kind === "parquet" || formats.some(({matches}) => matches(names));
}

const neither = (file: string): InputError =>
  new InputError(
    "unsupported",
    "file: neither evals nor usage in it; results of promptfoo, Inspect, lm-evaluation-harness or a CSV with model and score, or a usage log of OpenTelemetry, LiteLLM, Langfuse, Helicone, OpenRouter or a CSV with time, model, input_tokens and output_tokens were expected",
    {file},
  );
