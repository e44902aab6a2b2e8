import {join} from "node:path";
import {homeFolder} from "../../../cache/home-folder.ts";
import {InputError} from "../../../errors.ts";
import {readingOf} from "../../../monitor/reading-of.ts";
import {checked} from "../../../monitor/watch/checked.ts";
import {delivered, marked, nodeDelivery} from "../../../monitor/watch/deliver.ts";
import {sightFor} from "../../../monitor/watch/sight-for.ts";
import {readWatchBook, type WatchBook, writeWatchBook} from "../../../monitor/watch/watch-book.ts";
import {heldLock} from "../../../store/held-lock.ts";
import {readings} from "../../../store/readings.ts";
import {vintageStore} from "../../../store/vintage-store.ts";
import {printable} from "../../plain-text.ts";
import {checkScreen} from "../../terminal/check-screen.ts";
import type {Command} from "../answer.ts";

/** Said to a scheduler. */
const FIRED = 10;
const UNDELIVERED = 11;

/** `lagline check`: keeps the newest state and its numbers, looks at every watch, tells what happened. */
export const check: Command = async ({pipeline, options, effects, flags, world}) => {
  if (options.asOf !== undefined || flags.vintage !== undefined) {
    throw new InputError(
      "unsupported",
      "check: --as-of or --vintage; a check looks at the newest facts, so that nothing is told twice",
    );
  }
  const home = homeFolder(world.env);
  const release = heldLock(join(home, "watch.lock"), "check of the watches");
  try {
    const isShipped = options.facts === pipeline.defaultOptions.facts;
    const {record} = vintageStore(home).keep(options.facts, {
      day: world.today,
      origin: isShipped ? "shipped" : options.facts,
    });
    const report = await pipeline.reportFor(options, effects);
    readings(home).keep(readingOf(report, record.hash, world.today));
    const save = (book: WatchBook): void => writeWatchBook(home, book);
    const sightOf = await sightFor(report, {facts: options.facts, today: world.today, home});
    const before = readWatchBook(home);
    const {book, fired} = checked(before, ({mine}) => sightOf(mine));
    if (before.watches.length > 0) save(book);
    const {book: told, undelivered} = await delivered(book, nodeDelivery, save);
    const waiting = told.firings.filter(
      ({places, delivered: there}) =>
        places.some(({kind}) => kind === "terminal") && !there.includes("terminal"),
    );
    const answer = {
      about: report.about,
      fired: told.firings.filter(
        ({id}) => fired.some((one) => one.id === id) || waiting.some((one) => one.id === id),
      ),
      undelivered,
      watches: told.watches,
    };
    const exitCode = undelivered.length > 0 ? UNDELIVERED : answer.fired.length > 0 ? FIRED : 0;
    return {
      json: () => answer,
      lines: (page) => checkScreen(printable(answer), page),
      exitCode,
      written: () => {
        if (waiting.length > 0) save(waiting.reduce((all, {id}) => marked(all, id, "terminal"), told));
        release();
      },
    };
  } catch (error) {
    release();
    throw error;
  }
};
