/**
 * The day a model's clock starts.
 *
 * Three dates differ by up to months: announced, available (API or product), weights. A convention says which is
 * meant; where a model lacks it, the next best known date stands in, and the answer says so. First sightings on a
 * leaderboard are upper bounds and never a release date.
 */
import type {DateSpan} from "../dates.ts";
import type {Day} from "../units.ts";
import type {DateConvention, Model} from "./catalog.ts";

export type DateBasis = "announced" | "available" | "weights";

export type ReleaseDate =
  | {readonly known: true; readonly date: DateSpan; readonly basis: DateBasis; readonly fallback: boolean}
  | {readonly known: false; readonly reason: string};

/**
 * Which dates answer a convention, best first. `weights` dates open models by their weights and closed models, which
 * have none, by availability.
 */
const ORDER: Readonly<Record<DateConvention, readonly DateBasis[]>> = {
  announced: ["announced", "available", "weights"],
  available: ["available", "announced", "weights"],
  weights: ["weights", "available", "announced"],
};

/** The release date of a model by a convention; `fallback` when another date had to stand in. */
export function releaseDate(model: Model, convention: DateConvention): ReleaseDate {
  const dates = {announced: model.announced, available: model.available, weights: model.weightsDate};
  const wanted = convention === "weights" && model.openness !== "open" ? "available" : convention;
  for (const basis of ORDER[wanted]) {
    const date = dates[basis];
    if (date) return {known: true, date, basis, fallback: basis !== wanted};
  }
  return {known: false, reason: "no announcement, availability or weights date"};
}

export interface ReleaseDates {
  readonly dated: ReadonlyMap<string, Extract<ReleaseDate, {known: true}>>;
  /** Ids of models dated by another date than the convention asks for. */
  readonly fallbacks: readonly string[];
  readonly undated: readonly string[];
}

/** Release dates of many models, with the stand-ins and the undated named. */
export function releaseDates(models: Iterable<Model>, convention: DateConvention): ReleaseDates {
  const dated = new Map<string, Extract<ReleaseDate, {known: true}>>();
  const fallbacks: string[] = [];
  const undated: string[] = [];
  for (const model of models) {
    const release = releaseDate(model, convention);
    if (!release.known) undated.push(model.id);
    else {
      dated.set(model.id, release);
      if (release.fallback) fallbacks.push(model.id);
    }
  }
  return {dated, fallbacks, undated};
}

/**
 * The first day on which a model is known to exist: the earliest of its three dates; without any, its first sighting;
 * without that, the day the fact was retrieved.
 *
 * @param end - of a date known only to the month: "latest" never sees too early, "earliest" never accuses wrongly
 */
export function firstKnownDay(model: Model, end: "earliest" | "latest"): Day {
  const days = [model.announced, model.available, model.weightsDate].flatMap((date) =>
    date ? [date[end]] : [],
  );
  if (days.length > 0) return Math.min(...days) as Day;
  return model.firstSeen ?? model.provenance.retrieved;
}

/**
 * The first day on which others could use a model, and so the earliest day of a result: the earlier of availability
 * and weights; without both, `firstKnownDay`. Results shown at an announcement count from availability.
 */
export function firstUsableDay(model: Model, end: "earliest" | "latest"): Day {
  const days = [model.available, model.weightsDate].flatMap((date) => (date ? [date[end]] : []));
  return days.length > 0 ? (Math.min(...days) as Day) : firstKnownDay(model, end);
}
