import {describe, expect, it} from "vitest";
import {lagsOfWorlds, meanDailyLookBack, pairedLags} from "../../../src/measure/robustness/class-lags.ts";
import {closedPace} from "../../../src/measure/robustness/closed-pace.ts";
import type {Cell, EvidenceTable} from "../../../src/measure/robustness/evidence-table.ts";
import {matchedPairs} from "../../../src/measure/robustness/matched-pairs.ts";
import {placebo} from "../../../src/measure/robustness/placebo.ts";
import {robustnessMethod} from "../../../src/measure/robustness/robustness-method.ts";
import {separateFits} from "../../../src/measure/robustness/separate-fits.ts";
import {stream} from "../../../src/numeric/random.ts";
import {DAYS_PER_MONTH, day} from "../../../src/units.ts";

const SLOPE = 2;
const POINTS_PER_LOGIT = 10;
const count = 48;
const ability = (m: number) => 130 + Math.floor(m / 2);
const isOpen = (m: number) => m % 2 === 0;
const models = Array.from({length: count}, (_, m) => ({
  id: `m${m}`,
  lab: `lab-${m % 12}`,
  openness: isOpen(m) ? ("open" as const) : ("closed" as const),
  releaseDay: day(20_000),
}));
const test = {id: "t", family: "t", domain: "math", classes: ["private" as const], publishedDay: day(19_000)};
const points = {points: new Map(models.map(({id}, m) => [id, ability(m)])), pointsPerLogit: POINTS_PER_LOGIT};

/** Every model's result is exactly its ability, open ones `shortfall` points below it. */
function tableWith(shortfall: number, more: Partial<Cell> = {}): EvidenceTable {
  const cells = models.map((_, model): Cell => {
    const seen = ability(model) - (isOpen(model) ? shortfall : 0);
    return {
      model,
      test: 0,
      effort: "max",
      response: (SLOPE * seen) / POINTS_PER_LOGIT,
      censored: "none",
      relativeVariance: 1,
      ...more,
    };
  });
  return {models, tests: [test], cells, resultCount: cells.length, dropped: []};
}
const slope = Float64Array.of(SLOPE);
const pairs = (table: EvidenceTable) =>
  matchedPairs(table, "private", points, slope, robustnessMethod, stream(1, 1));

describe("matched pairs", () => {
  it("give back a shortfall exactly when nothing else differs, corrected for what ability pairs still differ by", () => {
    const own = pairs(tableWith(4));
    if (own.kind !== "estimate") throw new Error("no estimate");
    expect(own.differencePoints).toBeCloseTo(-4, 9);
    expect(own.interval.low).toBeCloseTo(-4, 9);
    expect(own.interval.high).toBeCloseTo(-4, 9);
    expect(own).toMatchObject({openModels: 24, openLabs: 6, closedWins: 1});
    // Partners within three points: up to seven abilities, less at the ends.
    expect(own.pairs).toBe(24 * 7 - 2 * (3 + 2 + 1));
  });

  it("find nothing where there is nothing", () => {
    const own = pairs(tableWith(0));
    if (own.kind !== "estimate") throw new Error("no estimate");
    expect(own.differencePoints).toBeCloseTo(0, 9);
    expect(own.closedWins).toBeCloseTo(0.5, 9);
  });

  it("compare no two results on the same bound, and say insufficient when none is left", () => {
    expect(pairs(tableWith(4, {censored: "below"}))).toMatchObject({kind: "insufficient", pairs: 0});
  });

  it("ignore tests too flat to measure ability", () => {
    const flat = matchedPairs(
      tableWith(4),
      "private",
      points,
      Float64Array.of(0.1),
      robustnessMethod,
      stream(1, 1),
    );
    expect(flat.kind).toBe("insufficient");
  });
});

