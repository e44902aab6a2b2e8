/** The daily lag and gap over time with their bands, thinned for charts. */
import {isoDay} from "../dates.ts";
import {emptyFrontier, frontier, timeline} from "../measure/frontier.ts";
import {dailyGaps} from "../measure/gap.ts";
import {dailyLags} from "../measure/lag/daily-look-back.ts";
import {abilityRow, type DayWindow, type LagInput} from "../measure/lag/estimate.ts";
import {lagMethod} from "../measure/lag/method.ts";
import {quantiles} from "../numeric/quantile.ts";
import type {SeriesPoint} from "../report.ts";
import {day} from "../units.ts";

/** One point a week: the frontiers move in steps weeks apart, and a chart is not wider than this. */
const STEP_DAYS = 7;

export interface DailySeries {
  readonly lag: SeriesPoint[];
  readonly gap: SeriesPoint[];
}

/**
 * Median and interval over draws of the daily look-back lag (months) and the vertical gap (points).
 *
 * Days before every draw has both sides are left out, so that each point rests on all draws.
 */
export function dailySeries({abilities, closed, open, asOf}: LagInput, window: DayWindow): DailySeries {
  const [closedLine, openLine] = [timeline(closed, asOf), timeline(open, asOf)];
  const [closedFrontier, openFrontier] = [emptyFrontier(closedLine), emptyFrontier(openLine)];
  const worlds = Array.from({length: abilities.drawCount}, (_, d) => {
    const row = abilityRow(abilities, d);
    frontier(closedLine, row, closedFrontier);
    frontier(openLine, row, openFrontier);
    const lags = dailyLags(closedFrontier, openFrontier, window);
    return {from: lags.from, lags: lags.lags, gaps: dailyGaps(closedFrontier, openFrontier, window)};
  });
  const first = Math.max(...worlds.map(({from}) => from));
  const series: DailySeries = {lag: [], gap: []};
  if (!Number.isFinite(first)) return series;
  for (
    let on = window.to - Math.floor((window.to - first) / STEP_DAYS) * STEP_DAYS;
    on <= window.to;
    on += STEP_DAYS
  ) {
    const at = (values: "lags" | "gaps"): SeriesPoint => {
      const level = lagMethod.intervalLevel.value;
      const ps = [(1 - level) / 2, 0.5, (1 + level) / 2];
      const [low, value, high] = quantiles(
        worlds.map((world) => world[values][on - world.from]),
        ps,
      );
      return {date: isoDay(day(on)), value, low, high};
    };
    series.lag.push(at("lags"));
    series.gap.push(at("gaps"));
  }
  return series;
}
