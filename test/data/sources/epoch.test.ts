/** Epoch's archive and index, as they came: May 2026, and four states of the index in two layouts. */
import {readdirSync} from "node:fs";
import {describe, expect, it} from "vitest";
import {epochHub} from "../../../src/data/sources/epoch-hub.ts";
import {epochIndex} from "../../../src/data/sources/epoch-index.ts";
import {epochTables} from "../../../src/data/sources/epoch-tables.ts";
import {hasUpstream, shipped, translatedBy, upstreamFile} from "./translated.ts";

const ARCHIVE = "https://epoch.ai/data/benchmark_data.zip";
const folder = new URL("../../../../shared/feeds/epoch-benchmark-data-2026-05-14/", import.meta.url);
const archive = (more: Record<string, string> = {}) => ({
  unzip: async () =>
    new Map<string, Uint8Array>([
      ...readdirSync(folder).map(
        (name) => [name, upstreamFile(`feeds/epoch-benchmark-data-2026-05-14/${name}`)] as const,
      ),
      ...Object.entries(more).map(([name, text]) => [name, Buffer.from(text, "utf8")] as const),
    ]),
});
const hub = (more: Record<string, string> = {}) =>
  translatedBy(epochHub, {[ARCHIVE]: ""}, {readers: archive(more)});

describe.skipIf(!hasUpstream)("Epoch's archive of May 2026", () => {
  it("is read in every table that is a benchmark of ours, without a malformed row", async () => {
    const {rows, broken, malformed} = await hub();
    expect({broken, malformed}).toEqual({broken: [], malformed: []});
    expect(new Set(rows.map(({part}) => part)).size).toBe(epochTables.size);
  });

  it("gives the scores that people once brought over by hand, where both name the model", async () => {
    const {rows} = await hub();
    const byHand = new Map<string, number[]>();
    for (const {model, benchmark, score, provenance} of shipped.results) {
      if (provenance.source !== "epoch-zip-2026-05") continue;
      byHand.set(`${model} ${benchmark}`, [...(byHand.get(`${model} ${benchmark}`) ?? []), score]);
    }
    const compared = rows.filter(({cells}) => byHand.has(`${cells.model} ${cells.benchmark}`));
    const differing = compared.filter(
      ({cells}) =>
        !byHand.get(`${cells.model} ${cells.benchmark}`)!.some((score) => Math.abs(score - Number(cells.score)) < 2e-5),
    );
    expect(compared.length).toBeGreaterThan(2_500);
    // One row upstream has the version of the 32B and the name of the 3B; by hand it went to the 3B, whose score it is.
    expect(differing.map(({cells}) => `${cells.model} ${cells.benchmark}`)).toEqual(["qwen2.5-coder mmlu"]);
  });

  it("keeps setting, harness, error and the terms of other boards", async () => {
    const {rows} = await hub();
    const terminal = rows.filter(({part}) => part === "terminalbench_external.csv");
    expect(terminal.every(({licence, cells}) => licence === "original-terms" && cells.harness !== "")).toBe(true);
    // From the file itself: "gpt-oss-120b_high,41.8", in percent.
    const aider = rows.find(({part, cells}) => part === "aider_polyglot_external.csv" && cells.model === "gpt-oss-120b");
    expect(aider?.cells).toMatchObject({score: "0.418", setting: "high", raw: "41.8", raw_unit: "Percent correct"});
    const apex = rows.find(({part, cells}) => part === "apex_agents_external.csv" && cells.model === "gpt-5.5");
    expect(apex?.cells).toMatchObject({score: "0.384", stderr: "0.039", setting: "xhigh"});
    const own = rows.find(({part}) => part === "gpqa_diamond.csv");
    expect(own?.licence).toBeUndefined();
  });

  it("reads columns and scales from the archive's own description where there is one", async () => {
    const header =
      "benchmark,in_eci,source_file,score_column,scale,random_baseline,score_ceiling,release_date,superseded_by";
    const {rows, broken} = await hub({
      "benchmark_metadata.csv": `${header}\nGPQA diamond,True,gpqa_diamond.csv,Percent,0.01,0.25,1.0,2023-11-20,\n`,
      "gpqa_diamond.csv": "Model version,Percent,Release date\ngpt-5.5_high,93.5,2026-04-23\n",
    });
    expect(broken).toEqual([]);
    const gpqa = rows.filter(({part}) => part === "gpqa_diamond.csv").map(({cells}) => cells);
    expect(gpqa).toMatchObject([{model: "gpt-5.5", score: "0.935", setting: "high", raw: "93.5"}]);
  });

  it("holds back a table whose score column was renamed, and only that one", async () => {
    const {broken, rows} = await hub({"gpqa_diamond.csv": "Model version,Top score\ngpt-5.5_high,0.93\n"});
    expect(broken).toMatchObject([{part: "gpqa_diamond.csv", why: expect.stringMatching(/missing column: Best score/)}]);
    expect(rows.length).toBeGreaterThan(2_500);
  });
});

