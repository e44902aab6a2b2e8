/** What changed since a day: the headline since the briefing before, records, and the weightiest of the forces. */
import type {ForceChange} from "../../forces-report.ts";
import type {Report} from "../../report.ts";
import {numberText} from "../quantity-text.ts";
import type {Reader} from "./brief.ts";
import {fromFact, fromNumbers, fromRule, type Sentence} from "./sentence.ts";

/** What is kept of a briefing, to tell the next one apart from it. */
export interface Earlier {
  readonly asOf: string;
  readonly vintage: string;
  readonly method: string;
  readonly lag: number | null;
}

/** Forces a reader asks about first. */
const FORCES: Readonly<Record<Reader, readonly ForceChange["force"][]>> = {
  cto: ["continuity", "prices", "law", "money"],
  architect: ["continuity", "prices"],
  product: ["prices", "continuity", "use"],
  investor: ["money", "prices", "use", "law"],
  policy: ["law", "copying", "money", "continuity"],
};
const MOST = {records: 3, forces: 4};
const RULES = {records: "R10"} as const;

export function changeSentences(
  report: Report,
  reader: Reader,
  since: string,
  earlier?: Earlier,
): Sentence[] {
  const records = report.changes
    .filter(({date, kind}) => date >= since && kind !== "lag")
    .sort((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : 0))
    .slice(0, MOST.records)
    .map(({date, sentence}) => fromRule(`${date}: ${sentence}`, RULES.records));
  const forces = (report.forces?.changes ?? [])
    .filter(({date, force}) => date >= since && FORCES[reader].includes(force))
    .slice(0, MOST.forces)
    .map(({date, who, sentence, moves, source}) =>
      fromFact(`${date}: ${who}: ${trimmed(sentence)}; it should move ${moves}`, source),
    );
  return [...(earlier ? movedSentence(report, earlier) : []), ...records, ...forces];
}

function movedSentence({headline: {lag}, about}: Report, earlier: Earlier): Sentence[] {
  if (lag.value === null || earlier.lag === null) return [];
  const method = earlier.method === about.method ? "" : ", the method having changed, too";
  const same = numberText(lag.value, lag.unit) === numberText(earlier.lag, lag.unit);
  return [
    fromNumbers(
      same
        ? `The headline is ${numberText(lag.value, lag.unit)} ${lag.unit}, as in the briefing of ${earlier.asOf} (facts ${earlier.vintage})${method}`
        : `The headline went from ${numberText(earlier.lag, lag.unit)} in the briefing of ${earlier.asOf} (facts ${earlier.vintage}) to ${numberText(lag.value, lag.unit)} ${lag.unit}${method}; lagline diff says why`,
      lag,
    ),
  ];
}

const trimmed = (text: string): string => text.replace(/\.\s*$/, "");
