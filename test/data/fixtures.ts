/** A tiny valid set of facts for tests: made up, in the layout of `data/`. */
import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {dirname, join} from "node:path";

const retrieved = "2026-06-01";

/** Fields of a model file; override or add with `model({...})`. */
export interface ModelFixture {
  readonly id: string;
  readonly [field: string]: string;
}

/** Text of a model file of lab `alpha` unless said otherwise. */
export function model(fields: ModelFixture, tail = ""): string {
  const all = {
    name: `Model ${fields.id}`,
    lab: "alpha",
    family: "fixture",
    openness: "closed",
    licence_class: "unknown",
    source: "own-notes",
    licence: "own",
    retrieved,
    ...fields,
  };
  return `${Object.entries(all)
    .filter(([, value]) => value !== "")
    .map(([name, value]) => `${name}: ${value}\n`)
    .join("")}${tail}`;
}

export const RESULT_HEADER =
  "model,benchmark,score,stderr,items,setting,harness,run,derived,seen,raw,raw_unit,note,source,licence,retrieved";
export const PRICE_HEADER =
  "model,provider,input,output,cached_input,valid_from,valid_to,raw_name,note,source,licence,retrieved";
export const PREFERENCE_HEADER =
  "model,setting,board,date,rating,low,high,votes,raw_name,source,licence,retrieved";
export const INDEX_HEADER = "model,index,vintage,value,low,high,note,source,licence,retrieved";
export const ESTIMATE_HEADER =
  "id,author,date,measure,unit,value,low,high,uncertainty,scope,period,url,source,licence,retrieved";

const lines = (...rows: readonly string[]): string => `${rows.join("\n")}\n`;

/** The files of the set, by path: two labs, three models, two benchmarks, a few rows of each kind. */
export function tinyFacts(): Record<string, string> {
  return {
    "licences.csv": lines(
      "id,name,url,redistribution,note",
      "own,Own curation,,yes,",
      "CC-BY-4.0,Creative Commons Attribution 4.0,https://creativecommons.org/licenses/by/4.0/,attribution,",
    ),
    "sources.csv": lines(
      "id,title,url,licence,redistribution,attribution,coverage,retrieved",
      `own-notes,Notes,,own,yes,Own notes,,${retrieved}`,
      `board,"A board, made up",https://example.org/board,CC-BY-4.0,attribution,A board (CC BY 4.0),2024..2026,${retrieved}`,
    ),
    "labs.csv": lines(
      "id,name,country,source,licence,retrieved",
      `alpha,Alpha,US,own-notes,own,${retrieved}`,
      `beta,Beta,CN,own-notes,own,${retrieved}`,
    ),
    "models/alpha/alpha-1.yaml": model({
      id: "alpha-1",
      announced: "2024-03-01",
      available: "2024-03-04",
      weights_licence: "proprietary",
    }),
    "models/alpha/alpha-2.yaml": model(
      {id: "alpha-2", available: "2025-03-04"},
      "aliases:\n  - alpha-2-latest\n",
    ),
    "models/beta/beta-1.yaml": model({
      id: "beta-1",
      lab: "beta",
      available: "2025-01",
      openness: "open",
      weights_date: "2025-02-10",
      weights_licence: "MIT",
      licence_class: "permissive",
      params_b: "70",
    }),
    "benchmarks/quiz.yaml": `id: quiz
name: Quiz
family: quiz
domain: knowledge
access: public
chance: 0.25
published: 2023-05-01
evaluator: Board
metric: accuracy
source: board
licence: CC-BY-4.0
retrieved: ${retrieved}
`,
    "benchmarks/chores.yaml": `id: chores
name: Chores
family: chores
domain: agentic
access: semi-private
chance: 0
ceiling: 0.95
evaluator: Board
metric: success
source: board
licence: CC-BY-4.0
retrieved: ${retrieved}
`,
    "results/board.csv": lines(
      RESULT_HEADER,
      `alpha-1,quiz,0.61,0.02,400,,,,no,2024-04-01,61,percent,,board,CC-BY-4.0,${retrieved}`,
      `alpha-2,quiz,0.82,,,high,,,no,2025-04-01,,,,board,CC-BY-4.0,${retrieved}`,
      `alpha-2,quiz,0.8,,,high,,2,no,2025-04-01,,,,board,CC-BY-4.0,${retrieved}`,
      `beta-1,quiz,0.7,,,,,,yes,2025-05-01,,,"recovered, from a chance-corrected value",board,CC-BY-4.0,${retrieved}`,
      `beta-1,chores,0.4,,,,agent,,no,2025-06-01,,,,board,CC-BY-4.0,${retrieved}`,
    ),
    "prices/board.csv": lines(
      PRICE_HEADER,
      `alpha-2,alpha,3,15,0.3,2025-03-04,2025-09-01,,,board,CC-BY-4.0,${retrieved}`,
      `alpha-2,alpha,2,10,0.2,2025-09-01,,,,board,CC-BY-4.0,${retrieved}`,
      `beta-1,host,0.5,0.5,,,,,,board,CC-BY-4.0,${retrieved}`,
    ),
    "preferences/text.csv": lines(
      PREFERENCE_HEADER,
      `alpha-1,,text,2025-03-01,1200,1190,1210,5000,alpha-1,board,CC-BY-4.0,${retrieved}`,
      `alpha-2,,text,2025-06-01,1290.5,1280,1300,5745.0,alpha-2,board,CC-BY-4.0,${retrieved}`,
    ),
    "index-values.csv": lines(
      INDEX_HEADER,
      `alpha-1,index,2025-07-01,120.5,118,123,,board,CC-BY-4.0,${retrieved}`,
    ),
    "published-estimates.csv": lines(
      ESTIMATE_HEADER,
      `someone-2025,Someone,2025-08,lag,months,3-7,3,7,range,all,2024..2025,https://example.org/lag,own-notes,own,${retrieved}`,
    ),
  };
}

/**
 * Writes the tiny set of facts into `dir`.
 *
 * @param overrides - by path: other content, or undefined to leave the file out
 * @returns `dir`
 */
export function writeFacts(
  dir: string,
  overrides: Readonly<Record<string, string | Buffer | undefined>> = {},
): string {
  for (const [path, content] of Object.entries({...tinyFacts(), ...overrides})) {
    if (content === undefined) continue;
    mkdirSync(dirname(join(dir, path)), {recursive: true});
    writeFileSync(join(dir, path), content);
  }
  return dir;
}

/** Calls `use` with a fresh folder and removes it afterwards. */
export function withFolder<T>(use: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), "lagline-facts-"));
  try {
    return use(folder);
  } finally {
    rmSync(folder, {recursive: true, force: true});
  }
}
