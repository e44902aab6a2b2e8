import fc from "fast-check";
import {describe, expect, it} from "vitest";
import type {IndexValue} from "../../src/data/catalog.ts";
import {dayOf} from "../../src/dates.ts";
import {InputError} from "../../src/errors.ts";
import {type IndexVintage, oneVintage, spliceVintages, vintageLink} from "../../src/measure/index-vintage.ts";

/** Rows as in the facts on index vintages; the values are Epoch's (CC BY 4.0), by vintage. */
const EARLY_MAY = `gpt-5.5-pro 158.67
gpt-5.5 157.88
gpt-5.4-pro 157.72
gemini-3.1-pro 156.87
kimi-k2.5 148.23
deepseek-v3.2 146.53
deepseek-r1 139.83
llama-3.1-405b 127.94
llama-65b 110.46
gpt-5 150
claude-3.5-sonnet 130`;
const AUGUST = `gpt-5.6-sol 161.65
gpt-5.5-pro 161.49
gpt-5.5 159.21
gpt-5.4-pro 158.46
kimi-k3 157.01
kimi-k2.5 148.06
deepseek-v3.2 146.37
deepseek-r1 139.51
llama-3.1-405b 128.73
llama-65b 109.24
gpt-5 150
claude-3.5-sonnet 130`;

const rows = (text: string, date: string, index = "eci"): IndexValue[] =>
  text.split("\n").map((line, i) => {
    const [model, value] = line.split(" ");
    const provenance = {
      source: "s",
      licence: "CC BY 4.0",
      retrieved: dayOf(date),
      place: {file: "f", row: i + 2},
    };
    return {model, index, vintage: dayOf(date), value: Number(value), provenance};
  });
const may = rows(EARLY_MAY, "2026-05-14");
const august = rows(AUGUST, "2026-08-11");

describe("values of a composite index", () => {
  it("make a series when they come from one vintage", () => {
    const {index, vintage, values} = oneVintage(may);
    expect([index, vintage, values.size]).toEqual(["eci", dayOf("2026-05-14"), 11]);
  });

  it("are refused as one series when they come from two vintages, or two indices", () => {
    expect(() => oneVintage([...may, ...august])).toThrow(InputError);
    expect(() => oneVintage([...may, ...august])).toThrow(
      /^unsupported series: eci of 2026-05-14 with eci of 2026-08-11; values of one index and one vintage/,
    );
    expect(() => oneVintage([...may, ...rows("a 1", "2026-05-14", "aa")])).toThrow(/^unsupported series/);
  });

  it("are refused when a model appears twice in a vintage, or when there are none", () => {
    expect(() => oneVintage([...may, may[0]])).toThrow(
      /^duplicate value of gpt-5.5-pro in eci of 2026-05-14/,
    );
    expect(() => oneVintage([])).toThrow(/^missing index values/);
  });
});

describe("two vintages", () => {
  const [earlier, later] = [oneVintage(may), oneVintage(august)];

  it("are not spliced unless asked to by name", () => {
    expect(() => spliceVintages(earlier, later)).toThrow(/^unsupported series: eci of 2026-05-14 with eci/);
    expect(() => spliceVintages(earlier, {...later, index: "aa"}, {splice: "mean-sigma"})).toThrow(
      /^unsupported series/,
    );
  });

  it("are spliced with a link that states its error and the models it rests on", () => {
    const {values, moved, link} = spliceVintages(earlier, later, {splice: "mean-sigma"});
    expect(link.common).toBe(10);
    expect(moved).toEqual(["gemini-3.1-pro"]);
    expect(values.size).toBe(13);
    expect(values.get("gpt-5.5-pro")).toBe(161.49);
    expect(values.get("gemini-3.1-pro")).toBeCloseTo(link.offset + link.slope * 156.87, 12);
    // The refit moved single models by up to 2.8 points: the link cannot undo that, and says so.
    expect(link.rmse).toBeGreaterThan(0.5);
    expect(link.rmse).toBeLessThan(2);
  });

  it("need enough common models that differ", () => {
    const small: IndexVintage = {...later, values: new Map([...later.values].slice(0, 6))};
    expect(() => vintageLink(earlier, small)).toThrow(/^insufficient common models .*: 4; at least 8/);
    const flat = new Map([...earlier.values.keys()].map((model) => [model, 5]));
    expect(() => vintageLink({...earlier, values: flat}, later)).toThrow(/of different ability/);
  });

  it("that differ by a change of scale alone are linked without error, whatever the scale", () => {
    fc.assert(
      fc.property(
        fc.double({min: 0.2, max: 5, noNaN: true}),
        fc.double({min: -50, max: 50, noNaN: true}),
        (slope, offset) => {
          const scaled = new Map(
            [...earlier.values].map(([model, value]) => [model, offset + slope * value]),
          );
          const link = vintageLink(earlier, {...later, values: scaled});
          expect(link.slope).toBeCloseTo(slope, 9);
          expect(link.offset).toBeCloseTo(offset, 6);
          expect(link.rmse).toBeLessThan(1e-9);
        },
      ),
    );
  });
});
