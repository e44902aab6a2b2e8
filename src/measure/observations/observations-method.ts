/** The arguable choices in turning published results into one observation per model and benchmark. */
export const observationsMethod = {
  clip: {
    value: 0.005,
    reason:
      "Logits of 0 and 1 are infinite. Half a point keeps a perfect run on 200 items finite, about what such a run says.",
    alternatives: [0.002, 0.01, 0.02],
  },
  settings: {
    value: "adjust",
    reason:
      "The best of many runs rises with their number, not with ability. Every setting is shifted to full effort by the effect estimated within models, then averaged.",
    alternatives: ["best", "mean"],
  },
  effortPriorSd: {
    value: 0.75,
    reason:
      "Prior standard deviation of an effort effect in logits: an effort level that multiplies the odds by two is common, by five rare. Data on common levels dominate it.",
    alternatives: [0.4, 1.5],
  },
  sameRunTolerance: {
    value: 0.0011,
    reason: "Two sources that repeat one run differ by rounding: at most a tenth of a point each.",
    alternatives: [0, 0.003],
  },
  firstDay: {
    value: "2023-01-01",
    reason:
      "The comparison starts with the first models after ChatGPT, as Epoch's index does; earlier ones were tested on what nobody uses now.",
    alternatives: ["2022-01-01", "2024-01-01"],
  },
  minBenchmarks: {
    value: 4,
    reason:
      "Epoch's rule. With three results a mid-size open model stood level with the closed frontier for half a year: fewer than four place a model by luck.",
    alternatives: [3, 6, 8],
  },
  composites: {
    value: "drop-covered",
    reason: "A mean over categories that are themselves listed counts the same answers twice.",
    alternatives: ["keep"],
  },
} as const;

export type ObservationsMethod = {
  readonly clip: number;
  readonly settings: "adjust" | "best" | "mean";
  readonly effortPriorSd: number;
  readonly sameRunTolerance: number;
  readonly firstDay: string;
  readonly minBenchmarks: number;
  readonly composites: "drop-covered" | "keep";
};

export const defaultObservationsMethod: ObservationsMethod = {
  clip: observationsMethod.clip.value,
  settings: observationsMethod.settings.value,
  effortPriorSd: observationsMethod.effortPriorSd.value,
  sameRunTolerance: observationsMethod.sameRunTolerance.value,
  firstDay: observationsMethod.firstDay.value,
  minBenchmarks: observationsMethod.minBenchmarks.value,
  composites: observationsMethod.composites.value,
};
