/** A book with one more watch: a change counts from now on, a level that holds already is told at the next check. */
import {type Condition, conditionText} from "./condition.ts";
import type {Look} from "./sight.ts";
import {stepped} from "./stepped.ts";
import type {Watch, WatchBook} from "./watch-book.ts";

export interface NewWatch extends Pick<Watch, "text" | "enter" | "places" | "mine"> {
  readonly condition: Condition;
  readonly seen: Look;
  readonly today: string;
}

export function addedWatch(
  book: WatchBook,
  {seen, today, ...asked}: NewWatch,
): {book: WatchBook; watch: Watch} {
  const unseen = {state: {kind: "unseen"} as const, enter: asked.enter};
  const watch: Watch = {
    id: `w${book.next}`,
    ...asked,
    added: today,
    state: seen.kind === "level" ? unseen.state : stepped(unseen, seen, today).state,
  };
  return {book: {...book, next: book.next + 1, watches: [...book.watches, watch]}, watch};
}

/** The watch that has the same condition already. */
export const sameWatch = ({watches}: WatchBook, condition: Condition): Watch | undefined =>
  watches.find((watch) => conditionText(watch.condition) === conditionText(condition));
