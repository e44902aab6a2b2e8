/** Which places a measure's jurisdiction covers. */
import type {ModelOrigin} from "./deployment.ts";

/** Members as of 2026, by the first part of a jurisdiction's name; the EU takes part in its own right. */
const G7 = new Set(["EU", "US", "UK", "Canada", "Japan"]);

const firstPart = (place: string): string => place.split("-")[0];

/**
 * Is the place inside the measure's jurisdiction?
 *
 * Rules: a place lies in itself; "US-federal", "US-industry" and bare "US" cover every US place; "EU", "EU-private" cover
 * every EU place; G7 covers its members' places. A state's measure covers that state only, not the federation.
 */
export function covers(jurisdiction: string, place: string): boolean {
  if (jurisdiction === place) return true;
  if (jurisdiction === "G7") return G7.has(firstPart(place));
  const [whole, part] = jurisdiction.split("-");
  const wide = part === undefined || part === "federal" || part === "industry" || part === "private";
  return wide && firstPart(place) === whole;
}

/** Is the jurisdiction the home of models of this origin, so that its measures reach them at the source? */
export function isHomeOf(jurisdiction: string, origin: ModelOrigin): boolean {
  const home = firstPart(jurisdiction);
  return (home === "US" && origin === "US") || (home === "China" && origin === "CN");
}
