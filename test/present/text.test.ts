import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {niceTicks} from "../../src/present/nice-ticks.ts";
import {jsonText, plainText, printable} from "../../src/present/plain-text.ts";
import {boundsText, measureText, numberText, quantityText} from "../../src/present/quantity-text.ts";
import {clipped, displayWidth, padded, wrapped} from "../../src/present/terminal/display-width.ts";
import {plainInk} from "../../src/present/terminal/ink.ts";
import {sparkline} from "../../src/present/terminal/sparkline.ts";
import {strip, stripAxis, stripScale} from "../../src/present/terminal/strip.ts";
import {table} from "../../src/present/terminal/table.ts";
import {quantity} from "./synthetic-report.ts";

const anyText = fc.string({
  unit: fc.oneof(
    fc.constantFrom("a", " ", "极", "한", "é", "🙂", "-"),
    fc.string({minLength: 1, maxLength: 1}),
  ),
  maxLength: 60,
});

describe("numbers in words", () => {
  it("read back to what they were, within half of the last digit", () => {
    fc.assert(
      fc.property(fc.double({min: -500, max: 500, noNaN: true}), (value) => {
        for (const unit of ["months", "points", "months per year"] as const) {
          expect(Math.abs(Number(numberText(value, unit).replace("−", "-")) - value)).toBeLessThanOrEqual(
            0.0501,
          );
        }
      }),
    );
  });

  it.each([
    [5.94, "months", "5.9"],
    [-0.04, "months", "0.0"],
    [-1.26, "points", "−1.3"],
    [0.4, "months per year", "+0.4"],
    [-0.4, "months per year", "−0.4"],
    [1.6249, "ratio", "1.62"],
    [0.621, "probability", "62%"],
    [1432.4, "Elo", "1432"],
    [20_696, "date", "2026-08-31"],
  ] as const)("%d %s reads %s", (value, unit, text) => {
    expect(numberText(value, unit)).toBe(text);
  });

  it("an interval without an end says so", () => {
    expect(boundsText({low: 4.4, high: 8.1}, "months")).toBe("4.4 to 8.1");
    expect(boundsText({low: 4.4, high: null}, "months")).toBe("4.4 or more");
    expect(boundsText({low: null, high: 8.1}, "months")).toBe("up to 8.1");
    expect(boundsText({low: null, high: null}, "months")).toBe("unbounded");
  });

  it("a number that does not exist reads as its reason", () => {
    const missing = quantity("lag", "Lag", {value: null, insufficient: "no closed record."});
    expect(measureText(missing)).toBe("no number");
    expect(quantityText(missing)).toBe("no number: no closed record");
  });
});

describe("text from facts", () => {
  it("keeps no control character and no direction override", () => {
    fc.assert(
      fc.property(fc.string({unit: "binary", maxLength: 40}), (text) => {
        expect(plainText(text)).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
      }),
    );
  });

  it("is left alone when there is nothing to fear", () => {
    expect(plainText("Qwen3 通义千问 – Ünïcode 🙂")).toBe("Qwen3 通义千问 – Ünïcode 🙂");
  });

  it("is made printable anywhere in a value, without changing anything else", () => {
    expect(printable({a: ["\u001b[31mx", 3, null], b: true})).toEqual({a: ["\ufffd[31mx", 3, null], b: true});
  });

  it("goes through JSON and back unchanged, whatever it holds", () => {
    fc.assert(
      fc.property(fc.array(fc.string({unit: "binary", maxLength: 20})), (texts) => {
        const printed = jsonText(texts);
        expect(JSON.parse(printed)).toEqual(texts);
        expect(printed).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
      }),
    );
  });
});

