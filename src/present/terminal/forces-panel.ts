/** The forces on the first screen: the few things that changed lately, what each should move, and when. */
import type {ForceChange, ForcesReport} from "../../forces-report.ts";
import {countText} from "../quantity-text.ts";
import {displayWidth, wrapped} from "./display-width.ts";
import {heading, type Page} from "./page.ts";

/** Lines enough for a glance; the newer window gets its share first. */
const LINES = 5;
const NEWEST = 3;
/** Each force has its say before any has two. */
const PER_FORCE = 1;
/** What weighs less is no news for the first screen. */
const LEAST_WEIGHT = 2;

export function forcesPanel({changes, asOf}: ForcesReport, page: Page): string[] {
  const chosen = panelChanges(changes);
  if (chosen.length === 0) return [];
  const hidden = changes.length - chosen.length;
  return [
    ...heading(
      page,
      "Forces: what changed, and what it should move",
      `to ${asOf}${hidden > 0 ? `; ${countText(hidden)} more in --json` : ""}`,
    ),
    ...chosen.flatMap((change) => changeLines(change, page)),
  ];
}

/** The weightiest of the last 30 days, then of the 90, no force more than twice; newest first. */
export function panelChanges(changes: readonly ForceChange[]): ForceChange[] {
  const ordered = [...changes]
    .filter(({weight}) => weight >= LEAST_WEIGHT)
    .sort((a, b) => a.days - b.days || b.weight - a.weight || (a.date > b.date ? -1 : 1));
  const counts = new Map<string, number>();
  const chosen: ForceChange[] = [];
  for (const days of [30, 90] as const) {
    for (const change of ordered) {
      if (change.days !== days || chosen.length >= (days === 30 ? NEWEST : LINES)) continue;
      const count = counts.get(change.force) ?? 0;
      if (count >= PER_FORCE) continue;
      counts.set(change.force, count + 1);
      chosen.push(change);
    }
  }
  return chosen.sort((a, b) => (a.date > b.date ? -1 : a.date < b.date ? 1 : 0));
}

/** What happened; below it what to expect. */
function changeLines({date, force, who, sentence, moves, when}: ForceChange, page: Page): string[] {
  const lead = `  ${date.padEnd(10)}  ${force.padEnd(10)}  `;
  const indent = " ".repeat(displayWidth(lead));
  return [
    ...wrapped(named(who, firstClause(sentence)), page.width, indent, lead),
    ...wrapped(`${moves}; ${when}`, page.width, `${indent}  `, `${indent}→ `).map(page.ink.quiet),
  ];
}

/** The sentence led by who it is about, unless it begins with that name. */
function named(who: string, sentence: string): string {
  const first = sentence.split(/[\s:,]/)[0]!.toLowerCase();
  const isSaid = who
    .toLowerCase()
    .split(/[^\p{L}\p{N}.-]+/u)
    .includes(first);
  return isSaid ? sentence : `${who}: ${sentence}`;
}

/** Up to the first break that leaves a whole thought. */
function firstClause(text: string): string {
  const end = text.search(/; | - /);
  return end > 10 ? text.slice(0, end) : text;
}
