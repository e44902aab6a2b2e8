/**
 * Ability on some of the benchmarks only: difficulties and slopes stay those of the main fit (or of the draw), and
 * each model gets the one number on the index scale that fits its results in the subset best. This is how Epoch's
 * website scores a subset; here it also gives joint draws, so that a domain or an access class has a lag with an
 * interval.
 */
import {stream} from "../../numeric/random.ts";
import type {AbilityDraws} from "../instrument.ts";
import {bestAbility, type SubsetItems} from "./best-ability.ts";
import type {EciBootstrap} from "./eci-bootstrap.ts";
import {eciIndex} from "./eci-scale.ts";
import {clipped, type EciFit} from "./fit-eci.ts";

export type SubsetAbility =
  | {readonly kind: "known"; readonly model: string; readonly ability: number; readonly results: number}
  | {
      readonly kind: "insufficient";
      readonly model: string;
      readonly results: number;
      readonly reason: string;
    };

const PURPOSE = 0xec15;

/**
 * Index points of every model on the benchmarks that `keep` names.
 *
 * @returns in the order of the fit's models; "insufficient" below `subsetMinResults` of the method
 */
export function subsetAbilities(fit: EciFit, keep: (benchmark: string) => boolean): SubsetAbility[] {
  const index = eciIndex(fit);
  const performance = clipped(fit.data.performance, fit.method.clip.value);
  const least = fit.method.subsetMinResults.value;
  const items = emptyItems(fit.data.benchmarks.length);
  return subsetRows(fit, keep).map((rows, m) => {
    const model = fit.data.models[m];
    if (rows.length < least) {
      const reason = `${rows.length} results on these benchmarks; at least ${least} were expected`;
      return {kind: "insufficient", model, results: rows.length, reason};
    }
    for (const [i, r] of rows.entries()) {
      const b = fit.data.rowBenchmark[r];
      setItem(items, i, performance[r], index.slope[b], index.difficulty[b]);
    }
    const ability = bestAbility(items, rows.length, fit.method.subsetRange.value);
    return {kind: "known", model, ability, results: rows.length};
  });
}

/**
 * Joint draws of the subset abilities: benchmark parameters of each bootstrap draw, each model's results in the subset
 * resampled with their number kept.
 *
 * @returns only the models with enough results, and the others by name
 */
export function subsetDraws(
  {fit, kept, seed, difficulty, slope}: EciBootstrap,
  keep: (benchmark: string) => boolean,
): {readonly abilities: AbilityDraws; readonly insufficient: readonly SubsetAbility[]} {
  const all = subsetAbilities(fit, keep);
  const known = all.flatMap((ability, column) => (ability.kind === "known" ? [{ability, column}] : []));
  const rowsOf = subsetRows(fit, keep);
  const performance = clipped(fit.data.performance, fit.method.clip.value);
  const benchmarkCount = fit.data.benchmarks.length;
  const draws = new Float64Array(kept.length * known.length);
  const items = emptyItems(benchmarkCount);
  for (const [at, draw] of kept.entries()) {
    const random = stream(seed, PURPOSE, draw);
    for (const [k, {column}] of known.entries()) {
      const rows = rowsOf[column];
      for (let i = 0; i < rows.length; i++) {
        const r = rows[random.below(rows.length)];
        const at0 = at * benchmarkCount + fit.data.rowBenchmark[r];
        setItem(items, i, performance[r], slope[at0], difficulty[at0]);
      }
      draws[at * known.length + k] = bestAbility(items, rows.length, fit.method.subsetRange.value);
    }
  }
  return {
    abilities: {
      models: known.map(({ability}) => ability.model),
      point: Float64Array.from(known, ({ability}) => ability.ability),
      draws,
      drawCount: kept.length,
    },
    insufficient: all.filter(({kind}) => kind === "insufficient"),
  };
}

/** Rows of the subset per model. */
function subsetRows({data}: EciFit, keep: (benchmark: string) => boolean): number[][] {
  const wanted = data.benchmarks.map(keep);
  return data.models.map((_, m) => {
    const rows: number[] = [];
    for (let r = data.rowStart[m]; r < data.rowStart[m + 1]; r++)
      if (wanted[data.rowBenchmark[r]]) rows.push(r);
    return rows;
  });
}

const emptyItems = (count: number): SubsetItems => ({
  performance: new Float64Array(count),
  slope: new Float64Array(count),
  difficulty: new Float64Array(count),
});

function setItem(
  items: SubsetItems,
  i: number,
  performance: number,
  slope: number,
  difficulty: number,
): void {
  items.performance[i] = performance;
  items.slope[i] = slope;
  items.difficulty[i] = difficulty;
}
