/** The answer of a predicate on what can be seen, with why and what it rests on. */
import type {SeriesPoint} from "../../report.ts";
import {comparisonWords, holds} from "./compare.ts";
import {
  bestModelTest,
  cannotTell,
  countModelsTest,
  notYet,
  publishedIndexTest,
  rankTest,
} from "./model-tests.ts";
import {partsOf, type Predicate, type PredicateTest} from "./predicate-schema.ts";
import {newestFigureTest, rowsTest} from "./row-tests.ts";
import {type Answer, NOTHING, type Sight, type Verdict} from "./sight.ts";

/**
 * `all` and `any` follow Kleene: no settles `all` and yes settles `any` whatever the others say; where neither does, one
 * part that is not yet there keeps the whole waiting, and only then one that cannot be told leaves it untold.
 */
export function verdict(predicate: Predicate, sight: Sight): Verdict {
  if ("test" in predicate) return tested(predicate, sight);
  const parts = partsOf(predicate).map((part) => verdict(part, sight));
  const answers = parts.map(({answer}) => answer);
  const answer =
    "not" in predicate
      ? opposite(answers[0]!)
      : atLeast(answers, "all" in predicate ? answers.length : "any" in predicate ? 1 : predicate.atLeast);
  return {
    answer,
    value: null,
    says: parts.map(({says, answer: part}) => `${says} (${part.replace("-", " ")})`).join("; "),
    evidence: {
      facts: distinct(parts.flatMap(({evidence}) => evidence.facts)),
      numbers: distinct(parts.flatMap(({evidence}) => evidence.numbers)),
      models: distinct(parts.flatMap(({evidence}) => evidence.models)),
      urls: distinct(parts.flatMap(({evidence}) => evidence.urls)),
    },
  };
}

function tested(test: PredicateTest, sight: Sight): Verdict {
  switch (test.test) {
    case "number":
      return numberTest(test, sight);
    case "lag-over":
      return lagOverTest(test, sight);
    case "best-model":
      return bestModelTest(test, sight);
    case "rank":
      return rankTest(test, sight);
    case "count-models":
      return countModelsTest(test, sight);
    case "published-index":
      return publishedIndexTest(test, sight);
    case "rows":
      return rowsTest(test, sight);
    case "newest-figure":
      return newestFigureTest(test, sight);
  }
}

/** At least `least` of them: yes once enough are yes, no once too many are no. */
function atLeast(answers: readonly Answer[], least: number): Answer {
  const count = (wanted: Answer) => answers.filter((answer) => answer === wanted).length;
  if (count("yes") >= least) return "yes";
  if (count("no") > answers.length - least) return "no";
  return count("not-yet") > 0 ? "not-yet" : "cannot-tell";
}

const opposite = (answer: Answer): Answer => (answer === "yes" ? "no" : answer === "no" ? "yes" : answer);

/** A number of the Report, by its published value: the interval plays no part, equal counts as at least and at most. */
function numberTest(
  {number, on, is, value}: Extract<PredicateTest, {test: "number"}>,
  sight: Sight,
): Verdict {
  const waiting = notYet(on, sight.asOf);
  if (waiting) return waiting;
  const found = sight.numbers.get(number);
  if (!found) return cannotTell(`this vintage has no number ${number}`);
  if (found.value === null)
    return cannotTell(`${number} has no value: ${found.insufficient ?? "no reason given"}`);
  if (found.censored === "right" && !holds(found.value, is, value)) {
    return cannotTell(`${number} is still running at ${found.value.toFixed(2)}`);
  }
  return {
    answer: holds(found.value, is, value) ? "yes" : "no",
    value: found.value,
    says: `${number} is ${found.value.toFixed(2)} ${found.unit}: ${comparisonWords[is]} ${value} was asked`,
    evidence: {...NOTHING, numbers: [number], models: [...found.evidence.models.slice(0, 12)]},
  };
}

function lagOverTest(
  {measure, over, is, value, than}: Extract<PredicateTest, {test: "lag-over"}>,
  sight: Sight,
): Verdict {
  const last = than !== undefined && than.to > over.to ? than.to : over.to;
  const waiting = notYet(last, sight.asOf);
  if (waiting) return waiting;
  const series = measure === "lag" ? sight.dailyLag : sight.dailyGap;
  const now = meanOver(series, over);
  const before = than && meanOver(series, than);
  if (now === undefined || (than && before === undefined))
    return cannotTell(`no ${measure} is known in that span`);
  const limit = (before ?? 0) + value;
  const unit = measure === "lag" ? "months" : "points";
  return {
    answer: holds(now, is, limit) ? "yes" : "no",
    value: now,
    says: `the mean ${measure} from ${over.from} to ${over.to} is ${now.toFixed(1)} ${unit}${than ? `, that from ${than.from} to ${than.to} is ${before!.toFixed(1)}` : ""}: ${comparisonWords[is]} ${limit.toFixed(1)} was asked`,
    evidence: {...NOTHING, numbers: [measure]},
  };
}

function meanOver(
  series: readonly SeriesPoint[],
  {from, to}: {from: string; to: string},
): number | undefined {
  const within = series.filter(({date}) => date >= from && date <= to);
  return within.length === 0 ? undefined : within.reduce((sum, {value}) => sum + value, 0) / within.length;
}

const distinct = (ids: readonly string[]): string[] => [...new Set(ids)];
