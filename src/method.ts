/**
 * Every arguable choice of the product in one object: its value, the reason, and what else could be chosen.
 *
 * The choices live beside the rules that use them, so that a reader of a rule sees them; here they are one value, so
 * that the whole method can be hashed, shown and varied.
 */
import {createHash} from "node:crypto";
import {adviceMethod} from "./advise/advice-method.ts";
import {costMethod} from "./advise/cost/cost-method.ts";
import {machines} from "./advise/cost/machines.ts";
import {adviceBacktestMethod} from "./advise/backtest/backtest-method.ts";
import {batchShares, hostRegions} from "./advise/options/hosts.ts";
import {outlookMethod} from "./advise/over-time/outlook-method.ts";
import {workloadKinds} from "./advise/portfolio/workload-kinds.ts";
import {qualityMethod} from "./advise/quality/quality-method.ts";
import {ownEvalsMethod} from "./advise/own-evals/own-evals-method.ts";
import {importLimits} from "./data/evals/eval-run.ts";
import {betsMethod} from "./bets/bets-method.ts";
import {factsMethod} from "./data/facts-method.ts";
import {syncMethod} from "./data/sources/sync-method.ts";
import {changeRules} from "./forces/change-rules.ts";
import {forcesForecastMethod} from "./forecast/forces/forces-forecast-method.ts";
import {continuityMethod} from "./forces/continuity/continuity-method.ts";
import {couplingMethod} from "./forces/copying/coupling-method.ts";
import {forceMethod} from "./forces/force-method.ts";
import {lawMethod} from "./forces/law/law-method.ts";
import {moneyMethod} from "./forces/money/money-method.ts";
import {priceMethod} from "./forces/prices/price-method.ts";
import {adoptionMethod} from "./forces/use/adoption-method.ts";
import {backtestMethod} from "./forecast/backtest/backtest-method.ts";
import {baselineMethod} from "./forecast/baselines/baseline-method.ts";
import {trendMethod} from "./forecast/trend/trend-method.ts";
import {scenarioMethod} from "./forecast/scenario/scenario-method.ts";
import {eciMethod} from "./measure/eci/eci-method.ts";
import {lagMethod} from "./measure/lag/method.ts";
import {observationsMethod} from "./measure/observations/observations-method.ts";
import {robustnessMethod} from "./measure/robustness/robustness-method.ts";

export const method = {
  facts: factsMethod,
  sync: syncMethod,
  observations: observationsMethod,
  eci: eciMethod,
  lag: lagMethod,
  robustness: robustnessMethod,
  forces: forceMethod,
  money: moneyMethod,
  continuity: continuityMethod,
  copying: couplingMethod,
  law: lawMethod,
  use: adoptionMethod,
  prices: priceMethod,
  changes: changeRules,
  forcesForecast: forcesForecastMethod,
  scenarios: scenarioMethod,
  advice: adviceMethod,
  adviceQuality: qualityMethod,
  adviceCost: {...costMethod, machines, hostRegions, batchShares},
  adviceOutlook: outlookMethod,
  adviceBacktest: adviceBacktestMethod,
  workloadKinds,
  baselines: baselineMethod,
  trend: trendMethod,
  ownEvals: ownEvalsMethod,
  imports: importLimits,
  bets: betsMethod,
  backtest: backtestMethod,
} as const;

/** Hash of every choice: two answers with one hash followed the same rules. */
export const methodHash = hashOf(method);

/** Hash of the choices that a measurement and its forecast depend on: a back-test belongs to them. */
export const forecastMethodHash = hashOf({
  facts: method.facts,
  observations: method.observations,
  eci: method.eci,
  lag: method.lag,
  baselines: method.baselines,
  trend: method.trend,
  forcesForecast: method.forcesForecast,
  money: method.money,
  continuity: method.continuity,
  prices: method.prices,
  backtest: method.backtest,
});

function hashOf(choices: object): string {
  return `m${createHash("sha256").update(JSON.stringify(choices)).digest("hex").slice(0, 12)}`;
}
