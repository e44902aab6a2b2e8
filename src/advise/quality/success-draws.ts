/**
 * Success on one workload as joint draws: for each model the share of tasks it does right.
 *
 *   logit(success of m) = logit(share of the anchor) + slope · (ability m - ability anchor) + departure m - departure anchor
 *
 * The anchor is what runs today with its stated success rate (a beta draw of what was graded), else the ablest model of
 * the day, or rather a typical model as able, with the share that kind of work usually sees. So nothing has to be known of
 * the task's difficulty, and all models move together with it. Ability is the draw of the workload's domain where the model was tested in it, else the
 * general one with more room. A stated share holds the anchor's own departure already.
 *
 * Where benchmarks are named they are the task: a measured result is taken as it is, with its error; a model without one
 * follows the benchmark's response. Shares are averaged over the named benchmarks, then moved to the anchor if one is stated.
 * Where the owner's own eval was imported, its draws are used as they are.
 */
import {nameKey} from "../../forces/money/lab-stream.ts";
import type {AbilityDraws} from "../../measure/instrument.ts";
import {type Random, stream} from "../../numeric/random.ts";
import {median} from "../../numeric/quantile.ts";
import {gammaDraw} from "../../numeric/random-variates.ts";
import type {QualityDomain, Workload} from "../portfolio/portfolio.ts";
import {workloadKinds} from "../portfolio/workload-kinds.ts";
import type {NormalPool} from "./normal-pool.ts";
import {type EvalDraws, onOwnEval, type OwnStanding} from "./own-eval-success.ts";
import {qualityMethod} from "./quality-method.ts";
import {
  drawnIn,
  logistic,
  logit,
  type Response,
  responsePopulation,
  type TestResult,
  type TestsById,
} from "./response.ts";

/** Everything known about models on tests, as of the day. */
export interface QualityGround {
  /** General index first; domains where there are any. */
  readonly general: AbilityDraws;
  readonly domains: ReadonlyMap<QualityDomain, AbilityDraws>;
  readonly results: readonly TestResult[];
  /** Of `results` against the general index. */
  readonly responses: readonly Response[];
  readonly tests: TestsById;
  /** Index points that open models lose on held-out tests (negative: they lose), as mean and standard deviation. */
  readonly heldOut?: {readonly mean: number; readonly sd: number};
  /** Success draws on imported evals, by name: shares [draws x models], row-major, in the order of `models`. */
  readonly ownEvals?: ReadonlyMap<string, EvalDraws>;
}

export interface SuccessModel {
  /** Logit of success of a model before losses of host and precision [drawCount], into an array of the caller's. */
  readonly logits: (model: string, into?: Float64Array) => Float64Array;
  readonly anchor: {
    readonly model: string;
    readonly basis: "stated" | "usual" | "tests" | "own eval";
    readonly share: number;
  };
  /** Logits per index point [drawCount]. */
  readonly slope: Float64Array;
  /** Tests that are the task itself. */
  readonly tests: readonly string[];
  /** What an own eval measured and predicts; undefined without one. */
  readonly own?: OwnStanding;
  readonly drawCount: number;
}

const PURPOSE = 0xad2;

export interface SuccessRun {
  readonly seed: number;
  readonly drawCount: number;
  /** Of the same seed; made once for all workloads. */
  readonly normals: NormalPool;
}

/** @param candidates - ids of the models that may anchor the scale when nothing is stated */
export function successModel(
  workload: Pick<Workload, "id" | "kind" | "quality" | "today">,
  ground: QualityGround,
  candidates: readonly string[],
  run: SuccessRun,
): SuccessModel {
  const {seed, drawCount, normals} = run;
  const {quality, today} = workload;
  const imported = quality.ownEval === undefined ? undefined : ground.ownEvals?.get(quality.ownEval);
  const all = ground.responses;
  if (imported) {
    const {mean} = responsePopulation(all, ground.tests, quality.domain).logSlope;
    return {
      drawCount,
      tests: [],
      ...onOwnEval(imported, {abilities: ground.general, usualSlope: Math.exp(mean), candidates, drawCount}),
    };
  }
  const named = all.filter(({benchmark}) => quality.benchmarks.includes(benchmark));
  const ability = abilityOf(ground, quality.domain, run);
  const population = responsePopulation(all, ground.tests, quality.domain);
  const random = stream(seed, PURPOSE, nameKey(workload.id));
  const {mean, sd} = population.logSlope;
  const slope = Float64Array.from({length: drawCount}, () => Math.exp(mean + sd * random.normal()));
  // How far models depart is a property of the test: the workload's is drawn from those of the tests.
  const {residuals} = population;
  const residual = Float64Array.from({length: drawCount}, () => residuals[random.below(residuals.length)]!);
  const stated =
    quality.successNow !== undefined && today ? {share: quality.successNow, model: today.model} : undefined;
  const anchorModel = stated?.model ?? ablest(candidates, ground, quality.domain);
  const usual = workloadKinds.value[workload.kind].bestSucceeds;
  const anchored = Float64Array.from({length: drawCount}, () =>
    stated
      ? logit(shareDraw(stated.share, quality.gradedTasks, random))
      : logit(usual) + doubtOf(workload.kind) * random.normal(),
  );
  if (named.length > 0) {
    const tested = benchmarkLogits(named, ground, ability, run);
    const before = tested(anchorModel, new Float64Array(drawCount));
    const shift = stated ? anchored.map((value, d) => value - before[d]!) : undefined;
    return {
      drawCount,
      slope,
      tests: named.map(({benchmark}) => benchmark),
      anchor: stated
        ? {model: anchorModel, basis: "stated", share: stated.share}
        : {model: anchorModel, basis: "tests", share: logistic(median(before))},
      logits: (model, into = new Float64Array(drawCount)) => {
        tested(model, into);
        if (shift) for (let d = 0; d < drawCount; d++) into[d]! += shift[d]!;
        return into;
      },
    };
  }
  // A stated share is that model's own, its departure included, so others are compared without it. A usual share is that of a typical model as able as the
  // ablest: were it pinned to that one model, it alone would be free of doubt, and win by it.
  const level = stated ? ability(anchorModel) : undefined;
  const typical = pointOf(ground, quality.domain, anchorModel);
  const own = normals.of("departure", workload.id, anchorModel);
  const start = anchored.map((value, d) =>
    level ? value - slope[d]! * level[d]! - residual[d]! * own[d]! : value - slope[d]! * typical,
  );
  return {
    drawCount,
    slope,
    tests: [],
    anchor: {model: anchorModel, basis: stated ? "stated" : "usual", share: stated?.share ?? usual},
    logits: (model, into = new Float64Array(drawCount)) => {
      if (stated && model === anchorModel) {
        into.set(anchored);
        return into;
      }
      const theta = ability(model);
      const departure = normals.of("departure", workload.id, model);
      for (let d = 0; d < drawCount; d++) {
        into[d] = start[d]! + slope[d]! * theta[d]! + residual[d]! * departure[d]!;
      }
      return into;
    },
  };
}

