import {homeFolder} from "../../../cache/home-folder.ts";
import {readWatchBook} from "../../../monitor/watch/watch-book.ts";
import {printable} from "../../plain-text.ts";
import {watchScreen} from "../../terminal/watch-screen.ts";
import type {Command} from "../answer.ts";

/** `lagline watch`: every watch, how it stood, and what was told last. */
export const watchList: Command = async ({world}) => {
  const {watches, firings} = readWatchBook(homeFolder(world.env));
  return {
    json: () => ({watches, firings}),
    lines: (page) => watchScreen(printable({watches, firings}), page),
  };
};
