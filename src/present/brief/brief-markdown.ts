/** A briefing as Markdown: one line per sentence, each ending in its source. */
import type {About} from "../../report.ts";
import type {Brief} from "./brief.ts";
import {READER_NAMES} from "./brief.ts";
import type {SentenceSource} from "./sentence.ts";
import {chanceScale} from "./uncertainty-words.ts";

export const briefMarkdown = ({title, reader, about, since, sections}: Brief): string =>
  [
    `# ${title}: briefing for ${READER_NAMES[reader]}`,
    "",
    `As of ${about.asOf}, looking back to ${since}. ${foot(about)}`,
    "",
    ...sections.flatMap(({title: heading, sentences}) => [
      `## ${heading}`,
      "",
      ...sentences.map(({text, source}) => `- ${escaped(text)} ${sourceText(source)}`),
      "",
    ]),
    "---",
    "",
    chanceScale,
    "`lagline explain <number>` shows the rows and sources behind a number named in brackets.",
    "",
  ].join("\n");

export const foot = ({vintage, method, dates, instrument, draws, seed}: About): string =>
  `Facts ${vintage}, method ${method}; clock: ${dates}, instrument: ${instrument}, ${draws} draws, seed ${seed}.`;

const sourceText = ({says, url}: SentenceSource): string =>
  url !== null && /^https?:\/\/[^\s()<>]+$/.test(url) ? `([${escaped(says)}](${url}))` : `[${says}]`;

/** Names from the facts must not become links, headings or markup. */
const escaped = (text: string): string => text.replace(/([\\`*_[\]<>#|])/g, "\\$1");
