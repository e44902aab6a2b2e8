/**
 * The response function of the robustness estimate, laid out for the sampler.
 *
 *   response = intercept_b + slope_b * (theta_m + effort + drift * log(1 + age)
 *              + open_m * (sum over classes c of b: delta_c + trend_c * years_m)  + open_m * (domain + family effects)
 *              + lab_{l,c} + model_{m,c} + lab x family + model x effort + model x family) + error
 *
 * theta is ability on established public tests: those have no delta, and the family effects of open models there
 * have mean zero. delta_c is the differential item functioning of class c: what openness is worth on it at equal
 * public ability, beyond what a test's domain, its own quirks and the lab explain. theta has a prior mean linear in
 * the release date, with its own line for open and closed models: without that, shrinkage towards a common mean
 * would itself look like a difference between the groups.
 */

import {type Effect, effect, type Shift} from "../../numeric/bilinear-mixed-model.ts";
import {DAYS_PER_MONTH, type Day} from "../../units.ts";
import {EFFORT_LEVELS} from "../observations/effort-level.ts";
import {differenceShifts} from "./difference-shifts.ts";
import type {EvidenceTable} from "./evidence-table.ts";
import {EVIDENCE_CLASSES, type EvidenceClass} from "./robustness-input.ts";
import type {RobustnessMethod} from "./robustness-method.ts";

/** Where pooled variances begin; forgotten during burn-in. */
const START_VARIANCE = 0.1;
const DAYS_PER_YEAR = 12 * DAYS_PER_MONTH;

export interface ClassEffects {
  readonly name: EvidenceClass;
  /** One coefficient: delta, for a model released at `recent`. */
  readonly difference: Effect;
  /** One coefficient: change of delta per year of release. */
  readonly trend: Effect;
  /** One coefficient per lab in `labs`: those with evidence in the class. */
  readonly lab: Effect;
  readonly labs: readonly number[];
  /** One coefficient per model in `models`: those with evidence in the class. */
  readonly model: Effect;
  readonly models: readonly number[];
}

export interface DifferenceModel {
  readonly ability: Effect;
  /** Index of the lab of each model; labs of unknown name are distinct. */
  readonly labOf: Int32Array;
  readonly labs: readonly string[];
  readonly open: readonly boolean[];
  /** Years from `recent` to the release of each model. */
  readonly years: Float64Array;
  readonly classes: readonly ClassEffects[];
  /** Effects with a fixed prior variance, and those whose variance is drawn. */
  readonly fixed: readonly Effect[];
  readonly pooled: readonly {readonly name: VarianceName; readonly effect: Effect}[];
  readonly shifts: readonly Shift[];
}

export type VarianceName =
  | "ability"
  | "family of tests x openness"
  | "domain x openness"
  | "lab x family of tests"
  | "model x effort"
  | "model x family of tests"
  | `lab x ${EvidenceClass}`
  | `model x ${EvidenceClass}`;

interface Member {
  readonly at: number;
  readonly group: number;
  readonly z: number;
}

/**
 * @param open - openness per model; passed beside the table so that a placebo can relabel it
 * @param recent - the release day at which delta is read; it may change over time
 */
