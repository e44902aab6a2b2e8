import {join} from "node:path";
import {homeFolder} from "../../../cache/home-folder.ts";
import {InputError} from "../../../errors.ts";
import {conditionText} from "../../../monitor/watch/condition.ts";
import {readWatchBook, writeWatchBook} from "../../../monitor/watch/watch-book.ts";
import {heldLock} from "../../../store/held-lock.ts";
import {plainText} from "../../plain-text.ts";
import {wrapped} from "../../terminal/display-width.ts";
import type {Command} from "../answer.ts";

/** `lagline watch remove`: forgets a watch; what it told stays told. */
export const watchRemove: Command = async ({args, world}) => {
  const id = args[0]!;
  const home = homeFolder(world.env);
  const release = heldLock(join(home, "watch.lock"), "change of the watches");
  try {
    const book = readWatchBook(home);
    const watch = book.watches.find((one) => one.id === id);
    if (!watch) {
      const known = book.watches.map((one) => one.id).join(", ");
      throw new InputError(
        "unknown",
        `watch: ${JSON.stringify(id.slice(0, 40))}; ${known === "" ? "nothing is watched" : `one of ${known} was expected`}`,
      );
    }
    writeWatchBook(home, {...book, watches: book.watches.filter((one) => one !== watch)});
    const text = plainText(conditionText(watch.condition));
    return {
      json: () => ({removed: id, text}),
      lines: (page) => wrapped(`${id} is no longer watched: ${text}.`, page.width),
    };
  } finally {
    release();
  }
};
