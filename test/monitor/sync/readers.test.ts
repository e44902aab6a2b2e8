import {describe, expect, it} from "vitest";
import {readers} from "../../../src/monitor/sync/readers.ts";
import {zipOf} from "./made-zip.ts";
import {parquetOf} from "./made-parquet.ts";

const text = (content: string) => Buffer.from(content, "utf8");
const unzip = (bytes: Uint8Array) => readers.unzip(bytes, "made.zip");

describe("an archive", () => {
  it("gives its files by name, without a folder that holds them all", async () => {
    const files = await unzip(
      zipOf([
        {name: "data/", bytes: text("")},
        {name: "data/a.csv", bytes: text("x\n1\n")},
        {name: "data/b.csv", bytes: text("y\n")},
        {name: "__MACOSX/data/._a.csv", bytes: text("junk")},
      ]),
    );
    expect([...files].map(([name, bytes]) => [name, Buffer.from(bytes).toString()])).toEqual([
      ["a.csv", "x\n1\n"],
      ["b.csv", "y\n"],
    ]);
  });

  it.each([
    ["a path that leaves it", [{name: "../escape.csv", bytes: text("x")}]],
    ["an absolute path", [{name: "/etc/passwd", bytes: text("x")}]],
    ["a path of another system", [{name: "C:\\x.csv", bytes: text("x")}]],
    ["a link", [{name: "a.csv", bytes: text("/etc/passwd"), mode: 0o120777}]],
    [
      "a name twice",
      [
        {name: "a.csv", bytes: text("x")},
        {name: "a.csv", bytes: text("y")},
      ],
    ],
    ["a size that is a lie", [{name: "a.csv", bytes: text("x".repeat(5_000)), claims: 10}]],
    ["a bomb", [{name: "a.csv", bytes: Buffer.alloc(30_000_000)}]],
    [
      "a bomb in many files",
      Array.from({length: 30}, (_, i) => ({name: `${i}.csv`, bytes: Buffer.alloc(1_000_000)})),
    ],
  ])("is refused for %s", async (_, entries) => {
    await expect(unzip(zipOf(entries))).rejects.toThrow(/^invalid archive: .* \[made\.zip\]$/);
  });

  it("is refused when it is cut short at any place", async () => {
    const whole = zipOf([{name: "a.csv", bytes: text("x,y\n1,2\n".repeat(50))}]);
    for (const length of [0, 1, 4, 30, whole.length >> 1, whole.length - 1]) {
      await expect(unzip(whole.subarray(0, length))).rejects.toThrow(/invalid archive/);
    }
  });
});

describe("a parquet file", () => {
  it("gives the named columns as values of JSON", async () => {
    const bytes = await parquetOf(
      "select 'a' as name, 1.5::double as rating, date '2026-08-19' as day, 7 as other",
    );
    expect(await readers.parquetRows(bytes, ["name", "rating", "day"], "made.parquet")).toEqual([
      {name: "a", rating: expect.toSatisfy((value) => Number(value) === 1.5), day: "2026-08-19"},
    ]);
  });

  it("is refused without a column that is needed, naming those it has", async () => {
    const bytes = await parquetOf("select 'a' as model, 1.5 as rating");
    await expect(readers.parquetRows(bytes, ["model_name"], "made.parquet")).rejects.toThrow(
      /missing column: model_name; .* this one has model, rating/,
    );
  });

  it.each([
    ["cut short", (whole: Buffer) => whole.subarray(0, whole.length - 20)],
    ["something else", () => text("PAR1 and then nothing of the kind")],
  ])("is refused when it is %s", async (_, damage) => {
    const bytes = damage(Buffer.from(await parquetOf("select 'a' as name")));
    await expect(readers.parquetRows(bytes, ["name"], "made.parquet")).rejects.toThrow(/invalid parquet/);
  });
});
