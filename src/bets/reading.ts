/** The machine's answer to a question of any type, on what can be seen. */
import {isoSpan} from "../dates.ts";
import type {Question} from "./entry.ts";
import {notYet, releasedOn, inGroup} from "./predicate/model-tests.ts";
import {matching} from "./predicate/row-tests.ts";
import {NOTHING, type Sight, type Verdict} from "./predicate/sight.ts";
import {verdict} from "./predicate/verdict.ts";

export type Reading = Omit<Verdict, "value"> & {readonly value: number | string | null};

/** @returns undefined where a person settles */
export function reading(question: Question, sight: Sight): Reading | undefined {
  if (question.type === "binary") return question.predicate && verdict(question.predicate, sight);
  const {value} = question;
  if (!value) return undefined;
  const none = (says: string, answer: Reading["answer"]): Reading => ({
    answer,
    value: null,
    says,
    evidence: NOTHING,
  });
  if ("number" in value) {
    const waiting = notYet(value.on, sight.asOf);
    if (waiting) return waiting;
    const found = sight.numbers.get(value.number);
    if (found?.value == null) return none(`this vintage has no value for ${value.number}`, "cannot-tell");
    return {
      answer: "yes",
      value: found.value,
      says: `${value.number} is ${found.value.toFixed(2)} ${found.unit}`,
      evidence: {...NOTHING, numbers: [value.number], models: found.evidence.models.slice(0, 12)},
    };
  }
  if ("firstRow" in value) {
    const [row] = sight.facts ? matching(value.firstRow, sight.facts) : [];
    return row
      ? {
          answer: "yes",
          value: isoSpan(row.date),
          says: `the first such row is ${row.id}`,
          evidence: {...NOTHING, facts: [row.id]},
        }
      : none("no such row is known yet", "not-yet");
  }
  const first = sight.models
    .filter((model) => inGroup(model, value.firstModel) && releasedOn(model) !== null)
    .sort((a, b) =>
      releasedOn(a)! < releasedOn(b)! ? -1 : releasedOn(a)! > releasedOn(b)! ? 1 : a.model < b.model ? -1 : 1,
    )[0];
  return first
    ? {
        answer: "yes",
        value: releasedOn(first)!,
        says: `the first is ${first.name}`,
        evidence: {...NOTHING, models: [first.model]},
      }
    : none("no such model is known yet", "not-yet");
}
