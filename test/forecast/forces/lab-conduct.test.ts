import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {CONDUCT, type LabRun, runLab} from "../../../src/forecast/forces/lab-conduct.ts";
import {stream} from "../../../src/numeric/random.ts";
import {cashOf} from "./made-ground.ts";

const MONTHS = 36;
const belief = {responseMonths: 4, exitWhenShort: 0.4, rescueMonths: 9, troubleEffort: 0.7};
const flat = (value: number) => new Float64Array(MONTHS).fill(value);

function run(cash: number, {funding = 1, lost = 0, seed = 1, more = {}} = {}): LabRun & {unusual: boolean} {
  const into = {
    conduct: new Uint8Array(MONTHS),
    cash: new Float64Array(MONTHS + 1),
    short: new Float64Array(MONTHS + 1),
  };
  const money = {...cashOf(cash), ...more};
  const unusual = runLab(
    money,
    belief,
    0,
    {funding: flat(funding), lostRevenue: flat(lost)},
    stream(seed),
    into,
  );
  return {...into, unusual};
}

describe("money and conduct of a lab (METHOD R56)", () => {
  it("never lets cash fall below zero without the lab running short", () => {
    fc.assert(
      fc.property(fc.integer({min: 0, max: 2e9}), fc.integer({min: 1, max: 500}), (cash, seed) => {
        const {cash: held, short} = run(cash, {seed});
        for (let m = 1; m <= MONTHS; m++) {
          expect(held[m]).toBeGreaterThanOrEqual(0);
          // Without an event, a month takes a month of burn and brings rounds.
          if (short[m] === short[m - 1])
            expect(held[m] - held[m - 1]).toBeGreaterThanOrEqual(-3e8 / 12 - 1e-3);
          expect(short[m]).toBeGreaterThanOrEqual(short[m - 1]);
        }
      }),
      {numRuns: 100},
    );
  });

  it("keeps the books: without rounds, cash falls by the burn month by month until it is used up", () => {
    const {cash, short, conduct} = run(1e8, {more: {raising: [1e-9]}});
    // 100 million at 25 million a month: four months.
    expect([...cash.subarray(0, 5)]).toEqual([1e8, 7.5e7, 5e7, 2.5e7, 0]);
    expect([...short.subarray(0, 6)]).toEqual([0, 0, 0, 0, 0, 1]);
    // In trouble from the first month; it shows after the response time.
    expect([...conduct.subarray(0, 6)]).toEqual([0, 0, 0, 0, CONDUCT.trouble, conduct[5]]);
    expect(conduct[5]).not.toBe(CONDUCT.usual);
  });

  it("a lab with years of cash is never in trouble", () => {
    expect(run(1e10).unusual).toBe(false);
  });

  it("less funding never brings a lab more cash, nor later trouble", () => {
    for (let seed = 0; seed < 200; seed++) {
      const [usual, less] = [run(2e8, {seed}), run(2e8, {seed, funding: 0.4})];
      const firstShort = (of: LabRun) => of.short.indexOf(1);
      if (firstShort(usual) >= 0) {
        expect(firstShort(less)).toBeGreaterThanOrEqual(0);
        expect(firstShort(less)).toBeLessThanOrEqual(firstShort(usual));
      }
    }
  });
});