describe("the placebo", () => {
  const run = (shortfall: number) =>
    placebo(tableWith(shortfall), "private", points, slope, robustnessMethod, stream(2, 1));

  it("centres shuffled labels on zero and puts a true shortfall outside them", () => {
    const own = run(4);
    if (own.kind !== "estimate") throw new Error("no estimate");
    expect(own.observedPoints).toBeCloseTo(-4, 9);
    // 400 shuffles of 48 models that differ by two points either way: standard error 0.03.
    expect(Math.abs(own.shuffledMean)).toBeLessThan(0.15);
    expect(own.shuffled.low).toBeGreaterThan(-3);
    expect(own.pValue).toBeCloseTo(1 / 401, 9);
  });

  it("gives no small p-value where there is no difference", () => {
    const own = run(0);
    expect(own.kind === "estimate" && own.pValue).toBe(1);
  });
});

const release = (model: string, month: number, column: number) => {
  const on = day(20_000 + month * DAYS_PER_MONTH);
  return {model, date: {earliest: on, latest: on}, column};
};

describe("the pace of the closed frontier", () => {
  const closed = Array.from({length: 25}, (_, k) => release(`c${k}`, k, k));
  const asOf = day(20_000 + 24 * DAYS_PER_MONTH);

  it("is the slope of a frontier that rises by a fixed amount each month", () => {
    const rising = Float64Array.from(closed, (_, k) => 130 + 1.25 * k);
    expect(closedPace(closed, asOf, 24)(rising)).toBeCloseTo(1.25, 9);
  });

  it("does not exist for a frontier that stands still", () => {
    expect(closedPace(closed, asOf, 24)(new Float64Array(25).fill(130))).toBeUndefined();
  });
});

describe("lags of a class beside public lags", () => {
  // Closed gains a point a month; open follows six months later.
  const closed = Array.from({length: 40}, (_, k) => release(`c${k}`, k, k));
  const open = Array.from({length: 34}, (_, k) => release(`o${k}`, k + 6, 40 + k));
  const asOf = day(20_000 + 39.99 * DAYS_PER_MONTH);
  const row = (shortfall: number) =>
    Float64Array.from([...closed.map((_, k) => k), ...open.map((_, k) => k - shortfall)]);
  const months = (shortfall: number) =>
    lagsOfWorlds(meanDailyLookBack, {closed, open}, asOf, 1, () => row(shortfall));
  const lags = (shortfall: number) => pairedLags(months(0), months(shortfall));

  it("are equal where the class makes no difference", () => {
    expect(lags(0).classLag).toEqual(lags(0).publicLag);
  });

  it("grow by a month for each point of shortfall when closed gains a point a month", () => {
    const {publicLag, classLag} = lags(3);
    expect(classLag[0] - publicLag[0]).toBeCloseTo(3, 9);
  });
});

describe("two separate fits", () => {
  const worlds = 3;
  const repeated = (row: readonly number[]) =>
    Float64Array.from(Array.from({length: worlds}, () => row).flat());
  const timed = Array.from({length: 40}, (_, k) => ({
    id: `x${k}`,
    lab: `l${k}`,
    openness: k % 2 === 0 ? ("open" as const) : ("closed" as const),
    releaseDay: day(20_000 + k * DAYS_PER_MONTH),
  }));
  const table: EvidenceTable = {models: timed, tests: [], cells: [], resultCount: 0, dropped: []};
  const ids = timed.map(({id}) => id);
  const onPublic = timed.map(({openness}, k) => k - (openness === "open" ? 4 : 0));
  const drawsOf = (row: readonly number[]) => ({models: ids, drawCount: worlds, ability: repeated(row)});
  const asOf = day(20_000 + 40 * DAYS_PER_MONTH);
  const ratio = (heldOut: readonly number[]) =>
    separateFits(table, drawsOf(onPublic), drawsOf(heldOut), meanDailyLookBack, asOf, robustnessMethod);

  it("have ratio one when held-out ability is public ability on another scale", () => {
    const own = ratio(onPublic.map((value) => 7 - 100 + value * 0.3));
    expect(own).toMatchObject({kind: "estimate", nOpen: 20, nClosed: 20});
    expect(own.kind === "estimate" && own.ratio.value).toBeCloseTo(1, 9);
  });

  it("have a larger ratio when open models fall back on held-out tests", () => {
    const own = ratio(timed.map(({openness}, k) => k - (openness === "open" ? 8 : 0)));
    expect(own.kind === "estimate" && own.extraMonths.value).toBeGreaterThan(3);
  });
});
