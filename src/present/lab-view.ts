/** One lab with every row behind its figures, found under its id or name. */
import {didYouMean} from "../data/closest-name.ts";
import {InputError} from "../errors.ts";
import {
  type ForceFactRow,
  type ForceLabReport,
  type ForcesReport,
  labQuantitiesOf,
} from "../forces-report.ts";
import type {Report} from "../report.ts";

/** @throws InputError when the facts folder held no tables on the forces */
export function forcesOf({forces}: Pick<Report, "forces">): ForcesReport {
  if (forces) return forces;
  throw new InputError(
    "missing",
    "tables on the forces: none in this folder of facts; a folder named forces beside the models was expected",
  );
}

/**
 * The lab meant by an id or a name.
 *
 * @throws InputError for a lab the facts do not hold, naming the nearest
 */
export function labNamed(labs: readonly ForceLabReport[], wanted: string): ForceLabReport {
  const key = plain(wanted);
  const found =
    labs.find(({id, name}) => id === wanted || plain(name) === key) ??
    labs.find(({name}) => key !== "" && plain(name).split("-").includes(key));
  if (found) return found;
  const names = labs.flatMap(({id, name}) => [id, name]);
  const closest = didYouMean(wanted, names).replace(/^, /, "");
  const hint = closest === "" ? "`lagline labs` lists them" : closest;
  throw new InputError("unknown", `lab: ${wanted}; ${hint}`);
}

/** Rows about the lab, and rows its numbers rest on, newest first. */
export function labFacts({facts}: ForcesReport, lab: ForceLabReport): ForceFactRow[] {
  const used = new Set(labQuantitiesOf(lab).flatMap((quantity) => quantity.facts));
  const shownAbove = new Set(lab.history.map(({source}) => source.fact));
  return facts
    .filter((row) => (used.has(row.id) || row.who === lab.id) && !shownAbove.has(row.id))
    .sort((a, b) => (a.date > b.date ? -1 : a.date < b.date ? 1 : a.id < b.id ? -1 : 1));
}

const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-|-$/g, "");