describe.skipIf(!hasUpstream)("Epoch's index", () => {
  const index = (path: string, today = "2026-11-26") =>
    translatedBy(epochIndex, {"https://epoch.ai/data/eci_scores.csv": upstreamFile(path)}, {today});

  it.each([
    ["reference/eci_scores.2026-08-11.csv", 200],
    ["feeds/epoch-index/2026-02-08.csv", 120],
    ["feeds/epoch-index/2026-03-12.csv", 120],
    ["feeds/epoch-index/2026-07-15.csv", 170],
    ["feeds/epoch-benchmark-data-2026-05-14/epoch_capabilities_index.csv", 150],
  ])("is read in each layout it has had: %s", async (path, least) => {
    const {rows, malformed} = await index(path);
    expect(malformed).toEqual([]);
    expect(rows.length).toBeGreaterThan(least);
    expect(new Set(rows.map(({cells}) => cells.model)).size).toBe(rows.length);
  });

  it("gives value and interval as published", async () => {
    const {rows} = await index("reference/eci_scores.2026-08-11.csv");
    expect(rows.find(({cells}) => cells.model === "gpt-5.6-sol")?.cells).toEqual({
      model: "gpt-5.6-sol",
      index: "eci",
      vintage: "2026-11-26",
      value: "161.65",
      low: "159.11",
      high: "164.85",
    });
  });

  it("in the layout without intervals agrees with the values brought over by hand", async () => {
    const {rows} = await index("feeds/epoch-index/2026-07-15.csv");
    const byHand = new Map(
      shipped.indexValues
        .filter(({provenance}) => provenance.source === "epoch-eci-index-2026-07")
        .map(({model, value}) => [model, value]),
    );
    const both = rows.filter(({cells}) => byHand.has(cells.model));
    expect(both.length).toBeGreaterThan(150);
    expect(both.filter(({cells}) => Math.abs(Number(cells.value) - byHand.get(cells.model)!) > 0.006)).toEqual([]);
  });

  it.each([
    ["another layout", "Name,Capability\nGPT-5,150\n", /missing columns: Name, Capability; Model with eci or Model version with ECI Score/],
    ["a page", "<html>", /HTML/],
  ])("is refused as %s", async (_, text, why) => {
    await expect(translatedBy(epochIndex, {"https://epoch.ai/data/eci_scores.csv": text})).rejects.toThrow(why);
  });

  it("takes no raw ability or percentage for an index value", async () => {
    const {rows, malformed} = await translatedBy(epochIndex, {
      "https://epoch.ai/data/eci_scores.csv": "Model,eci\nGPT-5,2.64\nClaude Opus 5,NaN\nKimi K3,157.01\n",
    });
    expect(rows).toHaveLength(1);
    expect(malformed).toHaveLength(2);
  });
});
