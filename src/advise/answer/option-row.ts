/** One option as a row of the answer: what it is, and its numbers with intervals. */
import type {OptionRow} from "../../advice-report.ts";
import {type Naming, stated} from "../../forces/force-quantity.ts";
import {mean} from "../../numeric/quantile.ts";
import {selectedQuantiles} from "../../numeric/selected-quantiles.ts";
import {adviceMethod} from "../advice-method.ts";
import {isoDay} from "../../dates.ts";
import {costMethod} from "../cost/cost-method.ts";
import {netValue, runsToday} from "../decision/contender.ts";
import type {Ranked} from "../decision/choice-of-option.ts";
import type {Horizon} from "../decision/horizon.ts";
import {continuityOf, hostOf, type Option} from "../options/option.ts";
import type {Workload} from "../portfolio/portfolio.ts";
import {qualityMethod} from "../quality/quality-method.ts";

/** `advice.<workload>.<option>.<what>`. */
export const quantityId = (workload: string, ...rest: readonly string[]): string =>
  ["advice", workload, ...rest].join(".");

const level = adviceMethod.intervalLevel.value;

/** Mean and central interval of draws: money adds up, so its mean is shown, not its median. */
export function meanQuantity(naming: Naming, draws: Float64Array): OptionRow["netValue"] {
  const [low, high] = selectedQuantiles(draws, [(1 - level) / 2, (1 + level) / 2]);
  return stated(naming, {
    value: mean(draws),
    interval: {low: low!, high: high!, level},
    kind: "credible",
    n: draws.length,
  });
}

/** A probability or an expectation over draws: the uncertainty is in it already. */
export const plainQuantity = (naming: Naming, value: number, n: number): OptionRow["netValue"] =>
  stated(naming, {value, interval: null, kind: "credible", n});

/** @param facts - rows that price the GPUs */
export function optionRow(
  ranked: Ranked,
  workload: Workload,
  horizon: Horizon,
  facts: Naming["sources"] = [],
): OptionRow {
  const {contender, cost, bestShare, regret} = ranked;
  const {option, success, perYear} = contender;
  const about = (what: string) => quantityId(workload.id, option.id, what);
  const models = [option.model];
  const money = {unit: "USD per year" as const, models};
  const costNaming = {
    id: about("cost"),
    label: `Cost of ${option.name} at ${hostText(option)} for ${workload.name}`,
    ...money,
    rule: costMethod.rule.value,
    sources: option.hosting === "self-hosted" ? facts : [],
    note: perYear
      ? "GPUs, people and overhead; see the drivers."
      : "List price on the day, at the workload's tokens.",
  };
  return {
    ...described(option, workload),
    netValue: meanQuantity(
      {
        id: about("net-value"),
        label: `Net value of ${option.name} at ${hostText(option)} for ${workload.name}`,
        ...money,
        rule: adviceMethod.rule.value,
        quantities: [about("success"), about("cost")],
        note: "Mean and interval over joint draws.",
      },
      netValue(contender, workload, horizon),
    ),
    cost: perYear ? meanQuantity(costNaming, perYear) : plainQuantity(costNaming, cost, 1),
    success: meanQuantity(
      {
        id: about("success"),
        label: `Share of ${workload.name} that ${option.name} does right`,
        unit: "share",
        models,
        rule: qualityMethod.rule.value,
        quantities: [`ability.${option.model}`],
      },
      success,
    ),
    best: plainQuantity(
      {
        id: about("best"),
        label: `Chance that ${option.name} at ${hostText(option)} is the best option`,
        unit: "probability",
        models,
        rule: adviceMethod.rule.value,
      },
      bestShare,
      success.length,
    ),
    regret: plainQuantity(
      {
        id: about("regret"),
        label: `Expected loss of ${option.name} against knowing the best option`,
        ...money,
        rule: adviceMethod.rule.value,
      },
      regret,
      success.length,
    ),
  };
}

function described(option: Option, workload: Workload) {
  return {
    id: option.id,
    model: option.model,
    name: option.name,
    lab: option.lab,
    host: hostOf(option.provider),
    runs: runsText(option),
    origin: option.origin,
    openness: option.openness,
    licence: option.licenceClass,
    continuity: continuityOf(option),
    runsToday: runsToday(option, workload),
  };
}

export const hostText = (option: Option): string =>
  option.hosting === "self-hosted" ? `own ${option.gpus}×${option.machine.gpu}` : hostOf(option.provider);

function runsText(option: Option): string {
  if (option.hosting === "self-hosted")
    return `own machines: copies of ${option.gpus}×${option.machine.gpu} at ${option.precision} bits`;
  const {input, output} = option.quote;
  const tier = option.tier === "flex" ? ", flexible tier" : "";
  const {announced} = option;
  const next = announced ? `, $${announced.input}/$${announced.output} from ${isoDay(announced.from)}` : "";
  return `API of ${hostOf(option.provider)}${option.provider.includes(":") ? " through a router" : ""}, $${input}/$${output} per million tokens${tier}${next}`;
}
