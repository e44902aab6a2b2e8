/** Small made-up worlds with known abilities. */
import type {EciRow} from "../../../src/measure/eci/eci-data.ts";
import {type EciMethod, eciMethod} from "../../../src/measure/eci/eci-method.ts";
import {stream} from "../../../src/numeric/random.ts";

export interface World {
  readonly rows: readonly EciRow[];
  readonly method: EciMethod;
  /** True index points by model id, on the scale of the world's anchors. */
  readonly truth: ReadonlyMap<string, number>;
}

export interface WorldOptions {
  readonly seed: number;
  readonly models: number;
  readonly benchmarks: number;
  /** Standard deviation of a result around its curve. */
  readonly noise: number;
  /** Share of all (model, benchmark) pairs that were measured. */
  readonly density: number;
}

/** Models m00, m01, ... over abilities from weak to strong; the first and last quarter points are the anchors. */
export function simulatedWorld({seed, models, benchmarks, noise, density}: WorldOptions): World {
  const random = stream(seed, 1);
  const id = (letter: string, i: number) => `${letter}${String(i).padStart(2, "0")}`;
  const ability = Array.from(
    {length: models},
    (_, m) => -1.5 + (4 * m) / (models - 1) + 0.2 * random.normal(),
  );
  const difficulty = Array.from({length: benchmarks}, (_, b) => -1 + (3 * b) / (benchmarks - 1));
  const slope = difficulty.map((_, b) => (b === 0 ? 1 : Math.exp(0.3 * random.normal())));
  const [low, high] = [Math.floor(models / 4), Math.floor((3 * models) / 4)];
  const rows: EciRow[] = [];
  for (let m = 0; m < models; m++) {
    for (let b = 0; b < benchmarks; b++) {
      // Anchors and the first benchmark are measured wholly, so that every draw has its scale.
      if (random.uniform() > density && b > 0 && m !== low && m !== high) continue;
      const curve = 1 / (1 + Math.exp(-slope[b] * (ability[m] - difficulty[b])));
      const performance = Math.min(1, Math.max(0, curve + noise * random.normal()));
      rows.push({model: id("m", m), benchmark: id("b", b), performance});
    }
  }
  const scaled = (value: number) => 130 + (20 * (value - ability[low])) / (ability[high] - ability[low]);
  return {
    rows,
    truth: new Map(ability.map((value, m) => [id("m", m), scaled(value)])),
    method: syntheticMethod({reference: "b00", low: id("m", low), high: id("m", high)}),
  };
}

/** Epoch's method with other names for the benchmark and models that fix the scale. */
export function syntheticMethod({
  reference,
  low,
  high,
}: {
  reference: string;
  low: string;
  high: string;
}): EciMethod {
  return {
    ...eciMethod,
    subsetMinResults: {...eciMethod.subsetMinResults, value: 1},
    referenceBenchmark: {...eciMethod.referenceBenchmark, value: [reference]},
    lowAnchor: {...eciMethod.lowAnchor, value: {ids: [low], value: 130}},
    highAnchor: {...eciMethod.highAnchor, value: {ids: [high], value: 150}},
  };
}
