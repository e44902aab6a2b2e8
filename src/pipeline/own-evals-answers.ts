/** What the commands on own evals answer: the list, the predictions, and the test to run next. */
import type {Catalog} from "../data/catalog.ts";
import {ownEvalsMethod} from "../advise/own-evals/own-evals-method.ts";
import {costDraws} from "../advise/cost/cost-draws.ts";
import type {OwnEval, SuccessDraws} from "../advise/own-evals/own-eval.ts";
import {type Option, testPlan} from "../advise/own-evals/next-test.ts";
import {didYouMean} from "../data/closest-name.ts";
import type {SelfhostFact} from "../data/forces/force-facts.ts";
import {InputError} from "../errors.ts";
import {grouped} from "../grouped.ts";
import {centralInterval} from "../numeric/quantile.ts";
import type {Effects, ReportOptions} from "../options.ts";
import type {Workload} from "../advise/portfolio/portfolio.ts";
import type {Day} from "../units.ts";
import {cheapestListPrice} from "./model-abilities.ts";
import {listOptions, workloadOptions} from "./own-evals-options.ts";
import {type MatchedEvals, matchedEvals, type OwnEvalsInput, ownSuccess} from "./own-evals.ts";

export interface PredictedModel {
  readonly model: string;
  readonly name: string;
  readonly openness: "open" | "closed" | "unknown";
  /** Median success rate on the own eval, and the ends of its interval. */
  readonly success: number;
  readonly low: number;
  readonly high: number;
  /** Share of draws in which no other model does better. */
  readonly best: number;
  /** What was observed; null for a model that was not tested. */
  readonly tested: {readonly score: number; readonly items: number | null} | null;
  /** USD per million tokens; null without a list price. */
  readonly inputPrice: number | null;
  readonly outputPrice: number | null;
}

export interface PredictedEval {
  readonly eval: string;
  readonly domain: string | null;
  readonly level: number;
  /** Tested models that the index knows, and those it does not, which inform nothing. */
  readonly tested: number;
  readonly notInIndex: readonly string[];
  /** Highest success first. */
  readonly models: readonly PredictedModel[];
}

/** What a test is worth to whom: the work behind the choice. */
export interface NextTestQuestion {
  readonly eval: string | undefined;
  /** USD that a finished task is worth. */
  readonly value: number;
  readonly inputTokens: number;
  readonly outputTokens: number;
  /** Tasks over which the choice will hold. */
  readonly tasks: number;
  /** Most items that one test may have. */
  readonly budget: number;
}

/** The same from a portfolio: its workload says what success is worth, what it costs and what may be used. */
export interface WorkloadQuestion {
  readonly workload: Workload;
  readonly horizonMonths: number;
  readonly budget: number;
}

export interface NextTest {
  readonly model: string;
  readonly name: string;
  readonly items: number;
  /** USD over all tasks, before and after what the test costs. */
  readonly gain: number;
  readonly cost: number;
  readonly net: number;
  readonly changes: number;
}

export interface NextTestAnswer {
  readonly eval: string;
  readonly question: NextTestQuestion;
  /** Name of the portfolio's workload; null without one. */
  readonly workload: string | null;
  readonly now: {
    readonly model: string;
    readonly name: string;
    readonly success: number;
    readonly value: number;
  };
  /** USD over all tasks of knowing every success rate. */
  readonly perfect: number;
  readonly contenders: number;
  /** Best test of each model, highest net value first. */
  readonly tests: readonly NextTest[];
}

/** Draws behind expected values of tests. */
const TEST_DRAWS = 2000;
/** Draws behind the expected cost of own machines. */
const COST_DRAWS = 500;
/** Options beyond these are the best in hardly any draw. */
const MOST_CONTENDERS = 40;
const TEST_SIZES: readonly number[] = [10, 20, 50, 100, 200, 500, 1000];

