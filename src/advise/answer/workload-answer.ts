/** The advice for one workload, from its field of options to the words. */
import type {OptionRow, WorkloadAdvice} from "../../advice-report.ts";
import type {Naming} from "../../forces/force-quantity.ts";
import {grouped} from "../../grouped.ts";
import {adviceMethod} from "../advice-method.ts";
import type {CostDraws} from "../cost/cost-draws.ts";
import {fieldOf, type Field} from "../decision/contenders.ts";
import {type Choice, choiceOf, type Ranked} from "../decision/choice-of-option.ts";
import {runsToday, withHost} from "../decision/contender.ts";
import {type Horizon, horizonOf} from "../decision/horizon.ts";
import {bestRoute, type Route} from "../decision/routing.ts";
import {swings} from "../decision/sensitivity.ts";
import type {Option} from "../options/option.ts";
import type {Portfolio, Workload} from "../portfolio/portfolio.ts";
import type {QualityGround, SuccessRun} from "../quality/success-draws.ts";
import {optionRow, plainQuantity, quantityId} from "./option-row.ts";
import {evidenceText} from "./evidence-text.ts";
import {flipLines, primarySentence, whyLines} from "./reasons.ts";
import {ruleOfThumb} from "./rule-of-thumb.ts";
import {selfHostAnswer} from "./self-host-answer.ts";
import {shareText, usdText} from "./words.ts";

/** What all workloads of a portfolio share. */
export interface AdviceGround {
  readonly options: readonly Option[];
  readonly quality: QualityGround;
  readonly costs: CostDraws;
  readonly run: SuccessRun;
  /** Rows that price GPUs, with their grades. */
  readonly gpuFacts: NonNullable<Naming["sources"]>;
}

/** One workload decided: what later parts (time, portfolio view) build on. */
export interface Decided {
  readonly workload: Workload;
  readonly horizon: Horizon;
  readonly field: Field;
  /** Undefined when nothing is allowed. */
  readonly choice: Choice | undefined;
}

export function decided(asked: Workload, portfolio: Portfolio, ground: AdviceGround): Decided {
  const workload = withHost(asked, ground.options);
  const horizon = horizonOf(workload, portfolio);
  const field = fieldOf(workload, ground.options, horizon, {
    ground: ground.quality,
    costs: ground.costs,
    run: ground.run,
  });
  return {
    workload,
    horizon,
    field,
    choice: field.contenders.length > 0 ? choiceOf(field.contenders, workload, horizon) : undefined,
  };
}

type Later = Pick<WorkloadAdvice, "triggers" | "overTime">;

