/** What a scenario is asked about: numbers of a future at some months, each with the range its counts are kept in. */
import {firstReaching, type Frontier} from "../../measure/frontier.ts";
import {log} from "../../numeric/elementary.ts";
import type {Bins} from "../../numeric/histogram.ts";
import {DAYS_PER_MONTH, type Day} from "../../units.ts";
import {horizonDay} from "../forecast-calendar.ts";
import {METRICS, type MetricRows, metricReader} from "../future-metrics.ts";
import type {Future} from "../future.ts";

export interface Target {
  readonly id: string;
  readonly label: string;
  readonly unit: "points" | "months" | "USD per Mtok" | "share" | "ratio" | "events";
  /** amount: a difference; ratio: what it is multiplied by, kept as logarithms; count: a mean of whole numbers. */
  readonly as: "amount" | "ratio" | "count";
  readonly values: Bins;
  readonly changes: Bins;
}

/** Bins around multiples of the width, so that no change at all lies in the middle of one. */
const bins = (from: number, to: number, width: number): Bins => ({
  from: from - width / 2,
  width,
  count: Math.round((to - from) / width) + 1,
});
const POINTS = {values: bins(50, 450, 0.05), changes: bins(-200, 200, 0.05)};
const MONTHS = {values: bins(-120, 240, 0.05), changes: bins(-240, 240, 0.05)};
const WHOLE = {values: bins(0, 400, 1), changes: bins(-400, 400, 1)};

export const TARGETS: readonly Target[] = [
  {id: "closed", label: "best closed ability", unit: "points", as: "amount", ...POINTS},
  {id: "open", label: "best open ability", unit: "points", as: "amount", ...POINTS},
  {
    id: "gap",
    label: "gap, closed minus open",
    unit: "points",
    as: "amount",
    values: bins(-200, 200, 0.05),
    changes: POINTS.changes,
  },
  {id: "lag", label: "lag of open on the day", unit: "months", as: "amount", ...MONTHS},
  {id: "lag-us", label: "lag for users in the US", unit: "months", as: "amount", ...MONTHS},
  {
    id: "price.160",
    label: "lowest price of ability 160",
    unit: "USD per Mtok",
    as: "ratio",
    values: bins(-8, 8, 0.01),
    changes: bins(-8, 8, 0.01),
  },
  {
    id: "held-out-ratio",
    label: "held-out over public lag",
    unit: "ratio",
    as: "amount",
    values: bins(0, 8, 0.002),
    changes: bins(-4, 4, 0.002),
  },
  {
    id: "use.open",
    label: "open share of router tokens",
    unit: "share",
    as: "amount",
    values: bins(0, 1, 0.001),
    changes: bins(-1, 1, 0.001),
  },
  {id: "events.withheld", label: "flagships kept closed", unit: "events", as: "count", ...WHOLE},
  {id: "events.short", label: "labs whose cash was used up", unit: "events", as: "count", ...WHOLE},
  {id: "events.exits", label: "labs that open nothing more", unit: "events", as: "count", ...WHOLE},
  {id: "events.tightened", label: "licences tightened", unit: "events", as: "count", ...WHOLE},
];

/** Reads every target at months a quarter apart, from 0 [targets x quarters], into a row of the caller's. */
export function targetReader(asOf: Day, quarters: number): (future: Future, into: Float64Array) => void {
  const days = Array.from({length: quarters}, (_, q) => horizonDay(asOf, 3 * q));
  const read = metricReader(days);
  return (future, into) => {
    const rows = read(future);
    for (const [t, {id, as}] of TARGETS.entries()) {
      const own = id === "lag-us" ? undefined : rowOf(id, rows);
      const series = own ? undefined : future.series.get(id);
      for (let q = 0; q < quarters; q++) {
        const value = own
          ? own[q]
          : series
            ? series[3 * q]
            : behindOn(future, future.series.get("open.us")!, q, days[q]);
        into[t * quarters + q] = as === "ratio" ? log(value) : value;
      }
    }
  };
}

const rowOf = (id: string, rows: MetricRows): Float64Array | undefined => {
  const at = METRICS.findIndex((metric) => metric === id);
  return at < 0 ? undefined : rows[at];
};

/** Months by which an ability of a day is behind the closed frontier; where it leads, months for which it has led. */
function behindOn({closed}: Future, series: Float64Array, quarter: number, on: Day): number {
  const ability = series[3 * quarter];
  const at = firstReaching(closed, ability);
  if (at < closed.count && closed.days[at] <= on) return (on - closed.days[at]) / DAYS_PER_MONTH;
  const best = abilityBy(closed, on);
  let since = 0;
  while (3 * quarter - since - 1 >= 0 && series[3 * quarter - since - 1] >= best) since++;
  return -since;
}

function abilityBy({count, days, abilities}: Frontier, on: number): number {
  let at = count - 1;
  while (at > 0 && days[at] > on) at--;
  return abilities[at];
}
