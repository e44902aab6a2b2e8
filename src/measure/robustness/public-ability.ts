/** Ability on established public tests alone: what matched pairs and the placebo match on. */
import {mean} from "../../numeric/quantile.ts";
import type {Random} from "../../numeric/random.ts";
import type {Day} from "../../units.ts";
import {differenceDraws} from "./difference-draws.ts";
import type {EvidenceTable, Test} from "./evidence-table.ts";
import type {RobustnessMethod} from "./robustness-method.ts";
import {subsetTable} from "./subset-table.ts";

/** Joint draws of ability from some of the tests alone, logits of the typical one of them. */
export interface SubsetAbility {
  readonly models: readonly string[];
  readonly drawCount: number;
  /** [draws x models] */
  readonly ability: Float64Array;
}

/**
 * A fit that sees nothing but the tests of a kind.
 *
 * Abilities are shrunk towards the line of a model's own side (open or closed) in the release date, so matching on
 * them does not regress the two sides to different values.
 */
export function subsetAbility(
  table: EvidenceTable,
  is: (test: Test) => boolean,
  recent: Day,
  method: RobustnessMethod,
  random: Random,
): SubsetAbility {
  const subset = subsetTable(table, is, method.minFamilies.value);
  const short = {...method, burnIn: method.matchBurnIn, sweeps: method.matchSweeps};
  const open = subset.models.map(({openness}) => openness === "open");
  const {ability, drawCount} = differenceDraws(subset, open, recent, short, random);
  return {models: subset.models.map(({id}) => id), ability, drawCount};
}

export interface PublicAbility {
  /** Points, by model id; only models with at least `minFamilies` families of public tests. */
  readonly points: ReadonlyMap<string, number>;
  /** Points per logit of the typical public test. */
  readonly pointsPerLogit: number;
}

/** Posterior means on the index scale; undefined when an anchor lacks public results. */
export function publicAbility(
  {models, ability, drawCount}: SubsetAbility,
  method: RobustnessMethod,
): PublicAbility | undefined {
  const {low, lowPoints, high, highPoints} = method.anchors.value;
  const [from, to] = [models.indexOf(low), models.indexOf(high)];
  if (from < 0 || to < 0) return undefined;
  const logits = models.map((_, m) =>
    mean(Float64Array.from({length: drawCount}, (_, d) => ability[d * models.length + m])),
  );
  const pointsPerLogit = (highPoints - lowPoints) / (logits[to] - logits[from]);
  return {
    pointsPerLogit,
    points: new Map(models.map((id, m) => [id, lowPoints + pointsPerLogit * (logits[m] - logits[from])])),
  };
}
