/**
 * Every arguable choice of the robustness estimate, each with its reason and what else could be chosen.
 */
import type {Choice} from "../../choice.ts";
function choice<Value>(value: Value, reason: string, ...alternatives: string[]): Choice<Value, string> {
  return {value, reason, alternatives};
}

export const robustnessMethod = {
  firstRelease: choice(
    "2024-01-01" as string,
    "The claim is about today's models. Hardly any earlier model was run on a private test, and base models of 2023 were measured on tests nobody uses now.",
    "2023-01-01, as the Epoch Capabilities Index does",
  ),
  minFamilies: choice(
    2,
    "A model with results on a single family of tests cannot show a difference between families; it only costs time.",
    "3",
    "4, as the Epoch Capabilities Index does",
  ),
  minBenchmarkModels: choice(
    6,
    "Location, slope and noise of a benchmark are three unknowns; fewer models leave them to the prior.",
    "4",
    "10",
  ),
  minClassModels: choice(
    5,
    "Below five open or five closed models a class difference rests on one or two labs.",
    "3",
    "10",
  ),
  anchors: choice(
    {low: "claude-3.5-sonnet-2024-06", lowPoints: 130, high: "gpt-5", highPoints: 150},
    "The scale of the Epoch Capabilities Index, in which the ability index is reported too.",
    "ability in logits",
  ),
  floor: choice(
    0.015,
    "A chance-corrected result at or below this says only that ability lies below what the test can see. It enters as censored, not as a number, so that hard tests do not punish weak models by their floor.",
    "0.005",
    "0.03",
  ),
  ceilingMargin: choice(
    0.01,
    "A result within this of the ceiling is censored from above for the same reason.",
    "0.03",
  ),
  errorTail: choice(
    5,
    "Degrees of freedom of the t-distributed errors: a wrong row, or a run with a broken harness, must not carry a class.",
    "4",
    "normal errors",
  ),
  relativeVarianceFloor: choice(
    0.05,
    "Smallest p (1 - p) used when a result's weight on the logit scale is computed, so that near-certain results keep a finite weight.",
    "0.02",
  ),
  preferenceErrorFloor: choice(
    15,
    "Rating points added in quadrature to a rating's own standard error before weighting: with 100,000 votes the error of a rating is below its meaning.",
    "0",
    "30",
  ),
  preferenceUnit: choice(
    100,
    "Rating points per unit of the response, which brings ratings to the size of logits; it cancels in every result.",
    "400 / ln 10",
  ),
  preferenceBoards: choice(
    ["text_sc", "webdev", "vision_sc"] as readonly string[],
    "The style-controlled text board and the two boards with other prompts. The plain text board and the categories reuse the same votes and would count them again.",
    "text in place of text_sc, to see how much style is worth",
  ),
  preferenceMaxAgeDays: choice(
    120,
    "Ratings drift as boards refit; a rating not renewed for this long is of another vintage.",
    "30",
    "none",
  ),
  slopePriorSd: choice(
    0.5,
    "A benchmark's slope is normal around 1 with this deviation, kept above 0.05: discriminations of the Epoch index mostly lie between 0.4 and 2.",
    "lognormal slopes",
    "one common slope, as CAISI does",
  ),
  slopeFloor: choice(
    0.05,
    "A test on which abler models do worse is broken or measures something else.",
    "0",
  ),
  interceptPriorSd: choice(
    5,
    "Prior deviation of a test's location around its median result, in logits: it says nothing.",
    "10",
  ),
  testNoiseShape: choice(
    2,
    "How alike tests are in their noise: shape of the inverse-gamma prior they share. At 2 a test with four results already speaks mostly for itself.",
    "1",
    "5",
  ),
  scaleStep: choice(
    0.05,
    "Step of the move that scales abilities against slopes; it is accepted about half the time. It changes how fast the chain settles, not where.",
    "0.02",
    "0.1",
  ),
  differencePriorSd: choice(
    1,
    "Prior deviation of a class difference in logits, about 20 points: weak beside the data, and centred on no difference.",
    "0.5",
    "2",
  ),
  trendPriorSd: choice(
    0.2,
    "Prior deviation of the yearly change of a class difference in logits, about 2.5 points: differences may grow or fade, slowly.",
    "0, one difference for all years",
    "0.5",
  ),
  recentMonths: choice(
    6,
    "Differences are stated for models released this long before the as-of date, the middle of the last year: the question is about the models one could choose now.",
    "0",
    "12",
  ),
  driftPriorSd: choice(
    0.5,
    "Prior deviation of the drift of public results with the logarithm of a test's age, common to open and closed models.",
    "0, no drift",
  ),
  variancePrior: choice(
    {shape: 1, scale: 0.01},
    "Inverse-gamma prior of every variance of partial pooling: mode 0.005, a deviation of 0.07 logits or about 1.5 points, with a heavy tail.",
    "half-Cauchy on the deviation",
    "restricted maximum likelihood, which is too sure with few labs",
  ),
  burnIn: choice(200, "Sweeps thrown away; the chains have forgotten their start by then.", "1000"),
  sweeps: choice(
    3000,
    "Sweeps kept before thinning. At 900 a class difference moved by 0.3 points from seed to seed (standard deviation), enough to move an interval across zero; the error falls with the square root.",
    "900, three times as fast",
    "9000, for 0.1 points",
  ),
  matchBurnIn: choice(
    100,
    "Sweeps thrown away in the fits of public and of held-out tests alone, which are smaller.",
    "500",
  ),
  matchSweeps: choice(300, "Sweeps kept in the fits of public and of held-out tests alone.", "1000"),
  keepEvery: choice(3, "Neighbouring sweeps say nearly the same: every third is kept as a draw.", "1"),
  level: choice(0.9, "Level of every interval, as in the indices it stands beside.", "0.8", "0.95"),
  slopeWindowMonths: choice(
    24,
    "The closed frontier's pace is that of its running best over this window: long enough for several records, short enough to be the present pace.",
    "12",
    "all dates",
  ),
  minLagForRatio: choice(
    0.5,
    "A ratio to a public lag under half a month is meaningless; such draws are counted and left out.",
    "1",
  ),
  pairPoints: choice(
    3,
    "A closed model is a partner of an open one when their public abilities are this close.",
    "1",
    "5",
  ),
  minPairLabs: choice(
    3,
    "Labs are resampled for the interval of matched pairs; with fewer there is nothing to resample.",
    "5",
  ),
  pairSlope: choice(
    0.3,
    "Tests flatter than this say next to nothing about ability, and dividing by their slope would turn noise into tens of points. The joint fit keeps them: it weighs by slope.",
    "0.1",
    "0.5",
  ),
  pairDays: choice(
    180,
    "Partners were released at most this far apart, so that both met the test at a like age.",
    "90",
    "365",
  ),
  selectionWarning: choice(
    0.75,
    "Selective testing is named in the caveats when the share of open models tested on a class is below this part of the closed share.",
    "0.9",
  ),
  permutations: choice(
    400,
    "Relabellings of openness in the placebo test: enough to tell p = 0.05 from 0.02.",
    "2000",
  ),
  strata: choice(
    6,
    "Ability strata within which openness is shuffled: close enough in ability, large enough to shuffle.",
    "4",
    "10",
  ),
} as const;

export type RobustnessMethod = typeof robustnessMethod;
