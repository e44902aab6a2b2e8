/** `lagline bets`: what closes soon, what is open and who says what, what was settled lately, who leads. */
import type {BetQuestion, BetsReport} from "../../bets-report.ts";
import {bearingText, chanceText, newestPositions, outcomeText, standText, STATE_WORDS} from "../bet-text.ts";
import {counted, countText} from "../quantity-text.ts";
import {wrapped} from "./display-width.ts";
import {heading, type Page, paragraph} from "./page.ts";
import {type Column, table} from "./table.ts";

const SHOWN = 8;

/** @param all - every question instead of the first of each list */
export function betsScreen(bets: BetsReport, all: boolean, page: Page): string[] {
  const byId = new Map(bets.questions.map((question) => [question.id, question]));
  const limit = all ? Number.POSITIVE_INFINITY : SHOWN;
  const soon = bets.closingSoon.map((id) => byId.get(id)!);
  const isSoon = new Set(bets.closingSoon);
  const open = bets.questions.filter(
    ({state, id}) => (state === "open" || state === "waiting") && !isSoon.has(id),
  );
  const pending = bets.questions.filter(({state}) =>
    ["closed", "due", "proposed", "disputed"].includes(state),
  );
  const settled = bets.newlySettled.map((id) => byId.get(id)!);
  return [
    ...summary(bets, page),
    "",
    ...statuses(bets, page),
    "",
    ...list("Closing soon", soon, limit, page),
    ...list("Open", open, limit, page),
    ...list("Waiting for an answer", pending, limit, page),
    ...settledList(settled, limit, page),
    ...leaders(bets, page),
    ...faults(bets, page),
    ...footing(bets, page),
  ];
}

function summary({questions, beliefs}: BetsReport, page: Page): string[] {
  const count = (...states: BetQuestion["state"][]) =>
    questions.filter(({state}) => states.includes(state)).length;
  return wrapped(
    `${counted(questions.length, "question")} on ${counted(beliefs.length, "belief")}: ${count("open")} open, ${count("waiting")} waiting for a condition, ${count("closed", "due", "proposed", "disputed")} waiting for an answer, ${count("settled")} settled, ${count("void")} void.`,
    page.width,
  ).map(page.ink.strong);
}

function statuses({beliefs}: BetsReport, page: Page): string[] {
  const words = ["holding", "weakening", "broken", "unmeasurable"] as const;
  const groups = words.map((word) => ({word, own: beliefs.filter(({status}) => status === word)}));
  return [
    ...heading(page, "Beliefs", "lagline bets --beliefs reads them in full"),
    ...groups
      .filter(({own}) => own.length > 0)
      .flatMap(({word, own}) =>
        wrapped(
          `${word}: ${own.map(({id, title}) => `${title} (${id})`).join("; ")}`,
          page.width,
          "    ",
          "  ",
        ),
      ),
  ];
}

function list(title: string, questions: readonly BetQuestion[], limit: number, page: Page): string[] {
  if (questions.length === 0) return [];
  return [
    ...heading(page, title, counted(questions.length, "question")),
    ...questions.slice(0, limit).flatMap((question) => questionLines(question, page)),
    ...(questions.length > limit
      ? paragraph(page, `${countText(questions.length - limit)} more: --all shows them.`).map(page.ink.quiet)
      : []),
    "",
  ];
}

function questionLines(question: BetQuestion, page: Page): string[] {
  const {id, asks, closes, state, chance} = question;
  const said = newestPositions(question)
    .filter(({forecaster}) => forecaster !== "lagline" || chance === null)
    .map((position) => `${position.forecaster} ${standText(position)}`);
  const own = chance?.value == null ? [] : [`lagline ${chanceText(chance.value)}`];
  const when =
    state === "open"
      ? `closes ${closes}`
      : state === "waiting"
        ? `${STATE_WORDS.waiting}, to ${closes}`
        : STATE_WORDS[state];
  return [
    ...wrapped(asks, page.width, "        ", `  ${page.ink.strong(id.padEnd(5))} `),
    ...wrapped([when, ...own, ...said].join(" · "), page.width, "        ", "        ").map(page.ink.quiet),
  ];
}

function settledList(questions: readonly BetQuestion[], limit: number, page: Page): string[] {
  if (questions.length === 0) return [];
  return [
    ...heading(page, "Newly settled", counted(questions.length, "question")),
    ...questions.slice(0, limit).flatMap((question) => {
      const {id, asks, resolution, voided, unit, afterTheFact} = question;
      const answer = voided ? "void" : outcomeText(resolution!.outcome, unit);
      const notes = [answer, bearingText(question), afterTheFact ? "asked after the fact" : ""]
        .filter(Boolean)
        .join(" · ");
      return [
        ...wrapped(asks, page.width, "        ", `  ${page.ink.strong(id.padEnd(5))} `),
        ...wrapped(notes, page.width, "        ", "        ").map(page.ink.quiet),
      ];
    }),
    ...(questions.length > limit
      ? paragraph(page, `${countText(questions.length - limit)} more: --all shows them.`).map(page.ink.quiet)
      : []),
    "",
  ];
}

function leaders({scoreboard}: BetsReport, page: Page): string[] {
  const {forecasters, counts} = scoreboard;
  const head = heading(page, "Who leads", "lagline bets score has every score");
  if (counts.scored === 0) {
    const running = forecasters
      .filter((one) => one.running > 0)
      .map((one) => `${one.forecaster} on ${one.running}`);
    return [
      ...head,
      ...paragraph(
        page,
        `Nobody yet: no question that was asked before its answer was known is settled. Standing: ${running.join(", ") || "nobody"}.`,
      ),
      "",
    ];
  }
  const columns: Column[] = [
    {title: "forecaster", min: 10},
    {title: "questions", align: "right"},
    {title: "Brier index", align: "right"},
    {title: "baseline", align: "right", drop: 1},
    {title: "peer", align: "right"},
  ];
  const rows = forecasters
    .filter(({questions}) => questions > 0)
    .map(({forecaster, questions, brierIndex, baseline, peer}) => [
      forecaster,
      String(questions),
      brierIndex === null ? "–" : brierIndex.toFixed(1),
      baseline.toFixed(0),
      peer.toFixed(0),
    ]);
  return [...head, ...table(columns, rows, {width: page.width, head: page.ink.quiet}).lines, ""];
}

function faults({faults: found}: BetsReport, page: Page): string[] {
  if (found.length === 0) return [];
  return [
    ...heading(page, "The ledger is not as it was written", "lagline bets verify has all of it"),
    ...found.slice(0, 3).flatMap(({ledger, says}) => wrapped(`${ledger}: ${says}`, page.width, "    ", "  ")),
    "",
  ];
}

/** Which ledgers were read, to which day, up to which entry. */
export function footing({asOf, ledgers, later}: BetsReport, page: Page): string[] {
  return paragraph(
    page,
    [
      `as of ${asOf}`,
      ...ledgers.map(
        ({ledger, entries, head}) =>
          `${ledger} ledger: ${counted(entries, "entry", "entries")} to ${head.slice(0, 12)}`,
      ),
      ...(later > 0 ? [`${counted(later, "later record")} not seen`] : []),
    ].join(" · "),
    "",
  ).map(page.ink.quiet);
}
