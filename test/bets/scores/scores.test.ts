import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {calibration, wilsonInterval} from "../../../src/bets/scores/calibration.ts";
import {difficultyAdjusted} from "../../../src/bets/scores/difficulty.ts";
import {heldSpans, timeAverage} from "../../../src/bets/scores/held-spans.ts";
import {peerScores} from "../../../src/bets/scores/peer-score.ts";
import {
  baselineScore,
  brierIndex,
  brierScore,
  logScore,
} from "../../../src/bets/scores/probability-scores.ts";
import {
  baselineProbability,
  bucketProbability,
  continuousBaselineScore,
  crps,
  probabilityBelow,
  quantileDistribution,
} from "../../../src/bets/scores/quantile-distribution.ts";
import reference from "../../reference/bets/reference.json" with {type: "json"};

const tenDays = {opens: 0, closes: 9, known: 10};

describe("scores of a probability (R66)", () => {
  it("give ForecastBench's worked Brier scores", () => {
    // forecastbench-ranking-simulation, tests/test_ranking_sim.py: 0.7 -> 1, 0.3 -> 0, 1.0 -> 1.
    expect([brierScore(0.7, true), brierScore(0.3, false), brierScore(1, true)]).toEqual([
      expect.closeTo(0.09, 12),
      expect.closeTo(0.09, 12),
      0,
    ]);
  });

  it("give Metaculus's worked baseline scores", () => {
    // Metaculus, tests/unit/test_scoring/test_score_math.py.
    expect(baselineScore(0.9, true)).toBeCloseTo(84.79969066, 7);
    expect(baselineScore(0.1, true)).toBeCloseTo(-232.19280949, 7);
    expect(baselineScore(0.9, false)).toBeCloseTo(-232.19280949, 7);
    expect(baselineScore(2 ** (-1 / 2), true)).toBeCloseTo(50, 9);
    expect(baselineScore(2 ** (-3 / 2), true)).toBeCloseTo(-50, 9);
    expect(baselineScore(0.5, false)).toBe(0);
  });

  it("put always saying 50% at a Brier index of 50, and perfection at 100", () => {
    expect([brierIndex(0.25), brierIndex(0), brierIndex(0.01)]).toEqual([50, 100, expect.closeTo(90, 12)]);
  });

  it("keep certainty in the Brier score and hold it to 0.1% in log scores", () => {
    expect(brierScore(0, true)).toBe(1);
    expect(logScore(0, true)).toBeCloseTo(Math.log(0.001), 12);
    expect(logScore(1, true)).toBeCloseTo(Math.log(0.999), 12);
    expect(baselineScore(1, false)).toBeCloseTo(100 * (1 + Math.log2(0.001)), 9);
  });
});

describe("averages over the time a question was open (R66)", () => {
  it("cover what Metaculus's worked examples cover", () => {
    // The same file: forecasts from day s to e of ten, closing at ten or early.
    const coverage = (positions: readonly number[], known = 10) => {
      const period = {...tenDays, known};
      return (
        timeAverage(
          heldSpans(
            positions.map((on) => ({on, stand: 0.5})),
            period,
          ),
          period,
          () => 0,
        )?.coverage ?? 0
      );
    };
    expect([coverage([0]), coverage([3]), coverage([5]), coverage([7])]).toEqual([1, 0.7, 0.5, 0.3]);
    expect([coverage([0], 5), coverage([5], 5)]).toEqual([0.5, 0]);
    const half = heldSpans([{on: 5, stand: 0.9}], tenDays);
    const {mean, coverage: held} = timeAverage(half, tenDays, (p) => baselineScore(p, true))!;
    expect(mean * held).toBeCloseTo(84.79969066 / 2, 7);
  });

  it("hold a position from its day to the next, and the newest before the opening from the opening on", () => {
    const spans = heldSpans(
      [
        {on: -9, stand: "a"},
        {on: -2, stand: "b"},
        {on: 4, stand: "c"},
        {on: 4, stand: "d"},
        {on: 30, stand: "e"},
      ],
      tenDays,
    );
    expect(spans).toEqual([
      {from: 0, until: 4, stand: "b"},
      {from: 4, until: 10, stand: "d"},
    ]);
  });

  it("count no day on which the answer could be known", () => {
    expect(heldSpans([{on: 0, stand: 1}], {opens: 0, closes: 9, known: 3})).toEqual([
      {from: 0, until: 3, stand: 1},
    ]);
    expect(heldSpans([{on: 4, stand: 1}], {opens: 0, closes: 9, known: 3})).toEqual([]);
  });
});

describe("peer scores (R66)", () => {
  const log = (p: number) => logScore(p, true);
  const all = (...ps: readonly number[]) => ps.map((p) => heldSpans([{on: 0, stand: p}], tenDays));

  it("follow from Metaculus's worked geometric mean", () => {
    // 0.7, 0.8 and 0.9 have the geometric mean 0.79581144; a score is 100 N / (N - 1) ln(p / mean).
    const scores = peerScores(all(0.7, 0.8, 0.9), tenDays, log);
    expect(scores).toEqual([0.7, 0.8, 0.9].map((p) => expect.closeTo(150 * Math.log(p / 0.79581144), 5)));
  });

  it("add up to zero over those who held a position all along, and are zero alone", () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({min: 0.01, max: 0.99, noNaN: true}), {minLength: 1, maxLength: 6}),
        (ps) => {
          expect(peerScores(all(...ps), tenDays, log).reduce((a, b) => a + b, 0)).toBeCloseTo(0, 9);
        },
      ),
      {seed: 1},
    );
    expect(peerScores(all(0.2), tenDays, log)).toEqual([0]);
  });

  it("compare only on days both held one, over the planned days", () => {
    const early = heldSpans([{on: 0, stand: 0.9}], tenDays);
    const late = heldSpans([{on: 5, stand: 0.45}], tenDays);
    const scores = peerScores([early, late], tenDays, log);
    expect(scores[0]).toBeCloseTo((100 * Math.log(2)) / 2, 9);
    expect(scores[1]).toBeCloseTo((-100 * Math.log(2)) / 2, 9);
  });
});

