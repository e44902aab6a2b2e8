/** Several forecasters as one: each future is taken from one of them, chosen by weight. */
import {stream} from "../../numeric/random.ts";
import type {Forecaster, ForecasterId, ForecastRun} from "../future.ts";
import {forecasterKind} from "../forecasters.ts";
import type {Ground} from "../ground.ts";

export interface MixturePart {
  readonly id: ForecasterId;
  /** Above zero; all parts together make 1. */
  readonly weight: number;
}

const PURPOSE = 0x313;

/** @param make - how a part is made; by default each from the list of forecasters */
export function mixture(
  ground: Ground,
  run: ForecastRun,
  parts: readonly MixturePart[],
  make: (id: ForecasterId) => Forecaster = (id) => forecasterKind(id).make(ground, run),
): Forecaster {
  const used = parts.filter(({weight}) => weight > 0);
  const total = used.reduce((sum, {weight}) => sum + weight, 0);
  if (used.length === 0)
    throw new RangeError("missing parts of a mixture; at least one above zero was expected");
  const makers = used.map(({id}) => make(id));
  const upTo: number[] = [];
  for (const {weight} of used) upTo.push((upTo.at(-1) ?? 0) + weight / total);
  return {
    id: "mixture",
    from: ground.asOf,
    months: run.months,
    future(index) {
      const chosen = stream(run.seed, PURPOSE, index).uniform();
      const at = upTo.findIndex((bound) => chosen < bound);
      return makers[at < 0 ? makers.length - 1 : at].future(index);
    },
  };
}
