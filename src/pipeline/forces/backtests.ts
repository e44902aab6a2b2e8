/** How the numbers on money and continuity did in the past: each back-test in a sentence, with what it cannot tell. */
import type {Catalog} from "../../data/catalog.ts";
import type {FinanceFact, ForceFacts} from "../../data/forces/force-facts.ts";
import {isoDay} from "../../dates.ts";
import {continuityMethod} from "../../forces/continuity/continuity-method.ts";
import {type FlagshipBacktest, flagshipBacktest} from "../../forces/continuity/flagship-backtest.ts";
import {forceMethod} from "../../forces/force-method.ts";
import {type GradedRow, stated, withoutNumber} from "../../forces/force-quantity.ts";
import {moneyMethod} from "../../forces/money/money-method.ts";
import {type RevenueBacktest, revenueBacktest} from "../../forces/money/revenue-backtest.ts";
import {runwayBacktest, type RunwayRanking} from "../../forces/money/runway-backtest.ts";
import type {Backtest} from "../../forces-report.ts";
import {DAYS_PER_MONTH, type Day, day} from "../../units.ts";

export interface BacktestSource {
  /** As known on the as-of date. */
  readonly facts: ForceFacts;
  readonly catalog: Catalog;
  readonly asOf: Day;
  /** Last day the catalog covers, or the as-of date when that is earlier. */
  readonly until: Day;
  readonly seed: number;
}

/** Runway by outcome, revenue, then open flagships. */
export function backtests({facts, catalog, asOf, until, seed}: BacktestSource): Backtest[] {
  const {runway, flagship} = forceMethod.backtestDays.value;
  const drawCount = forceMethod.backtestDrawCount.value;
  const judged = pastDays(asOf, moneyMethod.backtestHorizonMonths.value, runway);
  const labs = [...facts.labs.values()].filter(({role}) => role === "lab").map(({id}) => id);
  return [
    ...runwayBacktest(facts, {days: judged, until: asOf, seed, drawCount}).map((ranking) =>
      ofRunway(ranking, roundsSince(facts.finance, judged[0]), judged),
    ),
    ofRevenue(revenueBacktest(facts, {until: asOf, seed, drawCount}), facts.finance),
    ofFlagships(
      flagshipBacktest(catalog, {
        days: pastDays(until, continuityMethod.horizonMonths.value, flagship),
        until,
        seed,
        drawCount,
        pool: new Set(labs),
      }),
    ),
  ];
}

/** Days whose horizon is over on `until`, oldest first. */
function pastDays(
  until: Day,
  horizonMonths: number,
  {count, everyMonths}: {readonly count: number; readonly everyMonths: number},
): Day[] {
  return Array.from({length: count}, (_, i) =>
    day(Math.floor(until - (horizonMonths + (count - 1 - i) * everyMonths) * DAYS_PER_MONTH)),
  );
}

const RUNWAY_OUTCOME = {
  raised: "raised money",
  sold: "were sold",
  tightened: "tightened a licence or closed a release",
} as const;

function ofRunway(
  {outcome, outcomes, n, labs, concordance, low, high, verdict}: RunwayRanking,
  rounds: readonly GradedRow[],
  days: readonly Day[],
): Backtest {
  const months = moneyMethod.backtestHorizonMonths.value;
  const level = moneyMethod.intervalLevel.value;
  const naming = {
    id: `backtest.runway.${outcome}`,
    label: `Chance that the shorter runway was that of labs that ${RUNWAY_OUTCOME[outcome]} within ${months} months`,
    unit: "probability",
    rule: "R33",
    sources: outcome === "raised" ? rounds : [],
  } as const;
  const tellable =
    outcomes >= moneyMethod.backtestMinOutcomes.value && labs >= moneyMethod.backtestMinLabs.value;
  const seen = `On ${days.length} past days from ${isoDay(days[0])} on, ${outcomes} of ${n} lab-days ended within ${months} months with labs that ${RUNWAY_OUTCOME[outcome]} (${count(labs, "lab")})`;
  const told = tellable && concordance !== undefined && low !== undefined && high !== undefined;
  return {
    id: naming.id,
    question: `Did a shorter runway tell which labs ${RUNWAY_OUTCOME[outcome]}?`,
    says: told
      ? `${seen}; the lab with the shorter runway was the one in ${percent(concordance)} of the pairs (${percent(low)} to ${percent(high)}, chance is 50%): ${verdict}. It tests the order of the labs, not the months.`
      : `${seen}: ${tellable ? verdict : "too few to tell anything"}.`,
    n,
    value: told
      ? stated(naming, {value: concordance, interval: {low, high, level}, kind: "bootstrap", n})
      : withoutNumber(
          naming,
          `${outcomes} of ${n} lab-days and ${count(labs, "lab")} are too few to tell`,
          n,
        ),
  };
}

