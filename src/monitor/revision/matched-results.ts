/**
 * Which result of a later state is which result of an earlier one.
 *
 * The same model, benchmark, setting, harness, source and run is the same result. What is left is matched once more
 * without the source, because a feed renames its source with every release; and only where one stands against one.
 */
import type {Result} from "../../data/catalog.ts";
import {grouped} from "../../grouped.ts";

export interface MatchedResults {
  readonly both: readonly {readonly before: Result; readonly after: Result}[];
  readonly added: readonly Result[];
  readonly removed: readonly Result[];
}

export function matchedResults(before: readonly Result[], after: readonly Result[]): MatchedResults {
  const exact = pairs(
    before,
    after,
    (row) => `${setup(row)} ${JSON.stringify([row.provenance.source, row.run])}`,
  );
  const rest = pairs(exact.removed, exact.added, setup);
  return {both: [...exact.both, ...rest.both], added: rest.added, removed: rest.removed};
}

const setup = ({model, benchmark, setting, harness}: Result): string =>
  JSON.stringify([model, benchmark, setting, harness]);

function pairs(
  before: readonly Result[],
  after: readonly Result[],
  key: (row: Result) => string,
): MatchedResults {
  const [earlier, later] = [grouped(before, key), grouped(after, key)];
  const both: {before: Result; after: Result}[] = [];
  for (const [name, rows] of later) {
    const old = earlier.get(name);
    if (rows.length === 1 && old?.length === 1) both.push({before: old[0]!, after: rows[0]!});
  }
  const taken = new Set(both.flatMap((pair) => [pair.before, pair.after]));
  return {
    both,
    added: after.filter((row) => !taken.has(row)),
    removed: before.filter((row) => !taken.has(row)),
  };
}
