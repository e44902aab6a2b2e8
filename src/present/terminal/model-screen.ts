/** `lagline model <name>`: all that is known of one model, with the source beside every row. */

import {unmeasured} from "../explanation.ts";
import type {ModelDossier} from "../model-dossier.ts";
import {boundsText, counted, countText, numberText, shareText} from "../quantity-text.ts";
import {wrapped} from "./display-width.ts";
import {modelContinuityLines} from "./model-continuity-lines.ts";
import {priceText} from "./models-screen.ts";
import {colophon, heading, type Page, paragraph} from "./page.ts";
import {sourceLines} from "./source-lines.ts";
import {type Cell, type Column, table} from "./table.ts";

const SHOWN = 25;

const DATE_MEANING = {
  announced: "the lab spoke of it in public",
  available: "first usable through an API or product",
  weights: "first public download of the weights; the open clock starts here",
} as const;

/** @param all - every row instead of the first of each list */
export function modelScreen(dossier: ModelDossier, all: boolean, page: Page): string[] {
  const {ink} = page;
  const {name, id, lab, country, openness} = dossier;
  const side = openness === "open" ? ink.open : openness === "closed" ? ink.closed : ink.quiet;
  const limit = all ? Number.POSITIVE_INFINITY : SHOWN;
  return [
    ...wrapped(name, page.width).map(ink.strong),
    ...paragraph(page, [id, lab, country || "country unknown"].filter(Boolean).join(" · "), "").map(
      ink.quiet,
    ),
    "",
    ...facts(dossier, page).map((line) =>
      line.startsWith("  weights") ? line.replace(openness, side(openness)) : line,
    ),
    "",
    ...ability(dossier, page),
    "",
    ...modelContinuityLines(dossier, page),
    ...results(dossier, limit, page),
    "",
    ...prices(dossier, limit, page),
    "",
    ...preferences(dossier, limit, page),
    ...disputes(dossier, page),
    "",
    ...sourceLines(dossier.sources, page),
    "",
    ...colophon(page, dossier),
    ...paragraph(page, `lagline explain ability.${id} shows the rule behind the ability.`, "").map(ink.quiet),
  ];
}

function facts(dossier: ModelDossier, page: Page): string[] {
  const {openness, licence, licenceClass, paramsB, activeParamsB, memoryGb, dates, family, aliases, url} =
    dossier;
  const {ink} = page;
  const size =
    paramsB === null
      ? "not published"
      : `${paramsB} billion parameters${activeParamsB === null ? "" : `, ${activeParamsB} billion active`}`;
  const openText = {
    open: "open: the public can download them",
    closed: "closed: no public download",
    unknown: "unknown: no source says",
  }[openness as "open" | "closed" | "unknown"];
  const rows: [string, string][] = [
    ["weights", openText ?? openness],
    ["licence", licence === "" || licence === licenceClass ? licenceClass : `${licence} (${licenceClass})`],
    ["size", size],
    [
      "memory",
      memoryGb === null
        ? "unknown"
        : `${countText(Math.round(memoryGb))} GB at 8 bits with 20% for cache and buffers`,
    ],
    ...(["announced", "available", "weights"] as const).map((date): [string, string] => [
      date === "weights" ? "downloadable" : date,
      dateText(dossier, date),
    ]),
    ...(dates.firstSeen === null || dates.available !== null
      ? []
      : [
          ["first seen", `${dates.firstSeen}: on a leaderboard or price list; the release was no later`] as [
            string,
            string,
          ],
        ]),
    ...(family ? [["family", family] as [string, string]] : []),
    ...(aliases.length > 0 ? [["also called", aliases.join(", ")] as [string, string]] : []),
    ...(url ? [["link", url] as [string, string]] : []),
  ];
  const label = Math.max(...rows.map(([title]) => title.length));
  return rows.flatMap(([title, text]) => {
    const hanging = " ".repeat(label + 4);
    const [first, ...rest] = wrapped(text, page.width, hanging);
    return [`  ${ink.quiet(title.padEnd(label))}  ${(first ?? "").trimStart()}`, ...rest];
  });
}

/** Field names of the facts that say where each date came from. */
const DATE_FIELD = {announced: "announced", available: "available", weights: "weights_date"} as const;

function dateText({dates, openness, fieldSources}: ModelDossier, date: keyof typeof DATE_FIELD): string {
  const value = dates[date];
  if (value === null)
    return date === "weights" && openness === "closed" ? "never so far" : "no source gives the date";
  const from = fieldSources[DATE_FIELD[date]];
  const origin = from ? ` (${[from.basis, from.source, from.note].filter(Boolean).join("; ")})` : "";
  return `${value}: ${DATE_MEANING[date]}${origin}`;
}

function ability({ability}: ModelDossier, page: Page): string[] {
  const title = heading(page, "Ability", "index points");
  if (!ability)
    return [...title, ...paragraph(page, "No ability: the report does not list this model on this day.")];
  if (ability.ability === null) {
    return [...title, ...paragraph(page, `No ability: ${unmeasured(ability.results)}.`)];
  }
  const own = numberText(ability.ability, "points");
  const eci =
    ability.eci === null
      ? "no value: the model has too few of ECI's benchmarks"
      : numberText(ability.eci, "points");
  return [
    ...title,
    `  lagline's index    ${page.ink.strong(own)}  ${boundsText(ability, "points")}`,
    ...wrapped(eci, page.width, " ".repeat(21), "  ECI compatibility  "),
    `  from ${counted(ability.results, "result")}`,
  ];
}

