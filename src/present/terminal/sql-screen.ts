/** `lagline sql`: rows as a table, and what can be asked for. */
import type {SandboxRows} from "../../store/sandbox/sandboxed-select.ts";
import {counted, countText} from "../quantity-text.ts";
import {wrapped} from "./display-width.ts";
import {heading, type Page, paragraph} from "./page.ts";
import {table} from "./table.ts";

/** Room a column keeps when the page is narrow. */
const LEAST = 6;

export function sqlScreen({columns, rows, more}: SandboxRows, limit: number, page: Page): string[] {
  const isNumber = columns.map(
    (_, i) => rows.length > 0 && rows.every((row) => row[i] === null || typeof row[i] === "number"),
  );
  const cells = rows.map((row) => columns.map((_, i) => cellText(row[i] ?? null, page)));
  // Columns leave from the right, so that what was asked for first stays longest.
  const {lines, dropped} = table(
    columns.map((title, i) => ({
      title,
      ...(isNumber[i] ? {align: "right" as const} : {min: LEAST}),
      ...(i === 0 ? {} : {drop: i}),
    })),
    cells,
    {width: page.width, indent: 0, head: page.ink.quiet},
  );
  return [
    ...lines,
    ...paragraph(
      page,
      [
        more ? `The first ${countText(limit)} rows; --rows shows more.` : `${counted(rows.length, "row")}.`,
        dropped.length > 0 ? `Not shown at this width: ${dropped.join(", ")}; --json has all.` : "",
      ]
        .filter(Boolean)
        .join(" "),
      "",
    ).map(page.ink.quiet),
  ];
}

function cellText(value: string | number | boolean | null, page: Page) {
  if (value === null) return {text: "–", ink: page.ink.quiet};
  if (typeof value !== "number") return String(value);
  return Number.isInteger(value) ? String(value) : String(Number(value.toPrecision(6)));
}

interface Listed {
  readonly name: string;
  readonly says: string;
  readonly columns: readonly {readonly name: string; readonly type: string}[];
}

const TITLES = {
  facts: ["Facts", "as loaded, seen from the as-of date"],
  measures: ["Measures", "these need the report: the first time takes as long as the report"],
  kept: ["Kept states", "lagline vintages"],
  usage: ["Your usage", "from usage.duckdb, read only"],
} as const;

export function tablesScreen(
  tables: Readonly<Record<keyof typeof TITLES, readonly Listed[]>>,
  page: Page,
): string[] {
  const sections = (Object.keys(TITLES) as (keyof typeof TITLES)[]).flatMap((kind) => {
    const all = tables[kind];
    if (all.length === 0) return [];
    return [
      ...heading(page, TITLES[kind][0], TITLES[kind][1]),
      ...all.flatMap(({name, says, columns}) => [
        ...wrapped(`${name}: ${says}`, page.width, "    ", "  ").map(page.ink.strong),
        ...wrapped(
          columns
            .map((column) => (column.type === "text" ? column.name : `${column.name} ${column.type}`))
            .join(", "),
          page.width,
          "    ",
        ),
      ]),
      "",
    ];
  });
  return [
    ...sections,
    ...paragraph(
      page,
      "Columns without a type are text. Exactly one SELECT in DuckDB's dialect runs, in a process that can read no file and no network, for 10 seconds (--seconds) in 600 MB, and gives 1,000 rows (--rows).",
      "",
    ).map(page.ink.quiet),
    ...wrapped(
      `lagline sql "select lab, count(*) as open from models where openness = 'open' group by lab order by open desc limit 5"`,
      page.width,
    ).map(page.ink.quiet),
  ];
}
