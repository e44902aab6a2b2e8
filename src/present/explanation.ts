/**
 * A number taken apart: what it is, the rule it follows, the numbers and rows it rests on, and their sources.
 *
 * Every quantity of the Report can be explained, and `ability.<model>` for every model with or without an ability.
 */
import type {Catalog} from "../data/catalog.ts";
import {closestName} from "../data/closest-name.ts";
import {isoSpan} from "../dates.ts";
import {InputError} from "../errors.ts";
import type {MethodRule} from "../method-rules.ts";
import type {ForceFactRow, ForceQuantity} from "../forces-report.ts";
import {type About, type Quantity, quantitiesOf, type Report} from "../report.ts";
import {
  type PreferenceRow,
  preferenceRow,
  type PriceRow,
  priceRow,
  type ResultRow,
  resultRow,
  type SourceRow,
  sourceRows,
} from "./evidence-rows.ts";

export interface ExplainedModel {
  readonly model: string;
  readonly name: string;
  readonly openness: string;
  readonly announced: string | null;
  readonly available: string | null;
  readonly weights: string | null;
}

export interface Explanation {
  readonly about: About;
  readonly quantity: Quantity;
  readonly rule: MethodRule | null;
  readonly computedFrom: readonly Quantity[];
  readonly models: readonly ExplainedModel[];
  readonly rows: readonly (ResultRow | PreferenceRow)[];
  readonly sources: readonly SourceRow[];
  /** For a number of the forces: its weakest source, who speaks, and its fact rows, newest first; else null. */
  readonly force:
    | (Pick<ForceQuantity, "tier" | "confidence" | "prior"> & {
        readonly facts: readonly ForceFactRow[];
        /** Day the forces are seen from. */
        readonly asOf: string;
        /** List prices of its models, for a price. */
        readonly prices: readonly PriceRow[];
      })
    | null;
}

/** The parts of the catalog that an explanation reads. */
export type EvidenceCatalog = Pick<
  Catalog,
  "models" | "benchmarks" | "sources" | "results" | "prices" | "preferences"
>;

const ABILITY = "ability.";
const PRICE = "price.";

/**
 * @param rule - the method rule by number; may throw for an unknown one, which then shows as null
 * @throws InputError for an id the Report does not show
 */
export function explanation(
  {report, catalog, rule}: {report: Report; catalog: EvidenceCatalog; rule: (id: string) => MethodRule},
  id: string,
): Explanation {
  const quantities = new Map(quantitiesOf(report).map((quantity) => [quantity.id, quantity]));
  const quantity = quantities.get(id) ?? abilityQuantity(report, id);
  if (!quantity)
    throw new InputError("unknown", `number: ${id}; ${suggestion(id, quantities.keys(), report)}`);
  const {evidence} = quantity;
  const force = forceEvidence(report, quantity, catalog);
  // A number of the forces does not rest on test results by itself: its models name what it is about.
  const candidates = evidence.models.length > 0 ? evidence.models : force ? [] : allMeasured(report);
  const rows = force ? [] : rowsOf(catalog, candidates, evidence.benchmarks);
  const tested = new Set(rows.map(({model}) => model));
  const models = evidence.models.length > 0 ? candidates : candidates.filter((model) => tested.has(model));
  return {
    about: report.about,
    quantity,
    rule: publishedRule(rule, evidence.rule),
    computedFrom: evidence.quantities.flatMap(
      (part) => quantities.get(part) ?? abilityQuantity(report, part) ?? [],
    ),
    models: models.map((model) => explainedModel(catalog, model)),
    rows,
    sources: sourceRows(catalog, force ? force.prices : rows),
    force,
  };
}

function forceEvidence({forces}: Report, quantity: Quantity, catalog: EvidenceCatalog): Explanation["force"] {
  if (!forces || !("facts" in quantity)) return null;
  const {facts, tier, confidence, prior} = quantity as ForceQuantity;
  const wanted = new Set(facts);
  const models = new Set(quantity.id.startsWith(PRICE) ? quantity.evidence.models : []);
  return {
    asOf: forces.asOf,
    prices: catalog.prices
      .filter(({model}) => models.has(model))
      .map(priceRow)
      .sort((a, b) => (a.model < b.model ? -1 : a.model > b.model ? 1 : a.output - b.output)),
    tier,
    confidence,
    prior,
    facts: forces.facts
      .filter(({id}) => wanted.has(id))
      .sort((a, b) => (a.date > b.date ? -1 : a.date < b.date ? 1 : a.id < b.id ? -1 : 1)),
  };
}

