/**
 * What effort does to a result, in logits, estimated only from models tested at several levels on one benchmark.
 *
 * Within a cell (one model on one benchmark) the ability and the benchmark cancel:
 *   logit(score) = cell + effect(level) + noise.
 * The effects are the ridge solution with cells swept out by their means, relative to full effort. A model whose
 * results never name a level has no effort to adjust for and takes no part.
 */
import {choleskyInPlace, solveFactored, square} from "../../numeric/cholesky.ts";
import {grouped} from "../../grouped.ts";
import {EFFORT_LEVELS, type EffortLevel} from "./effort-level.ts";

/** Small beside one row's weight of 1: too little to be seen where there is any noise. */
const LEAST_RIDGE = 1e-9;

export interface EffortRow {
  /** Identity of the (model, benchmark) cell. */
  readonly cell: string;
  readonly level: EffortLevel;
  readonly logit: number;
}

export interface EffortEffects {
  /** Logits to add to a result at this level to bring it to full effort; 0 for "max". */
  readonly shift: Readonly<Record<EffortLevel, number>>;
  /** Standard deviation of one result around cell + effect, logits. */
  readonly noise: number;
  /** Cells with at least two levels: the evidence. */
  readonly cells: number;
}

/**
 * @param rows - results of models that have an effort setting, any order
 * @param priorSd - prior standard deviation of an effect, logits
 */
export function effortEffects(rows: readonly EffortRow[], priorSd: number): EffortEffects {
  const cells = grouped(rows, ({cell}) => cell);
  const informative = [...cells.values()].filter((cell) => new Set(cell.map(({level}) => level)).size > 1);
  const levels = EFFORT_LEVELS.filter((level) => level !== "max");
  const size = levels.length;

  // Normal equations of the within-cell regression; the noise and the effects are alternated to a fixed point.
  const normal = Array.from({length: size}, () => new Float64Array(size));
  const right = new Float64Array(size);
  for (const cell of informative) {
    const share = levels.map((level) => cell.filter((row) => row.level === level).length / cell.length);
    const centre = cell.reduce((sum, {logit}) => sum + logit, 0) / cell.length;
    for (const {level, logit} of cell) {
      const x = levels.map((name, k) => (name === level ? 1 : 0) - share[k]);
      for (let i = 0; i < size; i++) {
        right[i] += x[i] * (logit - centre);
        for (let j = 0; j < size; j++) normal[i][j] += x[i] * x[j];
      }
    }
  }

  const freedom = informative.reduce((sum, cell) => sum + cell.length - 1, 0) - size;
  let noise = priorSd;
  let effects: Float64Array = new Float64Array(size);
  for (let pass = 0; pass < 20; pass++) {
    // Rows that agree to the last digit leave no noise; levels nobody was tested at still need their prior.
    const ridge = Math.max((noise / priorSd) ** 2, LEAST_RIDGE);
    const system = square(size);
    for (let i = 0; i < size; i++) {
      for (let j = 0; j < size; j++)
        system.values[i * system.stride + j] = normal[i][j] + (i === j ? ridge : 0);
    }
    // The solver works in place; the right side is needed again.
    effects = solveFactored(choleskyInPlace(system), right.slice());
    let squares = 0;
    for (const cell of informative) {
      const left = cell.map(
        ({level, logit}) => logit - (level === "max" ? 0 : effects[levels.indexOf(level)]),
      );
      const centre = left.reduce((sum, value) => sum + value, 0) / left.length;
      for (const value of left) squares += (value - centre) ** 2;
    }
    if (freedom > 0) noise = Math.sqrt(squares / freedom);
  }

  const shift = Object.fromEntries(
    EFFORT_LEVELS.map((level) => [level, level === "max" ? 0 : -effects[levels.indexOf(level)]]),
  ) as Record<EffortLevel, number>;
  return {shift, noise, cells: informative.length};
}
