/** `lagline gap`: every definition and instrument side by side, other people's figures beside them, and why they differ. */
import type {Quantity, Report} from "../../report.ts";
import {boundsText, countText, levelText, quantityText} from "../quantity-text.ts";
import {displayWidth, wrapped} from "./display-width.ts";
import {colophon, heading, type Page, paragraph} from "./page.ts";
import {quantityCells, reasonsBelow} from "./quantity-cells.ts";
import {quantityStrips} from "./quantity-strips.ts";
import {type Column, table} from "./table.ts";

const INSTRUMENT_NAME = {lagline: "lagline", eci: "ECI mode"} as const;
const INSTRUMENTS = ["lagline", "eci"] as const;
/** Narrower names than this cost the second instrument its interval. */
const NAME_WIDTH = 24;

export type GapReport = Pick<
  Report,
  | "about"
  | "headline"
  | "definitions"
  | "whyTheyDiffer"
  | "published"
  | "domains"
  | "access"
  | "groups"
  | "exclusions"
>;

/** @returns lines for the terminal, none wider than the page */
export function gapScreen(report: GapReport, page: Page): string[] {
  return [
    ...wrapped(report.headline.sentence, page.width).map(page.ink.strong),
    "",
    ...definitionTable(report, page),
    "",
    ...heading(page, "Published by others"),
    ...published(report, page),
    "",
    ...heading(page, "Why they differ"),
    ...paragraph(page, report.whyTheyDiffer),
    "",
    ...heading(page, "Lag by domain"),
    ...quantityStrips(page, report.domains),
    "",
    ...heading(page, "Lag by who has seen the test"),
    ...quantityStrips(page, report.access),
    "",
    ...report.groups.flatMap(({group, says, lags}) => [
      ...heading(page, `Lag ${/^(against|behind) /.test(group) ? group : `by ${group}`}`),
      ...paragraph(page, says).map(page.ink.quiet),
      ...quantityStrips(page, lags),
      "",
    ]),
    ...questions(report, page),
    ...leftOut(report, page),
    ...colophon(page, report),
    "",
    ...paragraph(page, "lagline explain <number> takes any of these apart; lagline explain lists their ids."),
  ];
}

interface Definition {
  readonly label: string;
  readonly lags: Partial<Record<"lagline" | "eci", Quantity>>;
}

/** Definitions of the same name share a row, one pair of columns per instrument. */
function definitionTable({definitions}: GapReport, page: Page): string[] {
  const inMonths = definitions.filter(({lag}) => lag.unit === "months");
  const rows = new Map<string, Definition>();
  for (const {instrument, lag} of inMonths) {
    const row = rows.get(lag.label) ?? {label: lag.label, lags: {}};
    rows.set(lag.label, {...row, lags: {...row.lags, [instrument]: lag}});
  }
  const level = inMonths.find(({lag}) => lag.interval)?.lag.interval;
  const instruments = INSTRUMENTS.filter((id) => inMonths.some(({instrument}) => instrument === id));
  const values = [...rows.values()].map(({lags}) =>
    instruments.flatMap((id) => quantityCells(page, lags[id])),
  );
  const widthOf = (index: number) =>
    2 + Math.max(8, ...values.map((cells) => displayWidth(cells[index]!.text)));
  const all = Array.from({length: 2 * instruments.length}, (_, index) => index);
  const roomFor = (shown: readonly number[]) =>
    page.width - 2 - shown.reduce((sum, index) => sum + widthOf(index), 0);
  const isCramped = roomFor(all) < NAME_WIDTH;
  const shown = isCramped ? all.filter((index) => index % 2 === 0 || index === 1) : all;
  const room = Math.max(NAME_WIDTH / 2, roomFor(shown));
  const columns: Column[] = [
    {title: "definition"},
    ...shown.map((index): Column => {
      const name = INSTRUMENT_NAME[instruments[index >> 1]!];
      return index % 2 === 0 ? {title: name, align: "right"} : {title: "interval"};
    }),
  ];
  const blank = shown.map(() => "");
  const {lines} = table(
    columns,
    [...rows.keys()].flatMap((label, row) => {
      const [first = "", ...rest] = wrapped(label, room, "  ", "");
      return [
        [first, ...shown.map((index) => values[row]![index]!)],
        ...rest.map((line) => [line, ...blank]),
      ];
    }),
    {width: page.width, head: page.ink.quiet},
  );
  const others = definitions.filter(({lag}) => lag.unit !== "months");
  return [
    ...heading(page, "The lag by definition and instrument", `months${level ? `, ${levelText(level)}` : ""}`),
    ...lines,
    ...others.flatMap(({instrument, lag}) =>
      wrapped(`${lag.label}, ${INSTRUMENT_NAME[instrument]}: ${quantityText(lag)}`, page.width, "    ", "  "),
    ),
    ...reasonsBelow(
      page,
      inMonths.map(({lag}) => lag),
    ),
  ];
}

/** What each definition asks, in its own words. */
function questions({definitions}: GapReport, page: Page): string[] {
  const says = new Map(definitions.map(({lag, says}) => [lag.label, says]));
  return [
    ...heading(page, "What each definition asks"),
    ...[...says].flatMap(([label, text]) =>
      wrapped(`${label}: ${text}`, page.width, "    ", "  ").map(page.ink.quiet),
    ),
    "",
  ];
}

function published({published}: GapReport, page: Page): string[] {
  if (published.length === 0) return ["  The facts hold no published estimate for this day."];
  const rows = published.map(({author, date, value, unit, low, high, measure, scope}) => [
    author,
    date,
    {text: unit === "date" ? value : `${value} ${unit}`, ink: page.ink.strong},
    low === null && high === null ? "no interval" : boundsText({low, high}, unit === "date" ? "Elo" : unit),
    measure,
    scope,
  ]);
  const columns: Column[] = [
    {title: "author", min: 14},
    {title: "date"},
    {title: "value"},
    {title: "interval"},
    {title: "measure", min: 20, drop: 1},
    {title: "scope", min: 12, drop: 2},
  ];
  const {lines, dropped} = table(columns, rows, {width: page.width, head: page.ink.quiet});
  const links = [...new Map(published.map(({url, author}) => [url, author]))];
  return [
    ...lines,
    ...(dropped.length > 0
      ? paragraph(page, `Not shown at this width: ${dropped.join(", ")}.`).map(page.ink.quiet)
      : []),
    ...links.flatMap(([url, author]) =>
      wrapped(`${author}: ${url}`, page.width, "    ", "  ").map(page.ink.quiet),
    ),
  ];
}

/** What was dropped on the way, counted and named. */
function leftOut({exclusions}: GapReport, page: Page): string[] {
  const some = exclusions.filter(({count}) => count > 0);
  if (some.length === 0) return [];
  return [
    ...heading(page, "Left out"),
    ...some.flatMap(({what, why, count, examples}) =>
      wrapped(
        `${countText(count)} ${what}: ${why}${examples.length > 0 ? ` (${examples.slice(0, EXAMPLES).join(", ")}${count > EXAMPLES ? ", …" : ""})` : ""}`,
        page.width,
        "    ",
        "  ",
      ),
    ),
    "",
  ];
}

const EXAMPLES = 3;
