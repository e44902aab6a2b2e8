/**
 * Success on one workload as joint draws: for each model the share of tasks it does right.
 *
 *   logit(success of m) = logit(share of the anchor) + slope · (ability m - ability anchor) + departure m - departure anchor
 *
 * The anchor is what runs today with its stated success rate (a beta draw of what was graded), else the ablest model of
 * the day with the share that kind of work usually sees. So nothing has to be known of the task's difficulty, and all
 * models move together with it. Ability is the draw of the workload's domain where the model was tested in it, else the
 * general one with more room. Departures are zero for the anchor itself, whose share already holds its own.
 *
 * Where benchmarks are named they are the task: a measured result is taken as it is, with its error; a model without one
 * follows the benchmark's response. Shares are averaged over the named benchmarks, then moved to the anchor if one is stated.
 * Where the owner's own eval was imported, its draws are used as they are.
 */
import {nameKey} from "../../forces/money/lab-stream.ts";
import type {AbilityDraws} from "../../measure/instrument.ts";
import {type Random, stream} from "../../numeric/random.ts";
import {gammaDraw} from "../../numeric/random-variates.ts";
import type {QualityDomain, Workload} from "../portfolio/portfolio.ts";
import {workloadKinds} from "../portfolio/workload-kinds.ts";
import {qualityMethod} from "./quality-method.ts";
import {
  drawnIn,
  logistic,
  logit,
  type Response,
  responsePopulation,
  responses,
  type TestResult,
  type TestsById,
} from "./response.ts";

/** Everything known about models on tests, as of the day. */
export interface QualityGround {
  /** General index first; domains where there are any. */
  readonly general: AbilityDraws;
  readonly domains: ReadonlyMap<QualityDomain, AbilityDraws>;
  readonly results: readonly TestResult[];
  readonly tests: TestsById;
  /** Index points that open models lose on held-out tests (negative: they lose), as mean and standard deviation. */
  readonly heldOut?: {readonly mean: number; readonly sd: number};
  /** Success draws on imported evals, by name: shares [draws x models], row-major, in the order of `models`. */
  readonly ownEvals?: ReadonlyMap<string, Pick<AbilityDraws, "models" | "draws" | "drawCount">>;
}

export interface SuccessModel {
  /** Logit of success of a model before losses of host and precision [drawCount]; the array is the caller's to keep. */
  readonly logits: (model: string) => Float64Array;
  readonly anchor: {
    readonly model: string;
    readonly basis: "stated" | "usual" | "tests" | "own eval";
    readonly share: number;
  };
  /** Logits per index point [drawCount]. */
  readonly slope: Float64Array;
  /** Tests the slope was learned from. */
  readonly tests: readonly string[];
  readonly residual: number;
  readonly drawCount: number;
  /** Whether a model's own results enter, or only what its abilities say. */
  readonly measured: (model: string) => boolean;
}

const PURPOSE = 0xad2;
const TASK = 0;

export interface SuccessRun {
  readonly seed: number;
  readonly drawCount: number;
}

/** @param candidates - ids of the models that may anchor the scale when nothing is stated */
export function successModel(
  workload: Pick<Workload, "id" | "kind" | "quality" | "today">,
  ground: QualityGround,
  candidates: readonly string[],
  {seed, drawCount}: SuccessRun,
): SuccessModel {
  const key = nameKey(workload.id);
  const {quality, today} = workload;
  const ability = abilityOf(ground, quality.domain, {seed, drawCount});
  const all = responses(ground.results, ground.general);
  const own = quality.ownEval === undefined ? undefined : ground.ownEvals?.get(quality.ownEval);
  if (own) return fromOwnEval(own, drawCount);
  const named = all.filter(({benchmark}) => quality.benchmarks.includes(benchmark));
  const population = responsePopulation(all, ground.tests, quality.domain);
  const random = stream(seed, PURPOSE, key, TASK);
  const slope = Float64Array.from({length: drawCount}, () =>
    Math.exp(population.logSlope.mean + population.logSlope.sd * random.normal()),
  );
  const stated =
    quality.successNow !== undefined && today !== undefined
      ? {share: quality.successNow, model: today.model}
      : undefined;
  const tested = named.length > 0 ? benchmarkLogits(named, ground, ability, {seed, drawCount}) : undefined;
  const anchorModel = stated?.model ?? ablest(candidates, ground, quality.domain);
  const anchorShares = Float64Array.from({length: drawCount}, () => {
    if (stated) return shareDraw(stated.share, quality.gradedTasks, random);
    return logistic(
      logit(workloadKinds.value[workload.kind].bestSucceeds) +
        qualityMethod.bestSucceedsSd.value * random.normal(),
    );
  });
  const departure = (model: string) => {
    const own = stream(seed, PURPOSE, key, nameKey(model));
    return () => population.residual * own.normal();
  };
  const anchorAbility = ability(anchorModel);
  const anchorTested = tested?.(anchorModel);
  return {
    drawCount,
    slope,
    residual: population.residual,
    tests: named.length > 0 ? named.map(({benchmark}) => benchmark) : [],
    anchor: stated
      ? {model: anchorModel, basis: "stated", share: stated.share}
      : tested
        ? {model: anchorModel, basis: "tests", share: logistic(anchorTested![0]!)}
        : {model: anchorModel, basis: "usual", share: workloadKinds.value[workload.kind].bestSucceeds},
    measured: (model) => ground.general.models.includes(model),
    logits: (model) => {
      const out = new Float64Array(drawCount);
      const next = departure(model);
      const isAnchor = model === anchorModel;
      const theta = tested ? undefined : ability(model);
      const test = tested?.(model);
      for (let d = 0; d < drawCount; d++) {
        if (test) out[d] = test[d]! + (stated ? logit(anchorShares[d]!) - anchorTested![d]! : 0);
        else if (isAnchor) out[d] = logit(anchorShares[d]!);
        else out[d] = logit(anchorShares[d]!) + slope[d]! * (theta!(d) - anchorAbility(d)) + next();
      }
      return out;
    },
  };
}

