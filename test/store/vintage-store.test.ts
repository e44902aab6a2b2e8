import {
  appendFileSync,
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import {join} from "node:path";
import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {factFiles} from "../../src/data/fact-files.ts";
import {factsVintage} from "../../src/data/facts-vintage.ts";
import {InputError, InputErrors} from "../../src/errors.ts";
import {lineChunks} from "../../src/store/line-chunks.ts";
import {namedVintage} from "../../src/store/named-vintage.ts";
import {packedFacts, unpackedFacts} from "../../src/store/packed-facts.ts";
import {vintageFolder} from "../../src/store/vintage-folder.ts";
import {shortName} from "../../src/store/vintage-record.ts";
import {stateOn, vintageStore} from "../../src/store/vintage-store.ts";
import {countingDisk, failingDisk, madeFacts, madeFolder, withScore} from "./made-store.ts";

const on = (day: string) => ({day, origin: "test"});
const objectFiles = (home: string): string[] =>
  readdirSync(join(home, "vintages", "objects"), {recursive: true, encoding: "utf8"})
    .filter((name) => name.endsWith(".br"))
    .map((name) => join(home, "vintages", "objects", name));
const thrown = (act: () => unknown): Error => {
  try {
    act();
  } catch (error) {
    return error as Error;
  }
  throw new Error("nothing was thrown");
};

describe("a kept vintage", () => {
  it("gives back every byte under the hash of the facts", () => {
    const [home, facts] = [madeFolder(), madeFacts()];
    const {record, isNew} = vintageStore(home).keep(facts, on("2026-06-01"));
    expect(isNew).toBe(true);
    expect(record.hash).toBe(factsVintage(facts).hash);
    expect(vintageStore(home).files(record)).toEqual(factFiles(facts));
    expect(record).toMatchObject({models: 3, benchmarks: 2, results: 5, prices: 3, coveredTo: "2025-06-01"});
  });

  it("is kept once, however often it is seen", () => {
    const [home, facts] = [madeFolder(), madeFacts()];
    const store = vintageStore(home);
    store.keep(facts, on("2026-06-01"));
    const disk = countingDisk();
    expect(vintageStore(home, disk).keep(facts, on("2026-06-02")).isNew).toBe(false);
    expect(disk.steps()).toBe(0);
    expect(store.list().records).toHaveLength(1);
  });

  it("can come back: each day has the state that held on it", () => {
    const [home, facts] = [madeFolder(), madeFacts()];
    const store = vintageStore(home);
    const hashes = [0.1, 0.2, 0.1].map(
      (score, i) => store.keep(withScore(facts, score), on(`2026-06-0${i + 1}`)).record.hash,
    );
    const {records} = store.list();
    expect(records).toHaveLength(2);
    expect(
      ["2026-06-01", "2026-06-02", "2026-06-03", "2026-07-01"].map((day) => stateOn(records, day)?.hash),
    ).toEqual([hashes[0], hashes[1], hashes[0], hashes[0]]);
    expect(stateOn(records, "2026-05-31")).toBeUndefined();
  });

  it("is refused when its facts do not load, and nothing is kept", () => {
    const [home, facts] = [madeFolder(), madeFacts()];
    appendFileSync(join(facts, "labs.csv"), "broken,row\n");
    const disk = countingDisk();
    expect(thrown(() => vintageStore(home, disk).keep(facts, on("2026-06-01")))).toBeInstanceOf(InputErrors);
    expect(disk.steps()).toBe(0);
  });

  it("shares what did not change: another score in a large table costs a fraction of the first state", () => {
    const [home, facts] = [madeFolder(), madeFacts()];
    const header = "model,setting,board,date,rating,low,high,votes,raw_name,source,licence,retrieved";
    const row = (i: number, votes: number) =>
      `alpha-${1 + (i % 2)},s${i},text,2025-06-01,${1000 + ((i * 7919) % 400)},900,1500,${votes},n${i},board,CC-BY-4.0,2026-06-01`;
    const table = (votes: (i: number) => number) =>
      writeFileSync(
        join(facts, "preferences", "text.csv"),
        `${[header, ...Array.from({length: 20_000}, (_, i) => row(i, votes(i)))].join("\n")}\n`,
      );
    const store = vintageStore(home);
    const bytes = () => objectFiles(home).reduce((sum, path) => sum + statSync(path).size, 0);
    table(() => 5);
    store.keep(facts, on("2026-06-01"));
    const first = bytes();
    table((i) => (i === 11_111 ? 6 : 5));
    store.keep(facts, on("2026-06-02"));
    expect(bytes() - first).toBeLessThan(first / 10);
  });
});

describe("a run that dies", () => {
  it("at any write or rename leaves every kept vintage whole, and the next run completes it", () => {
    const facts = madeFacts();
    const counted = countingDisk();
    const whole = madeFolder();
    vintageStore(whole).keep(facts, on("2026-06-01"));
    vintageStore(whole, counted).keep(withScore(facts, 0.3), on("2026-06-02"));
    expect(counted.steps()).toBeGreaterThan(4);
    for (let step = 0; step < counted.steps(); step++) {
      const [home, changing] = [madeFolder(), madeFacts()];
      vintageStore(home).keep(changing, on("2026-06-01"));
      withScore(changing, 0.3);
      expect(() => vintageStore(home, failingDisk(step, "kill")).keep(changing, on("2026-06-02"))).toThrow(
        "killed",
      );
      const store = vintageStore(home);
      const {records, damaged} = store.list();
      expect({kept: records.length, damaged}).toEqual({kept: 1, damaged: []});
      store.files(records[0]!);
      const {record} = store.keep(changing, on("2026-06-02"));
      expect(store.files(record)).toEqual(factFiles(changing));
    }
  });

  it("on a full disk says so in a sentence", () => {
    const error = thrown(() =>
      vintageStore(madeFolder(), failingDisk(1, "full")).keep(madeFacts(), on("2026-06-01")),
    );
    expect(error).toBeInstanceOf(InputError);
    expect(error.message).toMatch(/^insufficient disk space: none left; .*unchanged/);
  });

  it("where a file stands in the place of a folder says so in a sentence", () => {
    const home = madeFolder();
    writeFileSync(join(home, "vintages"), "");
    expect(thrown(() => vintageStore(home).keep(madeFacts(), on("2026-06-01"))).message).toMatch(
      /^conflicting path: a file stands/,
    );
  });
});

describe("damage", () => {
  const damages: readonly (readonly [string, (path: string) => void])[] = [
    ["truncated", (path) => writeFileSync(path, readFileSync(path).subarray(0, 10))],
    [
      "altered",
      (path) =>
        writeFileSync(path, Buffer.from(readFileSync(path).map((byte, i) => (i === 12 ? byte ^ 1 : byte)))),
    ],
    ["removed", (path) => rmSync(path)],
    ["replaced by another", (path) => writeFileSync(path, readFileSync(path.replace(/[^/]+$/, "other.br")))],
    ["a bomb", (path) => writeFileSync(path, readFileSync(path.replace(/[^/]+$/, "bomb.br")))],
  ];
  it.each(damages)(
    "of an object that is %s is named, and mended by keeping the same facts again",
    async (_, harm) => {
      const {brotliCompressSync} = await import("node:zlib");
      const [home, facts] = [madeFolder(), madeFacts()];
      const store = vintageStore(home);
      const {record} = store.keep(facts, on("2026-06-01"));
      const path = objectFiles(home)[0]!;
      writeFileSync(path.replace(/[^/]+$/, "other.br"), brotliCompressSync(Buffer.from("other")));
      writeFileSync(path.replace(/[^/]+$/, "bomb.br"), brotliCompressSync(Buffer.alloc(1 << 24)));
      harm(path);
      const error = thrown(() => store.files(record));
      expect(error).toBeInstanceOf(InputError);
      expect(error.message).toContain(
        `vintage: ${shortName(record)}; its kept bytes no longer have its hash`,
      );
      store.keep(facts, on("2026-06-01"));
      expect(store.files(record)).toEqual(factFiles(facts));
    },
  );

  it.each([
    ["cut short", (text: string) => text.slice(0, 40)],
    ["empty", () => ""],
    ["of another vintage", (text: string) => text.replace(/"hash":"./, '"hash":"0')],
    ["with a field too many", (text: string) => text.replace("{", '{"extra":1,')],
  ])("of a record that is %s is listed apart", (_, harm) => {
    const [home, facts] = [madeFolder(), madeFacts()];
    const store = vintageStore(home);
    const {record} = store.keep(facts, on("2026-06-01"));
    const path = join(home, "vintages", "records", `${record.hash}.json`);
    writeFileSync(path, harm(readFileSync(path, "utf8")));
    expect(store.list()).toEqual({records: [], damaged: [`${record.hash}.json`]});
    expect(store.keep(facts, on("2026-06-01")).isNew).toBe(true);
    expect(store.list().damaged).toEqual([]);
  });
});

describe("the name of a vintage", () => {
  const home = () => {
    const [folder, facts] = [madeFolder(), madeFacts()];
    const store = vintageStore(folder);
    for (const [i, score] of [0.1, 0.2, 0.3].entries())
      store.keep(withScore(facts, score), on(`2026-06-0${i + 1}`));
    return store.list().records;
  };

  it("is the beginning of its hash, with v or without, or a day on which it held", () => {
    const records = home();
    for (const record of records) {
      expect(namedVintage(records, record.hash.slice(0, 8))).toBe(record);
      expect(namedVintage(records, shortName(record).toUpperCase())).toBe(record);
    }
    expect(namedVintage(records, "2026-06-02")).toBe(stateOn(records, "2026-06-02"));
    expect(namedVintage(records, "2027-01-01")).toBe(stateOn(records, "2026-06-03"));
  });

  it("that fits none or several is refused in one sentence", () => {
    const records = home();
    const two = records
      .slice(0, 2)
      .map((record, i) => ({...record, hash: `abcdef${i}${record.hash.slice(7)}`}));
    const refusals: [typeof records, string, RegExp][] = [
      [[], "v1234", /^missing vintage: "v1234"; none is kept yet/],
      [records, "2026-05-01", /^missing vintage: 2026-05-01; the first one kept is of 2026-06-01/],
      [records, "2026-02-30", /^invalid vintage: "2026-02-30"; a calendar day/],
      [records, "abc", /^invalid vintage: "abc"; at least 4 digits/],
      [records, "../../etc/passwd", /^invalid vintage: "\.\.\/\.\.\/etc\/passwd"/],
      [records, "zzzz", /^invalid vintage/],
      [two, "vffff", /^unknown vintage: "vffff"; `lagline vintages` lists/],
      [
        two,
        "abcdef",
        /^conflicting vintage: "abcdef"; it begins 2 of them \(vabcdef0.*, vabcdef1.*\), more digits/,
      ],
    ];
    for (const [known, name, sentence] of refusals)
      expect(thrown(() => namedVintage(known, name)).message).toMatch(sentence);
  });
});

describe("the folder of a vintage", () => {
  it("holds its facts, and is made anew when it was lost or altered", () => {
    const [home, cache, facts] = [madeFolder(), madeFolder(), madeFacts()];
    const store = vintageStore(home);
    const {record} = store.keep(facts, on("2026-06-01"));
    const folder = vintageFolder(store, record, cache);
    expect(factsVintage(folder).hash).toBe(record.hash);
    appendFileSync(join(folder, "labs.csv"), "evil,Evil,US,board,own,2026-06-01\n");
    expect(vintageFolder(store, record, cache)).toBe(folder);
    expect(factsVintage(folder).hash).toBe(record.hash);
    rmSync(folder, {recursive: true});
    expect(factsVintage(vintageFolder(store, record, cache)).hash).toBe(record.hash);
  });

  it("is one of at most twenty", () => {
    const [home, cache, facts] = [madeFolder(), madeFolder(), madeFacts()];
    const store = vintageStore(home);
    for (let i = 0; i < 23; i++) {
      const {record} = store.keep(withScore(facts, i / 100), on("2026-06-01"));
      expect(existsSync(vintageFolder(store, record, cache))).toBe(true);
    }
    expect(readdirSync(join(cache, "vintages")).length).toBeLessThanOrEqual(20);
  });
});

describe("packed facts", () => {
  const files = fc.uniqueArray(
    fc.record({
      path: fc.stringMatching(/^[a-z]{1,8}(\/[a-z0-9@+][a-z0-9@+.-]{0,7}x)?\.csv$/),
      bytes: fc.uint8Array({maxLength: 300}).map((bytes) => Buffer.from(bytes)),
    }),
    {selector: ({path}) => path, maxLength: 6},
  );

  it("unpack to the same files", () => {
    fc.assert(
      fc.property(files, (all) => {
        expect(unpackedFacts(packedFacts(all))).toEqual(all);
      }),
    );
  });

  it.each([
    "5 ../a.csv\nhello\n",
    "5 /a.csv\nhello\n",
    "9 a.csv\nhello\n",
    "x a.csv\n",
    "5 a\\b.csv\nhello\n",
    "5 .a.csv\nhello\n",
  ])("are refused when they are broken or climb out: %j", (stream) => {
    expect(() => unpackedFacts(Buffer.from(stream))).toThrow("packed facts: broken at byte 0");
  });
});

describe("chunks of lines", () => {
  it("are together the whole text, and none is too large", () => {
    fc.assert(
      fc.property(fc.array(fc.string({maxLength: 400}), {maxLength: 400}), (lines) => {
        const bytes = Buffer.from(lines.join("\n").repeat(3));
        const chunks = lineChunks(bytes);
        expect(Buffer.concat(chunks).equals(bytes)).toBe(true);
        expect(chunks.every((chunk) => chunk.length > 0 && chunk.length <= 65_536)).toBe(true);
      }),
      {numRuns: 30},
    );
  });

  it("change only around an inserted line, wherever it stands", () => {
    const lines = Array.from({length: 8000}, (_, i) => `row ${i},${(i * 2_654_435_761) % 1_000_003},value`);
    const chunks = (all: readonly string[]) =>
      lineChunks(Buffer.from(`${all.join("\n")}\n`)).map((c) => Buffer.from(c).toString());
    const before = new Set(chunks(lines));
    expect(before.size).toBeGreaterThan(20);
    for (const at of [1, 1234, 4000, 7998]) {
      const after = chunks([...lines.slice(0, at), "a new row", ...lines.slice(at)]);
      expect(after.filter((chunk) => !before.has(chunk)).length).toBeLessThanOrEqual(2);
    }
  });
});
