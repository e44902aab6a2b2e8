/** Everything known of one model on one page: what it is, its clocks, its ability, its results, prices and disputes. */
import type {Catalog, Dispute, FieldSource, Model} from "../data/catalog.ts";
import {closestName} from "../data/closest-name.ts";
import {isoDay, isoSpan} from "../dates.ts";
import {formatPlace, InputError} from "../errors.ts";
import type {ForceQuantity, ServiceEnd} from "../forces-report.ts";
import type {About, ModelAbility, Report} from "../report.ts";
import {
  type PreferenceRow,
  type PriceRow,
  preferenceRow,
  priceRow,
  type ResultRow,
  resultRow,
  type SourceRow,
  sourceRows,
} from "./evidence-rows.ts";

/** The parts of the catalog that a dossier reads. */
export type DossierCatalog = Pick<
  Catalog,
  "models" | "benchmarks" | "labs" | "sources" | "results" | "prices" | "preferences"
>;

export interface ModelDossier {
  readonly about: About;
  readonly id: string;
  readonly name: string;
  readonly lab: string;
  readonly country: string;
  readonly family: string;
  readonly openness: string;
  readonly licence: string;
  readonly licenceClass: string;
  readonly paramsB: number | null;
  readonly activeParamsB: number | null;
  readonly memoryGb: number | null;
  readonly url: string | null;
  readonly aliases: readonly string[];
  readonly dates: {
    readonly announced: string | null;
    readonly available: string | null;
    readonly weights: string | null;
    /** First day on a leaderboard or price list: an upper bound for the release. */
    readonly firstSeen: string | null;
  };
  /** Where single fields came from when not from the model's own source. */
  readonly fieldSources: Readonly<Record<string, FieldSource>>;
  /** The Report's row; null when the Report does not list the model. */
  readonly ability: ModelAbility | null;
  /** How long it can be used; null when the facts say nothing on its lab. */
  readonly continuity: ModelContinuityView | null;
  readonly results: readonly ResultRow[];
  readonly prices: readonly PriceRow[];
  readonly preferences: readonly PreferenceRow[];
  readonly disputes: readonly Dispute[];
  readonly sources: readonly SourceRow[];
}

/** Two answers, never one: weights that were downloaded, and the service that is called. */
export interface ModelContinuityView {
  readonly lab: string;
  /** Chance that the lab opens no new flagship; null for a model without open weights. */
  readonly noNewFlagship: ForceQuantity | null;
  readonly service: {
    /** Null while no event names the model. */
    readonly end: ServiceEnd | null;
    readonly hazards: readonly {readonly label: string; readonly within: ForceQuantity}[];
  };
}

/**
 * @param wanted - an id, alias or name; case and separators do not matter
 * @throws InputError for a model the catalog does not hold, naming the nearest ids
 */
export function modelDossier(report: Report, catalog: DossierCatalog, wanted: string): ModelDossier {
  const model = modelNamed(catalog, wanted);
  const own = <Row extends {readonly model: string}>(rows: readonly Row[]) =>
    rows.filter((row) => row.model === model.id);
  const results = own(catalog.results)
    .map((result) => resultRow(catalog, result))
    .sort(by(({name, setting}) => `${name} ${setting}`));
  const prices = own(catalog.prices)
    .map(priceRow)
    .sort(by(({provider, from}) => `${provider} ${from ?? ""}`));
  const preferences = own(catalog.preferences)
    .map(preferenceRow)
    .sort(by(({board, setting, date}) => `${board} ${setting} ${date}`));
  const {source, licence, retrieved, place} = model.provenance;
  const itself = {source, licence, retrieved: isoDay(retrieved), place: formatPlace(place)};
  return {
    about: report.about,
    id: model.id,
    name: model.name,
    lab: catalog.labs.get(model.lab)?.name ?? model.lab,
    country: model.country,
    family: model.family,
    openness: model.openness,
    licence: model.licence,
    licenceClass: model.licenceClass,
    paramsB: model.paramsB ?? null,
    activeParamsB: model.activeParamsB ?? null,
    memoryGb: model.memory ?? null,
    url: model.url ?? null,
    aliases: model.aliases,
    dates: {
      announced: model.announced ? isoSpan(model.announced) : null,
      available: model.available ? isoSpan(model.available) : null,
      weights: model.weightsDate ? isoSpan(model.weightsDate) : null,
      firstSeen: model.firstSeen === undefined ? null : isoDay(model.firstSeen),
    },
    fieldSources: model.fieldSources,
    ability: report.models.find((row) => row.model === model.id) ?? null,
    continuity: continuityOf(report, model),
    results,
    prices,
    preferences,
    disputes: model.disputes,
    sources: sourceRows(catalog, [...results, ...prices, ...preferences, itself]),
  };
}

/** What hurts the caller of one model; licences and prices are on the lab's page. */
const SERVICE_HAZARDS: readonly string[] = [
  "short-notice-deprecation",
  "access-suspension",
  "company-failure",
];

function continuityOf({forces}: Report, {id, lab, openness}: Model): ModelContinuityView | null {
  const page = forces?.labs.find((one) => one.id === lab);
  if (!forces || !page) return null;
  const {weights, service} = page.continuity;
  return {
    lab,
    noNewFlagship: openness === "open" ? weights.noNewFlagship : null,
    service: {
      end: forces.serviceEnds.find(({model}) => model === id) ?? null,
      hazards: service.hazards.flatMap(({hazard, label, within}) =>
        within && SERVICE_HAZARDS.includes(hazard) ? [{label, within}] : [],
      ),
    },
  };
}

/** The model meant by an id, an alias or a name. */
export function modelNamed({models}: Pick<Catalog, "models">, wanted: string): Model {
  const exact = models.get(wanted);
  if (exact) return exact;
  const key = plain(wanted);
  for (const model of models.values()) {
    if ([model.id, model.name, ...model.aliases].some((name) => plain(name) === key)) return model;
  }
  const near = nearest(key, models);
  const hint = near.length > 0 ? `did you mean ${near.join(", ")}?` : "`lagline models` lists them";
  throw new InputError("unknown", `model: ${wanted}; ${hint}`);
}

const NEAREST = 4;

/** Ids that contain what was typed, shortest first, then the one with the fewest edits. */
function nearest(key: string, models: ReadonlyMap<string, Model>): string[] {
  const containing = [...models.keys()]
    .filter((id) => key.length > 2 && plain(id).includes(key))
    .sort((a, b) => a.length - b.length || (a < b ? -1 : 1));
  const closest = closestName(key, models.keys());
  return [...new Set([...containing.slice(0, NEAREST), ...(closest ? [closest] : [])])].slice(0, NEAREST);
}

const plain = (text: string): string => text.toLowerCase().replace(/[\s_./:-]+/g, "-");

function by<Row>(key: (row: Row) => string): (a: Row, b: Row) => number {
  return (a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0);
}
