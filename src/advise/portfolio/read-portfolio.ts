/** A portfolio file as a checked Portfolio: names matched to the catalog, gaps filled in and named. */
import type {Catalog, Model} from "../../data/catalog.ts";
import {didYouMean} from "../../data/closest-name.ts";
import type {FactFile} from "../../data/fact-files.ts";
import {Faults, shown} from "../../data/faults.ts";
import {recordFields} from "../../data/record-fields.ts";
import type {Place} from "../../errors.ts";
import {adviceMethod} from "../advice-method.ts";
import {LICENCE_LIMITS, type Limits, type Portfolio, type Running, type Workload} from "./portfolio.ts";
import {type LimitFields, portfolioSchema, type WorkloadFields} from "./portfolio-schema.ts";
import {kindOf, workloadKinds} from "./workload-kinds.ts";

type PlaceOf = (...path: PropertyKey[]) => Place;

/** What names in the file are matched to. */
export type PortfolioNames = Pick<Catalog, "models" | "benchmarks" | "labs" | "prices">;

/**
 * @throws InputErrors naming line and field of everything that is wrong; InputError when it is no YAML
 */
export function readPortfolio(file: FactFile, catalog: PortfolioNames): Portfolio {
  const faults = new Faults();
  const record = recordFields(file, portfolioSchema, faults);
  faults.throwIfAny();
  const {value, placeOf} = record!;
  const assumed: {field: string; value: string}[] = [];
  const given = <T>(field: string, stated: T | undefined, fallback: T, text = String(fallback)): T => {
    if (stated === undefined) assumed.push({field, value: text});
    return stated ?? fallback;
  };
  const names = new Map<string, number>();
  const workloads = value.workloads.map((fields, i): Workload => {
    const workload = workloadOf(fields, value.limits, catalog, faults, (...path) =>
      placeOf("workloads", i, ...path),
    );
    const before = names.get(workload.id);
    if (before !== undefined || workload.id === "") {
      const wanted = workload.id === "" ? "letters or digits" : "a name that no other workload has";
      faults.add(
        before === undefined ? "invalid" : "duplicate",
        `workload: ${shown(fields.name)}; ${wanted} was expected`,
        placeOf("workloads", i, "name"),
      );
    }
    names.set(workload.id, i);
    return workload;
  });
  const portfolio: Portfolio = {
    name: given("name", value.name, "portfolio"),
    horizonMonths: given("horizon_months", value.horizon_months, adviceMethod.horizonMonths.value),
    discountRate: given(
      "discount_rate",
      value.discount_rate,
      adviceMethod.discountRate.value,
      percent(adviceMethod.discountRate.value),
    ),
    workloads,
    assumed,
  };
  faults.throwIfAny();
  return portfolio;
}