export function differenceModel(
  table: EvidenceTable,
  open: readonly boolean[],
  recent: Day,
  method: RobustnessMethod,
): DifferenceModel {
  const {models, tests, cells} = table;
  const labs = [...new Set(models.map(({lab, id}) => lab || `(${id})`))].sort();
  const labOf = Int32Array.from(models, ({lab, id}) => labs.indexOf(lab || `(${id})`));
  const families = [...new Set(tests.map(({family}) => family))];
  const familyOf = tests.map(({family}) => families.indexOf(family));
  const domains = [...new Set(tests.map(({domain}) => domain))].filter(
    (domain) => !["agentic", "composite", "preference"].includes(domain),
  );
  const years = Float64Array.from(models, ({releaseDay}) => (releaseDay - recent) / DAYS_PER_YEAR);
  const start = START_VARIANCE;

  /** An effect on the cells for which `groupOf` gives a group. */
  const on = (
    count: number,
    groupOf: (cell: number) => number,
    variance = start,
    z?: (cell: number) => number,
  ) =>
    effect(
      count,
      cells.flatMap((_, at): Member[] => {
        const group = groupOf(at);
        return group < 0 ? [] : [{at, group, z: z ? z(at) : 1}];
      }),
      variance,
    );
  /** An effect on combinations, numbered as they come; `key` undefined leaves the cell out. */
  const crossed = (key: (cell: number) => string | undefined) => {
    const seen = new Map<string, number>();
    const groups = cells.map((_, at) => {
      const name = key(at);
      if (name === undefined) return -1;
      if (!seen.has(name)) seen.set(name, seen.size);
      return seen.get(name)!;
    });
    return {names: [...seen.keys()], effect: on(seen.size, (at) => groups[at])};
  };
  const isOpen = (at: number) => open[cells[at].model];
  const familyAt = (at: number) => familyOf[cells[at].test];

  const ability = on(models.length, (at) => cells[at].model, 1);
  const differencePrior = method.differencePriorSd.value ** 2;
  const trendPrior = method.trendPriorSd.value ** 2;
  const classes = EVIDENCE_CLASSES.filter((name) => tests.some((test) => test.classes.includes(name))).map(
    (name) => {
      const inside = (at: number) => tests[cells[at].test].classes.includes(name);
      const seen = [...new Set(cells.flatMap(({model}, at) => (inside(at) ? [model] : [])))].sort(
        (a, b) => a - b,
      );
      const seenLabs = [...new Set(seen.map((m) => labOf[m]))].sort((a, b) => a - b);
      const column = new Map(seen.map((m, k) => [m, k]));
      const labColumn = new Map(seenLabs.map((l, k) => [l, k]));
      return {
        name,
        difference: on(1, (at) => (inside(at) && isOpen(at) ? 0 : -1), differencePrior),
        trend: on(
          1,
          (at) => (inside(at) && isOpen(at) ? 0 : -1),
          trendPrior,
          (at) => years[cells[at].model],
        ),
        lab: on(seenLabs.length, (at) => (inside(at) ? labColumn.get(labOf[cells[at].model])! : -1)),
        labs: seenLabs,
        model: on(seen.length, (at) => (inside(at) ? column.get(cells[at].model)! : -1)),
        models: seen,
      };
    },
  );
  const familyDifference = on(families.length, (at) => (isOpen(at) ? familyAt(at) : -1));
  const domainDifference = on(domains.length, (at) =>
    isOpen(at) ? domains.indexOf(tests[cells[at].test].domain) : -1,
  );
  const levels = EFFORT_LEVELS.filter((level) => level !== "max");
  const effort = on(levels.length, (at) => levels.indexOf(cells[at].effort as (typeof levels)[number]), 1);
  const drift = on(
    1,
    (at) => (tests[cells[at].test].classes.length === 0 ? 0 : -1),
    method.driftPriorSd.value ** 2,
    (at) => {
      const years = (models[cells[at].model].releaseDay - tests[cells[at].test].publishedDay) / DAYS_PER_YEAR;
      return Math.log1p(Math.max(0, years));
    },
  );
  const levelsOf = new Map<number, Set<string>>();
  for (const {model, effort: level} of cells)
    levelsOf.set(model, (levelsOf.get(model) ?? new Set()).add(level));
  const modelEffort = crossed((at) =>
    levelsOf.get(cells[at].model)!.size > 1 ? `${cells[at].model} ${cells[at].effort}` : undefined,
  );
  const repeated = repeatedFamilies(table, familyOf);
  const modelFamily = crossed((at) =>
    repeated.has(familyAt(at)) ? `${cells[at].model} ${familyAt(at)}` : undefined,
  );
  const labFamily = crossed((at) => `${labOf[cells[at].model]} ${familyAt(at)}`);
  const layout = {table, open, years, labOf, labCount: labs.length, familyOf, families, domains};
  return {
    ability,
    labOf,
    labs,
    open,
    classes,
    years,
    fixed: [effort, drift, ...classes.flatMap(({difference, trend}) => [difference, trend])],
    pooled: [
      {name: "family of tests x openness", effect: familyDifference},
      {name: "domain x openness", effect: domainDifference},
      {name: "lab x family of tests", effect: labFamily.effect},
      {name: "model x effort", effect: modelEffort.effect},
      {name: "model x family of tests", effect: modelFamily.effect},
      ...classes.flatMap(({name, lab, model}) => [
        {name: `lab x ${name}` as const, effect: lab},
        {name: `model x ${name}` as const, effect: model},
      ]),
    ],
    shifts: differenceShifts(layout, {
      ability,
      classes,
      familyDifference,
      domainDifference,
      modelFamily,
      labFamily,
      modelEffort,
      effort: {effect: effort, names: levels},
      drift,
    }),
  };
}

/** Families in which some model has several cells: there the cells of one model are not independent. */
function repeatedFamilies({cells, tests}: EvidenceTable, familyOf: readonly number[]): Set<number> {
  const seen = new Set<string>();
  const repeated = new Set<number>();
  for (const {model, test} of cells) {
    const key = `${model} ${familyOf[test]}`;
    if (seen.has(key)) repeated.add(familyOf[test]);
    seen.add(key);
  }
  // A class made of one family has its model effect already.
  for (const name of EVIDENCE_CLASSES) {
    const own = new Set(tests.flatMap(({classes}, t) => (classes.includes(name) ? [familyOf[t]] : [])));
    if (own.size === 1) for (const family of own) repeated.delete(family);
  }
  return repeated;
}
