/**
 * The options worth comparing draw by draw, and why each other one is not.
 *
 * Options of one model that are run in the same way succeed alike, so of those only the cheapest can be best; the others
 * stay in the list with their own cost. On own machines the cheapest kind of GPU stands for a model and precision.
 */
import type {CostDraws} from "../cost/cost-draws.ts";
import {selfHostMonthly} from "../cost/self-host-cost.ts";
import {median} from "../../numeric/quantile.ts";
import {type Option, type SelfHostOption} from "../options/option.ts";
import {ruledOut} from "../options/ruled-out.ts";
import type {Workload} from "../portfolio/portfolio.ts";
import {heldOutLoss, lossClass, lossDraws} from "../quality/losses.ts";
import {logistic} from "../quality/response.ts";
import {
  type QualityGround,
  successModel,
  type SuccessModel,
  type SuccessRun,
} from "../quality/success-draws.ts";
import {meanApiCostPerTask} from "../cost/api-cost.ts";
import {type Contender, contenderOf, costsOf, runsToday} from "./contender.ts";
import type {Horizon} from "./horizon.ts";

export interface Field {
  readonly contenders: readonly Contender[];
  /** Admissible but dearer than a contender of the same model run in the same way. */
  readonly dearer: readonly {readonly option: Option; readonly than: string}[];
  readonly ruledOut: readonly {readonly option: Option; readonly why: string}[];
  readonly success: SuccessModel | undefined;
}

/** Draws that choose the kind of GPU; the cost itself uses all. */
const SCOUTS = 25;

export function fieldOf(
  workload: Workload,
  options: readonly Option[],
  horizon: Horizon,
  {ground, costs, run}: {readonly ground: QualityGround; readonly costs: CostDraws; readonly run: SuccessRun},
): Field {
  const allowed: Option[] = [];
  const out: {option: Option; why: string}[] = [];
  for (const option of options) {
    const why = ruledOut(option, workload) ?? unmeasured(option, workload, ground);
    if (why === undefined) allowed.push(option);
    else out.push({option, why});
  }
  if (allowed.length === 0) return {contenders: [], dearer: [], ruledOut: out, success: undefined};
  const success = successModel(workload, ground, [...new Set(options.map(({model}) => model))], run);
  const {kept, dearer, tooSlow} = cheapestOfEach(allowed, workload, horizon, costs);
  const shares = sharesOf(workload, ground, success, run, options);
  return {
    contenders: kept.map((option) =>
      contenderOf(option, (into) => shares(option, into), {
        drawCount: run.drawCount,
        ...costsOf(option, workload, horizon, costs),
      }),
    ),
    dearer,
    ruledOut: [...out, ...tooSlow],
    success,
  };
}

function unmeasured({model}: Option, {quality}: Workload, {ownEvals}: QualityGround): string | undefined {
  const own = quality.ownEval === undefined ? undefined : ownEvals?.get(quality.ownEval);
  return own && !own.models.includes(model) ? "own_eval: nothing predicts it there" : undefined;
}

function cheapestOfEach(allowed: readonly Option[], workload: Workload, horizon: Horizon, costs: CostDraws) {
  const scout = (option: Option): number => {
    if (option.hosting === "api") return meanApiCostPerTask(workload, option, horizon) * horizon.tasksPerYear;
    return scoutCost(option, workload, horizon, costs);
  };
  const groups = new Map<string, {option: Option; cost: number}[]>();
  const tooSlow: {option: Option; why: string}[] = [];
  for (const option of allowed) {
    const cost = scout(option);
    if (!Number.isFinite(cost)) {
      tooSlow.push({
        option,
        why: "latency: one copy cannot write at the speed asked for, or nobody quotes the GPU",
      });
      continue;
    }
    const key = `${option.model}|${lossClass(option)}|${option.hosting}`;
    groups.set(key, [...(groups.get(key) ?? []), {option, cost}]);
  }
  const kept: Option[] = [];
  const dearer: {option: Option; than: string}[] = [];
  for (const group of groups.values()) {
    group.sort((a, b) => a.cost - b.cost || (a.option.id < b.option.id ? -1 : 1));
    // What runs today costs nothing to keep, so it competes even where a cheaper host exists.
    const standing = group.filter(({option}, at) => at === 0 || runsToday(option, workload));
    kept.push(...standing.map(({option}) => option));
    for (const {option} of group)
      if (!standing.some((one) => one.option === option)) dearer.push({option, than: group[0]!.option.id});
  }
  return {kept, dearer, tooSlow};
}

/** Median cost per year over a few draws; infinite when most of them cannot serve at the speed. */
function scoutCost(
  option: SelfHostOption,
  workload: Workload,
  {tasksPerYear}: Horizon,
  costs: CostDraws,
): number {
  const load = {...workload, tasksPerMonth: tasksPerYear / 12};
  return median(selfHostMonthly(load, option, costs, SCOUTS).map((cost) => 12 * cost));
}

/** Success by option [drawCount], into an array of the caller's. */
function sharesOf(
  workload: Workload,
  ground: QualityGround,
  success: SuccessModel,
  run: SuccessRun,
  options: readonly Option[],
): (option: Option, into: Float64Array) => Float64Array {
  const deficit =
    success.anchor.basis === "tests" ? undefined : heldOutLoss(workload.style, ground, success, run);
  const anchorIsOpen = options.some(
    ({model, openness}) => model === success.anchor.model && openness === "open",
  );
  return (option, into) => {
    const {model, openness} = option;
    const kind = lossClass(option);
    success.logits(model, into);
    const loss = kind === "none" ? undefined : lossDraws(model, kind, run);
    // The anchor's share already holds its own deficit, so others are charged with the difference.
    const charged = Number(openness === "open") - Number(anchorIsOpen);
    if (loss) for (let d = 0; d < into.length; d++) into[d]! -= loss[d]!;
    if (deficit && charged !== 0) for (let d = 0; d < into.length; d++) into[d]! -= charged * deficit[d]!;
    for (let d = 0; d < into.length; d++) into[d] = logistic(into[d]!);
    return into;
  };
}
