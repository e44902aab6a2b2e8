import fc from "fast-check";
import {describe, expect, it} from "vitest";
import type {Catalog} from "../../src/data/catalog.ts";
import {loadCatalog} from "../../src/data/load-catalog.ts";
import {tinyFacts, withFolder, writeFacts} from "./fixtures.ts";

const tiny = tinyFacts();
const tables = Object.keys(tiny).filter((path) => path.endsWith(".csv"));

/** The catalog without vintage and places, which name the files themselves. */
function contents(catalog: Catalog): unknown {
  return JSON.parse(
    JSON.stringify({...catalog, vintage: "", hash: ""}, (key, value) =>
      key === "place" ? undefined : value instanceof Map ? Object.fromEntries(value) : value,
    ),
  );
}

describe("the order of facts", () => {
  it("of rows, of columns and of files does not matter", () => {
    const expected = withFolder((folder) => contents(loadCatalog(writeFacts(folder))));
    const shuffles = fc.record({
      rows: fc.shuffledSubarray([0, 1, 2, 3, 4], {minLength: 5, maxLength: 5}),
      rotate: fc.nat(10),
      split: fc.boolean(),
    });
    fc.assert(
      fc.property(shuffles, ({rows, rotate, split}) => {
        const overrides: Record<string, string | undefined> = {};
        for (const path of tables) {
          const [header, ...body] = tiny[path].trimEnd().split("\n");
          const shuffled = [...body.keys()]
            .sort((a, b) => rows.indexOf(a) - rows.indexOf(b))
            .map((i) => body[i]);
          // Columns are rotated only where no cell holds a comma.
          const turn = (line: string) => {
            const cells = line.split(",");
            const by = rotate % cells.length;
            return [...cells.slice(by), ...cells.slice(0, by)].join(",");
          };
          const all = [header, ...shuffled];
          overrides[path] = `${(tiny[path].includes('"') ? all : all.map(turn)).join("\n")}\n`;
        }
        if (split) {
          const [header, first, ...rest] = overrides["results/board.csv"]!.trimEnd().split("\n");
          overrides["results/a.csv"] = `${[header, ...rest].join("\n")}\n`;
          overrides["results/z.csv"] = `${header}\n${first}\n`;
          overrides["results/board.csv"] = undefined;
        }
        expect(withFolder((folder) => contents(loadCatalog(writeFacts(folder, overrides))))).toEqual(
          expected,
        );
      }),
      {numRuns: 40},
    );
  });

  it("does not hide a change of any cell of a result", () => {
    const load = (text: string) =>
      withFolder((folder) => contents(loadCatalog(writeFacts(folder, {"results/board.csv": text}))));
    const before = load(tiny["results/board.csv"]);
    for (const [from, to] of [
      ["0.61,0.02,400", "0.62,0.02,400"],
      ["0.61,0.02,400", "0.61,0.03,400"],
      ["0.61,0.02,400", "0.61,0.02,401"],
      [",high,", ",low,"],
      [",agent,", ",other agent,"],
      ["no,2024-04-01", "yes,2024-04-01"],
      ["2024-04-01", "2024-04-02"],
    ]) {
      expect(load(tiny["results/board.csv"].replaceAll(from, to))).not.toEqual(before);
    }
  });
});
