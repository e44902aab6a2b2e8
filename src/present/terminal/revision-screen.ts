/** `lagline diff`: how the headline moved, which kind of change moved it how far, and every change. */
import type {CatalogChanges, Revision} from "../../revision-report.ts";
import {boundsText, counted, countText, numberText, shareText} from "../quantity-text.ts";
import {wrapped} from "./display-width.ts";
import {heading, type Page, paragraph} from "./page.ts";
import {type Cell, type Column, table} from "./table.ts";

const SHOWN = 8;

type Read = Revision["lag"]["before"];

const SHARE_COLUMNS: readonly Column[] = [
  {title: ""},
  {title: "changes", align: "right"},
  {title: "lag, months", align: "right"},
  {title: "gap, points", align: "right"},
];

/** @param all - every row instead of the first of each table */
export function revisionScreen(revision: Revision, all: boolean, page: Page): string[] {
  const {before, after, lag, gap, shares, remainder, changes} = revision;
  const {ink} = page;
  const move = (figure: Revision["lag"], unit: "months" | "points") =>
    `${readText(figure.before, unit)} → ${readText(figure.after, unit)}`;
  const strong = (text: string): Cell => ({text, ink: ink.strong});
  const total = ({before: from, after: to}: Revision["lag"]) =>
    from.value === null || to.value === null ? "–" : fine(to.value - from.value);
  const rows: (string | Cell)[][] = [
    ...shares.map((share) => [
      share.cause,
      share.cause === "time passed"
        ? share.changes > 0
          ? `to ${after.asOf}`
          : "–"
        : countText(share.changes),
      share.lag === null ? "–" : fine(share.lag),
      share.gap === null ? "–" : fine(share.gap),
    ]),
    [
      "left over",
      "",
      remainder.lag === null ? "–" : fine(remainder.lag),
      remainder.gap === null ? "–" : fine(remainder.gap),
    ],
    [strong("together"), "", strong(total(lag)), strong(total(gap))],
  ];
  return [
    ...wrapped(
      `Between ${sideText(before)} and ${sideText(after)} the lag went from ${move(lag, "months").replace(" → ", " to ")} months, the gap from ${move(gap, "points").replace(" → ", " to ")} points.`,
      page.width,
    ).map(ink.strong),
    "",
    ...heading(page, "What moved it", "each measured with all those above already in"),
    ...table(SHARE_COLUMNS, rows, {width: page.width, head: ink.quiet}).lines,
    ...noiseLines(revision, page),
    "",
    ...changesScreen(changes, all, page),
    ...paragraph(
      page,
      `instrument: ${revision.instrument} · clock: ${revision.dates} · method ${after.method} · ${countText(revision.draws)} draws, seed ${revision.seed}`,
      "",
    ).map(ink.quiet),
  ];
}

const sideText = ({vintage, asOf}: Revision["before"]): string => `${vintage} (as of ${asOf})`;

const readText = ({value, low, high, why}: Read, unit: "months" | "points"): string =>
  value === null
    ? `no number (${why ?? "unknown"})`
    : `${numberText(value, unit)} (${boundsText({low, high}, unit)})`;

/** Two decimals: shares are often smaller than the tenth that a headline is told in. */
function fine(value: number): string {
  const text = Math.abs(value).toFixed(2);
  return Number(text) === 0 ? "0" : `${value < 0 ? "−" : "+"}${text}`;
}

function noiseLines({lag, gap, shares}: Revision, page: Page): string[] {
  const noise = [
    lag.noise === null ? "" : `${lag.noise.toFixed(2)} months`,
    gap.noise === null ? "" : `${gap.noise.toFixed(2)} points`,
  ].filter(Boolean);
  const method = shares.at(-1)!;
  return [
    ...(noise.length > 0
      ? paragraph(
          page,
          `Another seed would move a share that changed by about ${noise.join(" and ")} (one standard error); smaller shares say nothing.`,
        )
      : []),
    ...(method.changes > 0
      ? paragraph(
          page,
          "The change of method was measured first, on the earlier facts, because the earlier method is no longer at hand.",
        )
      : []),
  ].map(page.ink.quiet);
}

