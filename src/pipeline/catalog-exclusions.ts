/** What the as-of date hid, as the Report names it. */
import type {Excluded} from "../data/as-of.ts";
import type {Exclusion} from "../report.ts";

export function catalogExclusions(excluded: Excluded): Exclusion[] {
  const {models, benchmarks, weightsOpenedLater, results, prices, preferences} = excluded;
  const rows: Exclusion[] = [
    {
      what: "models",
      why: "not yet known on the as-of date",
      count: models.length,
      examples: models.slice(0, 5),
    },
    {
      what: "benchmarks",
      why: "not yet published on the as-of date",
      count: benchmarks.length,
      examples: benchmarks.slice(0, 5),
    },
    {
      what: "open models counted as closed",
      why: "their weights opened after the as-of date",
      count: weightsOpenedLater.length,
      examples: weightsOpenedLater.slice(0, 5),
    },
    {
      what: "results",
      why: "they cannot have existed on the as-of date",
      count: results.modelNotYetUsable + results.benchmarkNotYetPublished,
      examples: [],
    },
    {what: "prices", why: "not yet in force on the as-of date", count: prices, examples: []},
    {what: "preference ratings", why: "published after the as-of date", count: preferences, examples: []},
  ];
  return rows.filter(({count}) => count > 0);
}
