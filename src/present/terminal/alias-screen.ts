/** `lagline alias`: names that wait for a model, and what was settled. */
import {counted, countText} from "../quantity-text.ts";
import {wrapped} from "./display-width.ts";
import {heading, type Page, paragraph} from "./page.ts";
import {table} from "./table.ts";

const SHOWN = 20;

export interface AliasList {
  readonly settled: readonly {
    readonly name: string;
    readonly feed: string | null;
    readonly model: string | null;
  }[];
  readonly unmatched: readonly {
    readonly feed: string;
    readonly name: string;
    readonly rows: number;
    readonly suggestions: readonly string[];
  }[];
}

/** @param all - every name instead of the first */
export function aliasScreen({settled, unmatched}: AliasList, all: boolean, page: Page): string[] {
  const shown = all ? unmatched : unmatched.slice(0, SHOWN);
  return [
    ...wrapped(
      unmatched.length === 0
        ? "Every upstream name of the last sync is known or settled."
        : `${counted(unmatched.length, "upstream name stands", "upstream names stand")} for no known model; nothing is guessed.`,
      page.width,
    ).map(page.ink.strong),
    ...(shown.length > 0
      ? [
          "",
          ...table(
            [
              {title: "name", min: 16},
              {title: "feed"},
              {title: "rows", align: "right"},
              {title: "perhaps", min: 12},
            ],
            shown.map(({name, feed, rows, suggestions}) => [
              name,
              feed,
              countText(rows),
              suggestions.join(", ") || "–",
            ]),
            {width: page.width, head: page.ink.quiet},
          ).lines,
        ]
      : []),
    ...(unmatched.length > shown.length
      ? paragraph(page, `${countText(unmatched.length - shown.length)} more: --all shows them.`).map(
          page.ink.quiet,
        )
      : []),
    "",
    ...heading(page, "Settled", counted(settled.length, "name")),
    ...settled.flatMap(({name, feed, model}) =>
      wrapped(`${name}${feed ? ` in ${feed}` : ""}: ${model ?? "left out"}`, page.width, "    ", "  "),
    ),
    ...paragraph(
      page,
      "lagline alias set <name> <model>, lagline alias ignore <name>, lagline alias remove <name>; --source <feed> for one feed only.",
    ).map(page.ink.quiet),
  ];
}
