import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {spanOfUrgency, urgencyOver} from "../../../src/forecast/forces/stress-release.ts";

const stress = fc.double({min: -8, max: 8, noNaN: true});
const pace = fc.double({min: 0, max: 4, noNaN: true});
const urgency = fc.double({min: 0.01, max: 1, noNaN: true});
const span = fc.double({min: 0.01, max: 3, noNaN: true});

describe("the stress-release model (METHOD R55)", () => {
  it("adds up the hazard as its integral in closed form", () => {
    fc.assert(
      fc.property(stress, pace, urgency, span, (x, a, beta, t) => {
        const steps = 4000;
        let sum = 0;
        for (let i = 0; i < steps; i++)
          sum += Math.exp(beta * (x + a * ((i + 0.5) / steps) * t)) * (t / steps);
        expect(urgencyOver(x, a, beta, t) / sum).toBeCloseTo(1, 4);
      }),
      {numRuns: 50},
    );
  });

  it("waits exactly as long as the hazard needs to come to what is due", () => {
    fc.assert(
      fc.property(stress, pace, urgency, span, (x, a, beta, t) => {
        expect(spanOfUrgency(x, a, beta, urgencyOver(x, a, beta, t))).toBeCloseTo(t, 8);
      }),
    );
  });

  it("is a Poisson process where progress does not urge", () => {
    expect(urgencyOver(5, 2, 0, 3)).toBe(3);
    expect(spanOfUrgency(5, 2, 0, 3)).toBe(3);
  });
});
