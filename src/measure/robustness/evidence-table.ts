/**
 * From observations to the numbered table the sampler reads: one cell per model, test and level of effort.
 *
 * A result y with guessing score g and ceiling c becomes p = (y - g) / (c - g) and then logit p; several runs of one
 * cell are averaged before (mean, not maximum: a maximum grows with the number of runs). A cell at the floor or the
 * ceiling is censored. A preference rating becomes rating / unit. Closed models are published at many efforts
 * on some tests and open ones at one, so an average over efforts would pull the former down exactly there; every
 * level enters, and the estimate has one effect per level, relative to full effort. Models that have only one level
 * count as at full effort: level and model are the same thing there.
 */
import {dayOf} from "../../dates.ts";
import type {Day} from "../../units.ts";
import {EFFORT_LEVELS, type EffortLevel, effortLevel} from "../observations/effort-level.ts";
import {latestRatings, ratingError} from "../preference/latest-ratings.ts";
import type {EvidenceClass, ObservedBenchmark, ObservedModel, RobustnessInput} from "./robustness-input.ts";
import type {RobustnessMethod} from "./robustness-method.ts";

export interface Test {
  readonly id: string;
  readonly family: string;
  /** "preference" for boards. */
  readonly domain: string;
  /** Empty for the reference: public tests that are not agentic. */
  readonly classes: readonly EvidenceClass[];
  readonly publishedDay: Day;
}

export interface Cell {
  /** Index into `models`. */
  readonly model: number;
  /** Index into `tests`. */
  readonly test: number;
  readonly effort: EffortLevel;
  /** Logit of the chance-corrected result, or rating / unit. */
  readonly response: number;
  /** Below: the truth is at most `response`; above: at least. */
  readonly censored: "none" | "below" | "above";
  /** Error variance relative to that of a result of one half (or of a rating without sampling error). */
  readonly relativeVariance: number;
}

export interface Dropped {
  readonly reason: string;
  readonly count: number;
}

export interface EvidenceTable {
  readonly models: readonly ObservedModel[];
  readonly tests: readonly Test[];
  readonly cells: readonly Cell[];
  /** Results and ratings behind the cells. */
  readonly resultCount: number;
  readonly dropped: readonly Dropped[];
}

interface Row {
  readonly model: string;
  readonly test: string;
  readonly effort: EffortLevel;
  readonly value: number;
  readonly stderr: number | undefined;
}

/** @throws nothing: whatever cannot be used is counted in `dropped`. */
export function evidenceTable(input: RobustnessInput, method: RobustnessMethod): EvidenceTable {
  const dropped = new Map<string, number>();
  const drop = (reason: string) => void dropped.set(reason, (dropped.get(reason) ?? 0) + 1);
  const first = dayOf(method.firstRelease.value);
  const anchors = new Set([method.anchors.value.low, method.anchors.value.high]);
  const models = new Map(
    input.models
      .filter(({id, releaseDay}) => (releaseDay >= first || anchors.has(id)) && releaseDay <= input.asOf)
      .map((model) => [model.id, model]),
  );
  const benchmarks = new Map(input.benchmarks.map((benchmark) => [benchmark.id, benchmark]));
  const rows = [
    ...benchmarkRows(input, models, benchmarks, drop),
    ...preferenceRows(input, method, models, drop),
  ];
  const kept = connected(rows, (row) => family(row.test, benchmarks), method, drop);
  const testIds = [...new Set(kept.map(({test}) => test))].sort();
  const modelIds = [...new Set(kept.map(({model}) => model))].sort();
  const firstRun = new Map<string, Day>();
  for (const {model, test} of kept) {
    const day = models.get(model)!.releaseDay;
    if (day < (firstRun.get(test) ?? Number.POSITIVE_INFINITY)) firstRun.set(test, day);
  }
  const tests = testIds.map((id) => testOf(id, benchmarks.get(id), firstRun.get(id)!));
  return {
    models: modelIds.map((id) => models.get(id)!),
    tests,
    cells: cellsOf(kept, modelIds, testIds, benchmarks, method),
    resultCount: kept.length,
    dropped: [...dropped].map(([reason, count]) => ({reason, count})),
  };
}

function benchmarkRows(
  input: RobustnessInput,
  models: ReadonlyMap<string, ObservedModel>,
  benchmarks: ReadonlyMap<string, ObservedBenchmark>,
  drop: (reason: string) => void,
): Row[] {
  const rows: Row[] = [];
  // Same test, same outcomes, listed by two collectors: only the first is evidence.
  const repeated = (id: string) => id.includes("@") && benchmarks.has(id.slice(0, id.indexOf("@")));
  const composites = new Set(
    [...benchmarks.values()].filter(({domain}) => domain === "composite").map(({family: name}) => name),
  );
  const partOfComposite = ({domain, family: name}: ObservedBenchmark) =>
    domain !== "composite" && [...composites].some((composite) => name.startsWith(`${composite}-`));
  for (const {model, benchmark: id, score, stderr, setting} of input.observations) {
    const benchmark = benchmarks.get(id);
    if (!models.has(model)) drop("model released outside the window, undated, or of unknown openness");
    else if (!benchmark) drop("benchmark without a description");
    else if (repeated(id)) drop("another evaluator's listing of a benchmark already counted");
    else if (partOfComposite(benchmark)) drop("category of a composite that is counted as a whole");
    else rows.push({model, test: id, effort: effortLevel(setting), value: score, stderr});
  }
  return rows;
}

