/**
 * How alike two models are expected to be before any result is seen, in several ways at once.
 *
 * Each kind is a covariance between models with variance 1; the fit learns how much of each there is. Memories are
 * exponential in the distance of the release dates: exp(-|t - t'| / memory), the covariance of a process that forgets.
 *
 *   own      nothing shared
 *   sibling  same family, short memory: Claude Opus 4 and 4.1
 *   family   same family, long memory: what small models of a lab lack
 *   lab      same lab, medium memory: one generation's data and recipe
 *   house    same lab, long memory: the lab's lasting emphasis
 *   era      every model, medium memory: what all of a period learned to do
 *   trend    straight line in the release date
 */
import type {AbilityData} from "./ability-input.ts";
import type {AbilityMethod, Likeness} from "./ability-method.ts";

/** Covariances [models x models], row-major, by kind. */
export type ModelKernels = Readonly<Record<Likeness, Float64Array>>;

export function modelKernels(
  {models, years}: Pick<AbilityData, "models" | "years">,
  method: AbilityMethod,
): ModelKernels {
  const size = models.length;
  const {short, medium, era, long} = method.memory.value;
  const covariance = (of: (m: number, n: number) => number) => {
    const matrix = new Float64Array(size * size);
    for (let m = 0; m < size; m++) for (let n = 0; n < size; n++) matrix[m * size + n] = of(m, n);
    return matrix;
  };
  const near = (memory: number) => (m: number, n: number) =>
    Math.exp(-Math.abs(years[m] - years[n]) / memory);
  const within = (isAlike: (m: number, n: number) => boolean, memory: number) => (m: number, n: number) =>
    isAlike(m, n) ? near(memory)(m, n) : 0;
  const isSameLab = (m: number, n: number) =>
    m === n || (models[m].lab !== "" && models[m].lab === models[n].lab);
  const isSameFamily = (m: number, n: number) =>
    m === n || (models[m].family !== "" && isSameLab(m, n) && models[m].family === models[n].family);
  return {
    own: covariance((m, n) => (m === n ? 1 : 0)),
    sibling: covariance(within(isSameFamily, short)),
    family: covariance(within(isSameFamily, long)),
    lab: covariance(within(isSameLab, medium)),
    house: covariance(within(isSameLab, long)),
    era: covariance(near(era)),
    trend: covariance((m, n) => years[m] * years[n]),
  };
}
