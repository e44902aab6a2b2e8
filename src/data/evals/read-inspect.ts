/**
 * Inspect AI's logs: `.eval` (a zip of header.json, summaries.json and one file per sample) and the same as one JSON.
 *
 * Header and summaries are enough; samples with their messages are not unpacked. A log that was cut off has its
 * summaries in the journal. Each epoch of a sample is a try of the same item. "C", "P", "I", "N" are correct, partial,
 * incorrect and no answer: 1, 0.5, 0, 0, as in Inspect's own value_to_float.
 */
import {z} from "zod";
import {InputError} from "../../errors.ts";
import {didYouMean} from "../closest-name.ts";
import {shown} from "../faults.ts";
import type {EvalFile, EvalReading} from "./eval-run.ts";
import {ItemScores} from "./eval-run.ts";
import {parsedJson} from "./parsed-json.ts";
import {zipTexts} from "./zip-entries.ts";

const scoreSchema = z.object({value: z.unknown()});
const sampleSchema = z.object({
  id: z.union([z.string(), z.number()]),
  epoch: z.number().optional(),
  scores: z.record(z.string(), scoreSchema).nullish(),
});
const headerSchema = z.object({
  status: z.string().optional(),
  eval: z.object({
    task: z.string(),
    model: z.string(),
    created: z.string().nullish(),
    packages: z.record(z.string(), z.string()).nullish(),
  }),
  results: z
    .object({
      scores: z
        .array(
          z.object({
            name: z.string(),
            metrics: z.record(z.string(), z.object({value: z.unknown()})).optional(),
          }),
        )
        .nullish(),
    })
    .nullish(),
});

const GRADES: Readonly<Record<string, number>> = {C: 1, P: 0.5, I: 0, N: 0};

export async function readInspectLog(path: string, file: string, reading: EvalReading): Promise<EvalFile> {
  const texts = await zipTexts(
    path,
    file,
    (name) => name === "header.json" || name === "summaries.json" || /^_journal\/(?:start|summaries\/\d+)\.json$/.test(name),
  );
  const headerText = texts.get("header.json") ?? texts.get("_journal/start.json");
  if (headerText === undefined)
    throw new InputError("missing", "zip entry: header.json; an Inspect log was expected", {file});
  const whole = texts.get("summaries.json");
  const parts = whole !== undefined ? [whole] : [...texts].filter(([name]) => name.startsWith("_journal/summaries/")).map(([, text]) => text);
  const samples = parts.flatMap((text) => {
    const list = parsedJson(text, file);
    if (!Array.isArray(list)) throw new InputError("invalid", "summaries: not a list; one row per sample was expected", {file});
    return list as unknown[];
  });
  return inspectFile(parsedJson(headerText, file), samples, file, reading);
}

/** The whole log as one document. */
export function readInspectDocument(document: object, file: string, reading: EvalReading): EvalFile {
  const samples = "samples" in document ? (document.samples ?? []) : [];
  if (!Array.isArray(samples)) throw new InputError("invalid", "samples: not a list; one row per sample was expected", {file});
  return inspectFile(document, samples, file, reading);
}

function inspectFile(rawHeader: unknown, rawSamples: readonly unknown[], file: string, {metric}: EvalReading): EvalFile {
  const parsedHeader = headerSchema.safeParse(rawHeader);
  if (!parsedHeader.success) {
    const {path, message} = parsedHeader.error.issues[0];
    throw new InputError("invalid", `Inspect log: ${path.map(String).join(".")}; ${message}`, {file});
  }
  const {eval: about, results, status} = parsedHeader.data;
  const samples = rawSamples.map((raw, index) => {
    const parsed = sampleSchema.safeParse(raw);
    if (parsed.success) return parsed.data;
    throw new InputError("invalid", `sample: ${parsed.error.issues[0].path.map(String).join(".")}; id and scores were expected`, {file, row: index + 1});
  });
  const scorer = scorerOf(
    metric,
    [...new Set([...(results?.scores ?? []).map(({name}) => name), ...samples.flatMap(({scores}) => Object.keys(scores ?? {}))])],
    file,
  );
  const scores = new ItemScores();
  for (const sample of samples) {
    const value = scorer === undefined ? undefined : sample.scores?.[scorer.name]?.value;
    const picked = scorer?.key !== undefined && typeof value === "object" && value !== null ? (value as Record<string, unknown>)[scorer.key] : value;
    if (picked === undefined || picked === null) scores.addError();
    else scores.add(String(sample.id), gradeOf(picked, file, sample.id));
  }
  const version = about.packages?.inspect_ai ?? null;
  const ran = /^\d{4}-\d{2}-\d{2}/.exec(about.created ?? "")?.[0] ?? null;
  const base = {tool: "inspect" as const, toolVersion: version, ran};
  if (scores.items === 0 || scorer === undefined)
    return {...base, runs: [], skipped: [{what: `${about.task} of ${about.model}`, why: `no sample of ${samples.length} was scored`}]};
  const cutOff = status !== undefined && status !== "success";
  return {
    ...base,
    runs: [
      {
        benchmark: about.task.split("/").at(-1)!,
        model: about.model,
        alsoNamed: [],
        score: scores.score,
        items: scores.items,
        errors: scores.errors,
        metric: scorer.key === undefined ? scorer.name : `${scorer.name}.${scorer.key}`,
      },
    ],
    skipped: cutOff ? [{what: `${about.task} of ${about.model}`, why: `the log ended as "${status}": only its finished samples count`}] : [],
  };
}

/** The scorer asked for, `scorer` or `scorer.key` of a scorer with several values; the log's first without a wish. */
function scorerOf(metric: string | undefined, names: readonly string[], file: string) {
  if (metric === undefined) return names.length === 0 ? undefined : {name: names[0], key: undefined};
  if (names.includes(metric)) return {name: metric, key: undefined};
  const name = names.find((known) => metric.startsWith(`${known}.`));
  if (name !== undefined) return {name, key: metric.slice(name.length + 1)};
  throw new InputError("unknown", `metric: ${shown(metric)}${didYouMean(metric, names) || `; one of ${names.join(", ") || "no scorers"} was expected`}`, {file});
}

function gradeOf(value: unknown, file: string, id: string | number): number {
  const grade =
    typeof value === "boolean"
      ? Number(value)
      : typeof value === "string"
        ? (GRADES[value] ?? (value.trim() === "" ? Number.NaN : Number(value)))
        : value;
  if (typeof grade === "number" && grade >= 0 && grade <= 1) return grade;
  const keys = typeof value === "object" && value !== null ? ` (--metric scorer.key picks one of ${Object.keys(value).join(", ")})` : "";
  throw new InputError("invalid", `score of sample ${shown(id)}: ${shown(value)}; C, P, I, N or a share from 0 to 1 was expected${keys}`, {file});
}
