/**
 * How often suppliers do what hurts their customers: events per supplier-year, learned together.
 *
 * A supplier is watched for a hazard from the first day such events are collected or it had something to supply,
 * whichever is later, until the as-of day. Only what fell into the watched time is counted. Suppliers for which the
 * hazard has no meaning (a licence to tighten without open weights, a company of its own to fail) are left out and
 * named.
 */
import type {Catalog} from "../../data/catalog.ts";
import type {ForceFacts, ForceLab, SupplierEvent} from "../../data/forces/force-facts.ts";
import {happenedBy, isKnown} from "../../data/forces/known-facts.ts";
import {firstKnownDay} from "../../data/release-date.ts";
import {dayOf} from "../../dates.ts";
import type {Random} from "../../numeric/random.ts";
import {DAYS_PER_MONTH, type Day, day} from "../../units.ts";
import {continuityMethod, type Hazard} from "./continuity-method.ts";
import {type RateDraws, ratePosterior} from "./gamma-poisson.ts";
import {priceRises} from "./price-rises.ts";
import {RETIREMENTS, SUSPENSIONS} from "./supplier-history.ts";

export interface SupplierWatch {
  readonly lab: string;
  readonly exposureYears: number;
  /** Ids of fact rows, or `price:<model>@<day>` for steps in the price lists. */
  readonly events: readonly string[];
}

export interface HazardRates {
  readonly hazard: Hazard;
  readonly rates: RateDraws;
  readonly watches: readonly SupplierWatch[];
  readonly leftOut: readonly {readonly lab: string; readonly why: string}[];
  /** Events that may belong here but whose notice is not known. */
  readonly undetermined: readonly string[];
  /** How far the prior speaks: wholly without any event, partly below `fewEvents`. */
  readonly prior: "none" | "partly" | "wholly";
  readonly says: string;
}

const YEAR_DAYS = 12 * DAYS_PER_MONTH;

/**
 * @param facts - all; what is not known on `asOf` is not seen
 * @param catalog - as known on `asOf`
 */
