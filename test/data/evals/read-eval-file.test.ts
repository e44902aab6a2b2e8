import {existsSync, mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import {afterAll, describe, expect, it} from "vitest";
import {readEvalFile} from "../../../src/data/evals/read-eval-file.ts";
import {type MadeEntry, madeZip} from "./made-zip.ts";

const folder = mkdtempSync(join(tmpdir(), "lagline-evals-"));
afterAll(() => rmSync(folder, {recursive: true}));

function file(name: string, content: string | Buffer): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}
const read = (name: string, content: string | Buffer, metric?: string) =>
  readEvalFile(file(name, content), metric === undefined ? {} : {metric});

const samples = fileURLToPath(new URL("../../../../shared/formats", import.meta.url));

describe.skipIf(!existsSync(samples))("results as the tools wrote them", () => {
  it("agree with promptfoo's own counts in all three of its formats", async () => {
    // metrics.testPassCount over the two prompts of each provider, 24 tests each: 10 + 9, 17 + 18, 20 + 22, 0 + 0.
    const passed = {"toy-small": 19 / 48, "toy-medium": 35 / 48, "toy-large": 42 / 48, echo: 0};
    for (const ending of ["json", "jsonl", "csv"]) {
      const {runs, tool} = await readEvalFile(join(samples, `promptfoo/out.${ending}`), {});
      expect(tool).toBe("promptfoo");
      expect(Object.fromEntries(runs.map(({model, score}) => [model, score]))).toEqual(passed);
      expect(runs.map(({items}) => items)).toEqual([24, 24, 24, 24]);
    }
  });

  it("agree with the accuracy in Inspect's header, deflated and packed with Zstandard", async () => {
    const plain = await readEvalFile(join(samples, "inspect/log_streaming.eval"), {});
    const zstd = await readEvalFile(join(samples, "inspect/log_streaming.zstd-SYNTHETIC.eval"), {});
    expect(plain.runs).toEqual([expect.objectContaining({score: 0.75, items: 2, metric: "match"})]);
    expect(zstd).toEqual(plain);
  });

  it("agree with lm-evaluation-harness' own table", async () => {
    const {runs, toolVersion, ran} = await readEvalFile(
      join(samples, "lm-eval/results_2026-11-23T19-50-11.840953.json"),
      {},
    );
    expect({toolVersion, ran}).toEqual({toolVersion: "0.4.13", ran: "2026-11-23"});
    expect(runs.map(({benchmark, score, items, metric}) => [benchmark, score, items, metric])).toEqual([
      ["toy_mc", 0.25, 20, "acc,none"],
      ["toy_gen", 0, 20, "exact_match,strict-match"],
    ]);
  });
});

const row = (model: string, testIdx: number, success: boolean, failureReason = success ? 0 : 1) => ({
  provider: {id: `file://${model}.js`, label: model},
  testIdx,
  promptIdx: 0,
  success,
  score: success ? 0.9 : 0.2,
  namedScores: {tone: 0.5},
  failureReason,
  gradingResult: {},
});

describe("promptfoo", () => {
  const rows = [
    row("a", 0, true),
    row("a", 1, false),
    {...row("a", 1, true), promptIdx: 1},
    row("a", 2, false, 2),
    row("b", 0, false, 2),
  ];
  const document = JSON.stringify({results: {results: rows}, config: {description: "tickets"}});

  it("counts a test once over its prompts, and an error of the host as no answer", async () => {
    const {runs, skipped} = await read("p.json", document);
    expect(runs).toEqual([
      {benchmark: "tickets", model: "a", alsoNamed: ["file://a.js"], score: 0.75, items: 2, errors: 1, metric: "pass"},
    ]);
    expect(skipped).toEqual([{what: "b", why: "all 1 tries ended in an error"}]);
  });

  it("reads another measure when asked, and names those there are", async () => {
    expect((await read("p.json", document, "tone")).runs[0].score).toBe(0.5);
    await expect(read("p.json", document, "cost")).rejects.toThrow(/metric: cost; one of pass, score, tone/);
  });

  it("says which row breaks off", async () => {
    await expect(read("p.jsonl", `${JSON.stringify(rows[0])}\n{"provider": `)).rejects.toThrow(
      /JSON: it breaks off or is malformed; .* \[p.jsonl:2\]/,
    );
  });
});

const header = {version: 2, status: "success", eval: {task: "t", model: "openai/m", created: "2026-05-01T10:00:00Z"}};
const summaries = [
  {id: 1, epoch: 1, input: "a question", scores: {match: {value: "C"}, judge: {value: {tone: 0.4}}}},
  {id: 1, epoch: 2, scores: {match: {value: "I"}, judge: {value: {tone: 0.6}}}},
  {id: 2, epoch: 1, scores: {match: {value: "P"}, judge: {value: {tone: 1}}}},
  {id: 3, epoch: 1, scores: {}},
];
const log = (entries: readonly MadeEntry[]) => madeZip(entries);
const entry = (name: string, value: unknown, more: Partial<MadeEntry> = {}): MadeEntry => ({
  name,
  text: JSON.stringify(value),
  ...more,
});