function results(dossier: ModelDossier, limit: number, page: Page): string[] {
  const rows = dossier.results;
  const columns: Column[] = [
    {title: "benchmark", min: 24},
    {title: "result", align: "right"},
    {title: "± s.e.", align: "right", drop: 4},
    {title: "test is", drop: 1},
    {title: "setting", drop: 3},
    {title: "harness", min: 8, drop: 5},
    {title: "seen", drop: 2},
    {title: "source", min: 12},
  ];
  return listing(page, {
    title: "Results",
    remark: "share of the highest possible score, as published",
    empty: "No result on any benchmark in the facts.",
    columns,
    limit,
    rows: rows.map((row) => [
      row.name,
      {text: `${shareText(row.score)}${row.derived ? "*" : ""}`, ink: page.ink.strong},
      row.stderr === null ? "" : shareText(row.stderr),
      row.access,
      row.setting,
      row.harness,
      row.seen,
      row.source,
    ]),
    note: rows.some(({derived}) => derived)
      ? "* recovered from a value its source had corrected for chance."
      : "",
  });
}

function prices({prices}: ModelDossier, limit: number, page: Page): string[] {
  const columns: Column[] = [
    {title: "host", min: 10},
    {title: "input", align: "right"},
    {title: "cached", align: "right", drop: 1},
    {title: "output", align: "right"},
    {title: "from"},
    {title: "until"},
    {title: "source", min: 10, drop: 2},
  ];
  return listing(page, {
    title: "List prices by host",
    remark: "USD per million tokens",
    empty: "No list price in the facts.",
    columns,
    limit,
    rows: prices.map((row) => [
      row.provider,
      {text: priceText(row.input), ink: page.ink.strong},
      row.cachedInput === null ? "–" : priceText(row.cachedInput),
      {text: priceText(row.output), ink: page.ink.strong},
      row.from ?? "unknown",
      row.to ?? "–",
      row.source,
    ]),
    note: "",
  });
}

/** The latest rating of every board and setting; how many earlier ones there are is said. */
function preferences({preferences}: ModelDossier, limit: number, page: Page): string[] {
  const latest = [...new Map(preferences.map((row) => [`${row.board}\n${row.setting}`, row])).values()];
  const earlier = preferences.length - latest.length;
  const columns: Column[] = [
    {title: "board", min: 8},
    {title: "setting", min: 6, drop: 2},
    {title: "date"},
    {title: "rating", align: "right"},
    {title: "interval"},
    {title: "votes", align: "right", drop: 1},
    {title: "source", min: 10, drop: 3},
  ];
  return listing(page, {
    title: "Human preference",
    remark: "Elo-like rating, latest of each board",
    empty: "No rating in the facts.",
    columns,
    limit,
    rows: latest.map((row) => [
      row.board,
      row.setting,
      row.date,
      {text: numberText(row.rating, "Elo"), ink: page.ink.strong},
      boundsText(row, "Elo"),
      row.votes.toLocaleString("en-US"),
      row.source,
    ]),
    note: earlier > 0 ? `${counted(earlier, "earlier rating")} in --json.` : "",
  });
}

function disputes({disputes}: ModelDossier, page: Page): string[] {
  if (disputes.length === 0) return [];
  return [
    "",
    ...heading(page, "Disputed", "sources that disagree stay visible"),
    ...disputes.flatMap(({field, claim, source, why}) =>
      wrapped(`${field}: ${source} says ${claim}; ${why}`, page.width, "    ", "  "),
    ),
  ];
}

interface Listing {
  readonly title: string;
  readonly remark: string;
  readonly empty: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly (string | Cell)[])[];
  readonly limit: number;
  readonly note: string;
}

function listing(page: Page, {title, remark, empty, columns, rows, limit, note}: Listing): string[] {
  if (rows.length === 0) return [...heading(page, title), ...paragraph(page, empty)];
  const filled = columns.map((_, index) => rows.some((row) => cellText(row[index]!) !== ""));
  const isFilled = (_: unknown, index: number) => filled[index]!;
  const {lines, dropped} = table(
    columns.filter(isFilled),
    rows.slice(0, limit).map((row) => row.filter(isFilled)),
    {width: page.width, head: page.ink.quiet},
  );
  const remarks = [
    rows.length > limit ? `${counted(rows.length - limit, "more row")}: --all shows them.` : "",
    dropped.length > 0 ? `Not shown at this width: ${dropped.join(", ")}.` : "",
    note,
  ];
  const below = remarks.filter(Boolean).join(" ");
  return [
    ...heading(page, title, `${counted(rows.length, "row")}; ${remark}`),
    ...lines,
    ...(below ? paragraph(page, below).map(page.ink.quiet) : []),
  ];
}

const cellText = (cell: string | Cell): string => (typeof cell === "string" ? cell : cell.text);
