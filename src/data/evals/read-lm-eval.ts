/**
 * lm-evaluation-harness results: `results_<time>.json`, one task per benchmark, measures as "metric,filter" (before
 * 0.4 bare). The measure read is the task's first in its configuration, with its first filter.
 *
 * `samples_<task>_<time>.jsonl` names no model and adds nothing to the score and its number of items: it is left to the
 * results file of the same time beside it.
 */
import {z} from "zod";
import {InputError} from "../../errors.ts";
import {shown} from "../faults.ts";
import type {EvalFile, EvalReading, EvalRun} from "./eval-run.ts";

const schema = z.object({
  results: z.record(z.string(), z.record(z.string(), z.unknown())),
  configs: z
    .record(z.string(), z.object({metric_list: z.array(z.object({metric: z.unknown()})).nullish()}))
    .nullish(),
  higher_is_better: z.record(z.string(), z.record(z.string(), z.boolean().nullable())).nullish(),
  "n-samples": z.record(z.string(), z.object({effective: z.number().optional(), original: z.number().optional()})).nullish(),
  config: z.object({model: z.string().nullish(), model_args: z.unknown()}).nullish(),
  groups: z.record(z.string(), z.unknown()).nullish(),
  lm_eval_version: z.string().nullish(),
  model_name: z.string().nullish(),
  date: z.union([z.number(), z.string()]).nullish(),
});

/** Bookkeeping among the measures. */
const NO_MEASURE = new Set(["name", "alias", "sample_len", "sample_count", "samples"]);

export function readLmEval(document: unknown, file: string, {metric}: EvalReading): EvalFile {
  const parsed = schema.safeParse(document);
  if (!parsed.success) {
    const {path, message} = parsed.error.issues[0];
    throw new InputError("invalid", `lm-evaluation-harness results: ${path.map(String).join(".")}; ${message}`, {file});
  }
  const {results, configs, higher_is_better: better, groups} = parsed.data;
  const model = modelName(parsed.data, file);
  const runs: EvalRun[] = [];
  const skipped: {what: string; why: string}[] = [];
  for (const [task, measures] of Object.entries(results)) {
    if (groups && task in groups) {
      skipped.push({what: task, why: "it averages over tasks that are read themselves"});
      continue;
    }
    const first = configs?.[task]?.metric_list?.[0]?.metric;
    const key = measureOf(measures, metric ?? (typeof first === "string" ? first : undefined));
    if (key === undefined) {
      skipped.push({what: task, why: metric === undefined ? "it has no measure" : `it has no measure ${metric}`});
      continue;
    }
    const score = measures[key];
    const name = key.split(",")[0];
    if (better?.[task]?.[name] === false || typeof score !== "number" || !(score >= 0 && score <= 1)) {
      skipped.push({what: task, why: `${key} is ${shown(score)}, which is no share of success from 0 to 1`});
      continue;
    }
    const counts = parsed.data["n-samples"]?.[task];
    const items = counts?.effective ?? counts?.original ?? number(measures.sample_len);
    runs.push({benchmark: task, model, alsoNamed: [], score, ...(items ? {items} : {}), errors: 0, metric: key});
  }
  const {date} = parsed.data;
  const ran = typeof date === "number" ? new Date(date * 1000).toISOString().slice(0, 10) : (/^\d{4}-\d{2}-\d{2}/.exec(date ?? "")?.[0] ?? null);
  return {tool: "lm-eval", toolVersion: parsed.data.lm_eval_version ?? null, ran, runs, skipped};
}

/** `model_name`, else what the arguments call the pretrained model. */
function modelName({model_name: name, config}: z.output<typeof schema>, file: string): string {
  if (name) return name;
  const args = config?.model_args;
  const stated =
    typeof args === "string"
      ? /(?:^|,)(?:pretrained|model)=([^,]+)/.exec(args)?.[1]
      : typeof args === "object" && args !== null
        ? ((args as Record<string, unknown>).pretrained ?? (args as Record<string, unknown>).model)
        : undefined;
  if (typeof stated === "string" && stated !== "") return stated;
  throw new InputError("missing", "model_name: nothing; the name of the model was expected", {file});
}

function measureOf(measures: Readonly<Record<string, unknown>>, wanted: string | undefined): string | undefined {
  const keys = Object.keys(measures).filter((key) => !NO_MEASURE.has(key) && !key.split(",")[0].endsWith("_stderr"));
  if (wanted === undefined) return keys[0];
  return keys.find((key) => key === wanted) ?? keys.find((key) => key.split(",")[0] === wanted);
}

const number = (value: unknown): number | undefined => (typeof value === "number" ? value : undefined);
