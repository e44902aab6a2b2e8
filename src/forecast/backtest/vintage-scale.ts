/**
 * The map from an origin's points to today's: mean and spread matched on the most able models of both.
 *
 * The anchors of today's scale did not exist before 2025, and every refit moves past values. The map is made with today's
 * knowledge: it compares points fairly and gives no forecast an edge over another, as all of one origin share it.
 */
import type {Day} from "../../units.ts";
import {type VintageLink, vintageLink} from "../../measure/index-vintage.ts";
import type {AbilityDraws} from "../../measure/instrument.ts";
import {backtestMethod} from "./backtest-method.ts";

/** @throws InputError when the two have too few models in common */
export function vintageScale(
  then: {readonly abilities: AbilityDraws; readonly asOf: Day},
  now: {readonly abilities: AbilityDraws; readonly asOf: Day},
): VintageLink {
  const later = pointsOf(now.abilities);
  const common = [...pointsOf(then.abilities)].filter(([model]) => later.has(model));
  // Taken by the sum of both values: by one alone, its own luck would choose.
  const ranked = common
    .map(([model, points]) => ({model, then: points, now: later.get(model)!}))
    .sort((a, b) => b.then + b.now - a.then - a.now || (a.model < b.model ? -1 : 1))
    .slice(0, backtestMethod.linkModels.value);
  const index = "ability";
  return vintageLink(
    {index, vintage: then.asOf, values: new Map(ranked.map((row) => [row.model, row.then]))},
    {index, vintage: now.asOf, values: new Map(ranked.map((row) => [row.model, row.now]))},
  );
}

const pointsOf = ({models, point}: AbilityDraws): Map<string, number> =>
  new Map(models.map((model, column) => [model, point[column]]));