export function predictedEvals(
  catalog: Catalog,
  input: OwnEvalsInput,
  named: string | undefined,
  options: ReportOptions & {readonly day: Day},
  effects: Effects,
): PredictedEval[] {
  const {evals} = matchedEvals(catalog, input, options.asOf);
  const wanted = named === undefined ? evals : [evalNamed(evals, named)];
  if (wanted.length === 0) throw nothingImported();
  const prices = grouped(catalog.prices, ({model}) => model);
  return ownSuccess(catalog, wanted, options, effects).map((success, index) =>
    predictedEval(catalog, wanted[index], success, (id) => {
      const model = catalog.models.get(id)!;
      return cheapestListPrice(model, prices.get(id) ?? [], options.day);
    }),
  );
}

type PriceOf = (model: string) => {readonly input: number; readonly output: number} | undefined;

function predictedEval(
  catalog: Catalog,
  own: OwnEval,
  success: SuccessDraws,
  priceOf: PriceOf,
): PredictedEval {
  const level = ownEvalsMethod.intervalLevel.value;
  const size = success.models.length;
  const wins = new Float64Array(size);
  for (let d = 0; d < success.drawCount; d++) {
    const row = success.draws.subarray(d * size, (d + 1) * size);
    wins[row.indexOf(Math.max(...row))] += 1 / success.drawCount;
  }
  const models = success.models.map((id, m): PredictedModel => {
    const column = Float64Array.from({length: success.drawCount}, (_, d) => success.draws[d * size + m]);
    const {low, high} = centralInterval(column, level);
    const {name, openness} = catalog.models.get(id)!;
    const observed = success.observed.get(id);
    const price = priceOf(id);
    return {
      model: id,
      name,
      openness,
      success: success.typical[m],
      low,
      high,
      best: wins[m],
      tested: observed ? {score: observed.score, items: observed.items ?? null} : null,
      inputPrice: price?.input ?? null,
      outputPrice: price?.output ?? null,
    };
  });
  return {
    eval: own.id,
    domain: own.domain ?? null,
    level,
    tested: success.observed.size,
    notInIndex: own.results.flatMap(({model}) => (success.observed.has(model) ? [] : [model])),
    models: models.sort((a, b) => b.success - a.success || (a.model < b.model ? -1 : 1)),
  };
}

/**
 * The test whose result would add most to the choice, among all models with a list price; with a workload, among those
 * its limits allow, at a host or on own machines. A test costs what its items cost where the model would run.
 */
