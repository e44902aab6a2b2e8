/** The feeds a person asked for, by id. */
import {didYouMean} from "../../data/closest-name.ts";
import type {Feed} from "../../data/sources/feed.ts";
import {InputError} from "../../errors.ts";

/** @throws InputError for an id that is no feed's, or one accepted without being asked */
export function chosenFeeds(
  all: readonly Feed[],
  only: readonly string[],
  accept: readonly string[],
): Feed[] {
  const ids = all.map(({id}) => id);
  for (const name of [...only, ...accept]) {
    if (ids.includes(name)) continue;
    throw new InputError(
      "unknown",
      `feed: ${name}; one of ${ids.join(", ")} was expected${didYouMean(name, ids)}`,
    );
  }
  const unasked = only.length > 0 ? accept.find((name) => !only.includes(name)) : undefined;
  if (unasked !== undefined) {
    throw new InputError(
      "conflicting",
      `feeds: ${unasked} is accepted but not asked; name it under --source too`,
    );
  }
  return all.filter(({id}) => only.length === 0 || only.includes(id));
}
