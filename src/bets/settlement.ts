/**
 * What the machine settles on a day: questions whose rule gives an answer, those that stay without one past their grace,
 * and conditional ones whose condition did not come about. Nothing is settled that is settled, void, or with a person.
 */
import {dayOf, isoDay} from "../dates.ts";
import {type Day, day} from "../units.ts";
import type {Resolution, Void} from "./entry.ts";
import type {Sight, Verdict} from "./predicate/sight.ts";
import {rowKnownOn} from "./predicate/row-tests.ts";
import {verdict} from "./predicate/verdict.ts";
import {reading} from "./reading.ts";
import type {QuestionRecord} from "./recorded.ts";

/** The condition of a question: come about, or not; undefined where it has none. */
export const conditionNow = ({entry}: QuestionRecord, sight: Sight): Verdict | undefined =>
  entry.condition?.predicate && verdict(entry.condition.predicate, sight);

/** A question without a condition is active; one whose condition no rule can read is not until it is recorded. */
export const isActive = (question: QuestionRecord, sight: Sight): boolean =>
  question.entry.condition === null ||
  question.activation !== undefined ||
  conditionNow(question, sight)?.answer === "yes";

/** Records that settle, by question: in the order of the questions, nothing twice. */
export function settlements(
  questions: Iterable<QuestionRecord>,
  sight: Sight,
  {today, by}: {readonly today: Day; readonly by: string},
): (Resolution | Void)[] {
  return [...questions].flatMap((question) => settlement(question, sight, today, by) ?? []);
}

function settlement(
  question: QuestionRecord,
  sight: Sight,
  today: Day,
  by: string,
): Resolution | Void | undefined {
  const {entry} = question;
  if (question.resolution || question.void || question.proposal) return undefined;
  const written = {at: isoDay(today), by, question: entry.id};
  const pinned = {vintage: sight.vintage, method: sight.method};
  const isLate = today > day(dayOf(entry.resolves) + entry.graceDays);
  if (!isActive(question, sight)) {
    if (!isLate) return undefined;
    return {
      ...written,
      kind: "void",
      evidence: {facts: [], numbers: [], models: [], urls: []},
      why: `its condition did not come about by ${entry.resolves}: ${entry.condition!.says}`,
    };
  }
  if (entry.settledBy !== "machine") return undefined;
  const found = reading(entry, sight);
  const outcome =
    found?.answer === "yes"
      ? entry.type === "binary"
        ? "yes"
        : found.value!
      : found?.answer === "no"
        ? "no"
        : undefined;
  if (found && outcome !== undefined) {
    return {
      ...written,
      ...pinned,
      kind: "resolution",
      outcome,
      on: isoDay(knownOn(found.evidence, sight, today)),
      evidence: copied(found.evidence),
      why: found.says,
    };
  }
  if (!isLate) return undefined;
  return {
    ...written,
    ...pinned,
    kind: "resolution",
    outcome: "cannot-tell",
    on: isoDay(today),
    evidence: found ? copied(found.evidence) : {facts: [], numbers: [], models: [], urls: []},
    why: found
      ? `${found.says}; ${entry.graceDays} days after it was due that still was so`
      : "no rule gives an answer",
  };
}

/**
 * First day on which the answer could be known, as far as these facts tell: that of the last row it rests on; the last day
 * of the test results where it rests on measured numbers; else the last day of the rows, for what did not come.
 */
function knownOn(
  {facts, numbers, models}: Verdict["evidence"],
  {asOf, rowsTo, facts: tables}: Sight,
  today: Day,
): Day {
  const days = [
    ...(tables ? facts.map((id) => rowKnownOn(id, tables)) : []),
    ...(numbers.length + models.length > 0 ? [asOf] : []),
  ];
  return day(Math.min(today, days.length > 0 ? Math.max(...days) : rowsTo));
}

const copied = ({facts, numbers, models, urls}: Verdict["evidence"]) => ({
  facts: [...facts],
  numbers: [...numbers],
  models: [...models],
  urls: [...urls],
});
