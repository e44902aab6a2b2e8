/** The two sides of the coupling from the catalog: open releases by weights date, closed ones with their API spans. */
import type {Catalog} from "../../data/catalog.ts";
import {openFrom, opennessAt} from "../../data/openness.ts";
import {releaseDate} from "../../data/release-date.ts";
import type {Release} from "../../measure/instrument.ts";
import type {Day} from "../../units.ts";
import type {CallableRelease} from "./monthly-frontiers.ts";
import {apiSpans, type Withholding, type WithholdingFacts, withholdings} from "./withholding.ts";

export interface CouplingSides {
  readonly open: readonly Release[];
  readonly closed: readonly CallableRelease[];
  readonly withheld: readonly Withholding[];
  /** Measured models left out, by reason. */
  readonly excluded: {readonly undated: readonly string[]; readonly unknownOpenness: readonly string[]};
}

/**
 * A model whose weights opened after its API launch is on both sides: callable until its weights are out, open from then.
 *
 * @param measured - ids of models in the order of the ability columns
 */
export function couplingSides(
  {models}: Pick<Catalog, "models">,
  facts: WithholdingFacts,
  measured: readonly string[],
  asOf: Day,
): CouplingSides {
  const withheld = withholdings(models, facts, asOf);
  const open: Release[] = [];
  const closed: CallableRelease[] = [];
  const excluded = {undated: [] as string[], unknownOpenness: [] as string[]};
  for (const [column, id] of measured.entries()) {
    const model = models.get(id);
    if (model === undefined || model.openness === "unknown") {
      excluded.unknownOpenness.push(id);
      continue;
    }
    const isOpen = opennessAt(model, asOf) === "open";
    const date = releaseDate(model, "weights");
    const launch = model.available?.latest ?? model.announced?.latest;
    if (isOpen && date.known) open.push({model: id, date: date.date, column});
    if (!isOpen && launch !== undefined && launch <= asOf && date.known) {
      closed.push({model: id, date: date.date, column, api: apiSpans(model, withheld)});
    } else if (isOpen && launch !== undefined && launch < openFrom(model)) {
      // Before its weights it was a closed model one could call.
      closed.push({
        model: id,
        date: {earliest: launch, latest: launch},
        column,
        api: [{from: launch, to: openFrom(model)}],
      });
    }
    if (!date.known) excluded.undated.push(id);
  }
  return {open, closed, withheld, excluded};
}
