/** Every arguable choice of the back-test and of the mixture's weights: value, reason, alternatives. */
import type {Choice} from "../../choice.ts";
import type {Metric} from "../future-metrics.ts";

const choice = <Value>(
  value: Value,
  reason: string,
  alternatives: readonly string[],
): Choice<Value, string> => ({value, reason, alternatives});

export const backtestMethod = {
  firstOrigin: choice(
    "2023-12-01",
    "Before it fewer than fifty models and hardly two records a side are measured.",
    ["2024-06-01"],
  ),
  originMonths: choice(3, "Closer origins would see nearly the same past and the same future.", ["1", "6"]),
  horizons: choice([3, 6, 12, 18] as readonly number[], "From the next release to a generation of models.", [
    "1 to 18",
  ]),
  paths: choice(2000, "Their noise moves a CRPS by a hundredth, far below what origins differ by.", [
    "10,000",
  ]),
  linkModels: choice(
    40,
    "The most able models that both vintages measure fix the map of their points: fewer make its slope noisy, all of them stretch it by models nobody competes with.",
    ["20", "all"],
  ),
  separateFrom: choice(
    "2024-12-01",
    "From here on both sides have five records or more, as a forecast of today has. It separates thin histories from full ones, not tuning from testing: constants were chosen with every origin in view.",
    ["no separation"],
  ),
  skillDraws: choice(1000, "Their noise is a hundredth of skill.", ["200", "10,000"]),
  skillBlocks: choice(
    3,
    "Independent stretches of time below which a skill has no interval: resampling two of them shows no spread that means anything.",
    ["2", "5"],
  ),
  skillLevel: choice(0.9, "The level of the lags.", ["0.8"]),
  levels: choice([0.5, 0.8, 0.9] as readonly number[], "Intervals that are checked.", ["0.8 alone"]),
  pitBins: choice(5, "A dozen cases fill no more.", ["10"]),
  weighedBy: choice(
    ["closed", "open", "lag"] as readonly Metric[],
    "What the mixture's weights are judged on: both frontiers and the distance in time between them.",
    ["the lag alone"],
  ),
  shownBy: choice(
    [6, 12] as readonly number[],
    "Months ahead by which the forecaster that is shown is chosen: the one with the best record there, naive or not.",
    ["all horizons"],
  ),
  equalWeight: choice(
    0.5,
    "How firmly weights are held to being equal: this much divided by the number of origins, per unit of divergence, beside a mean score near 1. Equal weights are hard to beat with a dozen overlapping cases.",
    ["0 (best in the past)", "2"],
  ),
} as const;
