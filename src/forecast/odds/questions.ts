/** The questions people ask of a forecast, each with what it means to the letter and how it is settled. */
import {DAYS_PER_MONTH, type Day} from "../../units.ts";
import {forcesForecastMethod} from "../forces/forces-forecast-method.ts";
import type {FutureEvent} from "../future-event.ts";

/** What a question may be asked with; each has a default of its own. */
export interface Asked {
  readonly asOf: Day;
  readonly by: Day;
  readonly months?: number;
  readonly points?: number;
  readonly ability?: number;
  readonly price?: number;
  readonly labs?: number;
  readonly lab?: string;
}

export type Parameter = "months" | "points" | "ability" | "price" | "labs" | "lab";

export interface Question {
  readonly id: string;
  /** As people ask it. */
  readonly asks: string;
  /** Flags that change it, with what holds without them. */
  readonly takes: Readonly<Partial<Record<Parameter, number | string>>>;
  /** The question in full with its parameters filled in. */
  readonly full: (asked: Asked) => string;
  readonly event: (asked: Asked) => FutureEvent;
  readonly resolves: string;
}

const INDEX = "Resolved on lagline's index of that day, at the best estimate of each model (R7, R10)";
const LAB_FACTS =
  "Resolved by the dated facts on labs of data/forces, at the end of the last whole month before the day";
const levels = forcesForecastMethod.priceLevels.value;

/** Whole months from the as-of date to the day: series are kept by month. */
const monthOf = ({asOf, by}: Asked): number => Math.floor((by - asOf) / DAYS_PER_MONTH + 1e-9);

/** A question of one number, whose default stands in `takes`. */
const numbered = (
  parameter: "months" | "points" | "ability" | "price" | "labs",
  fallback: number,
): {of: (asked: Asked) => number; takes: Question["takes"]} => ({
  of: (asked) => asked[parameter] ?? fallback,
  takes: {[parameter]: fallback},
});

const [lagUnder, lagOver, yearLag] = [numbered("months", 3), numbered("months", 12), numbered("months", 6)];
const [gapUnder, gapOver] = [numbered("points", 4), numbered("points", 12)];
const [closedGain, openGain] = [numbered("points", 10), numbered("points", 10)];
const [openAbove, closedAbove] = [numbered("ability", 165), numbered("ability", 175)];
const priceAbility = numbered("ability", 160);
const price = numbered("price", 1);
const shortLabs = numbered("labs", 2);

