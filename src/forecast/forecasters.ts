/** Every forecaster by itself, in the order tables show them; the mixture is made of these. */
import {brokenPath, stillPath, straightPath} from "./baselines/frontier-path.ts";
import {withLagKept} from "./baselines/lag-kept.ts";
import {lagPersists} from "./baselines/lag-persists.ts";
import {pathForecaster} from "./baselines/path-forecaster.ts";
import type {Forecaster, ForecasterId, ForecastRun} from "./future.ts";
import {forcesForecaster} from "./forces/forces-forecaster.ts";
import {forcesGround} from "./forces/forces-ground.ts";
import type {Ground} from "./ground.ts";
import {trend} from "./trend/trend.ts";

export interface ForecasterKind {
  readonly id: ForecasterId;
  readonly name: string;
  /** One sentence, as tables explain it. */
  readonly says: string;
  /** Naive: what the others have to beat. */
  readonly naive: boolean;
  /** Fits itself to the ground; the same ground and run give the same futures everywhere. */
  readonly make: (ground: Ground, run: ForecastRun) => Forecaster;
}

export const FORECASTERS: readonly ForecasterKind[] = [
  {
    id: "trend",
    name: "trend",
    says: "both frontiers go on jumping at their own, wandering pace; open is pulled by its distance",
    naive: false,
    make: trend,
  },
  {
    id: "forces",
    name: "forces",
    says: "money, copying, conduct of labs and law move both frontiers; parameters from priors and the record",
    naive: false,
    make: (ground, run) => forcesForecaster(forcesGround(ground), run),
  },
  {
    id: "no-change",
    name: "no change",
    says: "both frontiers and the lag stay as they are",
    naive: true,
    make: (ground, run) =>
      withLagKept(pathForecaster({id: "no-change", rule: stillPath, stream: 0}, ground, run), ground, run),
  },
  {
    id: "lag-persists",
    name: "last lag persists",
    says: "closed goes on at its slope of two years, open reaches everything as much later as today",
    naive: true,
    make: lagPersists,
  },
  {
    id: "straight-line",
    name: "straight line",
    says: "both frontiers go on at their slopes of two years",
    naive: true,
    make: (ground, run) => pathForecaster({id: "straight-line", rule: straightPath, stream: 1}, ground, run),
  },
  {
    id: "eci-trend",
    name: "ECI's trend",
    says: "both go on at the later slope of Epoch's line with one break",
    naive: true,
    make: (ground, run) => pathForecaster({id: "eci-trend", rule: brokenPath, stream: 2}, ground, run),
  },
];

/** @throws RangeError for an id that is no forecaster by itself */
export function forecasterKind(id: ForecasterId): ForecasterKind {
  const kind = FORECASTERS.find((one) => one.id === id);
  if (!kind)
    throw new RangeError(
      `unknown forecaster: ${id}; one of ${FORECASTERS.map((one) => one.id).join(", ")} was expected`,
    );
  return kind;
}
