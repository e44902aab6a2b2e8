/** The decisions of one past day on the tests hidden from its fit: each test at every stake, with and without a graded sample. */
import type {CostDraws} from "../cost/cost-draws.ts";
import {fieldOf} from "../decision/contenders.ts";
import {horizonOf} from "../decision/horizon.ts";
import type {Option} from "../options/option.ts";
import type {Workload} from "../portfolio/portfolio.ts";
import {normalPool} from "../quality/normal-pool.ts";
import type {TestResult} from "../quality/response.ts";
import type {QualityGround} from "../quality/success-draws.ts";
import {nameKey} from "../../forces/money/lab-stream.ts";
import {stream} from "../../numeric/random.ts";
import {LICENCE_LIMITS, QUALITY_DOMAINS, type QualityDomain} from "../portfolio/portfolio.ts";
import {adviceBacktestMethod} from "./backtest-method.ts";
import {type ScoredCase, scoredCase} from "./scored-case.ts";

export interface PastDay {
  readonly origin: string;
  readonly options: readonly Option[];
  /** Fitted without the hidden tests. */
  readonly ground: QualityGround;
  readonly costs: CostDraws;
  readonly seed: number;
  /** Tests hidden from the fit, each with what every model came to score, also after the day. */
  readonly hidden: readonly {
    readonly test: string;
    readonly family: string;
    readonly domain: string;
    readonly results: readonly TestResult[];
  }[];
}

const PURPOSE = 0xad6;

export function pastCases({origin, options, ground, costs, seed, hidden}: PastDay): ScoredCase[] {
  const {stakes, leastModels, tokens, gradedTasks, drawCount} = adviceBacktestMethod;
  const normals = normalPool(seed);
  const ability = new Map(ground.general.models.map((model, at) => [model, ground.general.point[at]!]));
  return hidden.flatMap(({test, family, domain, results}) => {
    const scores = new Map(results.map(({model, score}) => [model, score]));
    const offered = options.filter(
      ({model, hosting}) => hosting === "api" && scores.has(model) && ability.has(model),
    );
    const models = [...new Set(offered.map(({model}) => model))].sort(
      (a, b) => ability.get(a)! - ability.get(b)!,
    );
    if (models.length < leastModels.value) return [];
    // What runs today: the middle of what is sold; graded on a few tasks drawn at its true score.
    const today = models[models.length >> 1]!;
    const random = stream(seed, PURPOSE, nameKey(test), nameKey(origin));
    let won = 0;
    for (let i = 0; i < gradedTasks.value; i++) won += Number(random.uniform() < scores.get(today)!);
    const share = Math.min(0.99, Math.max(0.01, won / gradedTasks.value));
    return [false, true].flatMap((graded) =>
      stakes.value.map((stake): ScoredCase => {
        const workload: Workload = {
          ...PAST,
          id: test,
          name: test,
          valueOfSuccess: stake.valueOfSuccess,
          costOfFailure: stake.costOfFailure,
          tokens: tokens.value,
          quality: {
            domain: QUALITY_DOMAINS.includes(domain as QualityDomain) ? (domain as QualityDomain) : "general",
            benchmarks: [],
            gradedTasks: gradedTasks.value,
            ...(graded ? {successNow: share} : {}),
          },
          ...(graded ? {today: {model: today}} : {}),
        };
        const horizon = horizonOf(workload, {horizonMonths: 12, discountRate: 0});
        const {contenders} = fieldOf(workload, offered, horizon, {
          ground,
          costs,
          run: {seed, drawCount: drawCount.value, normals},
        });
        return scoredCase({
          origin,
          test,
          family,
          stake: stake.name,
          graded,
          contenders,
          stakes: workload,
          horizon,
          truth: (model) => scores.get(model)!,
          abilityOf: (model) => ability.get(model)!,
        });
      }),
    );
  });
}

/** Repetitive work without limits, nothing to switch from, nobody waiting. */
const PAST: Omit<Workload, "id" | "name" | "tokens" | "quality" | "valueOfSuccess" | "costOfFailure"> = {
  kind: "general",
  needs: "",
  tasksPerMonth: 100_000,
  growthPerYear: 0,
  requestsPerTask: 1,
  noticed: 0,
  latency: "minutes",
  style: "repetitive",
  limits: {
    dataResidency: "any",
    licences: LICENCE_LIMITS,
    excludedOrigins: [],
    originsNotAtHome: [],
    onPremises: false,
    excluded: [],
  },
  switchingCost: 0,
  assumed: [],
};
