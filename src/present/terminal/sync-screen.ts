/** `lagline sync`: what came, what is kept out and why, whose names are not known. */
import type {FeedReport, SyncReport} from "../../monitor/sync/sync-report.ts";
import {counted, countText} from "../quantity-text.ts";
import {wrapped} from "./display-width.ts";
import {heading, type Page, paragraph} from "./page.ts";
import {table} from "./table.ts";

const SHOWN = 6;

/** @param all - every row instead of the first of each list */
export function syncScreen(report: SyncReport, all: boolean, page: Page): string[] {
  const limit = all ? Number.POSITIVE_INFINITY : SHOWN;
  const {feeds} = report;
  return [
    ...wrapped(summary(report), page.width).map(page.ink.strong),
    "",
    ...table(
      [{title: "feed"}, {title: "outcome"}, {title: "what happened", min: 24}],
      feeds.map(({feed, outcome, because}) => [
        feed,
        {text: outcome, ink: outcome === "quarantined" ? page.ink.strong : (text: string) => text},
        because,
      ]),
      {width: page.width, head: page.ink.quiet},
    ).lines,
    ...quarantineLines(feeds, page),
    ...disagreements(feeds, limit, page),
    ...unmatched(feeds, limit, page),
    ...skipped(feeds, all, page),
  ];
}

function summary({feeds, vintage, dryRun}: SyncReport): string {
  const count = (outcome: FeedReport["outcome"]) => feeds.filter((feed) => feed.outcome === outcome).length;
  const asked = feeds.length - count("left out");
  const isSame = vintage.before === vintage.after;
  if (asked > 0 && count("offline") === asked)
    return `Nobody answered, so nothing changed: the facts stay at ${vintage.after}. The next sync catches up.`;
  const facts = isSame
    ? `the facts stay at ${vintage.after}`
    : `facts ${vintage.after}${dryRun ? " would replace" : " replace"} ${vintage.before}`;
  const outcomes = [
    counted(count("updated"), "feed with news", "feeds with news"),
    ...(count("offline") > 0 ? [`${count("offline")} without an answer`] : []),
    ...(count("quarantined") > 0 ? [`${count("quarantined")} in quarantine`] : []),
  ];
  return `${dryRun ? "Dry run, nothing is kept: " : ""}${outcomes.join(", ")}; ${facts}.`.replace(
    /^./,
    (first) => first.toUpperCase(),
  );
}

/** Parts and feeds that are kept out, with the reason and what to do. */
export function quarantineLines(
  feeds: readonly Pick<FeedReport, "feed" | "quarantined">[],
  page: Page,
): string[] {
  const held = feeds.flatMap(({feed, quarantined}) => quarantined.map((each) => ({feed, ...each})));
  if (held.length === 0) return [];
  const [{feed}] = held;
  return [
    "",
    ...heading(page, "In quarantine", "the last good rows stay"),
    ...held.flatMap(({feed, part, day, why}) =>
      wrapped(`${feed}${part ? `, ${part}` : ""} (${day}): ${why}`, page.width, "    ", "  "),
    ),
    ...paragraph(
      page,
      `If you have looked and it is right: lagline sync --source ${feed} --accept ${feed}. What cannot be read stays out.`,
    ).map(page.ink.quiet),
  ];
}

function disagreements(feeds: readonly FeedReport[], limit: number, page: Page): string[] {
  const all = feeds.flatMap(({feed, disagreements}) => disagreements.map((each) => ({feed, ...each})));
  if (all.length === 0) return [];
  return [
    "",
    ...heading(page, "Against the reviewed facts", "listed, not taken over"),
    ...all
      .slice(0, limit)
      .flatMap(({feed, model, what, theirs, ours, name}) =>
        wrapped(`${model}: ${what} ${theirs} (${feed}, ${name}), here ${ours}`, page.width, "    ", "  "),
      ),
    ...more(all.length, limit, page),
  ];
}

function unmatched(feeds: readonly FeedReport[], limit: number, page: Page): string[] {
  const all = feeds
    .flatMap(({feed, unmatched}) => unmatched.map((each) => ({feed, ...each})))
    .sort((a, b) => b.rows - a.rows);
  if (all.length === 0) return [];
  return [
    "",
    ...heading(
      page,
      "Names that stand for no known model",
      `${counted(all.length, "name")}, their rows wait`,
    ),
    ...all
      .slice(0, limit)
      .flatMap(({feed, name, rows, suggestions}) =>
        wrapped(
          `${name} (${feed}, ${counted(rows, "row")})${suggestions.length > 0 ? `: ${suggestions.join(", ")}?` : ""}`,
          page.width,
          "    ",
          "  ",
        ),
      ),
    ...more(all.length, limit, page),
    ...paragraph(
      page,
      "lagline alias set <name> <model> settles one, lagline alias ignore <name> leaves it out.",
    ).map(page.ink.quiet),
  ];
}

function skipped(feeds: readonly FeedReport[], all: boolean, page: Page): string[] {
  const rows = feeds.flatMap(({feed, skipped}) => skipped.map((each) => ({feed, ...each})));
  if (rows.length === 0) return [];
  const total = rows.reduce((sum, {count}) => sum + count, 0);
  if (!all)
    return [
      "",
      ...paragraph(
        page,
        `${countText(total)} rows and files left out for a stated reason: --all lists them.`,
      ).map(page.ink.quiet),
    ];
  return [
    "",
    ...heading(page, "Left out", countText(total)),
    ...rows.flatMap(({feed, why, count, examples}) =>
      wrapped(
        `${feed}: ${countText(count)}, ${why}${examples.length > 0 ? ` (${examples.slice(0, 3).join(", ")})` : ""}`,
        page.width,
        "    ",
        "  ",
      ),
    ),
  ];
}

const more = (count: number, limit: number, page: Page): string[] =>
  count > limit
    ? paragraph(page, `${countText(count - limit)} more: --all shows them.`).map(page.ink.quiet)
    : [];
