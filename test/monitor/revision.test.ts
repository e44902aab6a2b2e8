import {createHash} from "node:crypto";
import fc from "fast-check";
import {describe, expect, it} from "vitest";
import type {Catalog} from "../../src/data/catalog.ts";
import {dayOf, parseDateSpan} from "../../src/dates.ts";
import type {LagEstimate} from "../../src/measure/lag/estimate.ts";
import {catalogChanges} from "../../src/monitor/revision/catalog-changes.ts";
import {type EarlierReading, revision, type RevisionRun} from "../../src/monitor/revision/revision.ts";
import {stepwiseCatalogs} from "../../src/monitor/revision/stepwise-catalogs.ts";
import {REVISION_CAUSES, type Revision, revisionSchema} from "../../src/revision-report.ts";
import type {Day} from "../../src/units.ts";
import {type MadeFacts, madeBenchmark, madeCatalog, madeModel, madeResult} from "./made-catalog.ts";

/** An estimate that holds one value. */
const estimate = (value: number): LagEstimate =>
  ({
    kind: "estimate",
    value,
    interval: {low: value - 1, high: value + 1, level: 0.9, censored: "none"},
  }) as LagEstimate;

/** A number that depends on every fact a headline could read, and on the day: no change of any of them goes unseen. */
function fingerprint(catalog: Catalog, asOf: Day): number {
  const {models, benchmarks, results} = catalog;
  const text = JSON.stringify([
    [...models.values()].sort((a, b) => (a.id < b.id ? -1 : 1)),
    [...benchmarks.values()].sort((a, b) => (a.id < b.id ? -1 : 1)),
    [...results].map((row) => JSON.stringify(row)).sort(),
    asOf,
  ]);
  return createHash("sha256").update(text).digest().readUInt32BE(0) / 2 ** 28;
}

const measured: string[] = [];
const run: RevisionRun = {
  method: "m1",
  instrument: "lagline",
  dates: "weights",
  seed: 1,
  draws: 500,
  measure: async (facts, asOf, name) => {
    measured.push(name);
    const value = fingerprint(facts, asOf);
    return {lag: estimate(value), gap: estimate(2 * value)};
  },
  progress: () => {},
};

const revised = (before: Catalog, after: Catalog, told?: EarlierReading): Promise<Revision> =>
  revision(
    {name: "a", catalog: before, asOf: before.coveredTo},
    {name: "b", catalog: after, asOf: after.coveredTo},
    run,
    told,
  );

const base: MadeFacts = {
  models: [
    madeModel({id: "closed-1", available: "2025-01-01"}),
    madeModel({id: "open-1", available: "2025-06-01", weights: "2025-06-01", openness: "open"}),
  ],
  benchmarks: [madeBenchmark("quiz"), madeBenchmark("chores")],
  results: [
    madeResult("closed-1", "quiz", 0.6),
    madeResult("open-1", "quiz", 0.5),
    madeResult("open-1", "chores", 0.4),
  ],
};

/** One change of each kind, alone. */
const CHANGES: Record<string, MadeFacts> = {
  "time passed": {...base, coveredTo: "2026-07-01"},
  "new models": {
    ...base,
    models: [
      ...base.models,
      madeModel({id: "open-2", available: "2025-09-01", weights: "2025-09-01", openness: "open"}),
    ],
    results: [...base.results!, madeResult("open-2", "quiz", 0.7)],
  },
  "new results": {
    ...base,
    benchmarks: [...base.benchmarks!, madeBenchmark("maze")],
    results: [...base.results!, madeResult("closed-1", "maze", 0.3)],
  },
  "changed scores": {
    ...base,
    results: [madeResult("closed-1", "quiz", 0.65), ...base.results!.slice(1)],
  },
  "changed dates": {...base, models: [madeModel({id: "closed-1", available: "2025-02-01"}), base.models[1]!]},
  "changed openness": {
    ...base,
    models: [base.models[0]!, madeModel({id: "open-1", available: "2025-06-01"})],
  },
};