/** The ability of one model as a quantity, so that it is explained like every other number. */
export function abilityQuantity({models, about}: Report, id: string): Quantity | undefined {
  if (!id.startsWith(ABILITY)) return undefined;
  const found = models.find(({model}) => model === id.slice(ABILITY.length));
  if (!found) return undefined;
  const {ability, low, high, results, name, model} = found;
  const hasInterval = ability !== null && (low !== null || high !== null);
  return {
    id,
    label: `Ability of ${name}; n counts its results`,
    unit: "points",
    value: ability,
    interval: hasInterval
      ? {
          low,
          high,
          level: about.level,
          kind: about.instrument === "eci" ? "bootstrap" : "credible",
        }
      : null,
    censored: "none",
    insufficient: ability === null ? unmeasured(results) : null,
    n: results,
    note: null,
    evidence: {
      rule: abilityRule[about.instrument].value,
      models: [model],
      benchmarks: [],
      quantities: [],
      records: [],
    },
  };
}

/** Every model with an ability: what a number rests on that no single model decides. Holders of the frontiers come first. */
function allMeasured({frontiers, models}: Report): string[] {
  const holders = [...frontiers.closed, ...frontiers.open]
    .sort((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : 0))
    .map(({model}) => model);
  const rest = models
    .filter(({ability}) => ability !== null)
    .sort((a, b) => b.ability! - a.ability!)
    .map(({model}) => model);
  return [...new Set([...holders, ...rest])];
}

/** Why a model has no ability, in the words every surface uses. */
export const unmeasured = (results: number): string =>
  results === 0
    ? "no result on any benchmark of the index"
    : `only ${results} result${results === 1 ? "" : "s"} on benchmarks of the index`;

/** Rules of METHOD.md that say how an ability is found. */
export const abilityRule = {
  lagline: {value: "R7", reason: "lagline's own index is defined there", alternatives: []},
  eci: {value: "R5", reason: "the ECI compatibility mode is defined there", alternatives: []},
} as const;

export function publishedRule(rule: (id: string) => MethodRule, id: string): MethodRule | null {
  try {
    return rule(id);
  } catch (error) {
    if (error instanceof InputError || (error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}

function suggestion(id: string, ids: Iterable<string>, report: Report): string {
  const abilities = report.models.map(({model}) => `${ABILITY}${model}`);
  const closest = closestName(id, [...ids, ...abilities]);
  return `${closest ? `did you mean ${closest}? ` : ""}\`lagline explain\` without a number lists them all`;
}

export function explainedModel({models}: EvidenceCatalog, id: string): ExplainedModel {
  const model = models.get(id);
  const dateOf = (span: Parameters<typeof isoSpan>[0] | undefined) => (span ? isoSpan(span) : null);
  return {
    model: id,
    name: model?.name ?? id,
    openness: model?.openness ?? "unknown",
    announced: dateOf(model?.announced),
    available: dateOf(model?.available),
    weights: dateOf(model?.weightsDate),
  };
}

/** Results and ratings of the models, restricted to the benchmarks or boards when any are named; by model, then test. */
function rowsOf(
  catalog: EvidenceCatalog,
  models: readonly string[],
  benchmarks: readonly string[],
): (ResultRow | PreferenceRow)[] {
  const place = new Map(models.map((model, index) => [model, index]));
  const isNamed = new Set(benchmarks);
  const results = catalog.results
    .filter(({model, benchmark}) => place.has(model) && (isNamed.size === 0 || isNamed.has(benchmark)))
    .map((result) => resultRow(catalog, result));
  const ratings = catalog.preferences
    .filter(({model, board}) => place.has(model) && isNamed.has(board))
    .map(preferenceRow);
  const test = (row: ResultRow | PreferenceRow) =>
    row.kind === "result" ? row.benchmark : `${row.board} ${row.date}`;
  return [...results, ...ratings].sort(
    (a, b) =>
      place.get(a.model)! - place.get(b.model)! || (test(a) < test(b) ? -1 : test(a) > test(b) ? 1 : 0),
  );
}
