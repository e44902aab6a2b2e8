/**
 * The two frontiers at month ends, in one world: the best open model released so far, and the best closed model that can
 * be called through an API on that day.
 */
import {midpoint} from "../../dates.ts";
import type {Release} from "../../measure/instrument.ts";
import {type Day, day} from "../../units.ts";
import {type Span, within} from "./withholding.ts";

export interface CallableRelease extends Release {
  readonly api: readonly Span[];
}

export interface MonthlyFrontiers {
  readonly days: readonly Day[];
  /** Index points [months]. */
  readonly open: Float64Array;
  readonly callable: Float64Array;
}

/** Which releases are out, or callable, at each month end; made once, used in every draw. */
export interface MonthlyStanding {
  readonly days: readonly Day[];
  /** Columns of abilities [months][releases]. */
  readonly open: readonly Int32Array[];
  readonly callable: readonly Int32Array[];
}

/**
 * @param open - dated by weights
 * @param closed - with the spans in which they could be called
 * @param until - the last day abilities are measured to: later months are not seen
 * @returns month ends from the first on which both sides have a release
 */
export function monthlyStanding(
  open: readonly Release[],
  closed: readonly CallableRelease[],
  until: Day,
): MonthlyStanding {
  const first = Math.min(
    ...open.map(({date}) => midpoint(date)),
    ...closed.flatMap(({api}) => api.map(({from}) => from)),
  );
  const standing = {days: [] as Day[], open: [] as Int32Array[], callable: [] as Int32Array[]};
  if (!Number.isFinite(first)) return standing;
  const start = new Date(first * 86_400_000);
  for (let month = start.getUTCMonth() + 1; ; month++) {
    const end = day(Date.UTC(start.getUTCFullYear(), month, 0) / 86_400_000);
    if (end > until) return standing;
    const out = Int32Array.from(
      open.filter(({date}) => midpoint(date) <= end),
      ({column}) => column,
    );
    const callable = Int32Array.from(
      closed.filter(({api}) => within(api, end)),
      ({column}) => column,
    );
    if (out.length === 0 || callable.length === 0) continue;
    standing.days.push(end);
    standing.open.push(out);
    standing.callable.push(callable);
  }
}

/** The frontiers of one world; [models] abilities by column. */
export function monthlyFrontiers(
  {days, open, callable}: MonthlyStanding,
  abilities: ArrayLike<number>,
): MonthlyFrontiers {
  const best = (columns: Int32Array) =>
    columns.reduce((most, column) => Math.max(most, abilities[column]), -Infinity);
  return {days, open: Float64Array.from(open, best), callable: Float64Array.from(callable, best)};
}
