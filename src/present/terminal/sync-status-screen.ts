/** `lagline sync status`: one line per feed, and what is in quarantine. */
import type {SyncStatus} from "../../monitor/sync/sync-status.ts";
import {countText} from "../quantity-text.ts";
import {wrapped} from "./display-width.ts";
import {heading, type Page, paragraph} from "./page.ts";
import {quarantineLines} from "./sync-screen.ts";
import {table} from "./table.ts";

export function syncStatusScreen({vintage, synced, feeds}: SyncStatus, page: Page): string[] {
  const {lines, dropped} = table(
    [
      {title: "feed"},
      {title: "last read"},
      {title: "rows", align: "right"},
      {title: "unmatched", align: "right", drop: 2},
      {title: "may be passed on", drop: 3},
      {title: "what it brings", min: 20, drop: 1},
    ],
    feeds.map(({feed, good, rows, unmatched, redistribution, says, keyMissing}) => [
      feed,
      good ?? (keyMissing ? "needs a key" : "never"),
      countText(rows),
      countText(unmatched),
      redistribution,
      says,
    ]),
    {width: page.width, head: page.ink.quiet},
  );
  const last = feeds.flatMap(({feed, runs}) => {
    const run = runs.at(-1);
    return run ? [{feed, ...run}] : [];
  });
  return [
    ...wrapped(
      vintage
        ? `Plain commands read synced facts ${vintage}, last changed on ${synced}; --shipped reads those that came with lagline.`
        : "Nothing has been synced yet: plain commands read the facts that came with lagline. `lagline sync` brings news.",
      page.width,
    ).map(page.ink.strong),
    "",
    ...lines,
    ...(dropped.length > 0
      ? paragraph(page, `Left out for want of room: ${dropped.join(", ")}.`).map(page.ink.quiet)
      : []),
    ...quarantineLines(feeds, page),
    ...(last.length > 0
      ? [
          "",
          ...heading(page, "The bytes behind it", "SHA-256 of the last news, as it came"),
          ...last.flatMap(({feed, day, documents}) => {
            const [first] = documents;
            const more = documents.length > 1 ? ` and ${documents.length - 1} more (--json)` : "";
            return first
              ? wrapped(
                  `${feed} ${day}: ${first.sha256?.slice(0, 16) ?? "gone"} ${first.url}${more}`,
                  page.width,
                  "    ",
                  "  ",
                )
              : [];
          }),
        ]
      : []),
  ];
}
