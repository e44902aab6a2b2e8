/** The newest facts and the report on them, as watches look at them. */
import type {Catalog} from "../../data/catalog.ts";
import {loadCatalog} from "../../data/load-catalog.ts";
import {dayOf} from "../../dates.ts";
import {forceFactsIn} from "../../pipeline/forces-report.ts";
import {quantitiesOf, type Report} from "../../report.ts";
import type {KnownNames} from "./parse-condition.ts";
import type {Sight} from "./sight.ts";

export function sightFor(
  report: Report,
  {facts, today}: {facts: string; today: string},
): (mine: readonly string[]) => Sight {
  const catalog = loadCatalog(facts);
  const forces = forceFactsIn(facts);
  return (mine) => ({catalog, forces, report, today: dayOf(today), mine});
}

/** Names a condition may use, given what is known. */
export function namesIn({catalog, forces, report}: Omit<Sight, "mine" | "today">): KnownNames {
  const measured = report.models.filter(({ability}) => ability !== null);
  return {
    numbers: new Map([
      ...quantitiesOf(report).map(({id, unit}): [string, string] => [id, unit]),
      ...measured.map(({model}): [string, string] => [`ability.${model}`, "points"]),
    ]),
    models: [...catalog.models.keys()],
    labs: [...new Set([...catalog.labs.keys(), ...(forces?.labs.keys() ?? [])])],
    places: placesOf(forces?.policy ?? []),
    bets: (report.bets?.questions ?? []).map(({id}) => id),
  };
}

function placesOf(policy: readonly {readonly jurisdiction: string}[]): string[] {
  return [...new Set(policy.flatMap(({jurisdiction}) => [jurisdiction, jurisdiction.split("-")[0]!]))].sort();
}

/** A name as the user writes it, for "a model I run": an id of the catalog, whatever its case. */
export const modelNamed = (name: string, {models}: Pick<Catalog, "models">): string | undefined =>
  models.has(name) ? name : [...models.keys()].find((id) => id.toLowerCase() === name.toLowerCase());
