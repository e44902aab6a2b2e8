import fc from "fast-check";
import {run} from "@quri/squiggle-lang";
import {describe, expect, it} from "vitest";
import {InputError} from "../../../src/errors.ts";
import {distributionOf} from "../../../src/forecast/scenario/distribution-text.ts";
import {drawFrom} from "../../../src/numeric/distribution.ts";
import {quantiles} from "../../../src/numeric/quantile.ts";
import {stream} from "../../../src/numeric/random.ts";

const DRAWS = 40_000;
const LEVELS = [0.05, 0.25, 0.5, 0.75, 0.95] as const;

function drawn(text: string): number[] {
  const distribution = distributionOf(text);
  const random = stream(5);
  return quantiles(
    Array.from({length: DRAWS}, () => drawFrom(distribution, random)),
    LEVELS,
  );
}

/** Quantiles of the same words in Squiggle. */
async function squiggled(words: string): Promise<number[]> {
  // There "to" needs both ends above zero, and points to this for the others.
  const text = words === "-2 to 6" ? "normal({p5: -2, p95: 6})" : words;
  const {result} = await run(`[${LEVELS.map((p) => `quantile(${text}, ${p})`).join(", ")}]`);
  if (!result.ok) throw new Error(String(result.value));
  return JSON.parse(result.value.result.toString()) as number[];
}

describe("distributions the way people write them", () => {
  it.each([
    "3 to 9",
    "-2 to 6",
    "normal(5, 2)",
    "lognormal(1.6, 0.4)",
    "uniform(2, 8)",
    "mixture(1 to 2, normal(10, 1), [0.7, 0.3])",
    "500M to 2B",
  ])("mean by %s what Squiggle means", async (text) => {
    const [ours, theirs] = [drawn(text), await squiggled(text)];
    for (const [i, value] of ours.entries()) {
      // Both sample; a quantile in the gap between the parts of a mixture may fall anywhere in it.
      const scale = Math.abs(theirs[4] - theirs[0]);
      expect(Math.abs(value - theirs[i]) / scale).toBeLessThan(0.06);
    }
  });

  it.each([
    ["5", 5],
    ["20%", 0.2],
    ["-60%", -0.6],
    ["1.5B", 1.5e9],
    ["(7)", 7],
    [".5", 0.5],
    ["1e3", 1000],
  ])("read %s as the point %d", (text, value) => {
    expect(distributionOf(text)).toEqual({kind: "point", value});
  });

  it.each([
    ["", "a number or a distribution was expected at column 1"],
    ["3 to", "a number or a distribution was expected at column 5"],
    ["9 to 3", "a second number above the first was expected at column 1"],
    ["normal(5)", "two numbers in normal() was expected at column 1"],
    ["normal(5, -2)", "a second number above zero was expected at column 1"],
    ["gauss(1, 2)", "normal, lognormal, uniform, mixture or a number was expected at column 1"],
    ["uniform(1, 2", '")" was expected at column 13'],
    ["3 to 9 months", "the end was expected at column 8"],
    ["3 $ 4", "a number or a distribution was expected at column 3"],
    ["mixture()", "a number or a distribution was expected at column 9"],
    ["mixture(1, 2, [1])", "2 weights was expected at column 9"],
    ["mixture(1, 2, [1, 0])", "weights above zero was expected at column 9"],
    ["normal(1 to 2, 3)", "a number was expected at column 8"],
    ["1.2.3", "a number or a distribution was expected at column 1"],
    [`${"(".repeat(40)}1${")".repeat(40)}`, "less nesting was expected at column 22"],
  ])("refuse %j and say where it stops making sense", (text, expected) => {
    expect(() => distributionOf(text)).toThrow(expected);
    expect(() => distributionOf(text)).toThrow(InputError);
  });

  it("either give a distribution whose draws are numbers, or one sentence: never anything else", () => {
    const piece = fc.constantFrom(
      "3",
      " to ",
      "9",
      "normal(",
      ",",
      ")",
      "-",
      "20%",
      "mixture(",
      "[",
      "]",
      "(",
      "1e9",
      ".5",
      "uniform(",
      "x",
      " ",
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({maxLength: 30}),
          fc.array(piece, {maxLength: 9}).map((all) => all.join("")),
        ),
        (text) => {
          try {
            const random = stream(1);
            expect(drawFrom(distributionOf(text), random)).not.toBeNaN();
          } catch (error) {
            expect(error).toBeInstanceOf(InputError);
          }
        },
      ),
      {numRuns: 2000},
    );
  });
});
