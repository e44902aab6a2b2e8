/** Facts that go with the synthetic Report: the same invented models, two benchmarks, prices, ratings and sources. */
import type {
  AccessClass,
  Benchmark,
  Catalog,
  LicenceClass,
  Model,
  PreferenceRating,
  Price,
  Provenance,
  Result,
} from "../../src/data/catalog.ts";
import {dayOf, parseDateSpan} from "../../src/dates.ts";
import type {Report} from "../../src/report.ts";
import {gigabytes, usdPerMtok} from "../../src/units.ts";

const provenance = (source: string, row: number): Provenance => ({
  source,
  licence: "CC BY 4.0",
  retrieved: dayOf("2026-08-31"),
  place: {file: `${source}.csv`, row},
});

const benchmark = (id: string, name: string, access: AccessClass): Benchmark => ({
  id,
  name,
  family: id,
  domain: "reasoning",
  access,
  ceiling: 1,
  evaluator: "The Observatory",
  metric: "accuracy",
  indexes: [],
  fieldSources: {},
  provenance: provenance("observatory", 1),
});

/** @param report - its models become the catalog's */
export function syntheticCatalog(report: Report): Catalog {
  const models = report.models.map((row, index): Model => {
    const span = (date: string | null) => (date === null ? undefined : parseDateSpan(date));
    const [announced, available, weightsDate] = [span(row.announced), span(row.available), span(row.weights)];
    return {
      id: row.model,
      name: row.name,
      lab: row.lab,
      country: row.country,
      family: row.model.split("-")[0]!,
      ...(announced ? {announced} : {}),
      ...(available ? {available} : {}),
      ...(weightsDate ? {weightsDate} : {}),
      openness: row.openness,
      licence: row.licenceClass === "permissive" ? "Apache-2.0" : row.licenceClass,
      licenceClass: (row.licenceClass === "proprietary" ? "unknown" : row.licenceClass) as LicenceClass,
      ...(row.paramsB === null ? {} : {paramsB: row.paramsB}),
      ...(row.memoryGb === null ? {} : {memory: gigabytes(row.memoryGb)}),
      aliases: [`${row.lab} ${row.model}`, `${row.model}-latest`],
      disputes:
        row.model === "grove-9"
          ? [
              {
                field: "weights date",
                claim: "2026-08-01",
                source: "a mirror",
                why: "its upload is older than the lab's own",
              },
            ]
          : [],
      fieldSources:
        row.weights === null
          ? {}
          : {weights_date: {basis: "derived", source: "registry", note: "first commit of the weights"}},
      provenance: provenance("registry", index + 2),
    };
  });
  const results = models.flatMap((model, index): Result[] =>
    ["alpha", "omega"].map((id, column) => ({
      model: model.id,
      benchmark: id,
      score: 0.3 + 0.02 * index + 0.1 * column,
      ...(column === 0 ? {stderr: 0.011} : {}),
      setting: "high",
      harness: "",
      run: 1,
      derived: column === 1,
      seen: dayOf("2026-08-15"),
      provenance: provenance("observatory", 10 + index),
    })),
  );
  const prices = models.slice(0, 12).flatMap((model): Price[] => [
    {
      model: model.id,
      provider: "Host One",
      input: usdPerMtok(0.3),
      output: usdPerMtok(1.2),
      from: dayOf("2026-01-01"),
      to: dayOf("2026-06-01"),
      provenance: provenance("price-list", 3),
    },
    {
      model: model.id,
      provider: "Host One",
      input: usdPerMtok(0.25),
      output: usdPerMtok(1),
      from: dayOf("2026-06-01"),
      provenance: provenance("price-list", 4),
    },
  ]);
  const preferences = models.slice(0, 12).map((model, index): PreferenceRating => ({
    model: model.id,
    setting: "",
    board: "text",
    date: dayOf("2026-07-01"),
    rating: 1400 + index,
    low: 1390 + index,
    high: 1410 + index,
    votes: 4_200,
    provenance: provenance("arena", 5),
  }));
  const source = (id: string) => ({
    id,
    title: `The ${id} of a world that does not exist`,
    url: `https://example.org/${id}`,
    licence: "CC BY 4.0",
    redistribution: "attribution" as const,
    attribution: id,
    coverage: "all",
    retrieved: dayOf("2026-08-31"),
  });
  return {
    models: new Map(models.map((model) => [model.id, model])),
    benchmarks: new Map([
      ["alpha", benchmark("alpha", "Alpha", "public")],
      ["omega", benchmark("omega", "Omega", "private")],
    ]),
    labs: new Map(),
    sources: new Map(["observatory", "registry", "price-list", "arena"].map((id) => [id, source(id)])),
    results,
    prices,
    preferences,
    indexValues: [],
    publishedEstimates: [],
    licences: new Map(),
    vintage: report.about.vintage,
    hash: "0".repeat(64),
    coveredTo: dayOf(report.about.coveredTo),
  };
}
