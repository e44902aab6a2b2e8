/**
 * Will a lab open another flagship within a year?
 *
 * Open flagships come at a rate of the lab's own until it falls silent for good; rates and silences are learned from
 * all labs that ever opened one (`release-process.ts`). A drought is a wait of more than the horizon between two
 * flagships, or since the last one until now.
 */
import type {Catalog} from "../../data/catalog.ts";
import {firstKnownDay} from "../../data/release-date.ts";
import {dayOf} from "../../dates.ts";
import type {Random} from "../../numeric/random.ts";
import {DAYS_PER_MONTH, type Day, day} from "../../units.ts";
import {continuityMethod} from "./continuity-method.ts";
import {type OpenFlagship, openFlagships} from "./open-flagships.ts";
import {releasePosterior} from "./release-process.ts";

export interface FlagshipOutlook {
  readonly lab: string;
  /** In the watched time, oldest first. */
  readonly flagships: readonly OpenFlagship[];
  readonly exposureYears: number;
  /** Waits longer than the horizon, the running one included. */
  readonly droughts: number;
  readonly monthsSinceLast: number;
  /** Flagships a year while active [drawCount]. */
  readonly rate: Float64Array;
  /** Chance that the lab still opens flagships, per draw [drawCount]. */
  readonly active: Float64Array;
  /** Chance of none within the horizon, per draw of the rate [drawCount]; its mean is the chance. */
  readonly noneWithin: Float64Array;
  readonly prior: "none" | "partly";
}

const YEAR_DAYS = 12 * DAYS_PER_MONTH;

/**
 * One outlook per lab with an open flagship, in order of lab.
 *
 * @param catalog - as known on `asOf`
 * @param pool - labs to learn from and to look at; all when absent. One-off projects fall silent far oftener than
 *   suppliers, so a buyer's outlook should learn from suppliers: those known today, which makes them look steadier
 *   than suppliers of their day were.
 */
export function flagshipOutlooks(
  catalog: Catalog,
  {
    asOf,
    drawCount,
    random,
    ability,
    pool,
  }: {
    asOf: Day;
    drawCount: number;
    random: Random;
    ability?: ReadonlyMap<string, number>;
    pool?: ReadonlySet<string>;
  },
): FlagshipOutlook[] {
  const until = watchedUntil(catalog, asOf);
  const windowFrom = dayOf(continuityMethod.flagshipFrom.value);
  const horizonYears = continuityMethod.horizonMonths.value / 12;
  const byLab = new Map<string, OpenFlagship[]>();
  for (const flagship of openFlagships(catalog, ability)) {
    if (flagship.day > until || (pool && !pool.has(flagship.lab))) continue;
    byLab.set(flagship.lab, [...(byLab.get(flagship.lab) ?? []), flagship]);
  }
  const labs = [...byLab]
    .map(([lab, all]) => {
      // The first one opens the watch and is not counted: without it the lab would not be looked at.
      const from = Math.max(windowFrom, all[0].day);
      const counted = all.slice(1).filter((flagship) => flagship.day > from && flagship.day <= until);
      return {lab, all, counted, from, exposureYears: Math.max(0, (until - from) / YEAR_DAYS)};
    })
    .sort((a, b) => (a.lab < b.lab ? -1 : 1));
  const {ratePriors, stoppingPrior} = continuityMethod;
  const posterior = releasePosterior(
    labs.map(({lab, counted, from, exposureYears}) => ({
      id: lab,
      releases: counted.length,
      lastYears: counted.length === 0 ? 0 : (counted[counted.length - 1].day - from) / YEAR_DAYS,
      watchedYears: exposureYears,
    })),
    {
      prior: ratePriors.value["open-flagship-release"],
      stoppingPrior: stoppingPrior.value,
      horizonYears,
      drawCount,
    },
    random,
  );
  return labs.map(({lab, all, counted, exposureYears}, i): FlagshipOutlook => {
    const row = (values: Float64Array) => values.subarray(i * drawCount, (i + 1) * drawCount);
    return {
      lab,
      flagships: all,
      exposureYears,
      droughts: droughts(all, until),
      monthsSinceLast: (until - all[all.length - 1].day) / DAYS_PER_MONTH,
      rate: row(posterior.rate),
      active: row(posterior.active),
      noneWithin: row(posterior.noneWithin),
      prior: counted.length === 0 ? "partly" : "none",
    };
  });
}

/** The last day the catalog knows of: releases after it would not have been seen. */
function watchedUntil({models}: Catalog, asOf: Day): Day {
  let last = Number.NEGATIVE_INFINITY;
  for (const model of models.values()) {
    if (model.available || model.announced || model.weightsDate)
      last = Math.max(last, firstKnownDay(model, "latest"));
  }
  return day(Math.min(asOf, last));
}

function droughts(flagships: readonly OpenFlagship[], until: Day): number {
  const longest = continuityMethod.flagshipDroughtMonths.value * DAYS_PER_MONTH;
  const ends = [...flagships.slice(1).map(({day: at}) => at), until];
  return flagships.filter(({day: at}, i) => ends[i] - at > longest).length;
}
