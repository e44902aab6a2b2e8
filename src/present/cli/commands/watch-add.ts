import {join} from "node:path";
import {homeFolder} from "../../../cache/home-folder.ts";
import {InputError} from "../../../errors.ts";
import {addedWatch, sameWatch} from "../../../monitor/watch/added-watch.ts";
import {conditionText} from "../../../monitor/watch/condition.ts";
import {look} from "../../../monitor/watch/look.ts";
import {placeNamed} from "../../../monitor/watch/places.ts";
import {type Place, placeName, readWatchBook, writeWatchBook} from "../../../monitor/watch/watch-book.ts";
import {watchMethod} from "../../../monitor/watch/watch-method.ts";
import {heldLock} from "../../../store/held-lock.ts";
import {printable} from "../../plain-text.ts";
import {wrapped} from "../../terminal/display-width.ts";
import {lookScreen, lookValue} from "../../terminal/watch-screen.ts";
import type {Command} from "../answer.ts";
import {REPEATED} from "../assumptions.ts";
import {askedCondition} from "../asked-condition.ts";

/** `lagline watch add`: keeps a condition; a change counts from now on, a level that holds is told at the next check. */
export const watchAdd: Command = async (ask) => {
  const {flags, world} = ask;
  const places = placesNamed(flags.to);
  const enter = typeof flags.at === "string" ? probability(flags.at) : watchMethod.enter.value;
  const {text, condition, mine, sight} = await askedCondition(ask);
  const seen = look(condition, sight);
  const home = homeFolder(world.env);
  const release = heldLock(join(home, "watch.lock"), "change of the watches");
  try {
    const book = readWatchBook(home);
    const same = sameWatch(book, condition);
    if (same)
      throw new InputError(
        "duplicate",
        `watch: ${conditionText(condition)}; ${same.id} watches it already, \`lagline watch remove ${same.id}\` makes room`,
      );
    const {book: added, watch} = addedWatch(book, {
      text,
      condition,
      enter,
      places,
      mine: [...mine],
      seen,
      today: world.today,
    });
    writeWatchBook(home, added);
    const shown = printable({
      id: watch.id,
      text: conditionText(condition),
      places: places.map(placeName),
      now: lookValue(seen),
    });
    return {
      json: () => ({...shown, condition, enter}),
      lines: (page) => [
        ...wrapped(`${shown.id}: told to ${shown.places.join(", ")} by \`lagline check\`.`, page.width).map(
          page.ink.strong,
        ),
        ...lookScreen(shown.text, shown.now, page),
      ],
    };
  } finally {
    release();
  }
};

/** Where to tell: the terminal unless said otherwise. */
export const placesNamed = (to: unknown): Place[] =>
  typeof to === "string" ? to.split(REPEATED).map(placeNamed) : [{kind: "terminal"}];

/** Below one half a condition would be told while it is more likely not to hold. */
function probability(text: string): number {
  const value = /^(0?\.\d{1,6}|[01](\.0{1,6})?)$/.test(text) ? Number(text) : Number.NaN;
  if (value >= 0.5 && value <= 1) return value;
  throw new InputError(
    "invalid",
    `--at: ${JSON.stringify(text.slice(0, 40))}; a probability from 0.5 to 1 was expected`,
  );
}
