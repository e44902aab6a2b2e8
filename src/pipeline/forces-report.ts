/**
 * The forces around the gap as one section of the Report: who can pay, who copies, who regulates, who uses, at what
 * price. Pure: force facts, the catalog as of the day, ability draws and a seed give the same section every time.
 */
import {existsSync} from "node:fs";
import {join} from "node:path";
import type {Catalog} from "../data/catalog.ts";
import type {DatedFact, ForceFacts} from "../data/forces/force-facts.ts";
import {happenedBy, knownFacts, publishedBy} from "../data/forces/known-facts.ts";
import {loadForceFacts} from "../data/forces/load-force-facts.ts";
import {isoDay} from "../dates.ts";
import {InputError} from "../errors.ts";
import {continuityQuantities} from "../forces/continuity/continuity-quantities.ts";
import {supplierContinuity} from "../forces/continuity/supplier-continuity.ts";
import {couplingSides} from "../forces/copying/callable-releases.ts";
import {forceMethod} from "../forces/force-method.ts";
import {breakEvens} from "../forces/money/break-even.ts";
import {breakEvenQuantities} from "../forces/money/break-even-quantities.ts";
import {labAbilities} from "../forces/money/lab-abilities.ts";
import {labMoney} from "../forces/money/lab-money.ts";
import {moneyQuantities} from "../forces/money/money-quantities.ts";
import {spendQuantities} from "../forces/money/spend-quantities.ts";
import {abilityPerDollar, moneySteps, spendToAbility} from "../forces/money/spend-to-ability.ts";
import type {ForcesReport} from "../forces-report.ts";
import type {AbilityDraws} from "../measure/instrument.ts";
import {type Day, day} from "../units.ts";
import {backtests} from "./forces/backtests.ts";
import {copyingSection} from "./forces/copying.ts";
import {forceChanges} from "./forces/changes.ts";
import {factRows, priceRiseRows} from "./forces/fact-rows.ts";
import {labPages} from "./forces/labs.ts";
import {lawSection} from "./forces/law.ts";
import {pricesSection} from "./forces/prices.ts";
import {serviceEnds} from "./forces/service-ends.ts";
import {useSection} from "./forces/use.ts";

export interface ForcesSource {
  /** All of them: what is not known on the as-of date is not seen. */
  readonly facts: ForceFacts;
  /** As of the day. */
  readonly catalog: Catalog;
  readonly abilities: AbilityDraws;
  readonly asOf: Day;
  readonly seed: number;
}

/** The force tables of a facts folder; undefined when it has none. */
export const forceFactsIn = (folder: string): ForceFacts | undefined =>
  existsSync(join(folder, "forces")) ? loadForceFacts(join(folder, "forces")) : undefined;

/** @throws InputError when the facts folder holds no tables on the forces */
export function neededForceFacts(folder: string): ForceFacts {
  const facts = forceFactsIn(folder);
  if (facts) return facts;
  throw new InputError("missing", `folder: forces in ${folder}; the tables on the forces were expected`);
}

/**
 * The day the forces are seen from when none is asked for: the last one on which a row became known. Facts on companies
 * and laws are newer than the last test result, and hiding them would call a lab short that has raised money since.
 */
export const forcesKnownTo = (facts: ForceFacts, coveredTo: Day): Day =>
  day(
    Math.max(
      coveredTo,
      ...dated(facts)
        .filter((fact) => happenedBy(fact) <= fact.retrieved)
        .map(publishedBy),
    ),
  );

export function forcesReport({facts: all, catalog, abilities, asOf, seed}: ForcesSource): ForcesReport {
  const facts = knownFacts(all, asOf);
  const drawCount = forceMethod.drawCount.value;
  const money = labMoney(facts, {asOf, seed, drawCount});
  const ability = new Map(abilities.models.map((id, column) => [id, abilities.point[column]]));
  // Announced retirements still to come are among the facts not yet happened: continuity looks for what was said by the day.
  const continuity = supplierContinuity(all, catalog, {asOf, seed, drawCount, ability});
  const sides = couplingSides(catalog, facts, abilities.models, asOf);
  const until = day(Math.min(asOf, catalog.coveredTo));

  const releases = labAbilities(catalog, abilities);
  const spend = spendQuantities(
    money,
    spendToAbility(releases, moneySteps(money), {asOf, seed}),
    abilityPerDollar(money, releases),
  );
  const rows = [...factRows(facts), ...priceRiseRows(continuity, catalog)];
  const quantities = [
    ...moneyQuantities(money),
    ...breakEvenQuantities(money, breakEvens(money)),
    ...spend,
    ...continuityQuantities(continuity, new Map(rows.map((row) => [row.id, row]))),
  ];
  const labs = labPages({
    facts,
    catalog,
    asOf,
    money,
    continuity,
    withheld: sides.withheld,
    quantities,
  });
  const copying = copyingSection(facts, sides, {abilities, asOf, until, seed});
  const law = lawSection(all.policy, asOf);
  return {
    asOf: isoDay(asOf),
    says: `${rows.length} dated facts known on ${isoDay(asOf)}, each with its page, tier (A primary, B edited, C blog or aggregator) and confidence.`,
    laterFacts: dated(all).length - dated(facts).length,
    labs,
    spend: spend.filter(({id}) => !labs.some(({money: own}) => own.perDollar?.id === id)),
    copying,
    law,
    use: useSection(facts, asOf),
    prices: pricesSection(catalog, {abilities, asOf, seed}),
    serviceEnds: serviceEnds(continuity),
    backtests: backtests({facts, catalog, asOf, until, seed}),
    changes: forceChanges({facts, asOf, labs, copying, law}),
    facts: rows,
  };
}

const dated = ({
  finance,
  adoption,
  policy,
  distillation,
  events,
  selfhost,
  distribution,
}: ForceFacts): readonly DatedFact[] =>
  [finance, adoption, policy, distillation, events, selfhost, distribution].flat();
