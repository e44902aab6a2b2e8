/** What-if in the one Report: the odds of the fixed list, and what each shipped scenario does to the lag. */
import {isoDay} from "../dates.ts";
import type {ForceFacts} from "../data/forces/force-facts.ts";
import {FORECASTERS} from "../forecast/forecasters.ts";
import {forcesForecastMethod} from "../forecast/forces/forces-forecast-method.ts";
import type {TrackRecordReport} from "../forecast-report.ts";
import type {Ground} from "../forecast/ground.ts";
import {mixture} from "../forecast/mixture/mixture.ts";
import {between} from "../numeric/distribution.ts";
import type {Day} from "../units.ts";
import {readBacktest} from "./backtest-file.ts";
import {forecastGround, type Measurement} from "./forecast-ground.ts";
import {mixtureParts} from "./track-record.ts";
import {scenarioMethod} from "../forecast/scenario/scenario-method.ts";
import {inProcess} from "../numeric/chunked.ts";
import type {Quantity} from "../quantity.ts";
import type {ScenarioEffect, ScenarioHeadline, ScenarioTarget, WhatIf} from "../whatif-report.ts";
import {type OddsForecaster, odds} from "./odds.ts";
import {shippedScenarios} from "./scenario-files.ts";
import {labsNamed, scenarioAmong, scenarioEffect, whatIfWorld} from "./whatif.ts";

export interface WhatIfInput {
  readonly measured: Measurement;
  readonly facts: ForceFacts | undefined;
  /** The day those facts are known to. */
  readonly knownTo: Day;
  readonly seed: number;
  /** Held-out over public lag (R23). */
  readonly heldOutRatio: Quantity;
  /** How forecasts did on past days, where a back-test is at hand. */
  readonly record: TrackRecordReport | undefined;
}

/** The ground of what-if and odds: the forecast's own, with the estimate of how open models hold up on held-out tests. */
export function whatIfGround({
  measured,
  facts,
  knownTo,
  seed,
  heldOutRatio: {interval},
}: Omit<WhatIfInput, "record">): Ground {
  const ground = forecastGround(measured, {facts, knownTo, seed});
  const {low, high} = interval ?? {low: null, high: null};
  if (!ground.forces || low === null || high === null || !(low > 0 && low < high)) return ground;
  return {...ground, forces: {...ground.forces, heldOutRatio: between(low, high)}};
}

/** Months ahead at which a scenario's headline stands. */
const MONTHS = [12, 24] as const;

/** @returns null where no world has records on both sides: there is nothing to carry on */
export async function whatIfReport({record, ...input}: WhatIfInput): Promise<WhatIf | null> {
  const {facts, seed} = input;
  const ground = whatIfGround(input);
  if (ground.worlds.length === 0) return null;
  const world = whatIfWorld(ground, labsNamed(facts), seed);
  const scenarios: ScenarioHeadline[] = [];
  const shipped = shippedScenarios();
  for (const {id} of shipped) {
    const scenario = scenarioAmong(shipped, id, world.labs, []);
    const effect = await scenarioEffect(world, scenario, {
      paths: scenarioMethod.reportPaths.value,
      run: inProcess,
    });
    scenarios.push(scenarioHeadline(effect));
  }
  return {
    from: isoDay(ground.asOf),
    odds: odds(
      {
        ground,
        forecasters: oddsForecasters(ground, seed),
        record: recordSentence(record),
        paths: scenarioMethod.oddsPaths.value.report,
      },
      {},
    ),
    scenarios,
  };
}

/** How forecasts did on past days, and what that says of a chance. */
export const recordSentence = (record: TrackRecordReport | undefined): string =>
  record?.verdict[0] === undefined
    ? "No back-test stands beside these chances."
    : `Single chances have no record of their own yet; of the forecasts they are read from: ${record.verdict[0]}`;

/** The forecasters whose odds stand side by side: the mixture by its weights first, where a back-test gives any. */
export function oddsForecasters(ground: Ground, seed: number): OddsForecaster[] {
  const run = {seed, months: forcesForecastMethod.months.value};
  const all = new Map(FORECASTERS.map((kind) => [kind.id, {...kind, forecaster: kind.make(ground, run)}]));
  const own = [...all.values()].filter(({naive}) => !naive);
  const backtest = readBacktest();
  const mixed =
    backtest && mixture(ground, run, mixtureParts(backtest, ground.asOf), (id) => all.get(id)!.forecaster);
  return [
    ...(mixed ? [{id: "mixture" as const, name: "mixture", forecaster: mixed}] : []),
    ...own.map(({id, name, forecaster}) => ({id, name, forecaster})),
  ];
}

function scenarioHeadline({id, title, sentence, targets, paths, level}: ScenarioEffect): ScenarioHeadline {
  const of = (target: string) => targets.find((one) => one.id === target)!;
  const at = (target: ScenarioTarget, unit: "months" | "points") =>
    MONTHS.map((months): Quantity => {
      const {change} = target.horizons.find((one) => one.months === months)!;
      return {
        id: `whatif.${id}.${target.id}.${months}`,
        label: `change of ${target.label} after ${months} months: ${title}`,
        unit,
        value: change.value,
        interval: {low: change.low, high: change.high, level, kind: "prediction"},
        censored: "none",
        insufficient: change.value === null ? "it is not reached on every path" : null,
        n: paths,
        note: "Mean over paths run with and without the scenario on the same random numbers.",
        evidence: {
          rule: scenarioMethod.rule.value,
          models: [],
          benchmarks: [],
          quantities: ["lag", "gap"],
          records: [],
        },
      };
    });
  return {id, title, sentence, lag: at(of("lag"), "months"), open: at(of("open"), "points")};
}
