/** Moves along directions the data say little about: abilities and difficulties follow a coefficient. */
import type {Effect, Shift} from "../../numeric/bilinear-mixed-model.ts";
import type {Layout} from "./difference-shifts.ts";

/** Alternations of the two-way fit; a direction need not be the best one for the draws along it to be right. */
const PASSES = 30;

/**
 * A coefficient up, abilities and difficulties by as much of it as they can absorb.
 *
 * The covariate z is fitted by model and test effects (alternating means); these, turned round, are the direction.
 * What remains of z is all the data have to say about the coefficient. Abilities' prior lines take their share.
 */
export function absorbedShift(
  {table, open, years}: Layout,
  ability: Effect,
  effect: Effect,
  group: number,
): Shift {
  const {cells, models, tests} = table;
  const z = new Float64Array(cells.length);
  for (let k = 0; k < effect.at.length; k++) if (effect.group[k] === group) z[effect.at[k]] = effect.z[k];
  const byModel = new Float64Array(models.length);
  const byTest = new Float64Array(tests.length);
  for (let pass = 0; pass < PASSES; pass++) {
    centre(byModel, cells, (at) => [cells[at].model, z[at] - byTest[cells[at].test]]);
    centre(byTest, cells, (at) => [cells[at].test, z[at] - byModel[cells[at].model]]);
  }
  const left = z.map((value, at) => value - byModel[cells[at].model] - byTest[cells[at].test]);
  const turned = byModel.map((value) => -value);
  return {
    moves: [
      {effect, groups: [group], by: [1]},
      {
        effect: ability,
        groups: every(ability),
        by: Array.from(turned),
        meanBy: onPriorLines(turned, years, open),
      },
    ],
    items: Array.from(byTest, (value, item) => ({item, by: -value})),
    at: Int32Array.from(cells, (_, at) => at),
    by: left,
  };
}

/** Abilities along a direction, difficulties by the mean of it over each test's takers. */
export function stretchShift(
  {table, open, years}: Layout,
  ability: Effect,
  direction: (model: number) => number,
): Shift {
  const {cells, models, tests} = table;
  const along = Float64Array.from(models, (_, m) => direction(m));
  const byTest = new Float64Array(tests.length);
  centre(byTest, cells, (at) => [cells[at].test, along[cells[at].model]]);
  return {
    moves: [
      {
        effect: ability,
        groups: every(ability),
        by: Array.from(along),
        meanBy: onPriorLines(along, years, open),
      },
    ],
    items: Array.from(byTest, (value, item) => ({item, by: -value})),
    at: Int32Array.from(cells, (_, at) => at),
    by: Float64Array.from(cells, ({model, test}) => along[model] - byTest[test]),
  };
}

/** The part of a direction that the prior lines of ability, one per side in the release date, can follow. */
function onPriorLines(along: Float64Array, years: Float64Array, open: readonly boolean[]): number[] {
  const sides = [true, false].map((side) => sideLine(along, years, (m) => open[m] === side));
  return Array.from(years, (x, m) => {
    const {level, slope} = sides[open[m] ? 0 : 1];
    return level + slope * x;
  });
}

const every = ({values}: Effect) => Array.from(values, (_, g) => g);

function centre(
  into: Float64Array,
  cells: readonly unknown[],
  of: (at: number) => [group: number, value: number],
) {
  const sums = new Float64Array(into.length);
  const counts = new Float64Array(into.length);
  for (let at = 0; at < cells.length; at++) {
    const [group, value] = of(at);
    sums[group] += value;
    counts[group]++;
  }
  for (let g = 0; g < into.length; g++) into[g] = counts[g] === 0 ? 0 : sums[g] / counts[g];
}

/** Least-squares line of values on years over one side. */
function sideLine(values: Float64Array, years: Float64Array, is: (m: number) => boolean) {
  let [n, sx, sxx, sy, sxy] = [0, 0, 0, 0, 0];
  for (let m = 0; m < values.length; m++) {
    if (!is(m)) continue;
    n++;
    sx += years[m];
    sxx += years[m] ** 2;
    sy += values[m];
    sxy += years[m] * values[m];
  }
  const slope = (n * sxy - sx * sy) / (n * sxx - sx * sx);
  return {slope, level: (sy - slope * sx) / n};
}