/** Every table of changes; those without rows are named in one line. */
export function changesScreen(changes: CatalogChanges, all: boolean, page: Page): string[] {
  const limit = all ? Number.POSITIVE_INFINITY : SHOWN;
  const sections: readonly (readonly [string, readonly string[][], string?])[] = [
    [
      "New models",
      changes.newModels.map((row) => [row.date, row.model, row.openness, counted(row.results, "result")]),
    ],
    [
      "Models no longer there",
      changes.removedModels.map((row) => [
        row.model,
        row.nowAs === "" ? "" : `now ${row.nowAs}`,
        counted(row.results, "result"),
      ]),
    ],
    ["New results on known models", changes.newResults.map(resultCells)],
    ["Results no longer there", changes.removedResults.map(resultCells)],
    [
      "Changed scores",
      changes.changedScores.map((row) => [
        row.model,
        row.benchmark,
        row.setting,
        row.before === row.after
          ? `${shareText(row.after)}, its stated error`
          : `${shareText(row.before)} → ${shareText(row.after)}`,
      ]),
      `of ${counted(changes.compared.results, "result")} in both`,
    ],
    ["Benchmarks read differently", changes.changedBenchmarks.map(fieldCells)],
    [
      "Changed dates",
      changes.changedDates.map((row) => [
        ...fieldCells(row),
        row.days === null ? "" : `${numberText(row.days, "days", "plus")} days`,
      ]),
      `of ${counted(changes.compared.models, "model")} in both`,
    ],
    ["Changed openness and licences", changes.changedOpenness.map(fieldCells)],
    ["Models described differently", changes.changedIdentities.map(fieldCells)],
    [
      "List prices new, gone or changed",
      changes.prices.map((row) => [
        row.model,
        row.provider,
        row.from,
        `${row.before || "none"} → ${row.after || "none"}`,
      ]),
      "USD per million tokens, not part of the headline",
    ],
    [
      "Composite indices as published, newest value",
      changes.indexValues.map((row) => [
        row.index,
        row.model,
        `${row.before.toFixed(2)} (${row.beforeOf})`,
        `→ ${row.after.toFixed(2)} (${row.afterOf})`,
      ]),
      "not part of the headline",
    ],
  ];
  const empty = sections.filter(([, rows]) => rows.length === 0).map(([title]) => title.toLowerCase());
  return [
    ...sections
      .filter(([, rows]) => rows.length > 0)
      .flatMap(([title, rows, remark]) => [
        ...heading(page, `${title}: ${countText(rows.length)}`, remark),
        ...table(
          rows[0]!.map((_, column) => (column === 0 ? {title: "", min: 12} : {title: "", min: 6})),
          rows.slice(0, limit),
          {width: page.width},
        ).lines,
        ...(rows.length > limit
          ? paragraph(page, `${countText(rows.length - limit)} more: --all shows them.`).map(page.ink.quiet)
          : []),
        "",
      ]),
    ...(empty.length > 0
      ? [...paragraph(page, `Unchanged: ${empty.join(", ")}.`, "").map(page.ink.quiet), ""]
      : []),
  ];
}

const resultCells = (row: CatalogChanges["newResults"][number]): string[] => [
  row.model,
  row.benchmark,
  row.setting,
  shareText(row.score),
];

const fieldCells = ({
  id,
  field,
  before,
  after,
}: {
  id: string;
  field: string;
  before: string;
  after: string;
}): string[] => [id, FIELD_WORDS[field] ?? field, `${before || "unknown"} → ${after || "unknown"}`];

const FIELD_WORDS: Readonly<Record<string, string>> = {
  weightsDate: "weights",
  firstSeen: "first seen",
  licenceClass: "licence class",
  paramsB: "parameters, billions",
  activeParamsB: "active parameters, billions",
  supersededBy: "replaced by",
};
