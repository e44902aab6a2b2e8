/** Every published definition of the lag and gap on the same abilities, dates and day. */
import {verticalGap} from "../gap.ts";
import {catchUp} from "./catch-up.ts";
import {dailyLookBack} from "./daily-look-back.ts";
import type {LagEstimate, LagInput} from "./estimate.ts";
import {frontierLine} from "./frontier-line.ts";
import {kernelRecords} from "./kernel-records.ts";
import {lastDayNotBetter} from "./last-day-not-better.ts";
import {levelCrossing} from "./level-crossing.ts";
import {lagMethod} from "./method.ts";
import {recordLookBack} from "./record-look-back.ts";
import {trendLine} from "./trend-line.ts";

/** A rule with its options filled in. */
export type LagRule = (input: LagInput) => LagEstimate;

export interface RuleFacts {
  /** Number of results behind each model's ability; without it the rules that ask for a minimum do not apply one. */
  readonly resultCounts?: ReadonlyMap<string, number>;
}

/** The rules in the order in which they are shown: the headline first, then by family. */
export function lagRules({resultCounts}: RuleFacts = {}): readonly LagRule[] {
  const {significanceZ, pairedLevel, tolerancePoints, crossingMinResults} = lagMethod;
  const unpaired = {kind: "unpaired", z: significanceZ.value} as const;
  return [
    (input) => dailyLookBack(input),
    (input) => recordLookBack(input),
    (input) => kernelRecords(input, {resultCounts}),
    (input) => catchUp(input),
    (input) => lastDayNotBetter(input, {test: {kind: "strict"}}),
    (input) => lastDayNotBetter(input, {test: {kind: "tolerance", points: tolerancePoints.value}}),
    (input) => lastDayNotBetter(input, {test: {kind: "paired", level: pairedLevel.value}}),
    (input) => lastDayNotBetter(input, {test: unpaired}),
    (input) => levelCrossing(input, {test: {kind: "strict"}}),
    (input) =>
      levelCrossing(input, {
        test: unpaired,
        ...(resultCounts && {resultCounts, minResults: crossingMinResults.value}),
      }),
    (input) => trendLine(input),
    (input) => frontierLine(input),
    (input) => verticalGap(input),
  ];
}

/** One estimate per rule, insufficient ones included, in the order of `lagRules`. */
export const sideBySide = (input: LagInput, facts: RuleFacts = {}): LagEstimate[] =>
  lagRules(facts).map((rule) => rule(input));
