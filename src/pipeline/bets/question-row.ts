/** One question as the Report shows it: its wording, what its rule says now, who said what, and its answer. */
import type {Chance} from "../../bets/chance.ts";
import type {Question, ValueOf} from "../../bets/entry.ts";
import {groupWords, predicateWords, filterWords} from "../../bets/predicate/predicate-words.ts";
import type {Sight} from "../../bets/predicate/sight.ts";
import {isAfterTheFact, questionState} from "../../bets/question-state.ts";
import {reading} from "../../bets/reading.ts";
import type {QuestionRecord} from "../../bets/recorded.ts";
import {isActive} from "../../bets/settlement.ts";
import type {BetQuestion} from "../../bets-report.ts";
import {isoDay} from "../../dates.ts";
import type {Quantity} from "../../quantity.ts";
import {type Day, day} from "../../units.ts";
import {answerRow, positionRow, rests, writing} from "./record-rows.ts";

export function questionRow(
  record: QuestionRecord,
  sight: Sight,
  on: Day,
  chance: Chance | undefined,
): BetQuestion {
  const {entry, positions, resolution, proposal} = record;
  const active = isActive(record, sight);
  const now = reading(entry, sight);
  return {
    ...writing(record),
    id: entry.id,
    belief: entry.belief,
    type: entry.type,
    asks: entry.asks,
    counts: entry.counts,
    decisive: entry.decisive,
    terms: {...entry.terms},
    source: entry.source,
    fallback: entry.fallback,
    opens: entry.opens,
    closes: entry.closes,
    resolves: entry.resolves,
    graceDays: entry.graceDays,
    ties: entry.ties,
    revisions: entry.revisions,
    voids: entry.voids,
    condition: entry.condition?.says ?? null,
    isActive: active,
    settledBy: entry.settledBy,
    why: entry.why,
    unit: entry.type === "numeric" ? entry.unit : entry.type === "date" ? "date" : null,
    range: entry.type === "binary" ? null : {...entry.range},
    predicate: ruleWords(entry),
    state: questionState(record, on, active),
    afterTheFact: isAfterTheFact(record),
    now: now ? {answer: now.answer, value: now.value, says: now.says, rests: rests(now.evidence)} : null,
    chance:
      chance?.probability == null ? null : chanceQuantity(entry, chance.probability, chance.numbers, sight),
    chanceQuantiles: (chance?.quantiles ?? []).map(([level, value]) => ({
      level,
      value: entry.type === "date" ? isoDay(day(Math.round(value))) : value,
    })),
    chanceSays: chance?.says ?? "",
    positions: positions.map(positionRow),
    resolution: resolution ? answerRow(resolution) : null,
    proposal: proposal ? answerRow(proposal) : null,
    voided: record.void
      ? {...writing(record.void), why: record.void.entry.why, rests: rests(record.void.entry.evidence)}
      : null,
  };
}

function ruleWords(question: Question): string[] {
  if (question.type === "binary") return question.predicate ? predicateWords(question.predicate) : [];
  return question.value ? [valueWords(question.value)] : [];
}

const valueWords = (value: ValueOf): string =>
  "number" in value
    ? `${value.number}, in the first vintage whose results reach ${value.on}`
    : "firstRow" in value
      ? `the day of the first row of ${filterWords(value.firstRow)}`
      : `the release day of the first ${groupWords(value.firstModel)}`;

function chanceQuantity(
  question: Question,
  value: number,
  numbers: readonly string[],
  sight: Sight,
): Quantity {
  return {
    id: `bet.${question.id}`,
    label: `Chance that this comes out yes: ${question.asks}`,
    unit: "probability",
    value,
    interval: null,
    censored: "none",
    insufficient: null,
    n: 0,
    note: `computed on facts ${sight.vintage}`,
    evidence: {rule: "R64", models: [], benchmarks: [], quantities: [...numbers], records: []},
  };
}
