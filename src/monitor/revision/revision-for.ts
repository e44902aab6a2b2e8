/** The revision report of two folders of facts. */
import {loadCatalog} from "../../data/load-catalog.ts";
import type {Catalog} from "../../data/catalog.ts";
import {isoDay} from "../../dates.ts";
import {methodHash} from "../../method.ts";
import type {Effects, ReportOptions} from "../../options.ts";
import {measuredHeadline} from "../../pipeline/measured-headline.ts";
import type {Revision} from "../../revision-report.ts";
import type {Reading, Readings} from "../../store/readings.ts";
import type {Day} from "../../units.ts";
import {measureBuild} from "../../version.ts";
import {catalogChanges} from "./catalog-changes.ts";
import {type EarlierReading, revision} from "./revision.ts";

export interface NamedFacts {
  readonly name: string;
  readonly folder: string;
}

export type RevisionOptions = Pick<ReportOptions, "asOf" | "dates" | "instrument" | "seed" | "draws">;

/**
 * @param told - what lagline said of the earlier facts at the time; a reading by another method of the same options
 *   makes the change of method a share of its own
 */
export async function revisionFor(
  {before, after}: {before: NamedFacts; after: NamedFacts},
  options: RevisionOptions,
  effects: Effects,
  told: Readings,
): Promise<Revision> {
  const {dates, instrument, seed, draws} = options;
  effects.progress("reading both states", 0, 1);
  const state = ({name, folder}: NamedFacts) => {
    const catalog = loadCatalog(folder);
    return {name, catalog, asOf: options.asOf ?? catalog.coveredTo};
  };
  const [earlier, later] = [state(before), state(after)];
  return revision(
    earlier,
    later,
    {
      method: methodHash,
      instrument,
      dates,
      seed,
      draws,
      measure: (facts, asOf, name) =>
        measuredHeadline(facts, asOf, options, drawsKey(facts, asOf, name, options), effects),
      progress: effects.progress,
    },
    earlierReading(told.of(earlier.catalog.hash), earlier.asOf, options),
  );
}

/** The tables alone: what changed, without measuring anything. */
export const changesBetween = (before: string, after: string) =>
  catalogChanges(loadCatalog(before), loadCatalog(after));

/** For a whole state the same name that the Report's draws are kept under, so that neither is drawn twice. */
function drawsKey(
  facts: Catalog,
  asOf: Day,
  name: string,
  {asOf: asked, seed, draws}: RevisionOptions,
): string {
  const isReport = name === facts.hash && asked === undefined && asOf === facts.coveredTo;
  return [name, measureBuild, isReport ? "newest" : asOf, seed, draws].join(" ");
}

/** The latest reading by another method, of the same day and options. */
function earlierReading(
  all: readonly Reading[],
  asOf: Day,
  {dates, instrument, seed, draws}: RevisionOptions,
): EarlierReading | undefined {
  const found = all.filter(
    (reading) =>
      reading.method !== methodHash &&
      reading.asOf === isoDay(asOf) &&
      reading.dates === dates &&
      reading.instrument === instrument &&
      reading.seed === seed &&
      reading.draws === draws,
  );
  const last = found.at(-1);
  const [lag, gap] = [last?.numbers.lag, last?.numbers.gap];
  if (!last || !lag || !gap) return undefined;
  const figure = ([, value, low, high]: Reading["numbers"][string]) => ({
    value,
    low,
    high,
    why: value === null ? "none was told at the time" : null,
  });
  return {method: last.method, lag: figure(lag), gap: figure(gap)};
}
