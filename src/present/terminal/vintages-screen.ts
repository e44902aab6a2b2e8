/** `lagline vintages`: states of the facts by the day from which they held. */
import {counted, countText} from "../quantity-text.ts";
import {heading, type Page, paragraph} from "./page.ts";
import {type Column, table} from "./table.ts";

export interface VintageList {
  readonly inUse: string;
  readonly inUseIsKept: boolean;
  readonly vintages: readonly {
    readonly vintage: string;
    readonly day: string;
    readonly origin: string;
    readonly coveredTo: string;
    readonly models: number;
    readonly results: number;
    readonly prices: number;
  }[];
  readonly damaged: readonly string[];
}

const SHOWN = 20;
const COLUMNS: readonly Column[] = [
  {title: "from"},
  {title: "vintage"},
  {title: "facts reach", drop: 2},
  {title: "models", align: "right"},
  {title: "results", align: "right"},
  {title: "prices", align: "right", drop: 3},
  {title: "came by", min: 8, drop: 1},
  {title: ""},
];

export function vintagesScreen(
  {inUse, inUseIsKept, vintages, damaged}: VintageList,
  all: boolean,
  page: Page,
): string[] {
  const shown = all ? vintages : vintages.slice(0, SHOWN);
  const unkept = inUseIsKept
    ? []
    : paragraph(
        page,
        `The facts in use, ${inUse}, are not kept yet: \`lagline vintages add\` keeps them.`,
        "",
      );
  const rows = shown.map((row) => [
    row.day,
    row.vintage,
    row.coveredTo,
    countText(row.models),
    countText(row.results),
    countText(row.prices),
    row.origin,
    row.vintage === inUse ? "in use" : "",
  ]);
  const hidden = vintages.length - shown.length;
  return [
    ...heading(
      page,
      `${counted(vintages.length, "state")} of the facts kept`,
      "each holds until the next one's day",
    ),
    ...(rows.length > 0 ? table(COLUMNS, rows, {width: page.width, head: page.ink.quiet}).lines : []),
    ...(hidden > 0
      ? paragraph(page, `${countText(hidden)} earlier: --all shows them.`).map(page.ink.quiet)
      : []),
    ...unkept,
    ...(damaged.length > 0
      ? paragraph(
          page,
          `${counted(damaged.length, "record")} cannot be read (${damaged.slice(0, 3).join(", ")}): adding the same facts again mends it.`,
          "",
        )
      : []),
    ...(vintages.length > 0
      ? paragraph(
          page,
          `Any command reads one with --vintage: \`lagline --vintage ${vintages[0]!.vintage.slice(0, 9)}\`, or --vintage ${vintages[0]!.day}. \`lagline diff\` compares two.`,
          "",
        ).map(page.ink.quiet)
      : []),
  ];
}
