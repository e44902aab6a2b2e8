/** Answers on the forces alone, which need no measurement: the law for a deployment, and when open releases pay. */
import type {Deployment} from "../../forces/law/deployment.ts";
import type {KeepPaceAssumptions} from "../../forces/money/break-even.ts";
import type {ReportOptions} from "../../options.ts";
import {catalogFor} from "../catalog-for.ts";
import {forcesKnownTo, neededForceFacts} from "../forces-report.ts";
import {type BreakEvenAnswer, breakEvenAnswer} from "./break-evens.ts";
import {type LawAnswer, lawAnswer} from "./law.ts";

/**
 * The measures known on the as-of date; with a deployment, those that touch it and why.
 *
 * @throws InputError when the facts folder holds no tables on the forces
 */
export async function lawFor(
  options: Pick<ReportOptions, "facts" | "asOf">,
  deployment: Deployment | undefined,
): Promise<LawAnswer> {
  const facts = neededForceFacts(options.facts);
  const {catalog} = await catalogFor(options);
  const asOf = options.asOf ?? forcesKnownTo(facts, catalog.coveredTo);
  return lawAnswer(facts, asOf, catalog.vintage, deployment);
}

/**
 * Whether open releases pay for themselves under a reader's own assumptions, seen from the day of the forces.
 *
 * @throws InputError when the facts folder holds no tables on the forces
 */
export async function breakEvensFor(
  options: Pick<ReportOptions, "facts" | "asOf" | "seed">,
  assumptions: KeepPaceAssumptions,
): Promise<BreakEvenAnswer> {
  const facts = neededForceFacts(options.facts);
  const {catalog} = await catalogFor(options);
  const asOf = options.asOf ?? forcesKnownTo(facts, catalog.coveredTo);
  return breakEvenAnswer(facts, {asOf, seed: options.seed}, assumptions);
}