describe("Inspect", () => {
  it("averages epochs of a sample, grades C, P and I as 1, 0.5 and 0, and counts what has no score", async () => {
    const {runs, ran} = await read("l.eval", log([entry("header.json", header), entry("summaries.json", summaries)]));
    expect(ran).toBe("2026-05-01");
    expect(runs).toEqual([
      {benchmark: "t", model: "openai/m", alsoNamed: [], score: 0.5, items: 2, errors: 1, metric: "match"},
    ]);
  });

  it("reads one value of a scorer with several, and reads a log that was cut off from its journal", async () => {
    const cut = log([
      entry("_journal/start.json", {...header, status: "started"}, {method: 0}),
      entry("_journal/summaries/1.json", summaries.slice(0, 2), {method: 93}),
      entry("_journal/summaries/2.json", summaries.slice(2)),
    ]);
    const {runs, skipped} = await read("cut.eval", cut, "judge.tone");
    expect(runs).toEqual([expect.objectContaining({score: 0.75, items: 2, metric: "judge.tone"})]);
    expect(skipped[0].why).toContain("started");
  });

  it("refuses a bomb before unpacking it, and a lie about the size while unpacking", async () => {
    const bomb = {name: "summaries.json", text: " ".repeat(40_000_000)};
    await expect(read("bomb.eval", log([entry("header.json", header), bomb]))).rejects.toThrow(
      /unpacks to \d+ times its size; at most 200 times/,
    );
    const lie = {...bomb, statedSize: 500_000};
    await expect(read("lie.eval", log([entry("header.json", header), lie]))).rejects.toThrow(
      /unpacks to another size than it states/,
    );
  });

  it("refuses entries whose names leave the folder, a cut off file, and a name given twice", async () => {
    await expect(read("up.eval", log([entry("../../header.json", header)]))).rejects.toThrow(/invalid zip: /);
    const whole = log([entry("header.json", header), entry("summaries.json", summaries)]);
    await expect(read("half.eval", whole.subarray(0, whole.length / 2))).rejects.toThrow(/invalid zip: /);
    const twice = log([entry("header.json", header), entry("header.json", header)]);
    await expect(read("twice.eval", twice)).rejects.toThrow(/duplicate zip entry: header.json/);
  });

  it("refuses a score that is no share", async () => {
    const wrong = [{id: 7, scores: {match: {value: 85}}}];
    await expect(read("w.eval", log([entry("header.json", header), entry("summaries.json", wrong)]))).rejects.toThrow(
      /score of sample 7: 85; C, P, I, N or a share from 0 to 1 was expected/,
    );
  });
});

describe("lm-evaluation-harness", () => {
  const base = {lm_eval_version: "0.4.9", model_name: "m", configs: {}};

  it("leaves out measures that are no share of success, and averages over tasks that are there themselves", async () => {
    const text = JSON.stringify({
      ...base,
      groups: {mmlu: {}},
      results: {
        mmlu: {"acc,none": 0.5},
        mmlu_law: {alias: " - law", "acc,none": 0.5, "acc_stderr,none": "N/A"},
        wikitext: {"word_perplexity,none": 11.2},
      },
      "n-samples": {mmlu_law: {original: 40, effective: 30}},
    });
    const {runs, skipped} = await read("results_x.json", text);
    expect(runs).toEqual([expect.objectContaining({benchmark: "mmlu_law", score: 0.5, items: 30})]);
    expect(skipped.map(({what}) => what)).toEqual(["mmlu", "wikitext"]);
  });

  it("reads the NaN that Python writes as no score", async () => {
    const text = '{"lm_eval_version":"0.4.9","model_name":"NaN m","results":{"t":{"acc,none":NaN}}}';
    const {runs, skipped} = await read("results_n.json", text);
    expect(runs).toEqual([]);
    expect(skipped[0].why).toContain("no share of success");
  });

  it("asks for the results file beside samples, which name no model", async () => {
    const sample = JSON.stringify({doc_id: 0, doc: {}, filter: "none", acc: 1});
    await expect(read("samples_t_2026-01-02T03-04-05.678.jsonl", sample)).rejects.toThrow(
      /missing results file: results_2026-01-02T03-04-05.678.json/,
    );
  });
});

describe("a plain table", () => {
  it("reads one row per item, with repeats of an item averaged, and several benchmarks", async () => {
    const {runs} = await read("s.csv", "Model,benchmark,item,correct\nm,x,1,true\nm,x,1,false\nm,x,2,1\nm,y,1,0\n");
    expect(runs.map(({benchmark, score, items}) => [benchmark, score, items])).toEqual([
      ["x", 0.75, 2],
      ["y", 0, 1],
    ]);
  });

  it("names line and column of what is wrong: a percentage, no number, no column", async () => {
    await expect(read("s.csv", 'model,note,score\na,"two\nlines",0.5\nb,,85\n')).rejects.toThrow(
      /invalid score: 85; .*; 85 percent is 0.85 \[s.csv:4 \(score\)\]/,
    );
    await expect(read("s.csv", "model,score\na,NaN\n")).rejects.toThrow(/invalid score: NaN; .* \[s.csv:2 \(score\)\]/);
    await expect(read("s.csv", "modell,score\na,1\n")).rejects.toThrow(/missing column: model/);
    await expect(read("s.csv", "model,score,n\na,0.5,-3\n")).rejects.toThrow(/number of items: -3/);
    await expect(read("s.csv", "model,score\na,0.5\na,0.6\n")).rejects.toThrow(/duplicate model: a/);
  });
});

describe("anything else", () => {
  it("is refused with what was expected", async () => {
    await expect(read("x.json", '{"hello": 1}')).rejects.toThrow(/unsupported JSON: neither eval nor results in it/);
    await expect(read("x.json", "")).rejects.toThrow(/file: empty/);
    await expect(read("x.txt", "hello")).rejects.toThrow(/unsupported file: x.txt/);
    await expect(readEvalFile(join(folder, "none.json"), {})).rejects.toThrow(/missing file/);
  });
});