/** Logits by which the share that is usual for a kind of work is doubtful. */
export const doubtOf = (kind: Workload["kind"]): number =>
  qualityMethod.bestSucceedsSd.value[kind === "general" ? "general" : "named"];

/** Beta draw of a share seen on `count` tasks, with half a success and half a failure to begin with (Jeffreys). */
function shareDraw(share: number, count: number, random: Random): number {
  const [won, lost] = [gammaDraw(random, share * count + 0.5), gammaDraw(random, (1 - share) * count + 0.5)];
  return Math.min(1 - 1e-6, Math.max(1e-6, won / (won + lost)));
}

type AbilityOf = (model: string) => Float64Array;

/** A model's ability in a domain [drawCount], good until the next is asked for; the joint ability draws are used in turn. */
function abilityOf(
  {general, domains}: QualityGround,
  domain: QualityDomain,
  {drawCount, normals}: SuccessRun,
): AbilityOf {
  const part = domains.get(domain);
  const place = ({models}: AbilityDraws) => new Map(models.map((id, at) => [id, at]));
  const [inPart, inGeneral] = [part && place(part), place(general)];
  const out = new Float64Array(drawCount);
  const column = ({draws, models, drawCount: count}: AbilityDraws, at: number) => {
    const known = Math.min(count, drawCount);
    for (let row = 0; row < known; row++) out[row] = draws[row * models.length + at]!;
    for (let d = known; d < drawCount; d += known) out.copyWithin(d, 0, Math.min(known, drawCount - d));
    return out;
  };
  return (model) => {
    const at = inPart?.get(model);
    if (part && at !== undefined) return column(part, at);
    const whole = inGeneral.get(model);
    if (whole === undefined)
      throw new RangeError(`unknown model: ${model}; one with an ability was expected`);
    column(general, whole);
    if (!part) return out;
    const elsewhere = normals.of("domain", domain, model);
    for (let d = 0; d < drawCount; d++) out[d]! += qualityMethod.untestedSd.value * elsewhere[d]!;
    return out;
  };
}

/** Best estimate of a model's ability in a domain, else in general. */
function pointOf({general, domains}: QualityGround, domain: QualityDomain, model: string): number {
  const part = domains.get(domain);
  const at = part ? part.models.indexOf(model) : -1;
  return at >= 0 ? part!.point[at]! : general.point[general.models.indexOf(model)]!;
}

function ablest(
  candidates: readonly string[],
  {general, domains}: QualityGround,
  domain: QualityDomain,
): string {
  const within = (draws: AbilityDraws) => {
    const wanted = new Set(candidates);
    return draws.models
      .map((model, at) => ({model, point: draws.point[at]!}))
      .filter(({model}) => wanted.has(model));
  };
  const part = domains.get(domain);
  const tested = part ? within(part) : [];
  const rows = tested.length > 0 ? tested : within(general);
  return rows.reduce((best, row) => (row.point > best.point ? row : best)).model;
}

/** Mean success over the named benchmarks, as a logit, by model. */
function benchmarkLogits(
  named: readonly Response[],
  ground: QualityGround,
  ability: AbilityOf,
  {drawCount, normals}: SuccessRun,
): (model: string, into: Float64Array) => Float64Array {
  const measured = new Map<string, TestResult>();
  for (const result of ground.results) measured.set(`${result.benchmark}|${result.model}`, result);
  return (model, sums) => {
    const theta = ability(model);
    sums.fill(0);
    for (const response of named) {
      const normal = normals.of("test", response.benchmark, model);
      const result = measured.get(`${response.benchmark}|${model}`);
      if (result) {
        const centre = drawnIn(result.score);
        const slope = logistic(centre) * (1 - logistic(centre));
        const sd = result.stderr ? result.stderr / slope : qualityMethod.measuredSd.value;
        for (let d = 0; d < drawCount; d++) sums[d]! += logistic(centre + sd * normal[d]!);
      } else {
        for (let d = 0; d < drawCount; d++) {
          sums[d]! += logistic(
            response.slope * (theta[d]! - response.level) + response.residual * normal[d]!,
          );
        }
      }
    }
    for (let d = 0; d < drawCount; d++)
      sums[d] = logit(Math.min(1 - 1e-6, Math.max(1e-6, sums[d]! / named.length)));
    return sums;
  };
}
