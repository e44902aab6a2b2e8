/** The arguable choices that all forces share. */
export const forceMethod = {
  intervalLevel: {
    value: 0.9,
    reason: "The level of the lags, so that intervals can be set side by side.",
    alternatives: ["0.8", "0.95"],
  },
  drawCount: {
    value: 1000,
    reason: "Draws behind money and continuity: a chance is then known to about one point of a hundred.",
    alternatives: ["500", "2000"],
  },
  backtestDays: {
    value: {runway: {count: 8, everyMonths: 3}, flagship: {count: 3, everyMonths: 6}},
    reason:
      "Days whose horizon is over: a quarter apart over two years for runways, which new figures move; half a year apart for flagships, which come once or twice a year.",
    alternatives: ["twice as many days, which overlap more"],
  },
  backtestDrawCount: {
    value: 200,
    reason: "A back-test judges many lab-days at once, so the noise of each estimate averages out.",
    alternatives: ["1000"],
  },
  priceLevels: {
    value: [130, 140, 145, 150, 155] as readonly number[],
    reason:
      "The anchors of the scale, Claude 3.5 Sonnet (130) and GPT-5 (150), with levels between and just above them.",
    alternatives: ["every five points"],
  },
  changeDays: {
    value: [30, 90] as readonly [30, 90],
    reason: "A month is news; a quarter is what a supplier review looks back on.",
    alternatives: ["7 and 30"],
  },
} as const;
