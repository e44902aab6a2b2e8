import {parse} from "csv-parse/sync";
import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {z} from "zod";
import {Faults} from "../../src/data/faults.ts";
import {optional, text} from "../../src/data/field.ts";
import {tableRows} from "../../src/data/table-rows.ts";

const schema = z.strictObject({a: z.string(), b: z.string(), c: z.string()});

const quoted = (cell: string, always: boolean) =>
  always || /[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;

describe("a table", () => {
  it("reads what csv-parse reads, with the line each row begins on", () => {
    const cell = fc.string({unit: fc.constantFrom("x", "é", "0", " ", ",", '"', "\n", "-", "#", "'")});
    const row = fc.tuple(cell, cell, cell, fc.boolean());
    fc.assert(
      fc.property(fc.array(row, {minLength: 1, maxLength: 8}), (rows) => {
        const lines = rows.map(([a, b, c, always]) =>
          [a, b, c].map((value) => quoted(value, always)).join(","),
        );
        const source = `a,b,c\n${lines.join("\n")}\n`;
        const faults = new Faults();
        const read = tableRows({path: "t.csv", bytes: Buffer.from(source)}, schema, faults);
        faults.throwIfAny();
        expect(read.map(({value}) => [value.a, value.b, value.c])).toEqual(
          rows.map(([a, b, c]) => [a, b, c]),
        );
        expect(read.map(({value}) => Object.values(value))).toEqual((parse(source) as string[][]).slice(1));
        let line = 2;
        for (const [i, {place}] of read.entries()) {
          expect(place).toEqual({file: "t.csv", row: line});
          line += lines[i].split("\n").length;
        }
      }),
      {numRuns: 500},
    );
  });

  it("without quotes is read like one with all cells quoted", () => {
    const cell = fc.string({
      unit: fc.constantFrom("x", "é", "0", " ", "-", "#", "'", ";"),
      minLength: 0,
      maxLength: 5,
    });
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell, cell), {minLength: 1, maxLength: 6}), (rows) => {
        const read = (quote: string) => {
          const lines = rows.map((row) => row.map((value) => `${quote}${value}${quote}`).join(","));
          const faults = new Faults();
          return tableRows(
            {path: "t.csv", bytes: Buffer.from(`a,b,c\n${lines.join("\n")}\n`)},
            schema,
            faults,
          );
        };
        expect(read("")).toEqual(read('"'));
      }),
    );
  });

  it("reads a blank optional cell as not known", () => {
    const faults = new Faults();
    const one = z.strictObject({a: optional(text), b: optional(text)});
    const [{value}] = tableRows({path: "t.csv", bytes: Buffer.from("a,b\n,x\n")}, one, faults);
    expect(value).toEqual({a: undefined, b: "x"});
  });
});
