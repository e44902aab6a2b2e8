/**
 * The two sides of the comparison: which measured models are open, which closed, and when each one's clock starts.
 *
 * A model is on one side only, that of its openness on the as-of date. One whose weights came weeks after its API is
 * open from its weights date; it does not count as closed in between, because then a model could catch up with itself.
 */
import type {Catalog, DateConvention, Model} from "../data/catalog.ts";
import {releaseDate} from "../data/release-date.ts";
import type {Exclusion} from "../report.ts";
import type {GroupedRelease} from "./groups.ts";

export interface Sides {
  readonly closed: readonly GroupedRelease[];
  readonly open: readonly GroupedRelease[];
  /** Models with an ability that take no part in lags, and why. */
  readonly excluded: readonly Exclusion[];
  /** Ids dated by another date than the convention asks for. */
  readonly fallbacks: readonly string[];
}

/**
 * @param catalog - as of a date
 * @param models - ids in the order of the ability columns
 * @param convention - when a clock starts
 */
export function sidesOf(catalog: Catalog, models: readonly string[], convention: DateConvention): Sides {
  const closed: GroupedRelease[] = [];
  const open: GroupedRelease[] = [];
  const undated: string[] = [];
  const undecided: string[] = [];
  const fallbacks: string[] = [];
  for (const [column, id] of models.entries()) {
    const model = catalog.models.get(id)!;
    const release = releaseDate(model, convention);
    if (model.openness === "unknown") undecided.push(id);
    else if (!release.known) undated.push(id);
    else {
      (model.openness === "open" ? open : closed).push(groupedRelease(model, column, release.date));
      if (release.fallback) fallbacks.push(id);
    }
  }
  const excluded = [
    exclusion(
      "measured models without an open or closed flag",
      "nothing shows whether the public can download them",
      undecided,
    ),
    exclusion("measured models without a date", "their clock cannot start", undated),
  ].filter(({count}) => count > 0);
  return {closed, open, excluded, fallbacks};
}

function groupedRelease(model: Model, column: number, date: GroupedRelease["date"]): GroupedRelease {
  const {id, lab, country, licenceClass, memory} = model;
  return {model: id, column, date, lab, country, licenceClass, ...(memory === undefined ? {} : {memory})};
}

const exclusion = (what: string, why: string, ids: readonly string[]): Exclusion => ({
  what,
  why,
  count: ids.length,
  examples: [...ids].sort().slice(0, 5),
});
