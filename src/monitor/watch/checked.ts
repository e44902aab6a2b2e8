/** All watches looked at in one sight: the book with new states, and the firings that came of it. */
import {createHash} from "node:crypto";
import {isoDay} from "../../dates.ts";
import {conditionText} from "./condition.ts";
import {look} from "./look.ts";
import type {Sight} from "./sight.ts";
import {stepped} from "./stepped.ts";
import type {Firing, Watch, WatchBook} from "./watch-book.ts";
import {watchMethod} from "./watch-method.ts";

export interface Checked {
  readonly book: WatchBook;
  /** New ones, in order of the watches. */
  readonly fired: readonly Firing[];
}

/** @param sight - for each watch, because each has its own list of models the user runs */
export function checked(book: WatchBook, sight: (watch: Watch) => Sight): Checked {
  const fired: Firing[] = [];
  const watches = book.watches.map((watch) => {
    const seen = sight(watch);
    const day = isoDay(seen.today);
    const {state, told} = stepped(watch, look(watch.condition, seen), day);
    const {vintage, method} = seen.report.about;
    for (const [n, {what, before}] of told.entries()) {
      fired.push({
        id: firingId(watch.id, vintage, day, book.firings.length + n, what),
        watch: watch.id,
        condition: conditionText(watch.condition),
        day,
        what,
        before,
        vintage,
        method,
        places: watch.places,
        delivered: [],
      });
    }
    return {...watch, state};
  });
  const firings = [...book.firings, ...fired];
  const isDone = ({places, delivered}: Firing) => delivered.length >= places.length;
  const surplus = Math.max(0, firings.length - watchMethod.toldKept.value);
  // Only what arrived everywhere may be forgotten.
  const kept = firings.filter((firing, i) => i >= surplus || !isDone(firing));
  return {book: {...book, watches, firings: kept}, fired};
}

/** Names a firing for whoever gets it twice. */
const firingId = (...parts: readonly (string | number)[]): string =>
  createHash("sha256").update(JSON.stringify(parts)).digest("hex").slice(0, 16);