/** @param later - what may change over time; worked out beside this */
export function workloadAnswer(
  {workload, horizon, field, choice}: Decided,
  portfolio: Portfolio,
  {costs, run, gpuFacts}: AdviceGround,
  later: Later,
): WorkloadAdvice {
  const about = {
    id: workload.id,
    name: workload.name,
    kind: workload.kind,
    style: workload.style,
    domain: workload.quality.domain,
    tasksPerYear: horizon.tasksPerYear,
    assumed: [...workload.assumed],
    seen: seen(field),
  };
  if (!choice) {
    const limits = about.seen.ruledOut.slice(0, 3).map(({why, count}) => `${why} (${count})`);
    return {
      ...about,
      ...later,
      sentence: `No option is allowed: ${limits.join("; ")}.`,
      verdict: "nothing allowed",
      primary: null,
      fallback: null,
      fallbackNote: "",
      ahead: null,
      route: null,
      options: [],
      ruleOfThumb: ruleOfThumb(workload, undefined, 0),
      evidence: "",
      why: [],
      flips: [],
      sensitivities: [],
      selfHost: null,
    };
  }
  const rows = new Map<Ranked, OptionRow>();
  const row = (ranked: Ranked): OptionRow => {
    const known = rows.get(ranked) ?? optionRow(ranked, workload, horizon, gpuFacts);
    rows.set(ranked, known);
    return known;
  };
  const {primary, fallback} = choice;
  const top = choice.ranking.slice(0, adviceMethod.shortlist.value);
  const shortlist = [
    ...new Set([
      ...top,
      primary,
      ...(fallback ? [fallback] : []),
      ...choice.ranking.filter(({contender}) => runsToday(contender.option, workload)),
    ]),
  ];
  const moves = swings(primary, shortlist, workload, portfolio, costs);
  const route = bestRoute(choice.ranking, workload, horizon, run.seed);
  return {
    ...about,
    ...later,
    sentence: primarySentence(choice, workload, horizon),
    verdict: choice.verdict,
    primary: row(primary),
    fallback: fallback ? row(fallback) : null,
    fallbackNote: fallbackNote(choice),
    ahead: plainQuantity(
      {
        id: quantityId(workload.id, "ahead"),
        label: `Chance that the primary is worth more than the best other model for ${workload.name}`,
        unit: "probability",
        rule: adviceMethod.rule.value,
        models: [primary.contender.option.model],
      },
      choice.aheadOfNext,
      run.drawCount,
    ),
    route: route ? routeRow(route, row, workload) : null,
    options: shortlist.map(row),
    ruleOfThumb: ruleOfThumb(workload, choice.openAhead, run.drawCount),
    evidence: evidenceText(field, workload),
    why: whyLines(choice, workload, horizon),
    flips: flipLines(choice, moves, workload, horizon),
    sensitivities: moves.map(({what, low, high, flips}) => ({
      what,
      low: {at: low.at, margin: low.margin, leads: low.leader.name},
      high: {at: high.at, margin: high.margin, leads: high.leader.name},
      flips,
    })),
    selfHost: selfHostAnswer(choice, workload, {horizon, costs, facts: gpuFacts, row}),
  };
}

function seen({contenders, dearer, ruledOut}: Field): WorkloadAdvice["seen"] {
  const reasons = [...grouped(ruledOut, ({why}) => why)].map(([why, rows]) => ({
    why,
    count: rows.length,
    examples: rows.slice(0, 3).map(({option}) => option.id),
  }));
  return {
    options: contenders.length + dearer.length + ruledOut.length,
    compared: contenders.length,
    dearer: dearer.length,
    ruledOut: reasons.sort((a, b) => b.count - a.count),
  };
}

function fallbackNote({fallbackShares}: Choice): string {
  return {
    nothing: "another supplier, another lab and another kind of continuity",
    continuity:
      "another supplier and lab, but of the same kind of continuity: none of another kind is allowed",
    lab: "another supplier of the same lab: nothing else is allowed",
    none: "no allowed option has another supplier",
    "not worth it": "what is allowed elsewhere is worth less than not doing the work",
  }[fallbackShares];
}

function routeRow(
  route: Route,
  row: (ranked: Ranked) => OptionRow,
  workload: Workload,
): NonNullable<WorkloadAdvice["route"]> {
  const {first, then, escalated, success, gain, gainShare} = route;
  const naming = (what: string, label: string, unit: "share" | "USD per year") => ({
    id: quantityId(workload.id, "route", what),
    label: `${label} (${first.contender.option.name}, then ${then.contender.option.name})`,
    unit,
    rule: adviceMethod.rule.value,
    models: [first.contender.option.model, then.contender.option.model],
  });
  const n = first.contender.success.length;
  return {
    first: row(first),
    then: row(then),
    escalated: plainQuantity(naming("escalated", "Share of tasks sent on", "share"), escalated, n),
    success: plainQuantity(naming("success", "Share of tasks done right", "share"), success, n),
    gain: plainQuantity(naming("gain", "Gain over the best single option", "USD per year"), gain, n),
    says: `Start with ${first.contender.option.name}; send the ${shareText(escalated)} of tasks that visibly fail to ${then.contender.option.name}: ${usdText(gain)} a year more than one model alone (${shareText(gainShare)} of draws). Rests on ${shareText(workload.noticed)} of failures being noticed.`,
  };
}