export function supplierHazards(
  facts: ForceFacts,
  catalog: Catalog,
  {asOf, drawCount, random}: {asOf: Day; drawCount: number; random: (hazard: Hazard) => Random},
): HazardRates[] {
  const events = facts.events.filter((event) => isKnown(event, asOf));
  const labs = [...facts.labs.values()]
    .filter(({role}) => role === "lab")
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  const started = firstSupply(catalog, facts, labs, asOf);
  const eventsFrom = dayOf(continuityMethod.eventsFrom.value);

  function byEvents(
    hazard: Hazard,
    meant: (event: SupplierEvent) => boolean,
    excluded: (lab: ForceLab) => string | undefined,
  ): HazardRates {
    const leftOut: {lab: string; why: string}[] = [];
    const watches = labs.flatMap((lab): SupplierWatch[] => {
      const start = started.get(lab.id);
      const why = start === undefined ? "nothing of it is dated" : excluded(lab);
      if (why !== undefined || start === undefined) {
        leftOut.push({lab: lab.id, why: why ?? ""});
        return [];
      }
      const from = Math.max(eventsFrom, start);
      const own = events.filter((event) => event.lab === lab.id && meant(event) && happenedBy(event) >= from);
      return [
        {lab: lab.id, exposureYears: Math.max(0, (asOf - from) / YEAR_DAYS), events: own.map(({id}) => id)},
      ];
    });
    return rated(hazard, watches, leftOut, []);
  }

  function rated(
    hazard: Hazard,
    watches: readonly SupplierWatch[],
    leftOut: HazardRates["leftOut"],
    undetermined: readonly string[],
  ): HazardRates {
    const histories = watches.map(({lab, events: own, exposureYears}) => ({
      id: lab,
      events: own.length,
      exposureYears,
    }));
    const rates = ratePosterior(
      histories,
      continuityMethod.ratePriors.value[hazard],
      drawCount,
      random(hazard),
    );
    const prior =
      rates.events === 0 ? "wholly" : rates.events < continuityMethod.fewEvents.value ? "partly" : "none";
    return {hazard, rates, watches, leftOut, undetermined, prior, says: priorSentence(rates, prior)};
  }

  const shortNotice = (event: SupplierEvent) =>
    RETIREMENTS.includes(event.type) &&
    event.noticeDays !== "unknown" &&
    event.noticeDays < continuityMethod.shortNoticeDays.value;
  const shortNotices = byEvents("short-notice-deprecation", shortNotice, () => undefined);
  const undetermined = events.filter(
    (event) =>
      RETIREMENTS.includes(event.type) && event.noticeDays === "unknown" && happenedBy(event) >= eventsFrom,
  );

  return [
    byPrices(),
    byEvents(
      "licence-tightening",
      ({type, direction}) =>
        type === "licence-change" && (direction === "toward-restricted" || direction === "toward-closed"),
      ({openWeights}) => (openWeights === "no" ? "it opens no weights" : undefined),
    ),
    {...shortNotices, undetermined: undetermined.map(({id}) => id)},
    byEvents(
      "access-suspension",
      ({type}) => SUSPENSIONS.includes(type),
      () => undefined,
    ),
    failures(),
  ];

  function byPrices(): HazardRates {
    const {rises, watched} = priceRises(catalog, asOf);
    const leftOut: {lab: string; why: string}[] = [];
    const watches = labs.flatMap(({id}): SupplierWatch[] => {
      const span = watched.get(id);
      if (!span || span.to <= span.from) {
        leftOut.push({lab: id, why: "no price list of its own is kept"});
        return [];
      }
      const listed = rises.filter(({lab, day: on}) => lab === id && on >= span.from && on <= span.to);
      const told = events.filter(({lab, type}) => lab === id && type === "price-rise");
      const far = (event: SupplierEvent) =>
        listed.every(
          ({day: on}) => Math.abs(on - happenedBy(event)) > continuityMethod.sameReleaseDays.value,
        );
      const apart = told.filter(
        (event) => happenedBy(event) >= span.from && happenedBy(event) <= span.to && far(event),
      );
      return [
        {
          lab: id,
          exposureYears: (span.to - span.from) / YEAR_DAYS,
          events: [
            ...listed.map(({model, day: on}) => `price:${model}@${on}`),
            ...apart.map((event) => event.id),
          ],
        },
      ];
    });
    return rated("price-rise", watches, leftOut, []);
  }

  function failures(): HazardRates {
    const bankrupt = facts.finance.filter((fact) => fact.metric === "bankruptcy" && isKnown(fact, asOf));
    const base = byEvents(
      "company-failure",
      ({type}) => type === "bankruptcy",
      ({control, parent, parentSince}) =>
        control === "parent" && (parentSince === undefined || parentSince <= asOf)
          ? `its company is ${parent}`
          : undefined,
    );
    const watches = base.watches.map((watch) => ({
      ...watch,
      events: [...watch.events, ...bankrupt.filter(({lab}) => lab === watch.lab).map(({id}) => id)],
    }));
    return rated("company-failure", watches, base.leftOut, []);
  }
}

function priorSentence({events, exposureYears}: RateDraws, prior: HazardRates["prior"]): string {
  const seen = `${events} event${events === 1 ? "" : "s"} in ${exposureYears.toFixed(1)} supplier-years`;
  if (prior === "wholly") return `${seen}: the prior is what speaks`;
  return prior === "partly" ? `${seen}: too few to speak without the prior` : seen;
}

/** First day a lab had something to supply: its earliest model, else the first dated fact about it. */
function firstSupply(
  catalog: Catalog,
  facts: ForceFacts,
  labs: readonly ForceLab[],
  asOf: Day,
): Map<string, Day> {
  const first = new Map<string, Day>();
  const note = (lab: string, at: number) => first.set(lab, day(Math.min(at, first.get(lab) ?? Infinity)));
  for (const model of catalog.models.values()) note(model.lab, firstKnownDay(model, "latest"));
  const wanted = new Set(labs.map(({id}) => id).filter((id) => !first.has(id)));
  for (const fact of [...facts.finance, ...facts.events]) {
    if (wanted.has(fact.lab) && isKnown(fact, asOf)) note(fact.lab, happenedBy(fact));
  }
  return first;
}
