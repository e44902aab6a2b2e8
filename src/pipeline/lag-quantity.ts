/** A lag estimate as the Report shows it: same numbers, with an id, evidence and the rule that defines it. */
import type {LagEstimate, LagFigure, LagRuleId, Statistic} from "../measure/lag/estimate.ts";
import {reportRecord} from "./deciding-records.ts";
import type {Evidence, LagRecord, Quantity, QuantityInterval} from "../report.ts";

/** The METHOD rule that defines each lag rule. */
export const METHOD_RULE: Readonly<Record<LagRuleId, string>> = {
  "daily-look-back": "R11",
  "record-look-back": "R12",
  "catch-up": "R13",
  "level-crossing": "R14",
  "last-day-not-better": "R15",
  "kernel-records": "R16",
  "trend-line": "R17",
  "frontier-line": "R18",
  "vertical-gap": "R19",
};

export interface Naming {
  readonly id: string;
  readonly label: string;
  readonly note?: string;
  /** Benchmarks the abilities rest on; none means all that the index uses. */
  readonly benchmarks?: readonly string[];
  readonly quantities?: readonly string[];
  /** Records that decide the number, where the rule itself lists none. */
  readonly records?: readonly LagRecord[];
}

/**
 * @param estimate - a rule's answer
 * @param statistic - which of its numbers; its main one when absent
 */
export function lagQuantity(estimate: LagEstimate, naming: Naming, statistic?: Statistic): Quantity {
  if (estimate.kind === "insufficient")
    return insufficientQuantity(estimate.rule, naming, estimate.insufficient);
  const shown = statistic ?? estimate;
  return {
    id: naming.id,
    label: naming.label,
    unit: shown.unit,
    value: shown.value,
    interval: quantityInterval(shown),
    censored: shown.censored,
    insufficient: null,
    n: estimate.n.records,
    note: naming.note ?? null,
    evidence: lagEvidence(estimate, naming),
  };
}

export function insufficientQuantity(rule: LagRuleId, naming: Naming, reason: string): Quantity {
  return {
    id: naming.id,
    label: naming.label,
    unit: rule === "vertical-gap" ? "points" : "months",
    value: null,
    interval: null,
    censored: "none",
    insufficient: reason,
    n: 0,
    note: naming.note ?? null,
    evidence: {
      rule: METHOD_RULE[rule],
      models: [],
      benchmarks: [...(naming.benchmarks ?? [])],
      quantities: [...(naming.quantities ?? [])],
      records: [],
    },
  };
}

function quantityInterval({interval}: Statistic): QuantityInterval {
  return {
    low: interval.low,
    high: interval.censored === "right" ? null : interval.high,
    level: interval.level,
    kind: "credible",
  };
}

function lagEvidence(
  figure: LagFigure,
  {benchmarks = [], quantities = [], records: given = []}: Naming,
): Evidence {
  const records = figure.records.length > 0 ? figure.records.map(reportRecord) : [...given];
  const models = records.flatMap(({model, matchedBy}) => (matchedBy ? [model, matchedBy] : [model]));
  return {
    rule: METHOD_RULE[figure.rule],
    models: [...new Set(models)],
    benchmarks: [...benchmarks],
    quantities: [...quantities],
    records,
  };
}
