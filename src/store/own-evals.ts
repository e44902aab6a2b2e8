/**
 * The user's own evals, as small JSON files in the home folder: one per imported file, named by the file's content.
 *
 * Importing the same file again replaces its entry, so twice is once. Scores and counts are kept, with where they came
 * from; prompts, answers and items are not.
 */
import {createHash, randomUUID} from "node:crypto";
import {existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {z} from "zod";
import {InputError} from "../errors.ts";
import type {EvalFile} from "../data/evals/eval-run.ts";

const DOMAINS = [
  "coding",
  "agentic",
  "math",
  "reasoning",
  "knowledge",
  "science",
  "multimodal",
  "language",
] as const;
export type EvalDomain = (typeof DOMAINS)[number];
export const evalDomains: readonly EvalDomain[] = DOMAINS;

const keptEvalSchema = z.strictObject({
  schema: z.literal("lagline-eval/1"),
  /** Name of the file without its folder, and SHA-256 of its bytes. */
  file: z.string(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  imported: z.string(),
  tool: z.enum(["promptfoo", "inspect", "lm-eval", "csv"]),
  toolVersion: z.string().nullable(),
  ran: z.string().nullable(),
  domain: z.enum(DOMAINS).nullable(),
  runs: z.array(
    z.strictObject({
      benchmark: z.string(),
      model: z.string(),
      alsoNamed: z.array(z.string()),
      score: z.number().min(0).max(1),
      items: z.number().positive().optional(),
      errors: z.number(),
      metric: z.string(),
    }),
  ),
});
export type KeptEval = z.output<typeof keptEvalSchema>;

const aliasSchema = z.record(z.string(), z.string());
const ALIASES = "aliases.json";

export const evalsFolder = (home: string): string => join(home, "evals");

export interface KeepRequest {
  readonly file: string;
  readonly bytes: Uint8Array;
  readonly read: EvalFile;
  /** In place of the names the tool gives; undefined keeps them. */
  readonly benchmark: string | undefined;
  readonly domain: EvalDomain | undefined;
  readonly today: string;
}

/** @returns what is now kept, and whether this very file was kept before */
export function keepEval(
  home: string,
  {file, bytes, read, benchmark, domain, today}: KeepRequest,
): {readonly kept: KeptEval; readonly wasKnown: boolean} {
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const kept: KeptEval = {
    schema: "lagline-eval/1",
    file,
    sha256,
    imported: today,
    tool: read.tool,
    toolVersion: read.toolVersion,
    ran: read.ran,
    domain: domain ?? null,
    runs: read.runs.map((run) => ({
      ...run,
      alsoNamed: [...run.alsoNamed],
      benchmark: benchmark ?? run.benchmark,
    })),
  };
  const path = join(evalsFolder(home), `${sha256.slice(0, 16)}.json`);
  const wasKnown = existsSync(path);
  writeWhole(home, path, kept);
  return {kept, wasKnown};
}

/** Every kept file, in the order of their names. */
export function keptEvals(home: string): KeptEval[] {
  const folder = evalsFolder(home);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => /^[0-9a-f]{16}\.json$/.test(name))
    .sort()
    .map((name) => {
      const parsed = keptEvalSchema.safeParse(jsonOf(join(folder, name)));
      if (parsed.success) return parsed.data;
      throw damaged(join(folder, name));
    })
    .sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : a.sha256 < b.sha256 ? -1 : 1));
}

/** The user's own names for models of the catalog. */
export function keptAliases(home: string): Map<string, string> {
  const path = join(evalsFolder(home), ALIASES);
  if (!existsSync(path)) return new Map();
  const parsed = aliasSchema.safeParse(jsonOf(path));
  if (!parsed.success) throw damaged(path);
  return new Map(Object.entries(parsed.data));
}

/** Adds names to those kept; a name given again means the new model. */
export function keepAliases(home: string, added: ReadonlyMap<string, string>): void {
  if (added.size === 0) return;
  const all = new Map([...keptAliases(home), ...added]);
  const sorted = Object.fromEntries([...all].sort(([a], [b]) => (a < b ? -1 : 1)));
  writeWhole(home, join(evalsFolder(home), ALIASES), sorted);
}

/** Beside, then renamed: a run killed at any byte leaves the old file or the new one. */
function writeWhole(home: string, path: string, value: unknown): void {
  mkdirSync(evalsFolder(home), {recursive: true});
  const beside = join(evalsFolder(home), `${randomUUID()}.part`);
  writeFileSync(beside, `${JSON.stringify(value, null, 2)}\n`);
  renameSync(beside, path);
}

function jsonOf(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch {
    throw damaged(path);
  }
}

const damaged = (file: string): InputError =>
  new InputError("invalid", "kept eval: it cannot be read; remove the file and import its source again", {
    file,
  });
