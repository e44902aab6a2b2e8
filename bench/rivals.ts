/** What lagline's predictions are measured against: Epoch's index, a rank-2 factorisation, and the benchmark's mean. */
import {grouped} from "../src/grouped.ts";
import {eciData} from "../src/measure/eci/eci-data.ts";
import {eciMethod} from "../src/measure/eci/eci-method.ts";
import {fitEci} from "../src/measure/eci/fit-eci.ts";
import type {SnapshotRow} from "./snapshot.ts";

/** Predicted score in [0, 1] of a model on a benchmark. */
export type Prediction = (cell: {readonly model: string; readonly benchmark: string}) => number;

const logistic = (x: number): number => 1 / (1 + Math.exp(-x));

/** One ability per model, upstream's objective at its true optimum. Results of one cell are averaged first. */
export function eciPrediction(known: readonly SnapshotRow[]): Prediction {
  const cells = grouped(known, ({model, benchmark}) => JSON.stringify([model, benchmark]));
  const rows = [...cells.values()].map((same) => ({
    model: same[0].model,
    benchmark: same[0].benchmark,
    performance: same.reduce((sum, {score}) => sum + score, 0) / same.length,
  }));
  const {data, capability, difficulty, slope} = fitEci(eciData(rows), eciMethod);
  const modelAt = new Map(data.models.map((id, i) => [id, i]));
  const benchmarkAt = new Map(data.benchmarks.map((id, i) => [id, i]));
  return ({model, benchmark}) => {
    const b = benchmarkAt.get(benchmark)!;
    return logistic(slope[b] * (capability[modelAt.get(model)!] - difficulty[b]));
  };
}

export function meanPrediction(known: readonly SnapshotRow[]): Prediction {
  const byBenchmark = grouped(known, ({benchmark}) => benchmark);
  const means = new Map(
    [...byBenchmark].map(([id, rows]) => [id, rows.reduce((sum, {score}) => sum + score, 0) / rows.length]),
  );
  return ({benchmark}) => means.get(benchmark)!;
}

const RANK = 2;
const RIDGE = 1;
const SWEEPS = 100;
const CLIP = 0.01;

/**
 * logit y ≈ μ_b + u_m · v_b with ridge penalties, by alternating least squares; logits clipped at 1% and 99%.
 */
export function rankTwoPrediction(known: readonly SnapshotRow[]): Prediction {
  const logits = known.map(({score}) => {
    const p = Math.min(1 - CLIP, Math.max(CLIP, score));
    return Math.log(p / (1 - p));
  });
  const means = new Map<string, number>();
  for (const [id, at] of groupedPositions(known, ({benchmark}) => benchmark))
    means.set(id, at.reduce((sum, i) => sum + logits[i], 0) / at.length);
  const residual = logits.map((z, i) => z - means.get(known[i].benchmark)!);
  const byModel = groupedPositions(known, ({model}) => model);
  const byBenchmark = groupedPositions(known, ({benchmark}) => benchmark);
  const u = new Map<string, number[]>();
  // Two patterns that differ: everybody alike, and alternating signs in order of the id.
  const v = new Map([...byBenchmark.keys()].sort().map((id, i) => [id, [1, i % 2 ? 0.5 : -0.5]]));
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    for (const [id, at] of byModel)
      u.set(
        id,
        ridge(
          at.map((i) => v.get(known[i].benchmark)!),
          at.map((i) => residual[i]),
        ),
      );
    for (const [id, at] of byBenchmark)
      v.set(
        id,
        ridge(
          at.map((i) => u.get(known[i].model)!),
          at.map((i) => residual[i]),
        ),
      );
  }
  return ({model, benchmark}) => {
    const [a, b] = [u.get(model)!, v.get(benchmark)!];
    let z = means.get(benchmark)!;
    for (let k = 0; k < RANK; k++) z += a[k] * b[k];
    return logistic(z);
  };
}

function groupedPositions(
  rows: readonly SnapshotRow[],
  key: (row: SnapshotRow) => string,
): Map<string, number[]> {
  return grouped(
    rows.map((_, i) => i),
    (i) => key(rows[i]),
  );
}

/** (X'X + ridge I)⁻¹ X'y for two columns. */
function ridge(x: readonly (readonly number[])[], y: readonly number[]): number[] {
  let [aa, ab, bb, ya, yb] = [RIDGE, 0, RIDGE, 0, 0];
  for (const [i, [a, b]] of x.entries()) {
    aa += a * a;
    ab += a * b;
    bb += b * b;
    ya += a * y[i];
    yb += b * y[i];
  }
  const determinant = aa * bb - ab * ab;
  return [(bb * ya - ab * yb) / determinant, (aa * yb - ab * ya) / determinant];
}
