/** The vintage somebody means by a hash, the beginning of one, or a day. */
import {parseDay} from "../dates.ts";
import {InputError} from "../errors.ts";
import {stateOn} from "./vintage-store.ts";
import {shortName, type VintageRecord} from "./vintage-record.ts";

/** Fewer digits name a vintage by chance. */
const LEAST_DIGITS = 4;

/**
 * @param name - `v` or not, then the first digits of a hash; or `YYYY-MM-DD`, the state that held on that day
 * @throws InputError when no vintage has this name, or several do
 */
export function namedVintage(records: readonly VintageRecord[], name: string): VintageRecord {
  const shown = JSON.stringify(name.slice(0, 80));
  const known = "`lagline vintages` lists those kept";
  if (records.length === 0) {
    throw new InputError(
      "missing",
      `vintage: ${shown}; none is kept yet, \`lagline vintages add\` keeps the facts in use`,
    );
  }
  if (/^\d{4}-\d{2}-\d{2}$/.test(name)) {
    if (parseDay(name) === undefined) {
      throw new InputError(
        "invalid",
        `vintage: ${shown}; a calendar day or the first digits of a hash was expected`,
      );
    }
    const found = stateOn(records, name);
    if (found) return found;
    const first = records.flatMap(({seen}) => seen.map(({day}) => day)).sort()[0];
    throw new InputError("missing", `vintage: ${name}; the first one kept is of ${first}, ${known}`);
  }
  const digits = /^v?([0-9a-f]{1,64})$/i.exec(name)?.[1]?.toLowerCase();
  if (digits === undefined || digits.length < LEAST_DIGITS) {
    throw new InputError(
      "invalid",
      `vintage: ${shown}; at least ${LEAST_DIGITS} digits of a hash such as v0a1b2c3d4e5f, or a day as YYYY-MM-DD, was expected`,
    );
  }
  const found = records.filter(({hash}) => hash.startsWith(digits));
  if (found.length === 1) return found[0]!;
  if (found.length === 0) throw new InputError("unknown", `vintage: ${shown}; ${known}`);
  const several = found.slice(0, 4).map(shortName).join(", ");
  throw new InputError(
    "conflicting",
    `vintage: ${shown}; it begins ${found.length} of them (${several}), more digits were expected`,
  );
}
