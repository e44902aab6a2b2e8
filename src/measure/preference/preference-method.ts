/** The arguable choices in reading a lag off a preference board. */
export const preferenceMethod = {
  maxAgeDays: {
    value: 120,
    reason:
      "Boards refit and drift; a rating not renewed for four months before the board's latest date is of another fit.",
    alternatives: ["30", "none"],
  },
  effortPriorSd: {
    value: 30,
    reason:
      "Prior deviation of the effect of an effort level in rating points. Between thinking and not thinking boards show 0 to 60.",
    alternatives: ["15", "60"],
  },
  draws: {
    value: 1000,
    reason: "The interval ends of a lag are settled to a few days at this number.",
    alternatives: ["500", "5000"],
  },
  level: {value: 0.9, reason: "Level of every interval of lagline.", alternatives: ["0.8", "0.95"]},
} as const;

export interface PreferenceMethod {
  readonly maxAgeDays: {readonly value: number};
  readonly effortPriorSd: {readonly value: number};
  readonly draws: {readonly value: number};
  readonly level: {readonly value: number};
}
