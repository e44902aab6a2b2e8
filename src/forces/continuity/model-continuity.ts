/**
 * How long a model can be used: two answers, never one.
 *
 * Weights already downloaded run for as long as their owner wants, whatever becomes of the lab. Access through the
 * supplier's own service ends when the supplier ends it. What an owner of weights loses when the lab stops is the next
 * version.
 */
import type {Model} from "../../data/catalog.ts";
import type {SupplierEvent} from "../../data/forces/force-facts.ts";
import {InputError} from "../../errors.ts";
import {mean} from "../../numeric/quantile.ts";
import type {Day} from "../../units.ts";
import {continuityMethod} from "./continuity-method.ts";
import {rateOf} from "./gamma-poisson.ts";
import type {ContinuityReport} from "./supplier-continuity.ts";
import {RETIREMENTS} from "./supplier-history.ts";

export type WeightsContinuity =
  | {
      readonly kind: "keeps-running";
      readonly licence: string;
      readonly licenceClass: Model["licenceClass"];
      /** Chance that the lab opens no new flagship within the horizon; undefined when it has no record of them. */
      readonly noSuccessor?: number;
      readonly says: string;
    }
  | {readonly kind: "none"; readonly says: string};

export type ServiceContinuity =
  | {readonly kind: "retired"; readonly on: Day; readonly event: string}
  | {readonly kind: "scheduled"; readonly on: Day; readonly event: string}
  | {
      readonly kind: "running";
      /** Chances within the horizon, for a customer of the supplier's own service. */
      readonly suspension: number;
      readonly shortNoticeRetirement: number;
      readonly says: string;
    };

export interface ModelContinuity {
  readonly model: string;
  readonly lab: string;
  readonly weights: WeightsContinuity;
  readonly service: ServiceContinuity;
}

/** @throws InputError for a model not known on the report's day */
export function modelContinuity(report: ContinuityReport, id: string): ModelContinuity {
  const model = report.catalog.models.get(id);
  if (!model) throw new InputError("unknown", `model: ${id}; a model known on the as-of day was expected`);
  return {
    model: id,
    lab: model.lab,
    weights: weightsContinuity(report, model),
    service: serviceContinuity(report, model),
  };
}

function weightsContinuity(
  {flagships}: ContinuityReport,
  {lab, openness, licence, licenceClass}: Model,
): WeightsContinuity {
  if (openness !== "open") {
    return {
      kind: "none",
      says: "There are no weights to download: it runs for as long as its supplier runs it.",
    };
  }
  const outlook = flagships.find((flagship) => flagship.lab === lab);
  return {
    kind: "keeps-running",
    licence,
    licenceClass,
    ...(outlook ? {noSuccessor: mean(outlook.noneWithin)} : {}),
    says: "Downloaded weights keep running if the lab stops; a licence once granted with them is not undone by the next version's.",
  };
}

/** The recorded or announced end of the lab's own service; undefined when no event names the model. */
export function serviceEnd(
  {events, scheduled}: ContinuityReport,
  model: Model,
): Exclude<ServiceContinuity, {kind: "running"}> | undefined {
  const ends = (event: SupplierEvent) =>
    event.lab === model.lab &&
    RETIREMENTS.includes(event.type) &&
    event.models.some((named) => names(named, model));
  // A deprecation row is dated by its announcement: the service ends its days of notice later.
  const endOf = ({type, date, noticeDays}: SupplierEvent): Day =>
    (type === "deprecation" && noticeDays !== "unknown" ? date.earliest + noticeDays : date.earliest) as Day;
  const past = events.find((event) => event.type !== "deprecation" && ends(event));
  if (past) return {kind: "retired", on: endOf(past), event: past.id};
  const coming = [...scheduled, ...events].find(ends);
  return coming && {kind: "scheduled", on: endOf(coming), event: coming.id};
}

function serviceContinuity(report: ContinuityReport, model: Model): ServiceContinuity {
  const end = serviceEnd(report, model);
  if (end) return end;
  const {hazards} = report;
  const within = (hazard: string) => {
    const found = hazards.find((rates) => rates.hazard === hazard)!;
    const years = continuityMethod.horizonMonths.value / 12;
    return mean(rateOf(found.rates, model.lab).map((rate) => 1 - Math.exp(-rate * years)));
  };
  return {
    kind: "running",
    suspension: within("access-suspension"),
    shortNoticeRetirement: within("short-notice-deprecation"),
    says: "Chances are the supplier's, for any of its models; a model close to its successor's successor is likelier to go.",
  };
}

/** Events name models by the supplier's short name; snapshots add a date to it. */
function names(named: string, {id, aliases}: Model): boolean {
  return [id, ...aliases.map((alias) => alias.toLowerCase())].some(
    (known) =>
      known === named || (known.startsWith(`${named}-`) && /^\d{4}/.test(known.slice(named.length + 1))),
  );
}