/** Beta draw of a share seen on `count` tasks, with half a success and half a failure to begin with (Jeffreys). */
function shareDraw(share: number, count: number, random: Random): number {
  const [won, lost] = [gammaDraw(random, share * count + 0.5), gammaDraw(random, (1 - share) * count + 0.5)];
  return Math.min(1 - 1e-6, Math.max(1e-6, won / (won + lost)));
}

type AbilityOf = (model: string) => (draw: number) => number;

/** A model's ability in a domain, draw by draw; ability draws are used in turn. */
function abilityOf({general, domains}: QualityGround, domain: QualityDomain, {seed}: SuccessRun): AbilityOf {
  const part = domains.get(domain);
  const place = ({models}: AbilityDraws) => new Map(models.map((id, at) => [id, at]));
  const [inPart, inGeneral] = [part && place(part), place(general)];
  return (model) => {
    const at = inPart?.get(model);
    if (part && at !== undefined) return (d) => part.draws[(d % part.drawCount) * part.models.length + at]!;
    const whole = inGeneral.get(model);
    if (whole === undefined)
      throw new RangeError(`unknown model: ${model}; one with an ability was expected`);
    const value = (d: number) => general.draws[(d % general.drawCount) * general.models.length + whole]!;
    if (!part) return value;
    const random = stream(seed, PURPOSE, nameKey(model), nameKey(domain));
    return (d) => value(d) + qualityMethod.untestedSd.value * random.normal();
  };
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
  {seed, drawCount}: SuccessRun,
): (model: string) => Float64Array {
  const measured = new Map<string, TestResult>();
  for (const result of ground.results) measured.set(`${result.benchmark}|${result.model}`, result);
  return (model) => {
    const theta = ability(model);
    const sums = new Float64Array(drawCount);
    for (const response of named) {
      const random = stream(seed, PURPOSE, nameKey(response.benchmark), nameKey(model));
      const result = measured.get(`${response.benchmark}|${model}`);
      if (result) {
        const centre = drawnIn(result.score);
        const slope = logistic(centre) * (1 - logistic(centre));
        const sd = result.stderr ? result.stderr / slope : qualityMethod.measuredSd.value;
        for (let d = 0; d < drawCount; d++) sums[d]! += logistic(centre + sd * random.normal());
      } else {
        for (let d = 0; d < drawCount; d++) {
          sums[d]! += logistic(
            response.slope * (theta(d) - response.level) + response.residual * random.normal(),
          );
        }
      }
    }
    return sums.map((sum) => logit(Math.min(1 - 1e-6, Math.max(1e-6, sum / named.length))));
  };
}

function fromOwnEval(
  own: Pick<AbilityDraws, "models" | "draws" | "drawCount">,
  drawCount: number,
): SuccessModel {
  const column = new Map(own.models.map((id, at) => [id, at]));
  const size = own.models.length;
  const logits = (model: string) => {
    const at = column.get(model);
    if (at === undefined)
      throw new RangeError(`unknown model: ${model}; one with draws on the eval was expected`);
    return Float64Array.from({length: drawCount}, (_, d) =>
      logit(Math.min(1 - 1e-6, Math.max(1e-6, own.draws[(d % own.drawCount) * size + at]!))),
    );
  };
  let best = 0;
  const means = own.models.map((_, at) => {
    let sum = 0;
    for (let d = 0; d < own.drawCount; d++) sum += own.draws[d * size + at]!;
    return sum / own.drawCount;
  });
  for (const [at, value] of means.entries()) if (value > means[best]!) best = at;
  return {
    drawCount,
    slope: new Float64Array(drawCount),
    residual: 0,
    tests: [],
    anchor: {model: own.models[best]!, basis: "own eval", share: means[best]!},
    measured: (model) => column.has(model),
    logits,
  };
}