describe("the split of a revision", () => {
  it.each(Object.keys(CHANGES))("gives %s the whole of a change of that kind alone", async (cause) => {
    const answer = await revised(madeCatalog(base), madeCatalog(CHANGES[cause]!));
    const moved = answer.shares.filter(({changes}) => changes > 0).map((share) => share.cause);
    expect(moved).toEqual([cause]);
    const share = answer.shares.find((one) => one.cause === cause)!;
    expect(share.lag).not.toBe(0);
    expect(share.lag).toBe(answer.lag.after.value! - answer.lag.before.value!);
    expect(
      answer.shares.filter((one) => one.cause !== cause).every(({lag, gap}) => lag === 0 && gap === 0),
    ).toBe(true);
  });

  it("stands in the stated order, adds up, and leaves nothing over, whatever changed", async () => {
    const kinds = fc.subarray(Object.keys(CHANGES));
    await fc.assert(
      fc.asyncProperty(kinds, kinds, async (one, other) => {
        const [before, after] = [combined(one), combined(other)];
        const answer = await revised(before, after);
        expect(revisionSchema.safeParse(answer).error).toBeUndefined();
        expect(answer.shares.map(({cause}) => cause)).toEqual(REVISION_CAUSES);
        const sum = answer.shares.reduce((total, {lag}) => total + lag!, 0);
        expect(sum).toBeCloseTo(answer.lag.after.value! - answer.lag.before.value!, 10);
        expect(answer.remainder).toEqual({lag: 0, gap: 0});
        expect(answer.lag.after.value).toBe(fingerprint(after, after.coveredTo));
      }),
      {numRuns: 60},
    );
  });

  it("ends at the later facts themselves", () => {
    const [before, after] = [madeCatalog(base), combined(Object.keys(CHANGES))];
    const steps = stepwiseCatalogs(before, after);
    expect(steps["changed openness"]).toBe(after);
    expect(fingerprint(steps["changed dates"], after.coveredTo)).not.toBe(
      fingerprint(after, after.coveredTo),
    );
  });

  it("measures nothing for a kind that did not change, and each state once", async () => {
    measured.length = 0;
    await revised(madeCatalog(base), madeCatalog(base));
    expect(measured).toHaveLength(1);
    measured.length = 0;
    await revised(madeCatalog(base), combined(["new models", "changed dates"]));
    expect(measured).toHaveLength(3);
    expect(new Set(measured).size).toBe(3);
  });

  it("gives the method its share when the earlier facts were read by another one", async () => {
    const [before, after] = [madeCatalog(base), madeCatalog(CHANGES["new models"]!)];
    const now = fingerprint(before, before.coveredTo);
    const told = {value: now + 0.7, low: now, high: now + 1, why: null};
    const answer = await revised(before, after, {
      method: "m0",
      lag: told,
      gap: {...told, value: 2 * now - 1},
    });
    const method = answer.shares.at(-1)!;
    expect(method).toMatchObject({cause: "changed method", changes: 1});
    expect(method.lag).toBeCloseTo(-0.7, 12);
    expect(method.gap).toBeCloseTo(1, 12);
    expect(answer.remainder).toEqual({lag: 0, gap: 0});
    expect(answer.before.method).toBe("m0");
    expect(answer.after.method).toBe("m1");
  });

  it("has no shares where a side has no number, and says why", async () => {
    const before = madeCatalog(base);
    const answer = await revision(
      {name: "a", catalog: before, asOf: before.coveredTo},
      {name: "b", catalog: madeCatalog(CHANGES["new models"]!), asOf: before.coveredTo},
      {
        ...run,
        measure: async (facts) => {
          const none = {kind: "insufficient", insufficient: "no open model"} as LagEstimate;
          return facts === before ? {lag: none, gap: none} : {lag: estimate(1), gap: estimate(1)};
        },
      },
    );
    expect(answer.lag.before).toEqual({value: null, low: null, high: null, why: "no open model"});
    expect(answer.shares[1]!.lag).toBeNull();
    expect(answer.remainder.lag).toBeNull();
  });
});

function combined(kinds: readonly string[]): Catalog {
  const has = (kind: string) => kinds.includes(kind);
  const models = base.models.map((model) => {
    const dated =
      has("changed dates") && model.id === "closed-1" ? {available: parseDateSpan("2025-02-01")!} : {};
    if (!has("changed openness") || model.id !== "open-1") return {...model, ...dated};
    return madeModel({id: "open-1", available: "2025-06-01"});
  });
  const results = base.results!.map((row) =>
    has("changed scores") && row.model === "closed-1" ? {...row, score: 0.65} : row,
  );
  return madeCatalog({
    models: has("new models") ? [...models, CHANGES["new models"]!.models[2]!] : models,
    benchmarks: has("new results") ? CHANGES["new results"]!.benchmarks! : base.benchmarks!,
    results: [
      ...results,
      ...(has("new models") ? CHANGES["new models"]!.results!.slice(3) : []),
      ...(has("new results") ? CHANGES["new results"]!.results!.slice(3) : []),
    ],
    ...(has("time passed") ? {coveredTo: "2026-07-01"} : {}),
  });
}

describe("the tables of a revision", () => {
  it("match a result whose source was renamed, and only where one stands against one", () => {
    const renamed = {
      ...base.results![0]!,
      score: 0.61,
      provenance: {...base.results![0]!.provenance, source: "board-2"},
    };
    const {changedScores, newResults, removedResults} = catalogChanges(
      madeCatalog(base),
      madeCatalog({...base, results: [renamed, ...base.results!.slice(1)]}),
    );
    expect(changedScores).toMatchObject([{model: "closed-1", before: 0.6, after: 0.61, source: "board-2"}]);
    expect([newResults, removedResults]).toEqual([[], []]);
    const twice = [renamed, {...renamed, run: 2}, ...base.results!.slice(1)];
    const unclear = catalogChanges(madeCatalog(base), madeCatalog({...base, results: twice}));
    expect([unclear.newResults.length, unclear.removedResults.length]).toEqual([2, 1]);
  });

  it("say under which name a model that is gone now stands", () => {
    const after = {
      ...base,
      models: [
        madeModel({id: "closed-one", available: "2025-01-01", aliases: ["closed-1"]}),
        base.models[1]!,
      ],
    };
    const {removedModels, newModels} = catalogChanges(madeCatalog(base), madeCatalog(after));
    expect(removedModels).toMatchObject([{model: "closed-1", nowAs: "closed-one"}]);
    expect(newModels).toMatchObject([{model: "closed-one"}]);
  });

  it("count the day of weights that opened under openness, not under dates", () => {
    const closed = {...base, models: [base.models[0]!, madeModel({id: "open-1", available: "2025-06-01"})]};
    const {changedDates, changedOpenness} = catalogChanges(madeCatalog(closed), madeCatalog(base));
    expect(changedDates).toEqual([]);
    expect(changedOpenness.map(({field, before, after}) => [field, before, after])).toEqual([
      ["openness", "closed", "open"],
      ["weightsDate", "", "2025-06-01"],
    ]);
  });

  it("are empty between a state and itself", () => {
    const {compared, ...tables} = catalogChanges(madeCatalog(base), madeCatalog(base));
    expect(Object.values(tables).every((table) => table.length === 0)).toBe(true);
    expect(compared).toEqual({models: 2, results: 3, dates: 2});
    expect(dayOf("2026-06-01")).toBe(madeCatalog(base).coveredTo);
  });
});
