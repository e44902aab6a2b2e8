/** What a supplier has done so far: licences, withdrawals, retirements with their notice, suspensions, outages. */
import type {Catalog, LicenceClass} from "../../data/catalog.ts";
import type {SupplierEvent, SupplierEventType} from "../../data/forces/force-facts.ts";
import {happenedBy} from "../../data/forces/known-facts.ts";
import {type DateSpan, midpoint} from "../../dates.ts";
import {quantiles} from "../../numeric/quantile.ts";
import {continuityMethod} from "./continuity-method.ts";

/** The licence of one open release. */
export interface LicenceStep {
  readonly model: string;
  readonly date: DateSpan;
  readonly licence: string;
  readonly licenceClass: LicenceClass;
}

export interface NoticeRecord {
  /** Promised minimum, days; undefined when no promise is known. */
  readonly promisedDays?: number;
  /** Days of notice given, one per retirement whose notice is known, oldest first. */
  readonly given: readonly {readonly event: string; readonly days: number}[];
  readonly medianDays?: number;
  readonly belowPromise: number;
  readonly belowShortNotice: number;
  /** Retirements whose notice is not known. */
  readonly unknown: number;
}

export interface SupplierHistory {
  readonly lab: string;
  readonly licences: readonly LicenceStep[];
  /** Later half of the open releases minus the earlier half, mean strictness 0 (permissive) to 2 (non-commercial). */
  readonly licenceDrift:
    | {readonly kind: "estimated"; readonly steps: number; readonly n: number}
    | {readonly kind: "insufficient"; readonly n: number};
  readonly licenceChanges: readonly SupplierEvent[];
  readonly openToClosed: readonly SupplierEvent[];
  readonly withheld: readonly SupplierEvent[];
  readonly notice: NoticeRecord;
  readonly suspensions: readonly SupplierEvent[];
  readonly outages: readonly SupplierEvent[];
  readonly priceChanges: readonly SupplierEvent[];
}

export const RETIREMENTS: readonly SupplierEventType[] = ["retirement", "deprecation", "product-shutdown"];
export const SUSPENSIONS: readonly SupplierEventType[] = ["outage-regulatory", "suspension"];
const STRICTNESS: Partial<Record<LicenceClass, number>> = {
  permissive: 0,
  conditional: 1,
  "non-commercial": 2,
};

/**
 * @param events - known on the day, of all labs
 * @param catalog - as known on the day
 */
export function supplierHistory(
  events: readonly SupplierEvent[],
  catalog: Catalog,
  lab: string,
): SupplierHistory {
  const own = events.filter((event) => event.lab === lab).sort((a, b) => happenedBy(a) - happenedBy(b));
  const of = (...types: SupplierEventType[]) => own.filter(({type}) => types.includes(type));
  const licences = licenceSteps(catalog, lab);
  return {
    lab,
    licences,
    licenceDrift: licenceDrift(licences),
    licenceChanges: of("licence-change"),
    openToClosed: of("closed-release"),
    withheld: of("withheld-release"),
    notice: noticeRecord(own),
    suspensions: of(...SUSPENSIONS),
    outages: of("outage", "capacity"),
    priceChanges: of("price-rise", "price-cut"),
  };
}

function licenceSteps({models}: Catalog, lab: string): LicenceStep[] {
  return [...models.values()]
    .flatMap(({id, lab: maker, openness, weightsDate, licence, licenceClass}) =>
      maker === lab && openness === "open" && weightsDate
        ? [{model: id, date: weightsDate, licence, licenceClass}]
        : [],
    )
    .sort((a, b) => midpoint(a.date) - midpoint(b.date) || (a.model < b.model ? -1 : 1));
}

function licenceDrift(steps: readonly LicenceStep[]): SupplierHistory["licenceDrift"] {
  const strictness = steps.flatMap(({licenceClass}) => STRICTNESS[licenceClass] ?? []);
  const n = strictness.length;
  const half = Math.floor(n / 2);
  if (half < 2) return {kind: "insufficient", n};
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  return {kind: "estimated", steps: mean(strictness.slice(n - half)) - mean(strictness.slice(0, half)), n};
}

function noticeRecord(own: readonly SupplierEvent[]): NoticeRecord {
  const promises = own.flatMap(({type, noticeDays}) =>
    type === "policy-notice-period" && noticeDays !== "unknown" ? [noticeDays] : [],
  );
  const promisedDays = promises.at(-1);
  const retirements = own.filter(({type}) => RETIREMENTS.includes(type));
  const given = retirements.flatMap(({id, noticeDays}) =>
    noticeDays === "unknown" ? [] : [{event: id, days: noticeDays}],
  );
  return {
    ...(promisedDays === undefined ? {} : {promisedDays}),
    given,
    ...(given.length === 0
      ? {}
      : {
          medianDays: quantiles(
            given.map(({days}) => days),
            [0.5],
          )[0],
        }),
    belowPromise: promisedDays === undefined ? 0 : given.filter(({days}) => days < promisedDays).length,
    belowShortNotice: given.filter(({days}) => days < continuityMethod.shortNoticeDays.value).length,
    unknown: retirements.length - given.length,
  };
}
