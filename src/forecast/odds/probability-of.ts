/** How likely something is, as the share of a forecaster's futures in which it happens. */
import type {Forecaster} from "../future.ts";
import {type FutureEvent, happens} from "../future-event.ts";

export interface Chance {
  /** Null: this forecaster does not follow what the event is about. */
  readonly probability: number | null;
  /** Standard error from the number of paths alone. */
  readonly error: number;
  readonly paths: number;
}

/** Chances of several events from the same futures. */
export function probabilitiesOf(
  events: readonly FutureEvent[],
  forecaster: Forecaster,
  paths: number,
): Chance[] {
  const counts = events.map(() => 0);
  const {series} = forecaster.future(0);
  const followed = events.map((event) => !("series" in event) || series.has(event.series));
  for (let index = 0; index < paths; index++) {
    const future = forecaster.future(index);
    for (const [k, event] of events.entries())
      if (followed[k] && happens(event, future, forecaster.from)) counts[k]++;
  }
  return counts.map((count, k) => {
    const probability = count / paths;
    return followed[k]
      ? {probability, error: Math.sqrt((probability * (1 - probability)) / paths), paths}
      : {probability: null, error: 0, paths};
  });
}

/** The chance of one event. */
export const probabilityOf = (event: FutureEvent, forecaster: Forecaster, paths: number): Chance =>
  probabilitiesOf([event], forecaster, paths)[0];
