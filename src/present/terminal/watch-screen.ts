/** `lagline watch`: what is watched and how it stood; how one condition stands now. */
import {conditionText} from "../../monitor/watch/condition.ts";
import type {Look} from "../../monitor/watch/sight.ts";
import {type Firing, placeName, type Watch} from "../../monitor/watch/watch-book.ts";
import {counted} from "../quantity-text.ts";
import {wrapped} from "./display-width.ts";
import {heading, type Page, paragraph} from "./page.ts";
import {table} from "./table.ts";

const TOLD = 5;
const THINGS = 8;

export function watchScreen(
  {watches, firings}: {watches: readonly Watch[]; firings: readonly Firing[]},
  page: Page,
): string[] {
  if (watches.length === 0) {
    return paragraph(
      page,
      'Nothing is watched. `lagline watch add "lag.coding < 3 months"` adds a watch, `lagline watch forms` lists what can be asked, and `lagline check` tells.',
      "",
    );
  }
  return [
    ...heading(page, counted(watches.length, "watch", "watches"), "as of the last check"),
    ...watchTable(watches, page),
    "",
    ...heading(page, "Told last"),
    ...(firings.length === 0 ? paragraph(page, "nothing yet").map(page.ink.quiet) : []),
    ...[...firings]
      .reverse()
      .slice(0, TOLD)
      .flatMap((firing) => firingLines(firing, page)),
  ];
}

export const watchTable = (watches: readonly Watch[], page: Page): readonly string[] =>
  table(
    [
      {title: "id"},
      {title: "watched", min: 20},
      {title: "stands", min: 12},
      {title: "told to", min: 8, drop: 1},
    ],
    watches.map((watch) => [
      watch.id,
      conditionText(watch.condition),
      standing(watch),
      watch.places.map(placeName).join(", "),
    ]),
    {width: page.width, head: page.ink.quiet},
  ).lines;

function standing({state}: Watch): string {
  switch (state.kind) {
    case "unseen":
      return "not looked at yet";
    case "level":
      return state.chance === null
        ? "no number"
        : `${state.isHolding ? "holds" : "does not hold"}, ${Math.round(state.chance * 100)}%`;
    case "change":
      return `${counted(Object.keys(state.seen).length, "thing")} seen`;
    case "move":
      return state.from === null ? "no number" : `counts from ${Number(state.from.toPrecision(3))}`;
  }
}

export function firingLines({day, what, before, condition}: Firing, page: Page): string[] {
  return [
    ...wrapped(`${day}  ${what}`, page.width, "              ", "  "),
    ...(before === null
      ? []
      : wrapped(`before: ${before}`, page.width, "              ").map(page.ink.quiet)),
    ...wrapped(`watch: ${condition}`, page.width, "              ").map(page.ink.quiet),
  ];
}

/** A look as plain data. */
export type LookValue =
  | {readonly kind: "level"; readonly chance: number | null; readonly says: string}
  | {
      readonly kind: "change";
      readonly on: "new" | "changed";
      readonly now: readonly (readonly [string, string])[];
    }
  | {readonly kind: "move"; readonly value: number | null; readonly by: number};

export function lookValue(look: Look): LookValue {
  if (look.kind === "level") return {kind: "level", chance: look.chance ?? null, says: look.says};
  if (look.kind === "move") return {kind: "move", value: look.value ?? null, by: look.by};
  return {kind: "change", on: look.on, now: [...look.now]};
}

/** @param text - the condition */
export function lookScreen(text: string, look: LookValue, page: Page): string[] {
  if (look.kind === "level") {
    const chance =
      look.chance === null
        ? "no number yet"
        : `it holds now with probability ${Math.round(look.chance * 100)}%`;
    return wrapped(`${text}: ${chance}. ${look.says}.`, page.width);
  }
  if (look.kind === "move") {
    return wrapped(
      `${text}: counted from ${look.value === null ? "the first number there is" : Number(look.value.toPrecision(3))}.`,
      page.width,
    );
  }
  const shown = look.now.slice(-THINGS);
  const more = look.now.length - shown.length;
  const rule = look.on === "new" ? "told for each that is new" : "told when one of them changes";
  return [
    ...wrapped(`${text}: ${counted(look.now.length, "thing")} there now, ${rule}.`, page.width),
    ...shown.flatMap(([key, value]) =>
      wrapped(`${key}: ${value}`, page.width, "    ", "  ").map(page.ink.quiet),
    ),
    ...(more > 0 ? paragraph(page, `and ${more} more`).map(page.ink.quiet) : []),
  ];
}
