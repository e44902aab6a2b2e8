/** Down to the bytes: where a synced source's rows stand in the facts, and what they were read from. */
import {dirname} from "node:path";
import type {KeptOrigin} from "../../monitor/sync/kept-origins.ts";
import type {Explanation} from "../explanation.ts";
import {counted} from "../quantity-text.ts";
import {wrapped} from "./display-width.ts";
import {heading, type Page, paragraph} from "./page.ts";

/** @returns nothing where all rows came with lagline */
export function keptOriginLines(
  kept: readonly KeptOrigin[],
  {rows, force}: Pick<Explanation, "rows" | "force">,
  page: Page,
): string[] {
  if (kept.length === 0) return [];
  const places = (source: string): string[] =>
    [...rows, ...(force?.prices ?? [])].filter((row) => row.source === source).map(({place}) => place);
  const bySource = [...new Set(kept.map(({source}) => source))];
  const folders = [...new Set(kept.flatMap(({file}) => (file === null ? [] : [dirname(file)])))];
  return [
    "",
    ...heading(page, "The bytes behind it", "of synced rows, as they came"),
    ...bySource.flatMap((source) => {
      const [first, ...others] = places(source);
      const more = others.length > 0 ? ` and ${counted(others.length, "more row")}` : "";
      return [
        ...wrapped(`${source}${first === undefined ? "" : `: ${first}${more}`}`, page.width, "    ", "  "),
        ...kept
          .filter((one) => one.source === source)
          .flatMap(({day, url, sha256, file}) => [
            ...wrapped(`${url}, read on ${day}`, page.width, "    ").map(page.ink.quiet),
            ...wrapped(sha256, page.width, "    ").map(page.ink.quiet),
            ...(file === null ? ["    no longer kept whole"] : []),
          ]),
      ];
    }),
    ...folders.flatMap((folder) =>
      paragraph(page, `Each is the file <SHA-256>.gz in ${folder}; gunzip -c gives what came.`),
    ),
  ];
}
