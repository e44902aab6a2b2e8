/** A scenario that is told by settings alone, such as `copying.cut=80%` with `copying.from=2027-01`. */
import type {RawChange, Setting} from "./settings.ts";

/** The name under which one starts from nothing. */
export const OWN = "own";

/**
 * The changes that settings name, in the order in which they first do: one of a kind, or as many as `kind.2.field` counts to.
 * Their fields are left to the settings.
 */
export function ownChanges(settings: readonly Setting[]): RawChange[] {
  const counts = new Map<string, number>();
  for (const {key} of settings) {
    const [kind, ...rest] = key.split(".");
    const nth = rest.length > 1 ? Number(rest[0]) : 1;
    const wanted = Number.isInteger(nth) && nth >= 1 && nth <= MOST_OF_A_KIND ? nth : 1;
    counts.set(kind, Math.max(counts.get(kind) ?? 0, wanted));
  }
  return [...counts].flatMap(([kind, count]) => Array.from({length: count}, () => ({change: kind})));
}

/** More changes of one kind than anybody argues for. */
const MOST_OF_A_KIND = 9;