export const QUESTIONS: readonly Question[] = [
  {
    id: "open-matches-today",
    asks: "open matches today's closed frontier",
    takes: {},
    full: () => "Does an open model match the best closed model of the as-of date?",
    event: ({by}) => ({kind: "matches-today", by}),
    resolves: INDEX,
  },
  {
    id: "open-first",
    asks: "open first overall",
    takes: {},
    full: () => "Is an open model the best of all on some day?",
    event: ({by}) => ({kind: "open-leads", by}),
    resolves: INDEX,
  },
  {
    id: "lag-under",
    asks: "lag under 3 months",
    takes: lagUnder.takes,
    full: (asked) => `Is open less than ${lagUnder.of(asked)} months behind on the day?`,
    event: (asked) => ({kind: "metric", metric: "lag", on: asked.by, is: "below", value: lagUnder.of(asked)}),
    resolves: `${INDEX}: the lag of R11 on the day itself`,
  },
  {
    id: "lag-over",
    asks: "lag over 12 months",
    takes: lagOver.takes,
    full: (asked) => `Is open at least ${lagOver.of(asked)} months behind on the day?`,
    event: (asked) => ({
      kind: "metric",
      metric: "lag",
      on: asked.by,
      is: "at-least",
      value: lagOver.of(asked),
    }),
    resolves: `${INDEX}: the lag of R11 on the day itself`,
  },
  {
    id: "headline-lag-over",
    asks: "headline lag over 6 months",
    takes: yearLag.takes,
    full: (asked) =>
      `Is the lag, averaged over the twelve months to the day, at least ${yearLag.of(asked)} months?`,
    event: (asked) => ({
      kind: "metric",
      metric: "lag-year",
      on: asked.by,
      is: "at-least",
      value: yearLag.of(asked),
    }),
    resolves: `${INDEX}: the headline rule R11`,
  },
  {
    id: "gap-under",
    asks: "gap under 4 points",
    takes: gapUnder.takes,
    full: (asked) =>
      `Is the best open model less than ${gapUnder.of(asked)} points below the best closed one on the day?`,
    event: (asked) => ({kind: "metric", metric: "gap", on: asked.by, is: "below", value: gapUnder.of(asked)}),
    resolves: `${INDEX}: the gap of R19 on the day itself`,
  },
  {
    id: "gap-over",
    asks: "gap over 12 points",
    takes: gapOver.takes,
    full: (asked) =>
      `Is the best open model at least ${gapOver.of(asked)} points below the best closed one on the day?`,
    event: (asked) => ({
      kind: "metric",
      metric: "gap",
      on: asked.by,
      is: "at-least",
      value: gapOver.of(asked),
    }),
    resolves: `${INDEX}: the gap of R19 on the day itself`,
  },
  {
    id: "next-open-record",
    asks: "next open record",
    takes: {},
    full: () => "Does an open model set a new open record?",
    event: ({by}) => ({kind: "record", side: "open", by}),
    resolves: INDEX,
  },
  {
    id: "next-closed-record",
    asks: "next closed record",
    takes: {},
    full: () => "Does a closed model set a new closed record?",
    event: ({by}) => ({kind: "record", side: "closed", by}),
    resolves: INDEX,
  },
  {
    id: "closed-gains",
    asks: "closed record gains 10 points",
    takes: closedGain.takes,
    full: (asked) => `Does the best closed ability rise by ${closedGain.of(asked)} points?`,
    event: (asked) => ({kind: "gains", side: "closed", points: closedGain.of(asked), by: asked.by}),
    resolves: INDEX,
  },
  {
    id: "open-gains",
    asks: "open record gains 10 points",
    takes: openGain.takes,
    full: (asked) => `Does the best open ability rise by ${openGain.of(asked)} points?`,
    event: (asked) => ({kind: "gains", side: "open", points: openGain.of(asked), by: asked.by}),
    resolves: INDEX,
  },
  {
    id: "open-above",
    asks: "open model above an ability",
    takes: openAbove.takes,
    full: (asked) => `Does an open model reach ability ${openAbove.of(asked)}?`,
    event: (asked) => ({kind: "reaches", side: "open", ability: openAbove.of(asked), by: asked.by}),
    resolves: INDEX,
  },
  {
    id: "closed-above",
    asks: "closed model above an ability",
    takes: closedAbove.takes,
    full: (asked) => `Does a closed model reach ability ${closedAbove.of(asked)}?`,
    event: (asked) => ({kind: "reaches", side: "closed", ability: closedAbove.of(asked), by: asked.by}),
    resolves: INDEX,
  },
  {
    id: "price-below",
    asks: "price of an ability below 1 USD",
    takes: {...priceAbility.takes, ...price.takes},
    full: (asked) =>
      `Does a million tokens of ability ${priceAbility.of(asked)} cost less than ${price.of(asked)} USD?`,
    event: (asked) => ({
      kind: "series-below",
      series: `price.${priceAbility.of(asked)}`,
      month: monthOf(asked),
      value: price.of(asked),
    }),
    resolves: `Resolved by the lowest list price of R43 at the end of the last whole month before the day; abilities ${levels.join(", ")}`,
  },
  {
    id: "lab-runs-short",
    asks: "a lab runs short of money",
    takes: {lab: "moonshot-ai"},
    full: ({lab = "moonshot-ai"}) => `Is the cash of ${lab} used up, so that it is rescued, sold or stops?`,
    event: (asked) => ({
      kind: "series-at-least",
      series: `short.${asked.lab ?? "moonshot-ai"}`,
      month: monthOf(asked),
      value: 1,
    }),
    resolves: `${LAB_FACTS}: a rescue round below the last price, a sale, a merger, insolvency, or a stated halt of training for want of money`,
  },
  {
    id: "labs-run-short",
    asks: "several open labs run short of money",
    takes: shortLabs.takes,
    full: (asked) => `Is the cash of at least ${shortLabs.of(asked)} of the labs that open weights used up?`,
    event: (asked) => ({
      kind: "series-at-least",
      series: "events.short",
      month: monthOf(asked),
      value: shortLabs.of(asked),
    }),
    resolves: `${LAB_FACTS}, as for one lab`,
  },
  {
    id: "flagship-withheld",
    asks: "a lab keeps a flagship closed",
    takes: {lab: "deepseek"},
    full: ({lab = "deepseek"}) => `Does ${lab} keep a model closed that would have been an open record?`,
    event: (asked) => ({
      kind: "series-at-least",
      series: `withheld.${asked.lab ?? "deepseek"}`,
      month: monthOf(asked),
      value: 1,
    }),
    resolves: `${LAB_FACTS}: a closed release by the lab better than all open models of its day`,
  },
  {
    id: "lab-stops",
    asks: "an open lab stops opening flagships for want of money",
    takes: {},
    full: () => "Does a lab that opens weights stop doing so because its cash is used up?",
    event: (asked) => ({kind: "series-at-least", series: "events.exits", month: monthOf(asked), value: 1}),
    resolves: LAB_FACTS,
  },
];
