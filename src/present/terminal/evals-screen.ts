/** `lagline evals` and what an import did: results as they were matched, and names still to be settled. */
import type {MatchedRun} from "../../pipeline/own-evals.ts";
import {grouped} from "../../grouped.ts";
import type {ImportedEval} from "../../store/import-evals.ts";
import {counted, shareText} from "../quantity-text.ts";
import {heading, type Page, paragraph} from "./page.ts";
import {type Column, table} from "./table.ts";

export interface EvalsAnswer {
  readonly folder: string;
  readonly files: readonly {
    readonly file: string;
    readonly tool: string;
    readonly toolVersion: string | null;
    readonly imported: string;
    readonly ran: string | null;
    readonly domain: string | null;
  }[];
  readonly runs: readonly MatchedRun[];
  readonly later: number;
}

const RUNS: readonly Column[] = [
  {title: "model", min: 16},
  {title: "as written", min: 12, drop: 2},
  {title: "score", align: "right"},
  {title: "items", align: "right"},
  {title: "errors", align: "right", drop: 3},
  {title: "measure", min: 6, drop: 4},
];

export function evalsScreen({folder, files, runs, later}: EvalsAnswer, page: Page): string[] {
  if (files.length === 0) {
    return paragraph(
      page,
      "No own evals yet. `lagline evals import <files>` reads results of promptfoo, Inspect and lm-evaluation-harness as they write them, and CSV files with the columns model and score.",
      "",
    );
  }
  return [
    ...[...grouped(runs, ({benchmark}) => benchmark)].flatMap(([benchmark, own]) => [
      ...heading(page, benchmark, counted(own.length, "result")),
      ...runLines(own, page),
      "",
    ]),
    ...(later > 0
      ? [
          ...paragraph(
            page,
            `${counted(later, "file")} ran after the as-of date and ${later === 1 ? "is" : "are"} not seen.`,
            "",
          ),
          "",
        ]
      : []),
    ...heading(page, counted(files.length, "file")),
    ...files.flatMap(({file, tool, toolVersion, imported, ran, domain}) =>
      paragraph(
        page,
        [
          file,
          toolVersion ? `${tool} ${toolVersion}` : tool,
          ...(ran ? [`ran ${ran}`] : []),
          `imported ${imported}`,
          ...(domain ? [domain] : []),
        ].join(" · "),
      ),
    ),
    "",
    ...unmatchedLines(runs, page),
    ...paragraph(
      page,
      `Kept in ${folder}: scores and counts, no prompts or answers; removing a file there forgets it. lagline evals predict shows how all other models would do.`,
      "",
    ).map(page.ink.quiet),
  ];
}

export function importScreen(
  {
    imported,
    passedOver,
    runs,
  }: {imported: readonly ImportedEval[]; passedOver: readonly string[]; runs: readonly MatchedRun[]},
  page: Page,
): string[] {
  const own = new Set(imported.map(({file}) => file));
  const here = imported.length === 0 ? runs : runs.filter(({file}) => own.has(file));
  const matched = here.filter(({model}) => model !== null);
  return [
    ...imported.flatMap(({file, tool, runs: count, wasKnown, skipped}) => [
      ...paragraph(
        page,
        `${file}: ${counted(count, "result")} of ${tool}${wasKnown ? ", as imported before" : ""}`,
        "",
      ),
      ...skipped.flatMap(({what, why}) => paragraph(page, `– ${what}: ${why}`).map(page.ink.quiet)),
    ]),
    ...(passedOver.length > 0
      ? paragraph(
          page,
          `Passed over, no results in ${passedOver.length === 1 ? "it" : "them"}: ${listed(passedOver)}.`,
          "",
        ).map(page.ink.quiet)
      : []),
    ...(matched.length > 0
      ? [
          "",
          ...heading(page, "Matched to the catalog", counted(matched.length, "result")),
          ...runLines(matched, page),
        ]
      : []),
    "",
    ...unmatchedLines(here, page),
    ...paragraph(page, "lagline evals predict shows how all other models would do.", "").map(page.ink.quiet),
  ];
}

function runLines(runs: readonly MatchedRun[], page: Page): string[] {
  const {lines} = table(
    RUNS,
    runs.map(({model, name, score, items, errors, metric}) => [
      model === null ? {text: "not matched", ink: page.ink.quiet} : model,
      name,
      shareText(score),
      items === null ? "–" : String(items),
      errors === 0 ? "–" : String(errors),
      metric,
    ]),
    {width: page.width, head: page.ink.quiet},
  );
  return [...lines];
}

/** Names that no model has, each once, with what might be meant. */
function unmatchedLines(runs: readonly MatchedRun[], page: Page): string[] {
  const names = [...new Map(runs.filter(({model}) => model === null).map((run) => [run.name, run])).values()];
  if (names.length === 0) return [];
  return [
    ...heading(page, "Names that are no model's", "kept, but they inform nothing until settled"),
    ...names.flatMap(({name, suggestion}) =>
      paragraph(
        page,
        suggestion === null
          ? `${name}: --map ${quoted(`${name}=<id>`)}; lagline models lists ids`
          : `${name}: if it is ${suggestion}, --map ${quoted(`${name}=${suggestion}`)}`,
      ),
    ),
    ...paragraph(page, "lagline evals import --map name=id settles one; nothing is guessed.").map(
      page.ink.quiet,
    ),
    "",
  ];
}

const quoted = (word: string): string => (/^[\w./:=@+-]+$/.test(word) ? word : `'${word}'`);

const SHOWN = 8;
const listed = (names: readonly string[]): string =>
  names.length > SHOWN
    ? `${names.slice(0, SHOWN).join(", ")} and ${names.length - SHOWN} more`
    : names.join(", ");
