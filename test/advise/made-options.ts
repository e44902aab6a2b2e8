/** A small world of models with known abilities, sold at made prices, for tests of the advice. */
import type {ApiOption, Option, SelfHostOption} from "../../src/advise/options/option.ts";
import {machines} from "../../src/advise/cost/machines.ts";
import type {Portfolio, Workload} from "../../src/advise/portfolio/portfolio.ts";
import {normalPool} from "../../src/advise/quality/normal-pool.ts";
import type {QualityGround, SuccessRun} from "../../src/advise/quality/success-draws.ts";
import type {AbilityDraws} from "../../src/measure/instrument.ts";
import {stream} from "../../src/numeric/random.ts";
import {day} from "../../src/units.ts";

export const DRAWS = 400;
export const run: SuccessRun = {seed: 7, drawCount: DRAWS, normals: normalPool(7)};

export function api(
  model: string,
  input: number,
  output: number,
  changes: Partial<ApiOption> & {cachedInput?: number} = {},
): ApiOption {
  const {cachedInput, ...rest} = changes;
  const provider = rest.provider ?? "host";
  return {
    id: `${model}@${provider}`,
    model,
    name: model.toUpperCase(),
    lab: `lab of ${model}`,
    origin: "US",
    openness: "closed",
    licenceClass: "proprietary",
    hosting: "api",
    provider,
    seller: "own-lab",
    tier: "standard",
    quote: {
      model,
      provider,
      seller: rest.seller ?? "own-lab",
      from: day(20_000),
      until: day(30_000),
      input,
      output,
      ...(cachedInput === undefined ? {} : {cachedInput}),
      blend: 0.75 * input + 0.25 * output,
      lateEntry: false,
      source: {
        tier: "A",
        confidence: "high",
        source: "made",
        url: null,
        read: "2026-01-01",
        licence: "facts",
      },
    },
    ...rest,
  };
}

export const own = (model: string, changes: Partial<SelfHostOption> = {}): SelfHostOption => ({
  id: `${model}@self-hosted-8bit-1xh100`,
  model,
  name: model.toUpperCase(),
  lab: `lab of ${model}`,
  origin: "China",
  openness: "open",
  licenceClass: "permissive",
  hosting: "self-hosted",
  provider: "self-hosted",
  seller: "third-party",
  precision: 8,
  machine: machines.value[0]!,
  gpus: 1,
  paramsB: 27,
  activeParamsB: 27,
  ...changes,
});

export const workload = (changes: Partial<Workload> = {}): Workload => ({
  id: "work",
  name: "Work",
  kind: "general",
  needs: "",
  tasksPerMonth: 100_000,
  growthPerYear: 0,
  requestsPerTask: 2,
  tokens: {input: 3000, output: 400, cached: 1000},
  quality: {domain: "general", benchmarks: [], gradedTasks: 50},
  valueOfSuccess: 1,
  costOfFailure: 0.5,
  noticed: 0.5,
  latency: "interactive",
  style: "repetitive",
  limits: {
    dataResidency: "any",
    licences: ["permissive", "conditional", "non-commercial", "closed"],
    excludedOrigins: [],
    originsNotAtHome: [],
    onPremises: false,
    excluded: [],
  },
  switchingCost: 10_000,
  assumed: [],
  ...changes,
});

export const portfolio = (workloads: readonly Workload[] = [workload()]): Portfolio => ({
  name: "test",
  horizonMonths: 24,
  discountRate: 0.1,
  workloads,
  assumed: [],
});

/** Abilities with independent normal errors; six benchmarks with slopes around 0.1 on which every model was measured. */
export function quality(abilities: Readonly<Record<string, number>>, sd = 1, residual = 0.4): QualityGround {
  const models = Object.keys(abilities);
  const point = Float64Array.from(models, (id) => abilities[id]!);
  const random = stream(3, 1);
  const drawCount = 200;
  const draws = Float64Array.from(
    {length: drawCount * models.length},
    (_, i) => point[i % models.length]! + sd * random.normal(),
  );
  const general: AbilityDraws = {models, point, draws, drawCount};
  const responses = Array.from({length: 6}, (_, b) => ({
    benchmark: `test-${b}`,
    slope: 0.1 * (1 + 0.1 * (b - 2)),
    level: 140 + b,
    residual,
    models: 20,
  }));
  return {
    general,
    domains: new Map(),
    results: [],
    responses,
    tests: new Map(responses.map(({benchmark}) => [benchmark, {domain: "reasoning", family: benchmark}])),
  };
}

export const ids = (options: readonly Option[]): string[] => options.map(({id}) => id).sort();
