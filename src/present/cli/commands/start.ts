import {printable} from "../../plain-text.ts";
import {firstScreen} from "../../terminal/first-screen.ts";
import type {Command} from "../answer.ts";
import {served} from "./serve.ts";

/** `npm start`: the first screen; on a terminal the page is served, too, until Ctrl-C. Elsewhere it ends. */
export const start: Command = async (ask) => {
  const report = await ask.pipeline.reportFor(ask.options, ask.effects);
  const isWatched = ask.world.isTerminal.stdout && ask.flags.json !== true;
  const address = isWatched ? (await served(ask)).address : undefined;
  return {
    json: () => report,
    lines: (page) => [
      ...firstScreen(printable(report), page),
      "",
      address === undefined
        ? "The same as a page: lagline serve"
        : page.ink.strong(`The same as a page, with everything behind it: ${address}  (Ctrl-C ends)`),
    ],
  };
};
