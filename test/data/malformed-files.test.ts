import {mkdirSync, symlinkSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, it} from "vitest";
import {factsVintage} from "../../src/data/facts-vintage.ts";
import {loadCatalog} from "../../src/data/load-catalog.ts";
import {InputError, InputErrors} from "../../src/errors.ts";
import {model, tinyFacts, withFolder, writeFacts} from "./fixtures.ts";

const tiny = tinyFacts();
const RESULTS = "results/board.csv";
const MODEL = "models/alpha/alpha-1.yaml";

function sentenceOf(prepare: (folder: string) => void): string {
  return withFolder((folder) => {
    writeFacts(folder);
    prepare(folder);
    try {
      loadCatalog(folder);
    } catch (error) {
      expect(error instanceof InputError || error instanceof InputErrors).toBe(true);
      return (error as Error).message;
    }
    return "";
  });
}

const written =
  (path: string, content: string | Buffer) =>
  (folder: string): void =>
    writeFileSync(join(folder, path), content);
const latin1 = (text: string): Buffer => Buffer.from(text, "latin1");

describe("a file that is not what it should be is told in one sentence:", () => {
  it.each<[string, (folder: string) => void, RegExp]>([
    ["an empty table", written(RESULTS, ""), /missing content: an empty file; .* \[results\/board.csv\]/],
    [
      "an empty record",
      written(MODEL, ""),
      /missing content: an empty file; .* \[models\/alpha\/alpha-1.yaml\]/,
    ],
    ["a table of blank lines", written(RESULTS, "\n\n"), /missing column: model|unknown column/],
    [
      "a byte order mark",
      written(RESULTS, `\ufeff${tiny[RESULTS]}`),
      /invalid start of file: a byte order mark; .*:1\]/,
    ],
    [
      "a NUL byte",
      written(RESULTS, tiny[RESULTS].replace("0.61", "0.\0")),
      /invalid character: a NUL byte; .*:2\]/,
    ],
    [
      "Latin-1 text",
      written(RESULTS, latin1(tiny[RESULTS].replace("recovered", "récovered"))),
      /invalid encoding: bytes that are not UTF-8; .*:5\]/,
    ],
    [
      "a lone carriage return",
      written(RESULTS, tiny[RESULTS].replace("0.61", "0.61\r")),
      /invalid line end: a lone carriage return; .*:2\]/,
    ],
    [
      "a cell as long as a book",
      written(RESULTS, tiny[RESULTS].replace(",61,", `,${"x".repeat(50_000)},`)),
      /invalid raw: x+\.\.\.; one line of at most 4000 characters/,
    ],
    [
      "a quoted cell as long as a book",
      written(RESULTS, tiny[RESULTS].replace("recovered", "x".repeat(500_000))),
      /invalid table: a row longer than any real one/,
    ],
    [
      "text behind a closing quote",
      written(RESULTS, tiny[RESULTS].replace('"recovered', '"x" recovered')),
      /invalid table: text after a closing quote; .*:5\]/,
    ],
    [
      "a record with an alias bomb",
      written(MODEL, `a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n`),
      /invalid record: .*alias/i,
    ],
    ["a record with a tag", written(MODEL, `id: !!binary aGk=\n`), /invalid|missing/],
    [
      "two documents in a record",
      written(MODEL, `${tiny[MODEL]}---\n${tiny[MODEL]}`),
      /invalid record: .*multiple documents/i,
    ],
    ["brackets without end", written(MODEL, "[".repeat(9_000)), /invalid record:/],
    [
      "a prototype as a field",
      written(MODEL, `${tiny[MODEL]}__proto__: x\n`),
      /unknown field __proto__|invalid record/,
    ],
    [
      "a file of another kind",
      (folder) => writeFileSync(join(folder, "results/board.xlsx"), "x"),
      /unknown file: results\/board.xlsx; .csv, .yaml or .md was expected/,
    ],
    [
      "a symbolic link to itself",
      (folder) => symlinkSync(".", join(folder, "results/loop")),
      /unsupported symbolic link: results\/loop;/,
    ],
    [
      "folders without end",
      (folder) => mkdirSync(join(folder, "models/a/b/c/d/e/f/g/h"), {recursive: true}),
      /unsupported folder: .*; at most 6 folders deep/,
    ],
    [
      "a folder named like a table",
      (folder) => mkdirSync(join(folder, "results/x.csv/y.csv"), {recursive: true}),
      /^$/,
    ],
  ])("%s", (_, prepare, sentence) => {
    expect(sentenceOf(prepare)).toMatch(sentence);
  });

  it("a folder that is not there", () => {
    expect(() => loadCatalog("/no/such/facts")).toThrow(
      /^missing facts folder: \/no\/such\/facts; a folder of fact files/,
    );
    expect(() => factsVintage("/no/such/facts")).toThrow(InputError);
  });

  it("a record that has grown too large", () => {
    const aliases = `aliases:\n${"  - x\n".repeat(60_000)}`;
    expect(sentenceOf(written(MODEL, model({id: "alpha-1"}, aliases)))).toMatch(
      /unsupported size: \d+ bytes; at most 200000/,
    );
  });
});

describe("the same facts under another line end", () => {
  it("are the same facts of the same vintage", () => {
    const load = (change: (text: string) => string) =>
      withFolder((folder) => {
        writeFacts(
          folder,
          Object.fromEntries(Object.entries(tiny).map(([path, text]) => [path, change(text)])),
        );
        expect(factsVintage(folder).vintage).toBe(loadCatalog(folder).vintage);
        return loadCatalog(folder);
      });
    expect(load((text) => text.replaceAll("\n", "\r\n"))).toEqual(load((text) => text));
  });

  it("while any other change is another vintage", () => {
    const vintage = (overrides: Record<string, string | undefined>) =>
      withFolder((folder) => factsVintage(writeFacts(folder, overrides)).vintage);
    const all = [
      vintage({}),
      vintage({[MODEL]: `${tiny[MODEL]}# a comment\n`}),
      vintage({[RESULTS]: tiny[RESULTS].replace("0.61", "0.62")}),
      vintage({[MODEL]: undefined, "models/alpha/alpha-9.yaml": tiny[MODEL]}),
      vintage({[RESULTS]: undefined, "results/boards.csv": tiny[RESULTS]}),
    ];
    expect(new Set(all).size).toBe(all.length);
    expect(vintage({"README.md": "for people"})).toBe(all[0]);
  });
});
