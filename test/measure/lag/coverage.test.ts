/**
 * Do the intervals hold the truth as often as they promise?
 *
 * 200 worlds in which open follows closed by six months: 45 releases a side over 40 months, ability rising 15
 * points a year, each ability measured with a standard error of one point and drawn around what was measured. Truth
 * is the rule applied to the true abilities. Power: with 200 worlds, intervals that hold 90% of the time would fall
 * below 85% in one run of a hundred with other seeds; ones that hold 80% would pass 85% in one of twenty-five.
 *
 * Measured, of 90% promised: daily look-back 93%, record look-back 93%, kernel 90%, catch-up 95%, last day not
 * better 93% strict and 92% with one point of tolerance, level crossing 89%, trend line 89%, frontier line 92%,
 * vertical gap 90%. Bias of the estimate: below 0.1 months each.
 *
 * Rules that let open count as level where closed is not clearly better are set against the strict truth to show
 * their bias: they are 1.7 (paired), 2.1 (unpaired) and 1.0 months (level crossing, unpaired) short of it, and their
 * intervals hold it 12%, 3% and 11% of the time. They answer another question: since when is the lead beyond doubt?
 */
import {beforeAll, describe, expect, it} from "vitest";
import type {LagEstimate, LagFigure, LagInput} from "../../../src/measure/lag/estimate.ts";
import {frontierLine} from "../../../src/measure/lag/frontier-line.ts";
import {lagRules} from "../../../src/measure/lag/side-by-side.ts";
import {mean} from "../../../src/numeric/quantile.ts";
import {syntheticWorld} from "./synthetic-world.ts";

const WORLDS = 200;
const DRAWS = 60;

interface Tally {
  worlds: number;
  held: number;
  readonly truths: number[];
  readonly errors: number[];
  readonly widths: number[];
}

describe("over worlds with a known lag of six months", () => {
  const tallies = new Map<string, Tally>();
  beforeAll(() => {
    for (let seed = 0; seed < WORLDS; seed++) {
      const {input, truth} = syntheticWorld({
        seed: 1000 + seed,
        lagMonths: 6,
        drawCount: DRAWS,
        noise: 1,
        releases: 45,
      });
      for (const rule of lagRules()) {
        const seen = rule(input);
        const real = seen.rule === "frontier-line" ? ofSameCandidate(truth, seen) : rule(truth);
        if (seen.kind === "insufficient" || real.kind === "insufficient") continue;
        const tally = tallyOf(tallies, seen);
        const {low, high, censored} = seen.interval;
        tally.worlds++;
        // The truth is often exactly a step that is also an end of the interval.
        if (low <= real.point + 1e-9 && (real.point <= high + 1e-9 || censored === "right")) tally.held++;
        tally.truths.push(real.point);
        tally.errors.push(seen.value - real.point);
        tally.widths.push(high - low);
      }
    }
  });

  const honest = [
    ["daily-look-back mean"],
    ["record-look-back mean"],
    ["kernel-records Gaussian"],
    ["catch-up Kaplan–Meier"],
    ["last-day-not-better strict"],
    ["last-day-not-better tolerance"],
    ["level-crossing strict"],
    ["trend-line closed"],
    ["frontier-line candidate"],
    ["vertical-gap mean"],
  ];
  it.each(honest)("the interval of %s holds its own truth", (name) => {
    const {worlds, held, errors} = tallies.get(name) as Tally;
    expect(worlds).toBe(WORLDS);
    expect(held / worlds).toBeGreaterThan(0.85);
    expect(Math.abs(mean(errors))).toBeLessThan(0.3);
  });

  it("the known lag itself is what the rules that look at all days or levels find", () => {
    for (const name of [
      "daily-look-back mean",
      "last-day-not-better strict",
      "level-crossing strict",
      "trend-line closed",
    ])
      expect(Math.abs(mean((tallies.get(name) as Tally).truths) - 6), name).toBeLessThan(0.4);
  });

  it("record lags look back from the days on which open was freshest and so are shorter, waits are longer", () => {
    const truth = (name: string) => mean((tallies.get(name) as Tally).truths);
    expect(truth("record-look-back mean")).toBeLessThan(truth("daily-look-back mean"));
    expect(truth("catch-up Kaplan–Meier")).toBeGreaterThan(truth("daily-look-back mean"));
  });

  const tolerant = [
    ["last-day-not-better paired,", "last-day-not-better strict"],
    ["last-day-not-better unpaired", "last-day-not-better strict"],
    ["level-crossing unpaired", "level-crossing strict"],
  ];
  it.each(tolerant)("%s is shorter than the truth by design", (name, strict) => {
    const {truths, errors, worlds, held} = tallies.get(name) as Tally;
    // In the true world nothing is noisy, so the test asks for no margin: this truth is the strict one.
    expect(mean(truths)).toBeCloseTo(mean((tallies.get(strict) as Tally).truths), 9);
    expect(mean(errors)).toBeLessThan(-0.8);
    expect(held / worlds).toBeLessThan(0.5);
  });
});

/** The line rule is about one named model: its truth is that model's, not that of the truly best one. */
function ofSameCandidate(truth: LagInput, seen: LagEstimate): LagEstimate {
  if (seen.kind === "insufficient") return seen;
  return frontierLine(truth, {candidate: seen.records[0].model});
}

function tallyOf(tallies: Map<string, Tally>, {rule, variant}: LagFigure): Tally {
  const name = `${rule} ${variant.split(" ")[0]}`;
  let tally = tallies.get(name);
  if (!tally) {
    tally = {worlds: 0, held: 0, truths: [], errors: [], widths: []};
    tallies.set(name, tally);
  }
  return tally;
}
