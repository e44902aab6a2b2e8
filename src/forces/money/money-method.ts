/** Every arguable choice of the money estimates: its value, the reason for it, and what else could be chosen. */
import type {Choice} from "../../choice.ts";

const choice = <Value>(
  value: Value,
  reason: string,
  alternatives: readonly string[],
): Choice<Value, string> => ({
  value,
  reason,
  alternatives,
});

export const moneyMethod = {
  intervalLevel: choice(0.9, "The level of the lags, so that intervals can be set side by side.", [
    "0.8",
    "0.95",
  ]),
  horizonsMonths: choice(
    [3, 6, 12, 24] as readonly number[],
    "A quarter, a budget half, a contract year and the longest commitment a buyer usually signs.",
    ["6, 12, 18"],
  ),
  tierLogSd: choice(
    {A: 0.03, B: 0.08, C: 0.15, none: 0.35},
    "Standard deviation of log error by source: filings are rounded, edited news is mostly right to 10%, rewrites mix up periods and currencies, and a figure without a page may be wrong by half.",
    ["one width for all", "twice these"],
  ),
  tierWeight: choice(
    {A: 4, B: 3, C: 2, none: 0.5},
    "When figures disagree the better source is drawn more often, yet never always.",
    ["equal weights", "best tier only"],
  ),
  confidenceLogSd: choice(
    {high: 0, medium: 0.05, low: 0.2},
    "Added to the tier's error in squares: low confidence means conflicting or inferred.",
    ["none"],
  ),
  confidenceWeight: choice({high: 1, medium: 0.7, low: 0.4}, "As for tiers.", ["equal weights"]),
  statusLogSd: choice(
    {actual: 0, reported: 0.1, guidance: 0.25, talks: 0.4, target: 0.5},
    "What a company plans or is said to negotiate ends up elsewhere: reported rounds of 2026 changed by tens of percent before closing.",
    ["none"],
  ),
  runRateLogSd: choice(
    0.12,
    "A run-rate is twelve times a month, or weeks, of the company's choosing: Anthropic's first quarter of 2026 came out 37% above the run-rate stated in its middle, OpenAI's 10% below.",
    ["0", "0.25"],
  ),
  fxLogSd: choice(
    0.02,
    "Rows converted from another currency carry one rate; the yuan moved by 2% within the years covered.",
    ["0"],
  ),
  remainder: choice(
    {logSd: 0.15, weight: 0.5, leastShare: 0.1},
    "A published sum over labs, less the others' newest figures, speaks of the lab left: with the others' error in it, so wider, and half as heavy as a figure of its own. Below a tenth of the sum it is all error.",
    ["not used"],
  ),
  openEndedFactor: choice(
    1.15,
    "A figure given as `over X` has no upper end; companies announce round numbers soon after passing them.",
    ["1", "1.3"],
  ),
  recencyHalfLifeMonths: choice(
    2,
    "A run-rate two months older counts half: these companies double within quarters, and old figures must not outvote new ones.",
    ["1", "4"],
  ),
  valuationHalfLifeMonths: choice(2, "Market values move by tens of percent a month.", ["1", "6"]),
  revenueLogSdPerRootMonth: choice(
    0.2,
    "What a run-rate does beyond its trend: 20% after a month, twofold either way after a year. Of 18 figures stated until November 2026, 15 fell within the 90% interval of their prediction; with 9% it was 13.",
    ["0.09", "0.15"],
  ),
  burnLogSdPerRootMonth: choice(0.1, "Burn moves with hiring and compute contracts: about 35% a year.", [
    "0.05",
    "0.2",
  ]),
  valuationLogSdPerRootMonth: choice(
    0.14,
    "About 50% a year, as listed AI companies have moved; private marks hide the same.",
    ["0.1", "0.25"],
  ),
  revenueGrowthPerYear: choice(
    {mean: 1.1, sd: 0.5, betweenLabsSd: 0.8, volatility: 0.3},
    "Prior of growth in log units a year (1.1 = threefold), shrunk towards by labs with few figures. Revenue of labs with figures grew 2 to 20 fold in a year.",
    ["mean 0.7 (doubling)"],
  ),
  burnGrowthPerYear: choice(
    {mean: 0.4, sd: 0.4, betweenLabsSd: 0.5, volatility: 0.35},
    "Prior of burn growth in log units a year (0.4 = half more): training cost grows faster, revenue takes part of it back.",
    ["mean 0", "mean 0.9"],
  ),
  growthWindowMonths: choice(18, "Older figures belong to a company of another size.", ["12", "36"]),
  growthHalfLifeMonths: choice(
    6,
    "In the slope, a figure half a year older counts half: growth of two years ago is not this year's.",
    ["3", "no fading"],
  ),
  currentMonths: choice(
    {revenue: 2, burn: 6, valuation: 2, commitments: 12},
    "Figures up to so many months older than the newest speak of the present; older ones are overtaken and only tell how fast it grew. Burn is stated by the half-year, commitments once a year.",
    ["1, 3, 1, 12", "no limit"],
  ),
  growthMinSpanDays: choice(60, "A slope between figures closer than two months is mostly their error.", [
    "30",
    "90",
  ]),
  extrapolatedGrowthShare: choice(
    1,
    "Share of the past growth carried past the newest figure. Later figures were a median 1.3 times what was predicted with all of it, 1.7 times with half, twice with none.",
    ["0.5", "0"],
  ),
  extrapolationHalfLifeMonths: choice(
    6,
    "Carried growth halves every six months without a new figure: silence is not growth.",
    ["3", "12", "no fading"],
  ),
  netOfGross: choice(
    {low: 0.7, mode: 0.8, high: 0.95},
    "Share of gross-booked revenue left after cloud partners' part, to put labs on the net footing. A competitor's claim puts it at 0.73; partners' usual part is 10 to 30% of resold revenue, and part is sold directly.",
    ["1 (as booked)", "0.73 (the claim)"],
  ),
  burnBasisLogSd: choice(
    0.2,
    "Losses stand in for cash burn: adjusted losses leave out capital spending and prepayments, or count shares paid to staff. MiniMax's 2025 cash outflow was 12% above its adjusted loss.",
    ["0.1", "0.4"],
  ),
  burnOfRaised: choice(
    {logMean: Math.log(0.3), weight: 2, logSd: 0.9},
    "Where no burn is known: annual burn as a share of the money raised in the trailing window, pooled over labs with both known and weighed against a prior of 0.3 worth two labs.",
    ["0.5 of the money raised"],
  ),
  burnUnknown: choice(
    {logMean: Math.log(1e8), logSd: 1.2},
    "Where neither burn nor a round is known: around 100 million USD a year, a tenfold either way. The prior alone speaks, and the result says so.",
    ["no number"],
  ),
  raisedWindowMonths: choice(24, "Labs raise for one to two years ahead.", ["12", "36"]),
  profitClaimCredence: choice(
    {high: 0.6, medium: 0.5, low: 0.3},
    "Chance that a lab which claims an operating profit in fact spends no more than it earns: the claims are on the company's own measure and leave out prepaid compute.",
    ["1", "0"],
  ),
  profitClaimMonths: choice(9, "A claim speaks for the quarters around it.", ["6", "12"]),
  closingProbability: choice(
    {actual: 1, reported: 0.7, guidance: 0.5, talks: 0.35, target: 0.2},
    "Chance that money spoken of has arrived; of the rounds reported in 2026 some closed, some shrank and one paused.",
    ["1 for reported"],
  ),
  megaroundUsd: choice(2e10, "Rounds above it are paid in tranches against conditions.", ["none"]),
  megaroundPaidShare: choice({low: 0.5, high: 1}, "Part of a mega-round paid in so far, uniform.", ["1"]),
  cashBeforeFirstRoundMonths: choice(
    {median: 6, logSd: 0.8},
    "Cash in months of burn just before the first round in the window, where no balance was ever stated: labs raise when about half a year is left.",
    ["3", "12"],
  ),
  cashUnknownMonths: choice(
    {median: 12, logSd: 0.9},
    "Cash in months of burn where neither a balance nor a round is known: the prior alone speaks.",
    ["6", "18"],
  ),
  aliveMonths: choice(
    {low: 1, high: 3},
    "A lab at work today has some weeks of cash: draws whose known money is used up are put here and counted.",
    ["0"],
  ),
  cashWindowMonths: choice(30, "Rounds older than this are spent.", ["24", "48"]),
  cashHalfLifeMonths: choice(4, "A newer balance outvotes an older one.", ["2", "8"]),
  runwayCapMonths: choice(120, "Beyond ten years a runway means: not limited by cash.", ["60"]),
  raisingFrom: choice("2025-01-01", "Rounds are collected for all labs from this day on.", ["2024-01-01"]),
  raisingRatePrior: choice(
    {mean: 1, shape: 1},
    "Rounds per lab and year before any data: about one; venture-backed companies raise every 15 to 18 months, these faster.",
    ["0.7"],
  ),
  roundSize: choice(
    {yearsOfBurn: 1.3, priorLogSd: 1, logSd: 0.8},
    "Sizes are lognormal around the lab's own past, shrunk towards somewhat more than a year of its burn.",
    ["last round again"],
  ),
  keepPaceGrowthPerYear: choice(
    {mean: Math.log(2.4), sd: 0.13},
    "Cost of training a model at the frontier grew 2.4 times a year (Cottier et al. 2024, 90% interval 2.0 to 3.1).",
    ["log 1.5 (efficiency shared with followers)", "0"],
  ),
  keepPaceShareOfFrontier: choice(
    0.5,
    "Followers buy part of the progress cheaper: published recipes, better chips, distillation. Half of the frontier's growth in cost is passed on.",
    ["1", "0.25"],
  ),
  grossMargin: choice(
    {low: 0.15, mode: 0.3, high: 0.5},
    "Gross margin where none is stated: stated ones run from 18% (MiniMax, H1 2026) over 26% (Z.ai) to 40% (Anthropic).",
    ["0.6 (software)"],
  ),
  statedMarginHalfWidth: choice(
    0.05,
    "A margin stated for a half-year moves by some points until the next; accounts differ in what they count as serving.",
    ["0", "0.1"],
  ),
  selfFundedCostShare: choice(
    {low: 0.5, high: 1},
    "Where a lab pays its way, keeping pace costs at most what it earns after serving; how much less is not known.",
    ["1"],
  ),
  unexplainedShown: choice(
    0.05,
    "Below one draw in twenty, money that nobody wrote down is not worth a remark.",
    ["0"],
  ),
  backtestHorizonMonths: choice(
    6,
    "Half a year: long enough for a round, short enough for the record we have.",
    ["3", "12"],
  ),
  backtestMinOutcomes: choice(
    10,
    "With fewer outcomes, the interval of a rank measure reaches from far below to far above chance.",
    ["20"],
  ),
  backtestMinLabs: choice(3, "An outcome of one or two labs is their story, not a pattern.", ["5"]),
  breakEvenHorizonMonths: choice(60, "Five years: beyond, the assumptions carry no information.", ["36"]),
  spendLagMonths: choice(
    [0, 3, 6, 9, 12, 15, 18] as readonly number[],
    "Candidate lags from money raised to ability; clusters, hiring and a training run fit within a year and a half.",
    ["0 to 36"],
  ),
  spendMinObservations: choice(
    12,
    "Below a dozen releases with money known the slope is the story of one lab.",
    ["30"],
  ),
  spendLagInformative: choice(
    0.7,
    "A lag interval that covers more than this share of the candidates is called not identified.",
    ["0.5"],
  ),
} as const;
