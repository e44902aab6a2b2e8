/**
 * What makes a question arguable after the fact: words that measure nothing, dates out of order, a rule that cannot have
 * been met in time. A question with any of these is refused, and each is named with what is missing.
 */
import type {Question} from "./entry.ts";
import type {FieldFault} from "./entry-reader.ts";
import {type Predicate, testsOf} from "./predicate/predicate-schema.ts";

/** Words that two honest people read differently. */
export const VAGUE_WORDS = [
  "significant",
  "significantly",
  "substantial",
  "substantially",
  "considerable",
  "considerably",
  "soon",
  "eventually",
  "widely",
  "dramatically",
  "reasonable",
  "basically",
  "essentially",
  "roughly",
  "approximately",
  "comparable",
  "competitive",
  "state of the art",
  "in the near future",
  "many",
  "most people",
  "a lot",
] as const;
const EMPTY = /^(n\/?a|none|tbd|todo|unknown|\?+|-+|to be decided|see above)\.?$/i;
/** Something two people can both check: a number, a date, or first and last. */
const CHECKABLE =
  /\d|\b(one|two|three|four|five|six|seven|eight|nine|ten|first|last|any|all|none|at least|at most|above|below|more than|less than|become law|no longer)\b/i;

/** @returns everything wrong with the wording, in the order of the record */
export function wordingFaults(question: Question): FieldFault[] {
  const faults: FieldFault[] = [];
  const missing = (path: string, says: string) =>
    faults.push({fault: "missing", path, says: `${path}: ${says}`});
  const invalid = (path: string, says: string) =>
    faults.push({fault: "invalid", path, says: `${path}: ${says}`});
  const {asks, terms, source, fallback, opens, closes, resolves, at} = question;

  if (!asks.trim().endsWith("?"))
    invalid("asks", `"${clipped(asks)}"; a question that ends with a question mark was expected`);
  for (const word of VAGUE_WORDS) {
    if (new RegExp(`\\b${word}\\b`, "i").test(asks)) {
      invalid("asks", `"${word}"; a number, a date or a named source was expected in its place`);
    }
  }
  if (!CHECKABLE.test(asks))
    missing("asks", "a threshold, a count or a day; something two people can both check was expected");
  const told = {
    ...prefixed("terms", terms),
    source,
    ties: question.ties,
    revisions: question.revisions,
    voids: question.voids,
  };
  for (const [path, value] of Object.entries(told)) {
    if (EMPTY.test(value.trim())) missing(path, `"${value.trim()}"; what it is was expected in words`);
  }
  if (fallback.trim() === source.trim())
    invalid(
      "fallback",
      "the same as the source; another place was expected, or `none: ` and what happens then",
    );

  if (opens < at)
    invalid("opens", `${opens}; a day not before the question is written down, ${at}, was expected`);
  if (closes < opens) invalid("closes", `${closes}; a day not before it opens, ${opens}, was expected`);
  if (resolves < closes)
    invalid("resolves", `${resolves}; a day not before it closes, ${closes}, was expected`);

  const rule = question.type === "binary" ? question.predicate : question.value;
  const ruleName = question.type === "binary" ? "predicate" : "value";
  if (question.settledBy === "machine" && !rule)
    missing(ruleName, "nothing; a machine settles by a rule: give one, or let a person settle it");
  if (question.type === "binary" && question.predicate)
    faults.push(...lateDays(question.predicate, resolves));
  if (question.type !== "binary" && question.range.low >= question.range.high) {
    invalid(
      "range",
      `${question.range.low} to ${question.range.high}; a low end below the high end was expected`,
    );
  }
  if (question.condition && question.settledBy === "machine" && !question.condition.predicate) {
    missing("condition.predicate", "nothing; a machine can only tell a condition by a rule");
  }
  return faults;
}

/** Days a rule waits for that come after the answer is due. */
function lateDays(predicate: Predicate, resolves: string): FieldFault[] {
  return testsOf(predicate).flatMap((test): FieldFault[] => {
    const day =
      "on" in test ? test.on : "by" in test ? test.by : "rows" in test ? (test.rows.to ?? "") : test.over.to;
    if (day <= resolves) {
      return day === "" && test.test === "rows"
        ? [
            {
              fault: "missing",
              path: "predicate.rows.to",
              says: "predicate.rows.to: nothing; a last day was expected, or the answer no can never come",
            },
          ]
        : [];
    }
    return [
      {
        fault: "invalid",
        path: "predicate",
        says: `predicate: a test waits for ${day}; a day not after the answer is due, ${resolves}, was expected`,
      },
    ];
  });
}

const prefixed = (name: string, fields: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(fields).map(([field, value]) => [`${name}.${field}`, value]));

const clipped = (text: string): string => (text.length > 60 ? `${text.slice(0, 57)}...` : text);