function ofRevenue(
  {predictions, coverage, level, ratio}: RevenueBacktest,
  finance: readonly FinanceFact[],
): Backtest {
  const n = predictions.length;
  const predicted = new Set(predictions.map(({fact}) => fact));
  const naming = {
    id: "backtest.revenue.coverage",
    label: `Share of stated revenue figures inside the ${percent(level)} interval given the day before`,
    unit: "share",
    rule: "R31",
    sources: finance.filter(({id}) => predicted.has(id)).map(graded),
  } as const;
  const question = "Did later revenue figures fall where the estimates said?";
  if (n === 0) {
    const says = "No revenue figure has followed another of the same lab: nothing can be told.";
    return {id: naming.id, question, says, n, value: withoutNumber(naming, says)};
  }
  const inside = predictions.filter(({covered}) => covered).length;
  const labs = new Set(predictions.map(({lab}) => lab)).size;
  return {
    id: naming.id,
    question,
    says: `${inside} of ${count(n, "later figure")} of ${count(labs, "lab")} (${percent(coverage)}) fell inside the ${percent(level)} interval made from what was known the day before; the middle figure was ${ratio.toFixed(2)} times its estimate, where 1 is neither too low nor too high. Figures of one lab lean on each other, so ${n} count for fewer.`,
    n,
    value: stated(naming, {value: coverage, interval: null, kind: "confidence", n}),
  };
}

function ofFlagships({n, none, meanChance, brier, brierOfShare}: FlagshipBacktest): Backtest {
  const months = continuityMethod.horizonMonths.value;
  const naming = {
    id: "backtest.flagship.error",
    label: `Squared error of the chance of no new open flagship within ${months} months, over that of the share known afterwards`,
    unit: "ratio",
    rule: "R37",
  } as const;
  const question = "Did the chances of no new open flagship come true?";
  if (n === 0 || brierOfShare === 0) {
    const says = `On ${count(n, "lab-day")} the outcome never differed: nothing can be told.`;
    return {id: naming.id, question, says, n, value: withoutNumber(naming, says, n)};
  }
  const better = brier < brierOfShare ? "smaller" : "no smaller";
  return {
    id: naming.id,
    question,
    says: `${none} of ${count(n, "lab-day")} (${percent(none / n)}) saw no new open flagship within ${months} months, and the chances given said ${percent(meanChance)}; their squared error is ${brier.toFixed(3)}, ${better} than the ${brierOfShare.toFixed(3)} of giving every lab the share known only afterwards. Labs repeat and days overlap, so it shows the chances to be of the right size, not any one lab's to be right.`,
    n,
    value: stated(naming, {value: brier / brierOfShare, interval: null, kind: "confidence", n}),
  };
}

const roundsSince = (finance: readonly FinanceFact[], from: Day): GradedRow[] =>
  finance.filter(({metric, date}) => metric === "funding_round_usd" && date.latest > from).map(graded);

const graded = ({id, tier, confidence}: FinanceFact): GradedRow => ({fact: id, tier, confidence});

const percent = (share: number): string => `${Math.round(100 * share)}%`;
const count = (n: number, what: string): string => `${n} ${what}${n === 1 ? "" : "s"}`;
