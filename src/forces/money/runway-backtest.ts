/**
 * Did a short runway come before a raise, a sale or a tighter licence?
 *
 * On past days each lab that pays for itself is ranked by its median runway, as it could be estimated then; within the
 * horizon after, some raised money and some were sold or tightened a licence. Concordance is the chance that, of two
 * labs on one day of which one had the outcome and one had not, the one with the outcome had the shorter runway: 1/2 is
 * chance. Days overlap and labs repeat, so the interval resamples labs.
 */

import type {ForceFacts} from "../../data/forces/force-facts.ts";
import {happenedBy, isKnown} from "../../data/forces/known-facts.ts";
import {median, quantiles} from "../../numeric/quantile.ts";
import {DAYS_PER_MONTH, type Day} from "../../units.ts";
import {fundingRounds} from "./funding-rounds.ts";
import {labMoney} from "./lab-money.ts";
import {labStream, PURPOSE} from "./lab-stream.ts";
import {moneyMethod} from "./money-method.ts";

export type RunwayOutcome = "raised" | "sold" | "tightened";

export interface RunwayRanking {
  readonly outcome: RunwayOutcome;
  /** Lab-days with the outcome, and all lab-days. */
  readonly outcomes: number;
  readonly n: number;
  /** Labs that had the outcome at least once. */
  readonly labs: number;
  /** Undefined when no day has both a lab with and one without. */
  readonly concordance?: number;
  readonly low?: number;
  readonly high?: number;
  /** Can this record tell anything? */
  readonly verdict: string;
}

interface LabDay {
  readonly lab: string;
  readonly day: Day;
  readonly runway: number;
  readonly had: Readonly<Record<RunwayOutcome, boolean>>;
}

const OUTCOMES: readonly RunwayOutcome[] = ["raised", "sold", "tightened"];

/**
 * @param days - past days; each is judged only when the horizon after it lies before `until`
 * @param until - last day whose events are known
 */
export function runwayBacktest(
  facts: ForceFacts,
  {days, until, seed, drawCount = 300}: {days: readonly Day[]; until: Day; seed: number; drawCount?: number},
): RunwayRanking[] {
  const span = moneyMethod.backtestHorizonMonths.value * DAYS_PER_MONTH;
  const seen: LabDay[] = days
    .filter((day) => day + span <= until)
    .flatMap((day) =>
      labMoney(facts, {asOf: day, seed, drawCount}).labs.flatMap(({lab, stayingPower}): LabDay[] => {
        if (stayingPower.kind === "parent") return [];
        if (stayingPower.burn.prior === "wholly" && stayingPower.cash.prior === "wholly") return [];
        const runway = median(stayingPower.runwayMonths);
        return [{lab: lab.id, day, runway, had: outcomes(facts, lab.id, day, span, until)}];
      }),
    );
  return OUTCOMES.map((outcome) => ranking(seen, outcome, seed));
}

function outcomes(facts: ForceFacts, lab: string, day: Day, span: number, until: Day): LabDay["had"] {
  const within = (at: number) => at > day && at <= day + span;
  const finance = facts.finance.filter((fact) => fact.lab === lab && isKnown(fact, until));
  const events = facts.events.filter(
    (event) => event.lab === lab && isKnown(event, until) && within(happenedBy(event)),
  );
  return {
    raised: fundingRounds(finance, lab).some((round) => round.closed && within(round.day)),
    sold: finance.some(
      (fact) =>
        ["acquisition_usd", "license_deal_usd", "bankruptcy", "merger_valuation_usd"].includes(fact.metric) &&
        within(happenedBy(fact)),
    ),
    tightened: events.some(
      ({type, direction}) =>
        (type === "licence-change" && direction === "toward-restricted") || type === "closed-release",
    ),
  };
}

function ranking(seen: readonly LabDay[], outcome: RunwayOutcome, seed: number): RunwayRanking {
  const had = seen.filter((labDay) => labDay.had[outcome]);
  const counts = {outcome, outcomes: had.length, n: seen.length, labs: new Set(had.map(({lab}) => lab)).size};
  const value = concordance(seen, outcome);
  if (value === undefined)
    return {
      ...counts,
      verdict: "no day has both a lab with this outcome and one without: nothing can be told",
    };
  const labs = [...new Set(seen.map(({lab}) => lab))].sort();
  const random = labStream(seed, PURPOSE.backtest, outcome);
  const resampled: number[] = [];
  for (let world = 0; world < 500; world++) {
    const rows = labs.flatMap(() => {
      const lab = labs[random.below(labs.length)];
      return seen.filter((labDay) => labDay.lab === lab);
    });
    const again = concordance(rows, outcome);
    if (again !== undefined) resampled.push(again);
  }
  const tail = (1 - moneyMethod.intervalLevel.value) / 2;
  const [low, high] = quantiles(resampled, [tail, 1 - tail]);
  const few =
    counts.outcomes < moneyMethod.backtestMinOutcomes.value ||
    counts.labs < moneyMethod.backtestMinLabs.value;
  const verdict = few
    ? `${counts.outcomes} outcomes of ${counts.labs} labs are too few to tell`
    : low > 0.5
      ? "a shorter runway came before it more often than by chance"
      : high < 0.5
        ? "a shorter runway came before it less often than by chance"
        : "the interval holds 1/2: no ranking power is shown";
  return {...counts, concordance: value, low, high, verdict};
}

function concordance(seen: readonly LabDay[], outcome: RunwayOutcome): number | undefined {
  const byDay = new Map<number, LabDay[]>();
  for (const labDay of seen) byDay.set(labDay.day, [...(byDay.get(labDay.day) ?? []), labDay]);
  let [pairs, right] = [0, 0];
  for (const rows of byDay.values()) {
    for (const a of rows.filter((row) => row.had[outcome])) {
      for (const b of rows.filter((row) => !row.had[outcome])) {
        pairs++;
        right += a.runway < b.runway ? 1 : a.runway === b.runway ? 0.5 : 0;
      }
    }
  }
  return pairs === 0 ? undefined : right / pairs;
}
