/** LiveBench as it came (January 2026), and LMArena in its published columns with made values. */
import {describe, expect, it} from "vitest";
import {livebench} from "../../../src/data/sources/livebench.ts";
import {lmarena} from "../../../src/data/sources/lmarena.ts";
import {hasUpstream, json, shipped, translatedBy, upstreamFile} from "./translated.ts";

const TABLE = "https://livebench.ai/table_2026_01_08.csv";
const CATEGORIES = "https://livebench.ai/categories_2026_01_08.json";
const edition = () =>
  translatedBy(livebench, {
    [TABLE]: upstreamFile("feeds/livebench/table_2026_01_08.csv"),
    [CATEGORIES]: upstreamFile("feeds/livebench/categories_2026_01_08.json"),
  });

describe.skipIf(!hasUpstream)("LiveBench's edition of January 2026", () => {
  it("gives category means and their mean, as worked out from one row of the file", async () => {
    const {rows} = await translatedBy(
      livebench,
      {
        [TABLE]: upstreamFile("feeds/livebench/table_2026_01_08.csv"),
        [CATEGORIES]: upstreamFile("feeds/livebench/categories_2026_01_08.json"),
      },
      {settled: [{name: "claude-4-1-opus-20250805", feed: "", model: "claude-opus-4.1"}]},
    );
    const of = (benchmark: string) =>
      rows.find(({cells}) => cells.model === "claude-opus-4.1" && cells.setting === "base" && cells.benchmark === benchmark)
        ?.cells.score;
    // (48.077 + 11.5 + 62 + 42)/4, (76.056 + 76.087)/2, (45 + 40 + 75)/3, and the mean of all seven categories.
    expect(of("livebench-reasoning-2026-01-08")).toBe("0.40894");
    expect(of("livebench-coding-2026-01-08")).toBe("0.76072");
    expect(of("livebench-agentic-coding-2026-01-08")).toBe("0.53333");
    expect(of("livebench-2026-01-08")).toBe("0.54453");
  });

  it("agrees with what people once brought over by hand", async () => {
    const {rows} = await edition();
    const byHand = new Map(
      shipped.results
        .filter(({provenance}) => provenance.source === "livebench")
        .map(({model, benchmark, setting, score}) => [`${model} ${benchmark} ${setting}`, score]),
    );
    const both = rows.filter(({cells}) => byHand.has(`${cells.model} ${cells.benchmark} ${cells.setting}`));
    expect(both.length).toBeGreaterThan(400);
    expect(
      both.filter(
        ({cells}) =>
          Math.abs(Number(cells.score) - byHand.get(`${cells.model} ${cells.benchmark} ${cells.setting}`)!) > 2e-5,
      ),
    ).toEqual([]);
  });

  it("leaves out the one row whose cells do not fit the header, and says so", async () => {
    const {malformed} = await edition();
    expect(malformed).toMatchObject([{what: expect.stringMatching(/21 cells, 24 as in the header/)}]);
  });

  it("reads the two newest editions of the listing, and refuses a listing without any", () => {
    const listing = (names: string[]) => [
      {url: "listing", bytes: Buffer.from(json(names.map((name) => ({name}))))},
    ];
    const urls = livebench.further!(
      listing(["table_2025_12_23.csv", "table_2026_06_25.csv", "index.html", "table_2026_01_08.csv"]),
    ).map(({url}) => url);
    expect(urls).toEqual([
      "https://livebench.ai/table_2026_01_08.csv",
      "https://livebench.ai/categories_2026_01_08.json",
      "https://livebench.ai/table_2026_06_25.csv",
      "https://livebench.ai/categories_2026_06_25.json",
    ]);
    expect(() => livebench.further!(listing(["index.html"]))).toThrow(/missing tables: none/);
  });

  it("brings the records of a new edition's benchmarks, in the words of those that ship", async () => {
    const {benchmarks} = await translatedBy(livebench, {
      "https://livebench.ai/table_2026_10_01.csv": "model,zebra,code\ngpt-5.5-high,50,80\n",
      "https://livebench.ai/categories_2026_10_01.json": json({Reasoning: ["zebra"], Coding: ["code"]}),
    });
    expect(benchmarks?.map(({path}) => path)).toEqual([
      "benchmarks/livebench-2026-10-01.yaml",
      "benchmarks/livebench-reasoning-2026-10-01.yaml",
      "benchmarks/livebench-coding-2026-10-01.yaml",
    ]);
    expect(benchmarks?.[1].text).toContain("family: livebench-reasoning\ndomain: reasoning\naccess: fresh\n");
  });
});

describe("LMArena's data set", () => {
  const row = {
    model_name: "kimi-k2-thinking",
    rating: "1420.456",
    rating_lower: "1415.1",
    rating_upper: "1425.9",
    vote_count: "5745",
    category: "overall",
    leaderboard_publish_date: "2026-11-20",
  };
  const address = "https://huggingface.co/datasets/lmarena-ai/leaderboard-dataset/resolve/main";
  const rated = (rows: Record<string, unknown>[], configuration = "text") =>
    translatedBy(
      lmarena,
      {[`${address}/${configuration}/latest-00000-of-00001.parquet`]: "PAR1"},
      {readers: {parquetRows: async () => rows}},
    );

  it("becomes ratings on our boards, with the day, interval and votes", async () => {
    const {rows} = await rated([row, {...row, category: "creative_writing"}]);
    expect(rows).toEqual([
      {
        table: "preferences",
        part: "text",
        cells: {
          model: "kimi-k2-thinking",
          setting: "",
          board: "text",
          date: "2026-11-20",
          rating: "1420.46",
          low: "1415.1",
          high: "1425.9",
          votes: "5745",
          raw_name: "kimi-k2-thinking",
        },
      },
    ]);
    const [styled] = (await rated([{...row, category: "coding"}], "text_style_control")).rows;
    expect(styled.cells.board).toBe("text_sc:coding");
  });

  it("reads an effort behind a known name as the setting, and guesses no other name", async () => {
    const {rows, unmatched} = await rated([
      {...row, model_name: "gpt-5.5-high"},
      {...row, model_name: "kimi-k9"},
    ]);
    expect(rows.map(({cells}) => [cells.model, cells.setting])).toEqual([["gpt-5.5", "high"]]);
    expect(unmatched).toEqual([{name: "kimi-k9", rows: 1}]);
  });

  it.each([
    ["a day in the future", {leaderboard_publish_date: "2027-01-01"}],
    ["a rating outside its interval", {rating_lower: "1421"}],
    ["NaN", {rating: "NaN"}],
    ["no votes", {vote_count: "-1"}],
  ])("takes no rating with %s", async (_, change) => {
    const {rows, malformed} = await rated([{...row, ...change}]);
    expect(rows).toEqual([]);
    expect(malformed).toHaveLength(1);
  });
});
