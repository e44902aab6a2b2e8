/** `lagline bets --beliefs`: each belief with its status, what speaks for and against it, and what would change our mind. */
import type {BetBelief, BetQuestion, BetsReport} from "../../bets-report.ts";
import {
  BELIEF_GROUPS,
  chanceText,
  factsById,
  newestPositions,
  outcomeText,
  standText,
  STATE_WORDS,
  thirteenText,
} from "../bet-text.ts";
import {footing} from "./bets-screen.ts";
import {wrapped} from "./display-width.ts";
import {evidenceLines} from "./evidence-lines.ts";
import {heading, type Page, paragraph} from "./page.ts";

/** @param chosen - the ids to show; all without */
export function beliefsScreen(bets: BetsReport, chosen: readonly string[], page: Page): string[] {
  const byId = new Map(bets.questions.map((question) => [question.id, question]));
  const shown = bets.beliefs.filter(({id}) => chosen.length === 0 || chosen.includes(id));
  return [
    ...BELIEF_GROUPS.flatMap(([group, title]) => {
      const own = shown.filter((belief) => belief.group === group);
      if (own.length === 0) return [];
      return [
        ...heading(page, title, ""),
        ...(group === "thirteen" ? paragraph(page, thirteenText(own[0]!)) : []),
        "",
        ...own.flatMap((belief) => beliefLines(belief, byId, bets, page)),
      ];
    }),
    ...legend(page),
    ...footing(bets, page),
  ];
}

function beliefLines(
  belief: BetBelief,
  byId: ReadonlyMap<string, BetQuestion>,
  bets: BetsReport,
  page: Page,
): string[] {
  const rows = factsById(bets);
  const questions = belief.questions.map((id) => byId.get(id)!);
  const spoken = (which: BetBelief["evidence"][number]["speaks"], title: string) => {
    const own = belief.evidence.filter(({speaks}) => speaks === which);
    return own.length === 0
      ? []
      : [
          `  ${page.ink.quiet(title)}`,
          ...own.flatMap(({on, says, rests}) => [
            ...wrapped(`${on}  ${says}`, page.width, "      ", "    "),
            ...evidenceLines(rests, rows, page, "      "),
          ]),
        ];
  };
  return [
    ...wrapped(`${belief.title}: ${belief.status}`, page.width, "     ", `${belief.id}  `).map(
      page.ink.strong,
    ),
    ...paragraph(page, belief.claim),
    ...wrapped(`Status: ${belief.says}`, page.width, "    ", "  "),
    ...wrapped(`What would change our mind: ${belief.wouldChange}`, page.width, "    ", "  "),
    ...wrapped(`How it was read: ${belief.why}`, page.width, "    ", "  "),
    `  ${page.ink.quiet("questions")}`,
    ...questions.flatMap((question) =>
      wrapped(questionLine(question), page.width, "         ", `    ${question.id}  `),
    ),
    ...spoken("for", "for it"),
    ...spoken("against", "against it"),
    ...spoken("context", "beside it"),
    "",
  ];
}

function questionLine(question: BetQuestion): string {
  const {asks, state, closes, resolution, unit, chance, counts, afterTheFact, condition} = question;
  const where = resolution
    ? `${outcomeText(resolution.outcome, unit)}${afterTheFact ? ", asked after the fact" : ""}`
    : state === "open"
      ? `open to ${closes}`
      : STATE_WORDS[state];
  const said = newestPositions(question)
    .filter(({forecaster}) => forecaster !== "lagline")
    .map((position) => `${position.forecaster} ${standText(position)}`);
  const own = chance?.value == null ? [] : [`lagline ${chanceText(chance.value)}`];
  const bearing = counts === "neither" ? "counts neither way" : `yes counts ${counts} it`;
  return `${asks} [${[where, ...own, ...said, bearing, ...(condition ? ["conditional"] : [])].join("; ")}]`;
}

function legend(page: Page): string[] {
  return [
    ...paragraph(
      page,
      "Seed: a starting probability written with the question, no evidence. A question asked after the fact can weaken a belief and cannot break it, unless it is the claim itself. METHOD.md R60 to R69 have the rules.",
      "",
    ).map(page.ink.quiet),
  ];
}