export function nextTestAnswer(
  catalog: Catalog,
  input: OwnEvalsInput,
  asked: NextTestQuestion | (WorkloadQuestion & {readonly eval: string | undefined}),
  options: ReportOptions & {
    /** Prices, as the advice sees them. */
    readonly priced: Catalog;
    readonly day: Day;
    /** Facts on machines of one's own. */
    readonly selfhost: readonly SelfhostFact[];
  },
  effects: Effects,
): NextTestAnswer {
  const {evals} = matchedEvals(catalog, input, options.asOf);
  if (evals.length === 0) throw nothingImported();
  const workload = "workload" in asked ? asked.workload : undefined;
  const name = asked.eval ?? workload?.quality.ownEval;
  if (name === undefined && evals.length > 1) {
    throw new InputError(
      "missing",
      `eval: nothing; one of ${evals.map(({id}) => id).join(", ")} was expected`,
    );
  }
  const own = name === undefined ? evals[0] : evalNamed(evals, name);
  const question = "workload" in asked ? questionOf(asked, own.id) : asked;
  const draws = Math.max(TEST_DRAWS, options.draws);
  const [success] = ownSuccess(catalog, [own], {...options, draws}, effects);
  const {priced, day: on, selfhost, seed} = options;
  const known = new Map(
    success.models.flatMap((id, m) => (priced.models.has(id) ? [[id, success.typical[m]!] as const] : [])),
  );
  const all = workload
    ? workloadOptions(priced, workload, known, on, costDraws(selfhost, {on, seed, drawCount: COST_DRAWS}))
    : listOptions(priced, question, [...known.keys()], on);
  if (all.length === 0) {
    throw new InputError(
      "insufficient",
      workload
        ? `models that the limits of ${workload.name} allow: 0; at least one was expected`
        : "models with a list price: 0; at least one was expected",
    );
  }
  const contenders = contendersOf(success, all);
  const sizes = TEST_SIZES.filter((items) => items <= question.budget);
  const plan = testPlan(success, contenders, {
    candidates: contenders.map(({model}) => model),
    items: sizes.length > 0 ? sizes : [question.budget],
  });
  const costOf = new Map(all.map(({model, cost}) => [model, cost]));
  const nameOf = (id: string) => catalog.models.get(id)!.name;
  const tests = plan.tests.map(({model, items, gain, changes}): NextTest => {
    const whole = Math.max(0, gain) * question.tasks;
    const cost = items * costOf.get(model)!;
    return {model, name: nameOf(model), items, gain: whole, cost, net: whole - cost, changes};
  });
  const bestPerModel = [...grouped(tests, ({model}) => model).values()].map((same) =>
    same.reduce((best, one) => (one.net > best.net ? one : best)),
  );
  return {
    eval: own.id,
    question,
    workload: workload?.name ?? null,
    now: {
      model: plan.now.model,
      name: nameOf(plan.now.model),
      success: success.typical[success.models.indexOf(plan.now.model)],
      value: plan.now.value * question.tasks,
    },
    perfect: plan.perfect * question.tasks,
    contenders: contenders.length,
    tests: bestPerModel.sort((a, b) => b.net - a.net || (a.model < b.model ? -1 : 1)),
  };
}

function questionOf({workload, horizonMonths, budget}: WorkloadQuestion, name: string): NextTestQuestion {
  const {valueOfSuccess, costOfFailure, tasksPerMonth, tokens, requestsPerTask} = workload;
  return {
    eval: name,
    value: valueOfSuccess + costOfFailure,
    inputTokens: tokens.input * requestsPerTask,
    outputTokens: tokens.output * requestsPerTask,
    tasks: tasksPerMonth * horizonMonths,
    budget,
  };
}

/** Options that are the best in some draw, most often first, and the best on average. */
function contendersOf(success: SuccessDraws, options: readonly Option[]): Option[] {
  const size = success.models.length;
  const column = new Map(success.models.map((id, m) => [id, m]));
  const wins = new Map<Option, number>();
  const total = new Map<Option, number>();
  for (let d = 0; d < success.drawCount; d++) {
    let [best, highest]: [Option, number] = [options[0], Number.NEGATIVE_INFINITY];
    for (const option of options) {
      const value = option.worth * success.draws[d * size + column.get(option.model)!] - option.cost;
      total.set(option, (total.get(option) ?? 0) + value);
      if (value > highest) [best, highest] = [option, value];
    }
    wins.set(best, (wins.get(best) ?? 0) + 1);
  }
  const onAverage = options.reduce((best, option) => (total.get(option)! > total.get(best)! ? option : best));
  const often = [...wins]
    .sort(([a, x], [b, y]) => y - x || (a.model < b.model ? -1 : 1))
    .map(([option]) => option);
  return [onAverage, ...often.filter((option) => option !== onAverage)].slice(0, MOST_CONTENDERS);
}

export function evalNamed(evals: MatchedEvals["evals"], name: string): OwnEval {
  const found = evals.find(({id}) => id === name);
  if (found) return found;
  const ids = evals.map(({id}) => id);
  if (ids.length === 0) throw nothingImported();
  throw new InputError(
    "unknown",
    `eval: ${name}${didYouMean(name, ids) || `; one of ${ids.join(", ")} was expected`}`,
  );
}

const nothingImported = (): InputError =>
  new InputError(
    "missing",
    "own evals with a known model: none; `lagline evals import <files>` reads them, and --map settles names",
  );
