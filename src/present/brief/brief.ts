/**
 * One to two pages for one reader, composed from the facts of a Report: what changed, the gap, what it means for such a
 * reader, what closes soon, what to watch. Every sentence ends in its source. It is a function of the Report, the
 * reader and the day it looks back to: asked twice on one vintage, it is the same to the byte.
 */
import type {Advice} from "../../advice-report.ts";
import {InputError} from "../../errors.ts";
import type {About, Report} from "../../report.ts";
import {printable} from "../plain-text.ts";
import {changeSentences, type Earlier} from "./change-sentences.ts";
import {gapSentences} from "./gap-sentences.ts";
import {meaningSentences} from "./meaning-sentences.ts";
import {portfolioSentences} from "./portfolio-sentences.ts";
import {bettingSentences, watchSentences} from "./watch-sentences.ts";
import type {Sentence} from "./sentence.ts";

export type Reader = "cto" | "architect" | "product" | "investor" | "policy";
export const READERS: readonly Reader[] = ["cto", "architect", "product", "investor", "policy"];

export const READER_NAMES: Readonly<Record<Reader, string>> = {
  cto: "a chief technology officer",
  architect: "an architect",
  product: "a head of product",
  investor: "an investor",
  policy: "a policy adviser",
};

export interface BriefSection {
  readonly title: string;
  readonly sentences: readonly Sentence[];
}

export interface Brief {
  readonly reader: Reader;
  readonly title: string;
  readonly about: About;
  readonly since: string;
  readonly sections: readonly BriefSection[];
}

export interface BriefQuestion {
  readonly reader: Reader;
  /** `YYYY-MM-DD`; changes from this day on are told. */
  readonly since: string;
  /** The headline of the briefing before, where there was one. */
  readonly earlier?: Earlier;
  /** For a reader's own portfolio, where one was given. */
  readonly advice?: Advice;
}

/** Sentences that leave an advice its room on two pages: what it says of a reader's own work goes before groups of models. */
const BESIDE_ADVICE = {gap: 4, bets: 2, watch: 4};
const NO_LIMIT = {gap: undefined, bets: undefined, watch: undefined};

/** @throws InputError when the day lies after the last one the Report knows */
export function brief(raw: Report, {reader, since, earlier, advice}: BriefQuestion): Brief {
  const report = printable(raw);
  const {about, forces} = report;
  const known = forces && forces.asOf > about.asOf ? forces.asOf : about.asOf;
  if (since > known) {
    throw new InputError(
      "invalid",
      `--since: ${since}; a day not after ${known}, the last one known, was expected`,
    );
  }
  const room = advice ? BESIDE_ADVICE : NO_LIMIT;
  const sections = [
    {title: "The gap", sentences: gapSentences(report, reader).slice(0, room.gap)},
    {title: `What changed since ${since}`, sentences: changeSentences(report, reader, since, earlier)},
    {title: `What it means for ${READER_NAMES[reader]}`, sentences: meaningSentences(report, reader)},
    {
      title: advice ? `What it means for ${printable(advice.portfolio.name)}` : "",
      sentences: advice ? portfolioSentences(printable(advice), reader) : [],
    },
    {title: "Bets closing soon", sentences: bettingSentences(report).slice(0, room.bets)},
    {title: "What to watch", sentences: watchSentences(report, reader).slice(0, room.watch)},
  ];
  return {
    reader,
    title: "Open and closed AI models",
    about,
    since,
    sections: sections.filter(({sentences}) => sentences.length > 0),
  };
}
