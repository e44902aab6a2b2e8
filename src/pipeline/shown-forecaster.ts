/**
 * The forecaster with the best record on past days: the one that `lagline forecast` shows, and that bets and advice ask, so
 * that no two answers of one run rest on different futures.
 */
import {FORECASTERS, forecasterKind} from "../forecast/forecasters.ts";
import type {Forecaster, ForecasterId, ForecastRun} from "../forecast/future.ts";
import type {Ground} from "../forecast/ground.ts";
import {mixture} from "../forecast/mixture/mixture.ts";
import type {BacktestFile} from "../forecast-report.ts";
import {readBacktest} from "./backtest-file.ts";
import {mixtureParts, shownOn} from "./track-record.ts";

/** Forecasters that read the records of both sides alone; the others need what was known of the forces, too. */
const ON_RECORDS: ReadonlySet<ForecasterId> = new Set(
  FORECASTERS.map(({id}) => id).filter((id) => id !== "forces"),
);

/**
 * @param records - the records of both sides
 * @param withForces - the same with the forces, made only where the forecaster needs it
 * @param backtest - the record that decides; without one the trend is asked
 */
export function shownForecaster(
  records: Ground,
  withForces: () => Ground,
  run: ForecastRun,
  backtest: BacktestFile | undefined = readBacktest(),
): Forecaster {
  const id = backtest ? shownOn(backtest, records.asOf) : "trend";
  const ground = ON_RECORDS.has(id) ? records : withForces();
  if (id !== "mixture" || !backtest) return forecasterKind(id).make(ground, run);
  return mixture(ground, run, mixtureParts(backtest, ground.asOf), (part) =>
    forecasterKind(part).make(ground, run),
  );
}
