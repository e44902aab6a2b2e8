import {describe, expect, it} from "vitest";
import {dayOf} from "../../src/dates.ts";
import type {ForecasterId} from "../../src/forecast/future.ts";
import type {BacktestFile} from "../../src/forecast-report.ts";
import {readBacktest} from "../../src/pipeline/backtest-file.ts";
import {shownForecaster} from "../../src/pipeline/shown-forecaster.ts";
import {shownOn} from "../../src/pipeline/track-record.ts";
import {madeGround} from "../forecast/made-ground.ts";

const RUN = {seed: 1, months: 12};
const shipped = readBacktest()!;
const neverAsked = () => {
  throw new Error("the forces were asked for");
};

/** The shipped record, but that one forecaster was always right. */
const wonBy = (winner: ForecasterId): BacktestFile => ({
  ...shipped,
  cases: shipped.cases.map((one) => (one.forecaster === winner ? {...one, crps: 1e-6} : one)),
});

describe("the forecaster that bets and advice ask", () => {
  it.each(["trend", "no-change", "lag-persists", "straight-line", "eci-trend"] as const)(
    "is %s where that has the best record, and needs no forces then",
    (winner) => {
      const ground = madeGround();
      expect(shownForecaster(ground, neverAsked, RUN, wonBy(winner)).id).toBe(winner);
      expect(shownOn(wonBy(winner), ground.asOf)).toBe(winner);
    },
  );

  it.each(["forces", "mixture"] as const)("starts from the forces as well where %s is best", (winner) => {
    expect(() => shownForecaster(madeGround(), neverAsked, RUN, wonBy(winner))).toThrow("the forces");
  });

  it("is the trend before any forecast has come due, whoever is best later", () => {
    const early = {...madeGround(), asOf: dayOf("2023-11-01")};
    expect(shownForecaster(early, neverAsked, RUN, wonBy("straight-line")).id).toBe("trend");
  });

  it("is the one that the forecast shows today", () => {
    const today = dayOf(shipped.under.asOf);
    expect(shownOn(wonBy("mixture"), today)).toBe("mixture");
    expect(shownForecaster({...madeGround(), asOf: today}, neverAsked, RUN, shipped).id).toBe(
      shownOn(shipped, today),
    );
  });
});
