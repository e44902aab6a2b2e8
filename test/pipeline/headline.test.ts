import {describe, expect, it} from "vitest";
import {headlineSentence} from "../../src/pipeline/headline.ts";
import type {Quantity} from "../../src/report.ts";

const quantity = (more: Partial<Quantity>): Quantity => ({
  id: "q",
  label: "q",
  unit: "months",
  value: 5.94,
  interval: {low: 4.1, high: 7.96, level: 0.9, kind: "credible"},
  censored: "none",
  insufficient: null,
  n: 1,
  note: null,
  evidence: {rule: "R11", models: [], benchmarks: [], quantities: [], records: []},
  ...more,
});
const numbers = (more: Partial<Parameters<typeof headlineSentence>[0]> = {}) => ({
  lag: quantity({}),
  gap: quantity({unit: "points", value: 8.36}),
  trend: quantity({unit: "months per year", interval: {low: -2, high: 3, level: 0.9, kind: "credible"}}),
  range: {low: quantity({value: 1.26}), high: quantity({value: 11.1}), definitions: 12, instruments: 2},
  ...more,
});

describe("the headline", () => {
  it("says lag, interval, gap, range and trend in one sentence", () => {
    expect(headlineSentence(numbers())).toBe(
      "Open-weight models are 5.9 months behind closed ones (90% interval 4.1 to 8.0), 8.4 index points below; " +
        "12 published definitions on 2 instruments range from 1.3 to 11.1; " +
        "over the last year no trend can be told from zero (−2.0 to 3.0 months per year).",
    );
  });

  it("says so when open leads", () => {
    const lag = quantity({value: -2.3, interval: {low: -4, high: -0.5, level: 0.9, kind: "credible"}});
    expect(headlineSentence(numbers({lag, gap: quantity({unit: "points", value: -3})}))).toMatch(
      /^Open-weight models are 2\.3 months ahead of closed ones \(90% interval −4\.0 to −0\.5\), 3\.0 index points above/,
    );
  });

  it("keeps a bound a bound", () => {
    const lag = quantity({censored: "right", interval: {low: 4, high: null, level: 0.9, kind: "credible"}});
    expect(headlineSentence(numbers({lag}))).toContain(
      "at least 5.9 months behind closed ones (90% interval 4.0 to not yet known)",
    );
    const range = {...numbers().range, high: quantity({value: 24, censored: "right"})};
    expect(headlineSentence(numbers({range}))).toContain("to 24.0 or more");
  });

  it("gives the reason where there is no number", () => {
    const lag = quantity({value: null, interval: null, insufficient: "no open model has a result"});
    expect(headlineSentence(numbers({lag}))).toBe(
      "How far open-weight models are behind cannot be said: no open model has a result.",
    );
  });

  it("names the direction of a trend only when its interval leaves zero out", () => {
    const trend = (low: number, high: number) =>
      headlineSentence(
        numbers({
          trend: quantity({unit: "months per year", interval: {low, high, level: 0.9, kind: "credible"}}),
        }),
      );
    expect(trend(0.5, 3)).toContain("the lag grew (0.5 to 3.0 months per year)");
    expect(trend(-3, -0.5)).toContain("the lag shrank (−3.0 to −0.5 months per year)");
  });
});