describe("scores of a distribution told by quantiles (R67)", () => {
  const told = quantileDistribution([
    [0.05, 2],
    [0.5, 5],
    [0.95, 11],
  ]);

  it("have the CRPS that quadrature gives", () => {
    for (const {y, crps: expected} of reference.crps) expect(crps(told, y)).toBeCloseTo(expected, 5);
  });

  it("have the exact CRPS of a uniform distribution", () => {
    const uniform = quantileDistribution([
      [0.25, 0.25],
      [0.5, 0.5],
      [0.75, 0.75],
    ]);
    expect([uniform.values[0], uniform.values.at(-1)]).toEqual([0, 1]);
    for (const y of [0, 0.3, 0.5, 1]) expect(crps(uniform, y)).toBeCloseTo((y ** 3 + (1 - y) ** 3) / 3, 12);
    expect(crps(uniform, 3)).toBeCloseTo(2 + 1 / 3, 12);
  });

  it("give back the quantiles they were told by", () => {
    expect([2, 5, 11].map((x) => probabilityBelow(told, x))).toEqual(
      [0.05, 0.5, 0.95].map((p) => expect.closeTo(p, 12)),
    );
    expect([probabilityBelow(told, -50), probabilityBelow(told, 50)]).toEqual([0, 1]);
  });

  it("score a bucket of the range as Metaculus does", () => {
    const {range, answer, probability, score} = reference.bucket;
    expect(bucketProbability(told, range, answer)).toBeCloseTo(probability, 12);
    expect(continuousBaselineScore(told, range, answer)).toBeCloseTo(score, 9);
    expect(baselineProbability(range, 21)).toBe(0.05);
  });

  it("spread all probability over the buckets and the two open ends", () => {
    const range = {low: 0, high: 10};
    const inside = Array.from({length: 200}, (_, i) => bucketProbability(told, range, (i + 0.5) * 0.05));
    const ends = bucketProbability(told, range, -1) + bucketProbability(told, range, 11);
    expect(inside.reduce((a, b) => a + b, 0) + ends).toBeCloseTo(1, 9);
  });
});

describe("scores adjusted for difficulty (R68)", () => {
  const answers = reference.adjusted.answers.map(([forecaster, question, score]) => ({
    forecaster: forecaster as string,
    question: question as string,
    score: score as number,
  }));

  it("are the least squares another package finds", () => {
    const found = Object.fromEntries(
      difficultyAdjusted(answers).map(({forecaster, adjusted}) => [forecaster, adjusted]),
    );
    for (const [forecaster, expected] of Object.entries(reference.adjusted.scores)) {
      expect(found[forecaster]).toBeCloseTo(expected, 9);
    }
  });

  it("are plain means where everybody answered everything", () => {
    const complete = ["a", "b"].flatMap((forecaster) =>
      ["q1", "q2"].map((q, i) => ({
        forecaster,
        question: q,
        score: (forecaster === "a" ? 0.1 : 0.2) + i * 0.3,
      })),
    );
    expect(difficultyAdjusted(complete).map(({adjusted}) => adjusted)).toEqual([
      expect.closeTo(0.25, 10),
      expect.closeTo(0.35, 10),
    ]);
  });

  it("do not punish whoever took the hard questions", () => {
    const rows = [
      {forecaster: "careful", question: "hard", score: 0.3},
      {forecaster: "careful", question: "easy", score: 0.05},
      {forecaster: "lucky", question: "easy", score: 0.06},
    ];
    const [first] = difficultyAdjusted(rows);
    expect(first!.forecaster).toBe("careful");
  });

  it("compare nobody across questions nobody shares", () => {
    const rows = [
      {forecaster: "a", question: "q1", score: 0.1},
      {forecaster: "b", question: "q2", score: 0.9},
    ];
    expect(difficultyAdjusted(rows).map(({group}) => group)).toEqual([0, 1]);
  });
});

describe("calibration (R68)", () => {
  it("has Wilson's intervals", () => {
    const z = {0.95: 1.959963984540054, 0.9: 1.6448536269514722};
    for (const {successes, n, level, low, high} of reference.wilson) {
      const found = wilsonInterval(successes, n, z[level as 0.9 | 0.95]);
      expect([found.low, found.high]).toEqual([expect.closeTo(low, 9), expect.closeTo(high, 9)]);
    }
    // Newcombe 1998, table I: 81 of 263 and 15 of 148.
    expect(wilsonInterval(81, 263, 1.96).low).toBeCloseTo(0.2553, 4);
    expect(wilsonInterval(15, 148, 1.96).high).toBeCloseTo(0.1605, 4);
  });

  it("puts certainty into the last bin and counts every case once", () => {
    const bins = calibration([0, 0.05, 0.1, 0.95, 1].map((p) => ({p, isYes: p > 0.5})));
    expect(bins.map(({count}) => count)).toEqual([2, 1, 0, 0, 0, 0, 0, 0, 0, 2]);
    expect(bins[9]!.happened).toBe(1);
    expect(bins[4]).toMatchObject({said: null, happened: null});
  });
});
