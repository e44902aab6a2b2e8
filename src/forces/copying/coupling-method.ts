/** Every arguable choice of the fast-follow coupling: value, reason, alternatives. */
export const couplingMethod = {
  delayMonths: {
    value: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9] as readonly number[],
    reason:
      "Distilling and training take months, and published lags are 3 to 8 months. Each month of reach costs a month of a short record, since all delays are compared on the same months.",
    alternatives: ["0 to 6", "0 to 12", "a fixed 4"],
  },
  shortestCopyingMonths: {
    value: 2,
    reason:
      "Collecting outputs, training on them and releasing takes months at least; what moves together within a month or so has a common cause or a common calendar.",
    alternatives: ["1", "3"],
  },
  couplingGrid: {
    value: {low: 0, high: 0.8, step: 0.04},
    reason:
      "Share of the distance closed per month. Below zero open would flee from closed, and the simulated world would explode; 0.8 closes nearly everything in a month.",
    alternatives: ["a finer step", "to 1"],
  },
  worldsPerValue: {
    value: 200,
    reason:
      "Worlds simulated for each value of the coupling; p-values of 5% then carry an error of 1.5 points.",
    alternatives: ["100", "500"],
  },
  abilityDraws: {
    value: 40,
    reason: "Joint ability draws the simulated test is run on; more change the third digit only.",
    alternatives: ["20", "all"],
  },
  couplingsPerDraw: {
    value: 25,
    reason: "Values taken from each draw's confidence distribution.",
    alternatives: ["10"],
  },
  minMonths: {
    value: 18,
    reason:
      "Three parameters from less than a year and a half of months, most without a release, mean nothing.",
    alternatives: ["12", "24"],
  },
  rollingMinMonths: {
    value: 15,
    reason: "The first forecast is made from the first half of the record, the rest is kept to be forecast.",
    alternatives: ["12", "20"],
  },
  minYearsForecast: {
    value: 3,
    reason:
      "Forecasts of a year made a month apart are one forecast; fewer than three years that stand alone give no error worth naming.",
    alternatives: ["2", "5"],
  },
  counterfactualMonths: {value: 12, reason: "The horizon the question names.", alternatives: ["6", "24"]},
  paceMonths: {
    value: 12,
    reason: "The closed frontier's pace that turns points into months is that of the last year.",
    alternatives: ["6", "24"],
  },
  intervalLevel: {
    value: 0.9,
    reason: "The level of the lags, so that intervals can be set side by side.",
    alternatives: ["0.8", "0.95"],
  },
  minUsableShare: {
    value: 0.5,
    reason: "Where most joint draws have no answer, the rest would speak for a world that most draws deny.",
    alternatives: ["0.8"],
  },
  shortestWithholdingDays: {
    value: 30,
    reason: "The record is read at month ends; what lasted less than a month cannot show in it.",
    alternatives: ["14", "60"],
  },
  aheadShare: {
    value: 0.5,
    reason:
      "A withheld model is an experiment only if it would have been the best one to copy, in at least half of the draws.",
    alternatives: ["0.9"],
  },
  rule: {value: "R39", reason: "The published rule these numbers follow.", alternatives: []},
  experimentRule: {value: "R40", reason: "The published rule of the withheld models.", alternatives: []},
} as const;
