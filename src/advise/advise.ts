/**
 * What to run for each workload of a portfolio: the whole advice as one pure function.
 *
 *   portfolio + options of the day -> success and cost, draw by draw -> choice, fallback, route -> what may change it
 */
import type {Advice} from "../advice-report.ts";
import type {SelfhostFact} from "../data/forces/force-facts.ts";
import type {Day} from "../units.ts";
import {type AdviceGround, decided, workloadAnswer} from "./answer/workload-answer.ts";
import {later} from "./over-time/later.ts";
import type {Outlook} from "./over-time/outlook.ts";
import {costDraws} from "./cost/cost-draws.ts";
import type {Options} from "./options/options.ts";
import type {Portfolio} from "./portfolio/portfolio.ts";
import {portfolioView} from "./portfolio-view/portfolio-view.ts";
import {normalPool} from "./quality/normal-pool.ts";
import type {QualityGround} from "./quality/success-draws.ts";

export interface AdviceInput {
  readonly portfolio: Portfolio;
  readonly options: Options;
  readonly quality: QualityGround;
  /** All rows: what is not known on the day is not seen. */
  readonly selfhost: readonly SelfhostFact[];
  /** The day of the prices. */
  readonly on: Day;
  /** What may change over the horizon; without it the advice is for today alone. */
  readonly outlook?: Outlook;
  readonly seed: number;
  readonly drawCount: number;
}

export type AdviceBody = Pick<Advice, "portfolio" | "workloads" | "view" | "caveats">;

export function advise({
  portfolio,
  options,
  quality,
  selfhost,
  on,
  outlook,
  seed,
  drawCount,
}: AdviceInput): AdviceBody {
  const costs = costDraws(selfhost, {on, seed, drawCount});
  const priced = new Set([...costs.quotes.values()].flat().map(({fact}) => fact));
  const ground: AdviceGround = {
    options: options.options,
    quality,
    costs,
    run: {seed, drawCount, normals: normalPool(seed)},
    gpuFacts: selfhost
      .filter(({id}) => priced.has(id))
      .map(({id, tier, confidence}) => ({fact: id, tier, confidence})),
  };
  const {models, point} = quality.general;
  const column = new Map(models.map((model, at) => [model, at]));
  const abilityOf = (model: string) => point[column.get(model)!]!;
  const all = portfolio.workloads.map((workload) => decided(workload, portfolio, ground));
  return {
    portfolio: {
      name: portfolio.name,
      horizonMonths: portfolio.horizonMonths,
      discountRate: portfolio.discountRate,
      assumed: [...portfolio.assumed],
    },
    workloads: all.map((one) =>
      workloadAnswer(one, portfolio, ground, later(one, portfolio, outlook, abilityOf, seed)),
    ),
    view: portfolioView(all, outlook),
    caveats: caveats(),
  };
}

const caveats = (): string[] => [
  "Tokens per task are taken as the same for every model; models that think at length write several times more, which no table in the facts holds by model. Measure yours.",
  "Speed and limits of API hosts are not in the facts; a host's precision is not stated, and its loss is drawn.",
  "A model with few results is ranked by few: its interval says so, and a frontier model was often tested by those who chose it.",
];
