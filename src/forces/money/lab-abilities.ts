/** The ability of every dated release with its lab; closed models count from availability, open ones from weights. */
import type {Catalog} from "../../data/catalog.ts";
import {releaseDate} from "../../data/release-date.ts";
import {midpoint} from "../../dates.ts";
import type {AbilityDraws} from "../../measure/instrument.ts";
import type {LabAbility} from "./spend-to-ability.ts";

export function labAbilities(
  {models: known}: Pick<Catalog, "models">,
  {models, draws, drawCount}: AbilityDraws,
): LabAbility[] {
  return models.flatMap((id, column) => {
    const model = known.get(id);
    const date = model && releaseDate(model, "weights");
    if (!date?.known) return [];
    const own = Float64Array.from({length: drawCount}, (_, d) => draws[d * models.length + column]);
    return [{lab: model!.lab, model: id, day: midpoint(date.date), draws: own}];
  });
}
