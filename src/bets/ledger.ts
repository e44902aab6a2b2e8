/**
 * The ledger as it stands on a day: every record in its place, corrections applied, and what does not fit named.
 *
 * Records of a ledger are taken in their order. The shipped ledger comes first, a user's own after it; an own record may
 * speak of a shipped one, never the other way round. What was first stands: a second question of one id, a second answer
 * that says something else, a position that came too late are faults, kept and shown, and change nothing.
 */
import {dayOf} from "../dates.ts";
import type {Day} from "../units.ts";
import type {Belief, BeliefEvidence, Correction, Entry, Question} from "./entry.ts";
import {betsMethod} from "./bets-method.ts";
import {readEntry} from "./entry-reader.ts";
import {confirm, finished, isAnsweredBy, newQuestion, type OpenRecord, take} from "./question-record.ts";
import type {LedgerName, QuestionRecord, Recorded} from "./recorded.ts";

/** An entry of a chained log, as it is read. */
export interface LoggedRecord {
  readonly n: number;
  readonly hash: string;
  readonly body: unknown;
}

export interface LedgerFault {
  readonly ledger: LedgerName;
  readonly n: number;
  readonly says: string;
}

export interface Ledger {
  readonly beliefs: ReadonlyMap<string, Recorded<Belief>>;
  readonly questions: ReadonlyMap<string, QuestionRecord>;
  readonly evidence: readonly Recorded<BeliefEvidence>[];
  readonly faults: readonly LedgerFault[];
  /** Records dated after the day, which are not seen. */
  readonly later: number;
  readonly records: number;
}

/** Fields of any record that a correction may not touch: they say which record it is. */
const FIXED = ["kind", "id", "at", "by", "question", "forecaster", "type", "belief", "of"];
/** Fields of a question that say what is asked: fixed once somebody took a position on it. */
const ASKED = [
  "asks",
  "predicate",
  "value",
  "terms",
  "range",
  "unit",
  "counts",
  "condition",
  "opens",
  "decisive",
];

export function ledgerOn(
  logs: readonly {readonly ledger: LedgerName; readonly records: readonly LoggedRecord[]}[],
  asOf: Day,
): Ledger {
  const faults: LedgerFault[] = [];
  const read: Recorded<Entry>[] = [];
  let later = 0;
  for (const {ledger, records} of logs) {
    let latest = "";
    for (const {n, hash, body} of records) {
      const fault = (says: string) => faults.push({ledger, n, says});
      const {entry, faults: wrong} = readEntry(body);
      if (wrong) {
        fault(`entry ${n} cannot be read: ${wrong.map(({says}) => says).join("; ")}`);
        continue;
      }
      if (entry.at < latest)
        fault(`entry ${n} is dated ${entry.at}, before the one it follows (${latest}): a clock was wrong`);
      else latest = entry.at;
      if (dayOf(entry.at) > asOf) later++;
      else read.push({entry, hash, n, ledger, corrections: []});
    }
  }
  const records = corrected(read, faults);
  return {...placed(records, faults), faults, later, records: read.length};
}

/** Applies corrections to what they name. */
function corrected(records: readonly Recorded<Entry>[], faults: LedgerFault[]): Recorded<Entry>[] {
  const place = new Map(records.map(({hash}, index) => [hash, index]));
  const out = [...records];
  for (const [index, record] of records.entries()) {
    if (record.entry.kind !== "correction") continue;
    const {of, changes} = record.entry;
    const fault = (says: string) => faults.push({ledger: record.ledger, n: record.n, says});
    const at = place.get(of);
    if (at === undefined || at > index) {
      fault(`entry ${record.n} corrects a record that is not there: ${of.slice(0, 12)}`);
      continue;
    }
    const target = out[at]!;
    const touched = Object.keys(changes);
    const fixed = touched.filter((field) => FIXED.includes(field));
    const taken =
      target.entry.kind === "question" &&
      records
        .slice(0, index)
        .some(
          ({entry}) =>
            entry.kind === "position" &&
            entry.question === (target.entry as Question).id &&
            !betsMethod.starting.value.includes(entry.forecaster),
        );
    const asked = taken ? touched.filter((field) => ASKED.includes(field)) : [];
    if (fixed.length > 0 || asked.length > 0) {
      fault(
        `entry ${record.n} corrects ${[...fixed, ...asked].join(", ")} of entry ${target.n}, which is fixed${asked.length > 0 ? " once somebody took a position: ask a new question" : ""}`,
      );
      continue;
    }
    const next = readEntry({...target.entry, ...changes});
    if (next.faults)
      fault(`entry ${record.n} would make entry ${target.n} unreadable: ${next.faults[0]!.says}`);
    else
      out[at] = {
        ...target,
        entry: next.entry,
        corrections: [...target.corrections, record.entry as Correction],
      };
  }
  return out;
}

function placed(
  records: readonly Recorded<Entry>[],
  faults: LedgerFault[],
): Pick<Ledger, "beliefs" | "questions" | "evidence"> {
  const beliefs = new Map<string, Recorded<Belief>>();
  const questions = new Map<string, OpenRecord>();
  const evidence: Recorded<BeliefEvidence>[] = [];
  for (const record of records) {
    const {entry, n, ledger} = record;
    const fault = (says: string) => faults.push({ledger, n, says: `entry ${n} ${says}`});
    switch (entry.kind) {
      case "belief":
        if (beliefs.has(entry.id)) fault(`has the id of another belief: ${entry.id}; it is not used`);
        else beliefs.set(entry.id, record as Recorded<Belief>);
        break;
      case "question":
        if (questions.has(entry.id)) fault(`has the id of another question: ${entry.id}; it is not used`);
        else questions.set(entry.id, newQuestion(record as Recorded<Question>));
        break;
      case "evidence":
        if (!beliefs.has(entry.belief)) fault(`speaks of a belief that is not there: ${entry.belief}`);
        evidence.push(record as Recorded<BeliefEvidence>);
        break;
      case "position":
      case "resolution":
      case "activation":
      case "void": {
        const question = questions.get(entry.question);
        const wrong = question
          ? take(question, record)
          : `speaks of a question that is not there: ${entry.question}`;
        if (wrong) fault(wrong);
        break;
      }
      case "confirmation": {
        const question = [...questions.values()].find((one) => isAnsweredBy(one, entry.of));
        const wrong = question
          ? confirm(question, entry)
          : `confirms an answer that is not there: ${entry.of.slice(0, 12)}`;
        if (wrong) fault(wrong);
        break;
      }
      case "correction":
        break;
    }
  }
  for (const record of questions.values()) {
    const {belief} = record.entry;
    if (belief !== null && !beliefs.has(belief)) {
      faults.push({
        ledger: record.ledger,
        n: record.n,
        says: `entry ${record.n} belongs to a belief that is not there: ${belief}`,
      });
    }
  }
  return {
    beliefs,
    questions: new Map([...questions].map(([id, question]) => [id, finished(question)])),
    evidence,
  };
}
