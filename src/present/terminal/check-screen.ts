/** `lagline check`: what happened, then how every watch stands. */
import type {Undelivered} from "../../monitor/watch/deliver.ts";
import type {Firing, Watch} from "../../monitor/watch/watch-book.ts";
import type {About} from "../../report.ts";
import {counted} from "../quantity-text.ts";
import {wrapped} from "./display-width.ts";
import {colophon, heading, type Page} from "./page.ts";
import {firingLines, watchTable} from "./watch-screen.ts";

export interface CheckAnswer {
  readonly about: About;
  readonly fired: readonly Firing[];
  readonly undelivered: readonly Undelivered[];
  readonly watches: readonly Watch[];
}

export function checkScreen({about, fired, undelivered, watches}: CheckAnswer, page: Page): string[] {
  const nothing =
    watches.length === 0
      ? "Nothing is watched: `lagline watch forms` lists what can be."
      : "Nothing happened that you watch for.";
  return [
    ...(fired.length === 0
      ? wrapped(nothing, page.width).map(page.ink.strong)
      : [
          ...heading(page, `${counted(fired.length, "thing")} happened`),
          ...fired.flatMap((firing) => firingLines(firing, page)),
        ]),
    ...undelivered.flatMap(({place, why}) =>
      wrapped(`Not delivered to ${place}: ${why}; the next check tries again.`, page.width, "  ", ""),
    ),
    "",
    ...(watches.length > 0 ? [...watchTable(watches, page), ""] : []),
    ...colophon(page, {about}),
  ];
}