/** The present ratings of the method's boards. */
function preferenceRows(
  {preferences, asOf}: RobustnessInput,
  method: RobustnessMethod,
  models: ReadonlyMap<string, ObservedModel>,
  drop: (reason: string) => void,
): Row[] {
  const own = preferences.filter(({board}) => method.preferenceBoards.value.includes(board));
  const {ratings, stale} = latestRatings(own, asOf, method.preferenceMaxAgeDays.value);
  for (let k = 0; k < stale; k++) drop("rating older than the board's present vintage");
  return ratings.flatMap((rating): Row[] => {
    const {model, setting, board} = rating;
    if (!models.has(model)) {
      drop("rated model released outside the window, undated, or of unknown openness");
      return [];
    }
    const value = rating.rating;
    return [
      {model, test: boardTest(board), effort: effortLevel(setting), value, stderr: ratingError(rating)},
    ];
  });
}

const BOARD = "preference:";
const boardTest = (board: string) => `${BOARD}${board}`;

const family = (test: string, benchmarks: ReadonlyMap<string, ObservedBenchmark>) =>
  benchmarks.get(test)?.family ?? test;

/** Rows of models and tests that meet the minima; dropping one can push another below, so repeated until stable. */
function connected(
  rows: readonly Row[],
  familyOf: (row: Row) => string,
  method: RobustnessMethod,
  drop: (reason: string) => void,
): Row[] {
  let kept = [...rows];
  for (;;) {
    const families = new Map<string, Set<string>>();
    const takers = new Map<string, Set<string>>();
    for (const row of kept) {
      families.set(row.model, (families.get(row.model) ?? new Set()).add(familyOf(row)));
      takers.set(row.test, (takers.get(row.test) ?? new Set()).add(row.model));
    }
    const next = kept.filter((row) => {
      if (takers.get(row.test)!.size < method.minBenchmarkModels.value) drop("test taken by too few models");
      else if (families.get(row.model)!.size < method.minFamilies.value)
        drop("model with too few families of tests");
      else return true;
      return false;
    });
    if (next.length === kept.length) return next;
    kept = next;
  }
}

function testOf(id: string, benchmark: ObservedBenchmark | undefined, firstRun: Day): Test {
  if (!benchmark)
    return {id, family: id, domain: "preference", classes: ["preference"], publishedDay: firstRun};
  const {family: name, domain, access, publishedDay = firstRun} = benchmark;
  const classes: EvidenceClass[] = [];
  if (access !== "public") classes.push(access);
  if (domain === "agentic") classes.push("agentic");
  return {id, family: name, domain, classes, publishedDay};
}

function cellsOf(
  rows: readonly Row[],
  modelIds: readonly string[],
  testIds: readonly string[],
  benchmarks: ReadonlyMap<string, ObservedBenchmark>,
  method: RobustnessMethod,
): Cell[] {
  const levelsOfModel = new Map<string, Set<EffortLevel>>();
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    levelsOfModel.set(row.model, (levelsOfModel.get(row.model) ?? new Set()).add(row.effort));
    const key = JSON.stringify([row.model, row.test, EFFORT_LEVELS.indexOf(row.effort)]);
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  const modelIndex = new Map(modelIds.map((id, i) => [id, i]));
  const testIndex = new Map(testIds.map((id, i) => [id, i]));
  // Sorted, so that the order of the rows of a file cannot change a draw.
  return [...groups.keys()].sort().map((key) => {
    const group = groups.get(key)!;
    const {model, test, effort} = group[0];
    const value = average(group.map((row) => row.value));
    const benchmark = benchmarks.get(test);
    return {
      model: modelIndex.get(model)!,
      test: testIndex.get(test)!,
      effort: levelsOfModel.get(model)!.size > 1 ? effort : "max",
      ...(benchmark
        ? resultResponse(value, benchmark, method)
        : ratingResponse(value, group[0].stderr!, method)),
    };
  });
}

/** The mean of values added in ascending order: the order they came in must not reach the last bit. */
function average(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted.reduce((sum, value) => sum + value, 0) / sorted.length;
}

function resultResponse(score: number, benchmark: ObservedBenchmark, method: RobustnessMethod) {
  const chance = benchmark.chance ?? 0;
  const p = (score - chance) / (benchmark.ceiling - chance);
  const [floor, top] = [method.floor.value, 1 - method.ceilingMargin.value];
  const inside = Math.min(Math.max(p, floor), top);
  const spread = Math.max(inside * (1 - inside), method.relativeVarianceFloor.value);
  return {
    response: Math.log(inside / (1 - inside)),
    censored: p <= floor ? ("below" as const) : p >= top ? ("above" as const) : ("none" as const),
    relativeVariance: 0.25 / spread,
  };
}

function ratingResponse(rating: number, stderr: number, method: RobustnessMethod) {
  return {
    response: rating / method.preferenceUnit.value,
    censored: "none" as const,
    relativeVariance: 1 + (stderr / method.preferenceErrorFloor.value) ** 2,
  };
}
