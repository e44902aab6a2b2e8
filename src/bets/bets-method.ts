/** The arguable choices of the bets. */
export const betsMethod = {
  logFloor: {
    value: 0.001,
    reason:
      "A position of 0 or 1 is kept as given and counts so in the Brier score; in log scores it counts as 0.1% or 99.9%, the ends Metaculus allows, because one surprise would otherwise be worth minus infinity.",
    alternatives: [0.01, 0],
  },
  continuousBuckets: {
    value: 200,
    reason:
      "Metaculus cuts the range of a question into 200 buckets and scores the one that holds the answer.",
    alternatives: [1000],
  },
  openBoundShare: {
    value: 0.05,
    reason:
      "Metaculus's baseline for an answer beyond an open end of the range; every range here is open at both ends.",
    alternatives: [0],
  },
  uniformShare: {
    value: 0.01,
    reason:
      "Metaculus mixes 1% of a uniform distribution into every distribution, so that no bucket is without probability.",
    alternatives: [0.001],
  },
  calibrationBins: {value: 10, reason: "Tenths are what people say aloud.", alternatives: [5, 20]},
  intervalZ: {
    value: 1.6448536269514722,
    reason: "The normal quantile of a two-sided interval of 90%, the level of the lags.",
    alternatives: [1.2815515655446004, 1.959963984540054],
  },
  starting: {
    value: ["seed"] as readonly string[],
    reason:
      "Starting probabilities were written by whoever drafted the questions, so that a ledger is not empty. They are shown and scored beside the others, are no evidence about a belief, and do not fix a question's wording as somebody's position does.",
    alternatives: [],
  },
  breaking: {
    value: {settled: 2, share: 0.5},
    reason:
      "One question that came out against a belief can be bad luck or a bad question; two, and more than half of those asked before their answers were known, cannot both be waved away. A question that restates the belief itself breaks it alone.",
    alternatives: [
      {settled: 1, share: 0.5},
      {settled: 3, share: 0.5},
    ],
  },
  leaning: {
    value: 0.5,
    reason:
      "A belief weakens when its open questions are, on average, likelier to come out against it than for it.",
    alternatives: [0.4, 0.6],
  },
  closingSoonDays: {value: 45, reason: "Six weeks are enough to change a plan.", alternatives: [14, 90]},
  newlySettledDays: {value: 90, reason: "A quarter is what a review looks back on.", alternatives: [30]},
  paths: {
    value: 10_000,
    reason: "Futures behind a computed probability: it is then known to half a point of a hundred.",
    alternatives: [1_000, 100_000],
  },
  horizonMonths: {
    value: 36,
    reason: "Three years cover every question asked of a future; further on the forecast says nothing.",
    alternatives: [24],
  },
  ratePrior: {
    value: 0.5,
    reason:
      "Jeffreys's shape of a rate: half an event before the record speaks, so that what never happened keeps a small chance.",
    alternatives: [1],
  },
  watchedFrom: {
    value: "2025-01-01",
    reason: "The tables of facts are kept up from 2025 on; rows of earlier years are background.",
    alternatives: ["2025-07-01"],
  },
  releasesWatchedMonths: {
    value: 24,
    reason: "Releases of two years, as the forecast of the forces reads its records (R57).",
    alternatives: [12, 36],
  },
  rankMonths: {
    value: 36,
    reason:
      "Monthly steps of a rank in three years: fewer hold hardly one release of a side that releases rarely.",
    alternatives: [24],
  },
  movedBy: {
    value: 0.01,
    reason:
      "lagline takes a new position on a new vintage or when its probability moved by a point or more: less is noise of the draws.",
    alternatives: [0.005, 0.02],
  },
} as const;