describe("terminal cells", () => {
  // East Asian Width of Unicode 15: W and F take two cells, combining marks none.
  it.each([
    ["abc", 3],
    ["极光", 4],
    ["한글", 4],
    ["カナ", 4],
    ["ＡＢ", 4],
    ["e\u0301", 1],
    ["🙂", 2],
    ["─●┤", 3],
    ["≥ 7.1", 5],
  ])("%s takes %d", (text, cells) => {
    expect(displayWidth(text)).toBe(cells);
  });

  it("a padded text takes exactly its column, and a clipped one never more", () => {
    fc.assert(
      fc.property(anyText.map(plainText), fc.integer({min: 1, max: 40}), (text, width) => {
        expect(displayWidth(padded(text, width))).toBe(width);
        expect(displayWidth(clipped(text, width))).toBeLessThanOrEqual(width);
      }),
    );
  });

  it("wrapping keeps every word and never exceeds the width", () => {
    fc.assert(
      fc.property(anyText.map(plainText), fc.integer({min: 8, max: 60}), (text, width) => {
        const lines = wrapped(text, width, "  ");
        for (const line of lines) expect(displayWidth(line)).toBeLessThanOrEqual(width);
        expect(lines.join("").replace(/\s/g, "")).toBe(text.replace(/\s/g, ""));
      }),
    );
  });

  it("a table never exceeds its width, and says which columns it left out", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(anyText, anyText, anyText), {minLength: 1, maxLength: 5}),
        fc.integer({min: 20, max: 90}),
        (rows, width) => {
          const columns = [
            {title: "one", min: 4},
            {title: "two", drop: 1},
            {title: "three", align: "right" as const},
          ];
          const {lines, dropped} = table(
            columns,
            rows.map((row) => row.map(plainText)),
            {width, head: plainInk.quiet},
          );
          for (const line of lines) expect(displayWidth(line)).toBeLessThanOrEqual(width);
          expect(lines[0]!.includes("two")).toBe(!dropped.includes("two"));
        },
      ),
    );
  });
});

describe("dots and whiskers", () => {
  const at = (value: number, low: number | null, high: number | null, censored: "none" | "right" = "none") =>
    quantity("lag", "Lag", {value, interval: {low, high, level: 0.9, kind: "credible"}, censored});

  it("stand in the order of their values on one axis", () => {
    fc.assert(
      fc.property(
        fc.double({min: -20, max: 20, noNaN: true}),
        fc.double({min: 0.6, max: 20, noNaN: true}),
        (a, step) => {
          const [small, large] = [at(a, a - 1, a + 1), at(a + step, a + step - 1, a + step + 1)];
          const axis = stripAxis([small, large], 30);
          const place = (q: typeof small) => strip(q, axis, 30).indexOf("●");
          expect(place(small)).toBeLessThanOrEqual(place(large));
          expect(strip(small, axis, 30)).toHaveLength(30);
          expect(displayWidth(stripScale(axis, 30))).toBe(30);
        },
      ),
    );
  });

  it("a value still running is hollow with an arrow", () => {
    const q = at(5, 3, null, "right");
    expect(strip(q, stripAxis([q], 20), 20)).toMatch(/├─*○─*▶$/);
  });

  it("an extraordinary end is an arrow instead of an axis that flattens everything", () => {
    const [usual, wild] = [at(3, 2, 4), at(3, 1, 400)];
    const axis = stripAxis([usual, wild], 30);
    expect(axis.high).toBeLessThan(20);
    expect(strip(wild, axis, 30)).toMatch(/▶$/);
  });

  it("a value far from all its fellows is an arrow too, so that they stay apart", () => {
    const usual = [5.3, 6.3, 7.1, 7.9].map((value) => at(value, value - 1, value + 1));
    const far = at(36.6, -20, 36.6);
    const axis = stripAxis([...usual, far], 40);
    expect(axis.high).toBeLessThan(20);
    expect(strip(far, axis, 40)).toMatch(/^◀.*▶$/);
    expect(new Set(usual.map((q) => strip(q, axis, 40).indexOf("●"))).size).toBe(4);
  });

  it("ticks are round and cover the span", () => {
    fc.assert(
      fc.property(
        fc.double({min: -100, max: 100, noNaN: true}),
        fc.double({min: 0.1, max: 100, noNaN: true}),
        (low, span) => {
          const ticks = niceTicks(low, low + span, 5);
          expect(ticks[0]!).toBeLessThanOrEqual(low + 1e-6);
          expect(ticks.at(-1)!).toBeGreaterThanOrEqual(low + span - 1e-6);
          expect(ticks.length).toBeLessThanOrEqual(12);
        },
      ),
    );
  });

  it("a sparkline has its lowest block at the lowest value", () => {
    const series = [3, 1, 2].map((value, index) => ({
      date: `2026-0${index + 1}-01`,
      value,
      low: value,
      high: value,
    }));
    expect(sparkline(series, 3)).toBe("█▁▅");
    expect(sparkline([], 3)).toBe("");
  });
});
