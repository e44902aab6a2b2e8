import {readFileSync} from "node:fs";
import {describe, expect, it} from "vitest";
import {exp, expm1, log, log1p} from "../../src/numeric/elementary.ts";
import {stream} from "../../src/numeric/random.ts";

const functions = {exp, expm1, log, log1p};
type Name = keyof typeof functions;
const names = Object.keys(functions) as Name[];

/** Made by test/reference/elementary/make.py: results rounded once from 120 digits. */
const golden: Record<Name, [number, number][]> = JSON.parse(
  readFileSync(new URL("../reference/elementary/reference.json", import.meta.url), "utf8"),
);

const bits = new Float64Array(1);
const whole = new BigInt64Array(bits.buffer);
/** Doubles between two of one sign. */
function apart(a: number, b: number): number {
  const place = (x: number) => ((bits[0] = x), whole[0]!);
  return Math.abs(Number(place(a) - place(b)));
}

describe.each(names)("%s", (name) => {
  it("is within one unit in the last place of the exact value", () => {
    expect(golden[name].length).toBeGreaterThan(100);
    for (const [x, exact] of golden[name])
      expect({x, off: apart(functions[name](x), exact) > 1}).toEqual({x, off: false});
  });

  it.each([0, -0, 1, -1, Infinity, -Infinity, NaN, 5e-324, 2.3e-308, 1e308, -1e308, 709.79, -745.2, 1e-20])(
    "of %s is what arithmetic says it is",
    (x) => {
      const [ours, theirs] = [functions[name](x), Math[name](x)];
      if (Number.isFinite(theirs) && theirs !== 0) expect(apart(ours, theirs)).toBeLessThanOrEqual(1);
      else expect(ours).toBe(theirs);
    },
  );
});

const engine = Number(process.versions.v8.split(".")[0]);

/** Engines up to V8 13 were built on the same source, in another language. */
it.skipIf(engine > 13).each(names)("%s has the bits of the source it was translated from", (name) => {
  const random = stream(7);
  const own = functions[name];
  for (let i = 0; i < 100_000; i++) {
    for (const x of [random.uniform(), 40 * random.uniform() - 20, 1400 * random.uniform() - 700]) {
      if (!Object.is(own(x), Math[name](x))) expect({x, value: own(x)}).toEqual({x, value: Math[name](x)});
    }
  }
});
