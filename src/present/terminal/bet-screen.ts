/** `lagline bet <id>`: one question in full, from its wording down to every position and the hash of its record. */
import type {BetAnswer, BetPosition, BetQuestion, BetsReport} from "../../bets-report.ts";
import {
  chanceText,
  factsById,
  outcomeText,
  quantilesText,
  standText,
  STATE_WORDS,
  wordingOf,
} from "../bet-text.ts";
import {counted} from "../quantity-text.ts";
import {footing} from "./bets-screen.ts";
import {wrapped} from "./display-width.ts";
import {evidenceLines} from "./evidence-lines.ts";
import {heading, type Page, paragraph} from "./page.ts";
import {sparkline} from "./sparkline.ts";
import {type Column, table} from "./table.ts";

const SPARK_WIDTH = 40;

export function betScreen(question: BetQuestion, bets: BetsReport, page: Page): string[] {
  const belief = bets.beliefs.find(({id}) => id === question.belief);
  const rows = factsById(bets);
  return [
    ...wrapped(question.asks, page.width).map(page.ink.strong),
    ...paragraph(
      page,
      [
        question.id,
        STATE_WORDS[question.state],
        ...(belief ? [`${belief.id} ${belief.title}`] : []),
        ...(question.counts === "neither" ? [] : [`yes speaks ${question.counts} it`]),
        ...(question.afterTheFact ? ["asked after the fact: scores nobody"] : []),
      ].join(" · "),
      "",
    ).map(page.ink.quiet),
    "",
    ...answered(question, rows, page),
    ...wording(question, page),
    "",
    ...rule(question, rows, page),
    ...chance(question, page),
    ...positions(question, page),
    ...provenance(question, page),
    ...footing(bets, page),
  ];
}

function answered(question: BetQuestion, rows: ReturnType<typeof factsById>, page: Page): string[] {
  const {resolution, proposal, voided, unit} = question;
  const one = (title: string, answer: BetAnswer) => [
    ...heading(
      page,
      `${title}: ${outcomeText(answer.outcome, unit)}`,
      `known on ${answer.on}, recorded ${answer.at} by ${answer.by}`,
    ),
    ...paragraph(page, answer.why),
    ...evidenceLines(answer.rests, rows, page),
    ...(answer.vintage
      ? paragraph(page, `facts ${answer.vintage}, method ${answer.method}`, "    ").map(page.ink.quiet)
      : []),
    "",
  ];
  return [
    ...(resolution ? one("Settled", resolution) : []),
    ...(proposal ? one("Answered, waiting for a second person", proposal) : []),
    ...(voided
      ? [...heading(page, "Void", `${voided.at} by ${voided.by}`), ...paragraph(page, voided.why), ""]
      : []),
  ];
}

function wording(question: BetQuestion, page: Page): string[] {
  return [
    ...heading(page, "Wording"),
    ...wordingOf(question).flatMap(([name, says]) =>
      wrapped(says, page.width, " ".repeat(14), `  ${page.ink.quiet(name.padEnd(10))}  `),
    ),
  ];
}

function rule(
  {predicate, now, settledBy}: BetQuestion,
  rows: ReturnType<typeof factsById>,
  page: Page,
): string[] {
  if (predicate.length === 0)
    return settledBy === "person" ? [] : [...paragraph(page, "No rule is given."), ""];
  return [
    ...heading(page, "The rule a machine reads"),
    ...predicate.flatMap((line) => wrapped(line, page.width, "      ", "  ")),
    ...(now
      ? [
          ...wrapped(
            `On these facts: ${now.answer.replaceAll("-", " ")}. ${now.says}.`,
            page.width,
            "    ",
            "  ",
          ),
          ...evidenceLines(now.rests, rows, page),
        ]
      : []),
    "",
  ];
}

function chance(question: BetQuestion, page: Page): string[] {
  const {chance: own, chanceQuantiles, chanceSays, resolution, voided, unit} = question;
  if (resolution || voided || chanceSays === "") return [];
  const told = chanceQuantiles.length > 0;
  return [
    ...heading(
      page,
      told ? "lagline's own distribution" : "lagline's own probability",
      own?.value == null ? (told ? "" : "none") : chanceText(own.value),
    ),
    ...paragraph(
      page,
      own
        ? `The ${chanceSays}. lagline explain ${own.id} goes further.`
        : told
          ? `Below ${quantilesText(chanceQuantiles, unit)}: ${chanceSays}.`
          : `None: ${chanceSays}.`,
    ),
    "",
  ];
}

function positions({positions: all}: BetQuestion, page: Page): string[] {
  if (all.length === 0) return [...heading(page, "Positions", "nobody has taken one"), ""];
  const columns: Column[] = [
    {title: "on"},
    {title: "forecaster", min: 8},
    {title: "position", align: "right"},
    {title: "why", min: 20, drop: 1},
  ];
  const rows = all.map((position) => [
    position.on,
    position.forecaster,
    {text: standText(position), ink: page.ink.strong},
    position.why,
  ]);
  return [
    ...heading(page, "Positions", counted(all.length, "position")),
    ...table(columns, rows, {width: page.width, head: page.ink.quiet}).lines,
    ...sparks(all, page),
    ...differences(all, page),
    "",
  ];
}

/** One line per forecaster with more than one probability. */
function sparks(all: readonly BetPosition[], page: Page): string[] {
  const names = [...new Set(all.map(({forecaster}) => forecaster))];
  return names.flatMap((name) => {
    const own = all.filter(({forecaster, probability}) => forecaster === name && probability !== null);
    if (own.length < 2) return [];
    const series = own.map(({on, probability}) => ({
      date: on,
      value: probability!,
      low: probability!,
      high: probability!,
    }));
    return [
      page.ink.quiet(
        `  ${name}  ${sparkline(series, SPARK_WIDTH)}  ${chanceText(series[0]!.value)} → ${chanceText(series.at(-1)!.value)}`,
      ),
    ];
  });
}

/** Where a market or an essay asked something else, what else. */
function differences(all: readonly BetPosition[], page: Page): string[] {
  const told = new Map(
    all.flatMap(({forecaster, source}) =>
      source ? [[`${forecaster} ${source.difference}`, {forecaster, source}] as const] : [],
    ),
  );
  return [...told.values()].flatMap(({forecaster, source}) => [
    ...wrapped(`${forecaster}: ${source.difference}`, page.width, "    ", "  "),
    ...wrapped(`${source.url} (tier ${source.tier})`, page.width, "    ", "    ").map(page.ink.quiet),
  ]);
}

function provenance({at, by, entry, hash, ledger, corrections}: BetQuestion, page: Page): string[] {
  return [
    ...paragraph(
      page,
      `Asked on ${at} by ${by}: entry ${entry} of the ${ledger} ledger, ${hash.slice(0, 16)}.`,
      "",
    ).map(page.ink.quiet),
    ...corrections.flatMap(({at: on, by: who, fields, why}) =>
      paragraph(page, `Corrected on ${on} by ${who} (${fields.join(", ")}): ${why}`, ""),
    ),
  ];
}
