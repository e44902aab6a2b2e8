/** Differences per lab and per model, shrunken, on each class of evidence. */
import type {ClassDraws} from "./difference-draws.ts";
import type {LabEstimate, ModelEstimate} from "./estimate.ts";
import {figure} from "./figure.ts";
import type {ScaledDraws} from "./robustness.ts";

/** delta (for the lab's open models, at their mean release) plus the lab's effect, per lab, side and class. */
export function labEstimates(scaled: ScaledDraws): LabEstimate[] {
  const {table, open, draws, scale, level} = scaled;
  return draws.classes.flatMap((own) => {
    const results = resultsPerModel(scaled, own);
    return own.labs.flatMap((lab, l) =>
      [true, false].flatMap((side): LabEstimate[] => {
        const models = own.models.filter((m) => draws.labOf[m] === lab && open[m] === side);
        // A model of unknown lab is its own lab: it stands in the list of models.
        if (models.length === 0 || table.models[models[0]].lab === "") return [];
        const years = models.reduce((sum, m) => sum + draws.years[m], 0) / models.length;
        return [
          {
            lab: draws.labs[lab],
            class: own.name,
            openness: side ? "open" : "closed",
            differencePoints: figure(
              scale.map(
                (k, d) =>
                  k *
                  (own.lab[d * own.labs.length + l] + (side ? own.difference[d] + own.trend[d] * years : 0)),
              ),
              level,
            ),
            models: models.length,
            results: models.reduce((sum, m) => sum + results.get(m)!, 0),
          },
        ];
      }),
    );
  });
}

/** delta plus lab and model effects, per model with evidence in the class. */
export function modelEstimates(scaled: ScaledDraws): ModelEstimate[] {
  const {table, open, draws, scale, level} = scaled;
  return draws.classes.flatMap((own) => {
    const results = resultsPerModel(scaled, own);
    return own.models.map((m, j): ModelEstimate => {
      const l = own.labs.indexOf(draws.labOf[m]);
      return {
        model: table.models[m].id,
        lab: table.models[m].lab,
        openness: table.models[m].openness,
        class: own.name,
        differencePoints: figure(
          scale.map(
            (k, d) =>
              k *
              (own.model[d * own.models.length + j] +
                own.lab[d * own.labs.length + l] +
                (open[m] ? own.difference[d] + own.trend[d] * draws.years[m] : 0)),
          ),
          level,
        ),
        results: results.get(m)!,
      };
    });
  });
}

function resultsPerModel({table}: ScaledDraws, {name}: ClassDraws): Map<number, number> {
  const counts = new Map<number, number>();
  for (const {model, test} of table.cells)
    if (table.tests[test].classes.includes(name)) counts.set(model, (counts.get(model) ?? 0) + 1);
  return counts;
}
