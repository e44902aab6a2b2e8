/** The records of one side as the Report lists them. */
import type {Catalog} from "../data/catalog.ts";
import {isoSpan} from "../dates.ts";
import {emptyFrontier, frontier, namedRecords, timeline} from "../measure/frontier.ts";
import type {AbilityDraws, Release} from "../measure/instrument.ts";
import {abilityRow} from "../measure/lag/estimate.ts";
import {lagMethod} from "../measure/lag/method.ts";
import {centralInterval} from "../numeric/quantile.ts";
import type {FrontierStep} from "../report.ts";
import type {Day} from "../units.ts";

/**
 * Records at the point abilities, oldest first, each with its interval and the share of draws in which it was one.
 */
export function frontierSteps(
  {models, labs}: Pick<Catalog, "models" | "labs">,
  abilities: AbilityDraws,
  releases: readonly Release[],
  asOf: Day,
): FrontierStep[] {
  const line = timeline(releases, asOf);
  const room = emptyFrontier(line);
  const timesRecord = new Map<string, number>();
  for (let d = 0; d < abilities.drawCount; d++) {
    const records = frontier(line, abilityRow(abilities, d), room);
    for (let i = 0; i < records.count; i++) {
      const {model} = line.releases[records.at[i]];
      timesRecord.set(model, (timesRecord.get(model) ?? 0) + 1);
    }
  }
  const byModel = new Map(releases.map((release) => [release.model, release]));
  return namedRecords(line, abilities.point).map(({model, ability}) => {
    const {name, lab} = models.get(model)!;
    const release = byModel.get(model)!;
    const {low, high} = centralInterval(columnOf(abilities, release.column), lagMethod.intervalLevel.value);
    return {
      model,
      name,
      lab: labs.get(lab)?.name ?? lab,
      date: isoSpan(release.date),
      ability,
      low,
      high,
      recordProbability: (timesRecord.get(model) ?? 0) / abilities.drawCount,
    };
  });
}

/** All draws of one model [drawCount]. */
export function columnOf({draws, drawCount, models}: AbilityDraws, column: number): Float64Array {
  return Float64Array.from({length: drawCount}, (_, d) => draws[d * models.length + column]);
}
