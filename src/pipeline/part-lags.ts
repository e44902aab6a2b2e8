/** The headline's lag by domain and by access class of the tests. */
import type {AccessClass, Catalog, DateConvention, Domain} from "../data/catalog.ts";
import {dailyLookBack} from "../measure/lag/daily-look-back.ts";
import {dayWindow} from "../measure/lag/day-window.ts";
import {lagMethod} from "../measure/lag/method.ts";
import {sidesOf} from "../measure/sides.ts";
import type {Quantity} from "../report.ts";
import type {Day} from "../units.ts";
import {decidingRecords} from "./deciding-records.ts";
import {insufficientQuantity, lagQuantity} from "./lag-quantity.ts";
import type {Measured, PartAbilities} from "./measured.ts";

const DOMAINS: readonly Domain[] = [
  "coding",
  "agentic",
  "math",
  "reasoning",
  "knowledge",
  "multimodal",
  "language",
];
const ACCESS: readonly AccessClass[] = ["public", "semi-private", "private", "fresh"];

const ACCESS_LABEL: Readonly<Record<AccessClass, string>> = {
  public: "public tests",
  "semi-private": "semi-private tests",
  private: "private tests",
  fresh: "freshly written tests",
};

export interface PartContext {
  readonly catalog: Catalog;
  readonly dates: DateConvention;
  readonly asOf: Day;
}

export const domainLags = (measured: Measured, context: PartContext): Quantity[] =>
  DOMAINS.map((domain) =>
    partLag(measured.domain(domain), {id: `lag.domain.${domain}`, label: domain}, context),
  );

export const accessLags = (measured: Measured, context: PartContext): Quantity[] =>
  ACCESS.map((access) =>
    partLag(measured.access(access), {id: `lag.access.${access}`, label: ACCESS_LABEL[access]}, context),
  );

/**
 * The same with each class scored by itself, as a subset of the ECI mode: no class borrows from another, so it shows
 * differences that the default index, which moves only as far as shared factors carry, leaves out.
 */
export const accessLagsAlone = (eci: Measured, context: PartContext): Quantity[] =>
  ACCESS.filter((access) => eci.access(access).kind === "abilities").map((access) => ({
    ...partLag(
      eci.access(access),
      {id: `lag.access.${access}.alone`, label: `${access}, scored alone`},
      context,
    ),
    note: "ECI mode: each model's ability on this class alone, with the benchmark parameters of the whole fit.",
  }));

function partLag(
  part: PartAbilities,
  naming: {readonly id: string; readonly label: string},
  {catalog, dates, asOf}: PartContext,
): Quantity {
  const named = {...naming, benchmarks: part.benchmarks};
  if (part.kind === "insufficient") return insufficientQuantity("daily-look-back", named, part.reason);
  const {closed, open} = sidesOf(catalog, part.abilities.models, dates);
  const least = lagMethod.groupMinReleases.value;
  if (Math.min(closed.length, open.length) < least) {
    return insufficientQuantity(
      "daily-look-back",
      named,
      `${open.length} open and ${closed.length} closed models have results here; ${least} of each are needed`,
    );
  }
  const input = {abilities: part.abilities, closed, open, asOf};
  const records = decidingRecords(input, dayWindow(asOf));
  return {...lagQuantity(dailyLookBack(input), {...named, records}), n: open.length + closed.length};
}
