/** The sources of a page: what each gave, under which licence, when it was read, and where to look. */
import type {SourceRow} from "../evidence-rows.ts";
import {counted} from "../quantity-text.ts";
import {wrapped} from "./display-width.ts";
import {heading, type Page} from "./page.ts";

export function sourceLines(sources: readonly SourceRow[], page: Page): string[] {
  if (sources.length === 0)
    return [...heading(page, "Sources"), "  No row of a source decides this by itself."];
  return [
    ...heading(page, "Sources"),
    ...sources.flatMap(({id, title, url, licence, rows, retrieved}) => [
      ...wrapped(`${id}: ${title}`, page.width, "    ", "  "),
      ...wrapped(
        [counted(rows, "row"), licence || "licence unknown", `retrieved ${retrieved}`].join(" · "),
        page.width,
        "    ",
      ).map(page.ink.quiet),
      ...(url ? wrapped(url, page.width, "    ").map(page.ink.quiet) : []),
    ]),
  ];
}
