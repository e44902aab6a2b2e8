/** The newest facts and the report on them, as watches look at them. */
import type {Catalog} from "../../data/catalog.ts";
import {loadCatalog} from "../../data/load-catalog.ts";
import {dayOf} from "../../dates.ts";
import {forceFactsIn} from "../../pipeline/forces-report.ts";
import {matchedEvals} from "../../pipeline/own-evals.ts";
import {quantitiesOf, type Report} from "../../report.ts";
import {keptAliases, keptEvals} from "../../store/own-evals.ts";
import {modelsInUse} from "./models-in-use.ts";
import type {KnownNames} from "./parse-condition.ts";
import type {Sight} from "./sight.ts";

/**
 * @param home - the user's folder, where own evals and usage are kept
 * @returns a sight for each list of models; for an empty one, of the models that the usage shows
 */
export async function sightFor(
  report: Report,
  {facts, today, home}: {facts: string; today: string; home: string},
): Promise<(mine: readonly string[]) => Sight> {
  const catalog = loadCatalog(facts);
  const forces = forceFactsIn(facts);
  const aliases = keptAliases(home);
  const {evals} = matchedEvals(catalog, {kept: keptEvals(home), aliases}, undefined);
  const used = await modelsInUse(home, catalog, aliases);
  return (mine) => ({
    catalog,
    forces,
    report,
    today: dayOf(today),
    mine: mine.length > 0 ? mine : used,
    evals,
  });
}

/** Names a condition may use, given what is known. */
export function namesIn({catalog, forces, report, evals}: Omit<Sight, "mine" | "today">): KnownNames {
  const measured = report.models.filter(({ability}) => ability !== null);
  return {
    numbers: new Map([
      ...quantitiesOf(report).map(({id, unit}): [string, string] => [id, unit]),
      ...measured.map(({model}): [string, string] => [`ability.${model}`, "points"]),
    ]),
    models: [...catalog.models.keys()],
    labs: [...new Set([...catalog.labs.keys(), ...(forces?.labs.keys() ?? [])])],
    places: placesOf(forces?.policy ?? []),
    evals: evals.map(({id}) => id),
    bets: (report.bets?.questions ?? []).map(({id}) => id),
  };
}

function placesOf(policy: readonly {readonly jurisdiction: string}[]): string[] {
  return [...new Set(policy.flatMap(({jurisdiction}) => [jurisdiction, jurisdiction.split("-")[0]!]))].sort();
}

/** A name as the user writes it, for "a model I run": an id of the catalog, whatever its case. */
export const modelNamed = (name: string, {models}: Pick<Catalog, "models">): string | undefined =>
  models.has(name) ? name : [...models.keys()].find((id) => id.toLowerCase() === name.toLowerCase());
