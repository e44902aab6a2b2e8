/** The models a person asked for, in the order asked for; the Report's own rows. */
import {didYouMean} from "../data/closest-name.ts";
import {InputError} from "../errors.ts";
import type {ModelAbility, Report} from "../report.ts";

export type ModelOrder = "ability" | "date" | "price";
export const MODEL_ORDERS: readonly ModelOrder[] = ["ability", "date", "price"];
export const LICENCE_CLASSES: readonly ModelAbility["licenceClass"][] = [
  "permissive",
  "conditional",
  "non-commercial",
  "proprietary",
  "unknown",
];

export interface ModelFilter {
  readonly openness?: "open" | "closed";
  readonly lab?: string;
  readonly country?: string;
  readonly licence?: ModelAbility["licenceClass"];
  /** Gigabytes that the weights must fit into; models of unknown size do not fit. */
  readonly fits?: number;
  readonly sort: ModelOrder;
}

/**
 * @returns every model that passes, best, newest or cheapest first; those without the sorted-by fact come last
 * @throws InputError for a lab or country that no model has
 */
export function modelSelection(report: Report, filter: ModelFilter): ModelAbility[] {
  const {models, about} = report;
  const lab =
    filter.lab === undefined
      ? undefined
      : known(
          "lab",
          filter.lab,
          models.map((model) => model.lab),
        );
  const country =
    filter.country === undefined
      ? undefined
      : known(
          "country",
          filter.country,
          models.map((model) => model.country),
        );
  const passing = models.filter(
    (model) =>
      (filter.openness === undefined || model.openness === filter.openness) &&
      (lab === undefined || model.lab === lab) &&
      (country === undefined || model.country === country) &&
      (filter.licence === undefined || model.licenceClass === filter.licence) &&
      (filter.fits === undefined || (model.memoryGb !== null && model.memoryGb <= filter.fits)),
  );
  const key: Record<ModelOrder, (model: ModelAbility) => number | string | null> = {
    ability: ({ability}) => ability,
    date: (model) => clockDate(model, about.dates),
    price: ({outputPrice}) => (outputPrice === null ? null : -outputPrice),
  };
  const sorted = key[filter.sort];
  return [...passing].sort((a, b) => descending(sorted(a), sorted(b)) || (a.model < b.model ? -1 : 1));
}

/** The date at which a model's clock starts: its weights date on the weights clock when it is open, else availability. */
export function clockDate(model: ModelAbility, dates: Report["about"]["dates"]): string | null {
  if (dates === "announced") return model.announced;
  return dates === "weights" && model.openness === "open" ? model.weights : model.available;
}

function known(what: string, wanted: string, values: readonly string[]): string {
  const match = values.find((value) => plain(value) === plain(wanted));
  if (match !== undefined && match !== "") return match;
  const distinct = [...new Set(values.filter(Boolean))].sort();
  const hint =
    didYouMean(wanted, distinct) ||
    ` one of ${distinct.slice(0, 12).join(", ")}${distinct.length > 12 ? " …" : ""} was expected`;
  throw new InputError("unknown", `${what}: ${wanted};${hint.replace(/^,/, "")}`);
}

const plain = (text: string): string => text.toLowerCase().replace(/[\s_.-]+/g, "-");

/** Larger first, unknown last. */
function descending(a: number | string | null, b: number | string | null): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
  return a < b ? 1 : a > b ? -1 : 0;
}
