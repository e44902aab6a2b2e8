/** The arguable choices of the adoption tables. */
export const adoptionMethod = {
  blending: {
    value: "never",
    reason:
      "Router tokens, downloads, surveys and spend count different things of different people; their average is the share of nothing.",
    alternatives: [],
  },
  sourceRangeLevel: {
    value: 0.9,
    reason:
      "A source's low and high come without level; they are read as the middle 90%, the level of every other interval.",
    alternatives: ["0.5", "1 (hard limits)"],
  },
  trendMinPoints: {
    value: 2,
    reason: "A change needs two dates counted in the same way.",
    alternatives: ["3"],
  },
  trendMinYears: {
    value: 0.25,
    reason: "A yearly rate from less than a quarter multiplies the noise of one week by more than four.",
    alternatives: ["0.5", "1"],
  },
  rule: {value: "R42", reason: "The published rule these numbers follow.", alternatives: []},
} as const;
