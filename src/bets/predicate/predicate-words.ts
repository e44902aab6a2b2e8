/** A predicate as a person would say it: one line per test, indented by what joins them. */
import {comparisonWords} from "./compare.ts";
import {
  type ModelGroup,
  partsOf,
  type Predicate,
  type PredicateTest,
  type RowFilter,
} from "./predicate-schema.ts";

export function predicateWords(predicate: Predicate, indent = ""): string[] {
  if ("test" in predicate) return [`${indent}${testWords(predicate)}`];
  const head =
    "not" in predicate
      ? "it is not so that"
      : "all" in predicate
        ? "all of these hold:"
        : "any" in predicate
          ? "any of these holds:"
          : `at least ${predicate.atLeast} of these hold:`;
  return [`${indent}${head}`, ...partsOf(predicate).flatMap((part) => predicateWords(part, `${indent}  `))];
}

function testWords(test: PredicateTest): string {
  const is = comparisonWords[test.is];
  switch (test.test) {
    case "number":
      return `${test.number} is ${is} ${test.value}, in the first vintage whose results reach ${test.on}`;
    case "lag-over": {
      const unit = test.measure === "lag" ? "months" : "points";
      const than = test.than
        ? `its mean from ${test.than.from} to ${test.than.to}${test.value === 0 ? "" : `, ${test.value > 0 ? "plus" : "minus"} ${Math.abs(test.value)} ${unit}`}`
        : `${test.value} ${unit}`;
      return `the mean ${test.measure} from ${test.over.from} to ${test.over.to} is ${is} ${than}`;
    }
    case "best-model":
      return `the best ${groupWords(test.of)} is ${ableWords(test)}, by ${instrumentWords(test.instrument)}, in the first vintage whose results reach ${test.on}`;
    case "rank":
      return `the best ${groupWords(test.best)} ranks ${is} number ${test.value} among ${groupWords(test.among, true)}, by ${instrumentWords(test.instrument)}, in the first vintage whose results reach ${test.on}`;
    case "count-models":
      return `the facts hold ${is} ${test.value} ${groupWords(test.of, true)} by ${test.by}`;
    case "published-index":
      return `in the first ECI table published on or after ${test.on}, the best ${groupWords(test.of)} minus the best ${groupWords(test.minus)} is ${is} ${test.value} points`;
    case "rows":
      return `the facts hold ${is} ${test.value} ${test.count === "rows" ? "rows" : "parties with rows"} of ${filterWords(test.rows)}${test.absence === "no" ? "" : " (their absence tells nothing)"}`;
    case "newest-figure":
      return `the newest figure of ${filterWords(test.rows)} is ${is} ${test.than ? `that of ${filterWords(test.than)}${test.value ? ` plus ${test.value}` : ""}` : (test.value ?? 0)}`;
  }
}

function ableWords({is, than}: Extract<PredicateTest, {test: "best-model"}>): string {
  if (typeof than === "number") return `${comparisonWords[is]} ${than} points`;
  const words = {
    "at-least": "at least as able as",
    above: "abler than",
    "at-most": "no abler than",
    below: "less able than",
  };
  return `${words[is]} the best ${groupWords(than)}`;
}

const instrumentWords = (instrument: "lagline" | "eci"): string =>
  instrument === "lagline" ? "lagline's index" : "the ECI compatibility mode";

export function groupWords(group: ModelGroup, plural = false): string {
  const origin = {US: "US", CN: "Chinese", other: "other-origin"};
  const kind = [
    group.licence?.join(" or "),
    group.openness,
    group.origin && origin[group.origin],
    plural ? "models" : "model",
  ]
    .filter(Boolean)
    .join(" ");
  const whose = [
    group.labs && `of ${group.labs.join(", ")}`,
    group.models && `(${group.models.join(", ")})`,
    group.minParametersB && `with at least ${group.minParametersB}B parameters`,
    group.from && `released from ${group.from}`,
    group.to && `${group.from ? "" : "released "}to ${group.to}`,
  ].filter(Boolean);
  return [kind, ...whose].join(" ");
}

export function filterWords(filter: RowFilter): string {
  const parts = [
    filter.ids && `the rows ${filter.ids.join(", ")}`,
    filter.what && `on ${filter.what.join(" or ")}`,
    filter.who && `about ${filter.who.join(", ")}`,
    filter.where && `for ${filter.where.join(", ")}`,
    filter.status && `with status ${filter.status.join(" or ")}`,
    filter.openWeights && `reaching open weights: ${filter.openWeights.join(" or ")}`,
    filter.direction && `moving ${filter.direction.join(" or ")}`,
    filter.atLeast !== undefined && `of at least ${filter.atLeast}`,
    filter.from && `from ${filter.from}`,
    filter.to && `to ${filter.to}`,
  ].filter(Boolean);
  return [`${filter.table}.csv`, ...parts].join(" ");
}
