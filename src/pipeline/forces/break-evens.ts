/** Whether open releases pay for themselves, under a reader's own assumptions. Needs no ability. */
import type {ForceFacts} from "../../data/forces/force-facts.ts";
import {knownFacts} from "../../data/forces/known-facts.ts";
import {forceMethod} from "../../forces/force-method.ts";
import {breakEvens, type KeepPaceAssumptions} from "../../forces/money/break-even.ts";
import {breakEvenQuantities} from "../../forces/money/break-even-quantities.ts";
import {labMoney} from "../../forces/money/lab-money.ts";
import type {ForceQuantity} from "../../forces-report.ts";
import type {Day} from "../../units.ts";

/** Break-even quantities of open labs by lab id: without assumptions the same as the Report's. */
export type BreakEvenAnswer = ReadonlyMap<string, readonly ForceQuantity[]>;

/** @param facts - all of them: what is not known on the as-of date is not seen */
export function breakEvenAnswer(
  facts: ForceFacts,
  {asOf, seed}: {readonly asOf: Day; readonly seed: number},
  assumptions: KeepPaceAssumptions,
): BreakEvenAnswer {
  const money = labMoney(knownFacts(facts, asOf), {asOf, seed, drawCount: forceMethod.drawCount.value});
  return new Map(
    breakEvens(money, assumptions).map((result) => [result.lab, breakEvenQuantities(money, [result])]),
  );
}