function workloadOf(
  fields: WorkloadFields,
  shared: LimitFields | undefined,
  catalog: PortfolioNames,
  faults: Faults,
  placeOf: PlaceOf,
): Workload {
  const assumed: {field: string; value: string}[] = [];
  const given = <T>(field: string, stated: T | undefined, fallback: T, text = String(fallback)): T => {
    if (stated === undefined) assumed.push({field, value: text});
    return stated ?? fallback;
  };
  const needs = fields.needs ?? "";
  const kind = given("kind", fields.kind, kindOf(`${fields.name} ${needs}`));
  const usual = workloadKinds.value[kind];
  const {tokens, quality} = fields;
  const input = given("tokens.input", tokens?.input, usual.inputTokens);
  const cached = given("tokens.cached", tokens?.cached, Math.round(usual.cachedShare * input));
  if (cached > input) {
    faults.add(
      "conflicting",
      `tokens.cached: ${cached}; at most the ${input} input tokens it is a part of was expected`,
      placeOf("tokens", "cached"),
    );
  }
  for (const [i, benchmark] of (quality?.benchmarks ?? []).entries()) {
    if (catalog.benchmarks.has(benchmark)) continue;
    faults.add(
      "unknown",
      `benchmark: ${shown(benchmark)}; an id of the catalog was expected${asked(didYouMean(benchmark, catalog.benchmarks.keys()))}`,
      placeOf("quality", "benchmarks", i),
    );
  }
  const today = fields.runs_today && runningOf(fields.runs_today, catalog, faults, placeOf);
  if (quality?.success_now !== undefined && !today) {
    faults.add(
      "missing",
      "runs_today: nothing; the model whose success success_now states was expected",
      placeOf("quality", "success_now"),
    );
  }
  return {
    id: slug(fields.name),
    name: fields.name,
    kind,
    needs,
    tasksPerMonth: fields.tasks_per_month,
    growthPerYear: given(
      "growth_per_year",
      fields.growth_per_year,
      adviceMethod.growthPerYear.value,
      percent(adviceMethod.growthPerYear.value),
    ),
    requestsPerTask: given("requests_per_task", fields.requests_per_task, usual.requestsPerTask),
    tokens: {input, output: given("tokens.output", tokens?.output, usual.outputTokens), cached},
    quality: {
      domain: given("quality.domain", quality?.domain, usual.domain),
      benchmarks: quality?.benchmarks ?? [],
      ...(quality?.own_eval === undefined ? {} : {ownEval: quality.own_eval}),
      ...(quality?.success_now === undefined ? {} : {successNow: quality.success_now}),
      gradedTasks: quality?.graded_tasks ?? adviceMethod.gradedTasks.value,
    },
    valueOfSuccess: given(
      "value_of_success",
      fields.value_of_success,
      usual.valueOfSuccess,
      `$${usual.valueOfSuccess}`,
    ),
    costOfFailure: given(
      "cost_of_failure",
      fields.cost_of_failure,
      usual.costOfFailure,
      `$${usual.costOfFailure}`,
    ),
    noticed: given("failures_noticed", fields.failures_noticed, usual.noticed, percent(usual.noticed)),
    latency: given("latency", fields.latency, usual.latency),
    style: given("style", fields.style, usual.style),
    limits: limitsOf(shared, fields.limits),
    ...(today ? {today} : {}),
    switchingCost: given(
      "switching_cost",
      fields.switching_cost,
      adviceMethod.switchingCost.value,
      `$${adviceMethod.switchingCost.value}`,
    ),
    assumed,
  };
}

/** What a workload states replaces what the portfolio states, field by field; exclusions add up. */
function limitsOf(shared: LimitFields | undefined, own: LimitFields | undefined): Limits {
  return {
    dataResidency: own?.data_residency ?? shared?.data_residency ?? "any",
    licences: own?.licences ?? shared?.licences ?? LICENCE_LIMITS,
    excludedOrigins: own?.exclude_origins ?? shared?.exclude_origins ?? [],
    originsNotAtHome: own?.no_service_from ?? shared?.no_service_from ?? [],
    onPremises: own?.on_premises ?? shared?.on_premises ?? false,
    excluded: [...(shared?.exclude ?? []), ...(own?.exclude ?? [])],
  };
}

function runningOf(
  {model, provider}: {readonly model: string; readonly provider?: string | undefined},
  {models, prices}: PortfolioNames,
  faults: Faults,
  placeOf: PlaceOf,
): Running | undefined {
  const found = models.get(model) ?? modelCalled(model, models);
  if (!found) {
    faults.add(
      "unknown",
      `model: ${shown(model)}; an id, name or alias of the catalog was expected${asked(didYouMean(model, models.keys()))}`,
      placeOf("runs_today", "model"),
    );
    return undefined;
  }
  if (provider === undefined || provider === "self-hosted")
    return {model: found.id, ...(provider ? {provider} : {})};
  const hosts = new Set(prices.filter((price) => price.model === found.id).map((price) => price.provider));
  if (!hosts.has(provider)) {
    const known =
      hosts.size === 0
        ? "no host has a price of it; leave provider out"
        : `one of self-hosted, ${[...hosts].sort().join(", ")}`;
    faults.add(
      "unknown",
      `provider: ${shown(provider)}; ${known} was expected`,
      placeOf("runs_today", "provider"),
    );
  }
  return {model: found.id, provider};
}

function modelCalled(name: string, models: ReadonlyMap<string, Model>): Model | undefined {
  const wanted = name.toLowerCase();
  return [...models.values()].find(
    (model) =>
      model.name.toLowerCase() === wanted || model.aliases.some((alias) => alias.toLowerCase() === wanted),
  );
}

const slug = (name: string): string =>
  name
    .toLowerCase()
    .normalize("NFKD")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 60);
const percent = (value: number): string => `${Math.round(value * 1000) / 10}%`;
const asked = (suggestion: string): string => (suggestion === "" ? "" : `${suggestion}?`);
