/**
 * promptfoo's results: JSON (`results.results`), JSONL (the same rows) and CSV (a group of columns per provider and
 * prompt). Every prompt of a provider is a try of the same test, so a test counts once with the mean over prompts.
 *
 * A row fails by its assertions or by an error; both set `error`, so `failureReason` (2: error) tells them apart.
 */
import {z} from "zod";
import {InputError} from "../../errors.ts";
import {shown} from "../faults.ts";
import type {EvalFile, EvalReading, EvalRun} from "./eval-run.ts";
import {ItemScores} from "./eval-run.ts";

const rowSchema = z.object({
  testIdx: z.number().int().optional(),
  vars: z.record(z.string(), z.unknown()).optional(),
  provider: z.union([z.string(), z.object({id: z.string(), label: z.string().nullish()})]),
  success: z.boolean(),
  score: z.number().nullish(),
  namedScores: z.record(z.string(), z.number()).nullish(),
  failureReason: z.number().nullish(),
});
type Row = z.output<typeof rowSchema>;

const documentSchema = z.object({
  results: z.object({timestamp: z.string().nullish(), results: z.array(z.unknown())}),
  config: z.object({description: z.string().nullish()}).nullish(),
  metadata: z.object({promptfooVersion: z.string().nullish()}).nullish(),
});

const PASS = "pass";
const ERROR = 2;

export function readPromptfoo(
  document: unknown,
  {file, name}: {readonly file: string; readonly name: string},
  reading: EvalReading,
): EvalFile {
  const parsed = documentSchema.safeParse(document);
  if (!parsed.success) throw new InputError("invalid", "promptfoo results: no rows; results.results was expected", {file});
  const {results, config, metadata} = parsed.data;
  return {
    ...readPromptfooRows(results.results, {file, name: config?.description?.trim() || name}, reading),
    toolVersion: metadata?.promptfooVersion ?? null,
    ran: /^\d{4}-\d{2}-\d{2}/.exec(results.timestamp ?? "")?.[0] ?? null,
  };
}

/** @param name - of the benchmark, when the file has no description */
export function readPromptfooRows(
  rows: readonly unknown[],
  {file, name}: {readonly file: string; readonly name: string},
  {metric = PASS}: EvalReading,
): EvalFile {
  const byProvider = new Map<string, {model: string; alsoNamed: string[]; scores: ItemScores}>();
  for (const [index, raw] of rows.entries()) {
    const parsed = rowSchema.safeParse(raw);
    if (!parsed.success) {
      const {path, message} = parsed.error.issues[0];
      throw new InputError(
        "invalid",
        `promptfoo row: ${path.map(String).join(".") || "the row"}; ${message}`,
        {file, row: index + 1},
      );
    }
    const row = parsed.data;
    const {id, label} = typeof row.provider === "string" ? {id: row.provider, label: ""} : row.provider;
    const model = label || id;
    const key = JSON.stringify([id, model]);
    const own = byProvider.get(key) ?? {model, alsoNamed: model === id ? [] : [id], scores: new ItemScores()};
    byProvider.set(key, own);
    if (row.failureReason === ERROR) own.scores.addError();
    else {
      const item = row.testIdx === undefined ? JSON.stringify(row.vars ?? {}) : String(row.testIdx);
      own.scores.add(item, scoreOf(row, metric, {file, row: index + 1}));
    }
  }
  return {tool: "promptfoo", toolVersion: null, ran: null, ...runsOf([...byProvider.values()], name, metric)};
}

function scoreOf(row: Row, metric: string, place: {file: string; row: number}): number {
  if (metric === PASS) return row.success ? 1 : 0;
  const score = metric === "score" ? row.score : row.namedScores?.[metric];
  if (score === null || score === undefined) {
    const known = [PASS, "score", ...Object.keys(row.namedScores ?? {})].join(", ");
    throw new InputError("unknown", `metric: ${shown(metric)}; one of ${known} was expected`, place);
  }
  if (!(score >= 0 && score <= 1))
    throw new InputError("invalid", `${metric}: ${score}; a share from 0 to 1 was expected`, place);
  return score;
}

/** The CSV: variables first, then per provider and prompt a column `[provider] prompt`, Status, Score and others. */
export function readPromptfooTable(
  cells: readonly (readonly string[])[],
  {file, name}: {readonly file: string; readonly name: string},
  {metric = PASS}: EvalReading,
): EvalFile {
  const [header, ...rows] = cells;
  const groups = header.flatMap((title, column) => {
    const model = /^\[([^\]]+)\] /.exec(title)?.[1];
    return model !== undefined && header[column + 1] === "Status" && header[column + 2] === "Score"
      ? [{model, status: column + 1, score: column + 2}]
      : [];
  });
  if (metric !== PASS && metric !== "score")
    throw new InputError("unknown", `metric: ${shown(metric)}; pass or score was expected in a CSV`, {file});
  const byModel = new Map(groups.map(({model}) => [model, {model, alsoNamed: [], scores: new ItemScores()}]));
  for (const [index, row] of rows.entries()) {
    for (const group of groups) {
      const {scores} = byModel.get(group.model)!;
      const place = {file, row: index + 2};
      const status = row[group.status];
      if (status === "ERROR") scores.addError();
      else if (status === "PASS" || status === "FAIL") {
        const score = metric === PASS ? (status === "PASS" ? 1 : 0) : Number(row[group.score]);
        if (!(score >= 0 && score <= 1))
          throw new InputError("invalid", `Score: ${shown(row[group.score])}; a share from 0 to 1 was expected`, place);
        scores.add(String(index), score);
      } else throw new InputError("invalid", `Status: ${shown(status)}; PASS, FAIL or ERROR was expected`, place);
    }
  }
  return {tool: "promptfoo", toolVersion: null, ran: null, ...runsOf([...byModel.values()], name, metric)};
}

function runsOf(
  models: readonly {model: string; alsoNamed: string[]; scores: ItemScores}[],
  benchmark: string,
  metric: string,
): Pick<EvalFile, "runs" | "skipped"> {
  const runs = models.flatMap(({model, alsoNamed, scores}): EvalRun[] =>
    scores.items === 0
      ? []
      : [{benchmark, model, alsoNamed, score: scores.score, items: scores.items, errors: scores.errors, metric}],
  );
  const skipped = models
    .filter(({scores}) => scores.items === 0)
    .map(({model, scores}) => ({what: model, why: `all ${scores.errors} tries ended in an error`}));
  return {runs, skipped};
}
