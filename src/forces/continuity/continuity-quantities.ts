/** Supplier continuity as quantities for the Report. */
import type {SupplierEvent} from "../../data/forces/force-facts.ts";
import {mean} from "../../numeric/quantile.ts";
import {drawnQuantity, type FactsById, type ForceQuantity, insufficientQuantity} from "../force-quantity.ts";
import {continuityMethod, type Hazard} from "./continuity-method.ts";
import type {FlagshipOutlook} from "./flagship-outlook.ts";
import {rateOf} from "./gamma-poisson.ts";
import type {ContinuityReport} from "./supplier-continuity.ts";
import type {HazardRates} from "./supplier-hazards.ts";
import type {NoticeRecord} from "./supplier-history.ts";

const LABEL: Readonly<Record<Hazard, string>> = {
  "price-rise": "list price rises",
  "licence-tightening": "tightens a licence",
  "short-notice-deprecation": "retires a model under six months' notice",
  "access-suspension": "suspends public access",
  "company-failure": "fails as a company",
};

/**
 * Rates, chances within the horizon and notice of every lab, labs in order of id.
 *
 * @param alsoKnown - grades of what is no event row: steps of list prices, bankruptcies among the money facts
 */
export function continuityQuantities(
  {labs, hazards, flagships, histories, events}: ContinuityReport,
  alsoKnown: FactsById = new Map(),
): ForceQuantity[] {
  const known: FactsById = new Map([
    ...alsoKnown,
    ...events.map((event): [string, SupplierEvent] => [event.id, event]),
  ]);
  return labs.flatMap(({id, name}) => [
    ...hazards.flatMap((rates) => hazardQuantities(id, name, rates, known)),
    ...flagshipQuantities(
      id,
      name,
      flagships.find(({lab}) => lab === id),
      known,
    ),
    noticeQuantity(id, name, histories.get(id)!.notice, known),
  ]);
}

function hazardQuantities(
  lab: string,
  name: string,
  {hazard, rates, watches, leftOut, prior, says}: HazardRates,
  known: FactsById,
): ForceQuantity[] {
  const months = continuityMethod.horizonMonths.value;
  const base = {rule: "R36", facts: [] as string[], n: 0};
  const rateId = `continuity.${lab}.${hazard}`;
  const watch = watches.find((one) => one.lab === lab);
  if (!watch) {
    const why = leftOut.find((one) => one.lab === lab)?.why ?? "it is not watched";
    return [
      insufficientQuantity(
        {...base, id: rateId, label: `${name}: ${LABEL[hazard]}, a year`, unit: "events per year"},
        why,
        known,
      ),
    ];
  }
  const draws = rateOf(rates, lab);
  const stated = {
    ...base,
    n: watch.events.length,
    facts: watch.events.filter((event) => known.has(event)),
    prior,
    note: `${watch.events.length} of its own in ${watch.exposureYears.toFixed(1)} years; over all suppliers ${says}`,
  };
  const chance = draws.map((rate) => 1 - Math.exp((-rate * months) / 12));
  return [
    drawnQuantity(
      {...stated, id: rateId, label: `${name}: ${LABEL[hazard]}, a year`, unit: "events per year"},
      draws,
      known,
    ),
    {
      ...drawnQuantity(
        {
          ...stated,
          id: `${rateId}.within.${months}`,
          label: `${name}: ${LABEL[hazard]} within ${months} months`,
          unit: "probability",
          quantities: [rateId],
        },
        chance,
        known,
      ),
      // The chance itself is the mean over what the rate may be; the interval says how far the rate is known.
      value: mean(chance),
    },
  ];
}

function flagshipQuantities(
  lab: string,
  name: string,
  outlook: FlagshipOutlook | undefined,
  known: FactsById,
): ForceQuantity[] {
  const months = continuityMethod.horizonMonths.value;
  const stated = {
    id: `continuity.${lab}.no-open-flagship.within.${months}`,
    label: `${name}: no new open flagship within ${months} months`,
    unit: "probability" as const,
    rule: "R37",
    facts: [],
  };
  if (!outlook) return [insufficientQuantity({...stated, n: 0}, "no open flagship of it is known", known)];
  const {flagships, monthsSinceLast, droughts, exposureYears, prior, noneWithin} = outlook;
  const note = `${flagships.length} open flagships known, last ${monthsSinceLast.toFixed(1)} months ago; ${droughts} wait${droughts === 1 ? "" : "s"} of over ${continuityMethod.flagshipDroughtMonths.value} months in ${exposureYears.toFixed(1)} years`;
  const quantity = drawnQuantity({...stated, n: flagships.length, prior, note}, noneWithin, known);
  return [
    {
      ...quantity,
      value: mean(noneWithin),
      evidence: {...quantity.evidence, models: flagships.map(({model}) => model)},
    },
  ];
}

function noticeQuantity(lab: string, name: string, notice: NoticeRecord, known: FactsById): ForceQuantity {
  const {given, medianDays, promisedDays, belowPromise, unknown} = notice;
  const stated = {
    id: `continuity.${lab}.notice`,
    label: `${name}: median notice before a model is retired`,
    unit: "days" as const,
    rule: "R38",
    n: given.length,
    facts: given.map(({event}) => event),
    note: `${promisedDays === undefined ? "no promise is known" : `promised ${promisedDays} days, ${belowPromise} of ${given.length} below`}; ${unknown} with unknown notice`,
  };
  if (medianDays === undefined) return insufficientQuantity(stated, "no retirement with known notice", known);
  const days = given.map((one) => one.days);
  return {
    ...drawnQuantity(stated, Float64Array.from(days), known),
    value: medianDays,
    interval: {
      low: Math.min(...days),
      high: Math.max(...days),
      level: continuityMethod.intervalLevel.value,
      kind: "spread",
    },
  };
}
