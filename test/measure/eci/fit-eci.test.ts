import {readFileSync} from "node:fs";
import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {FitError, InputError} from "../../../src/errors.ts";
import {eciData} from "../../../src/measure/eci/eci-data.ts";
import {eciMethod} from "../../../src/measure/eci/eci-method.ts";
import {eciIndex} from "../../../src/measure/eci/eci-scale.ts";
import {subsetAbilities} from "../../../src/measure/eci/eci-subset.ts";
import {fitEci} from "../../../src/measure/eci/fit-eci.ts";
import {stream} from "../../../src/numeric/random.ts";
import {
  differences,
  hasReference,
  referenceData,
  referenceRows,
  referenceTable,
  type Vintage,
} from "./reference.ts";
import {simulatedWorld, syntheticMethod} from "./synthetic.ts";

describe.skipIf(!hasReference)("the index on the published snapshots", () => {
  const optimum: Record<Vintage, number> = {"2026-08-11": 6.520695498, "2025-12": 3.447174177};

  describe.each(["2026-08-11", "2025-12"] as const)("of %s", (vintage) => {
    const fit = hasReference ? fitEci(referenceData(vintage), eciMethod) : undefined!;

    it("reaches the cost of the true optimum", () => {
      expect(Math.abs(fit.cost - optimum[vintage])).toBeLessThan(1e-8);
      expect(fit.gradient).toBeLessThan(1e-10);
      expect(fit.atBound).toEqual([]);
      expect(fit.unlinked).toEqual([]);
    });

    it("has the abilities, difficulties and slopes of the true optimum", () => {
      const models = referenceTable(`optimum_models.${vintage}`);
      const benchmarks = referenceTable(`optimum_benchmarks.${vintage}`);
      const {ability} = eciIndex(fit);
      const model = (row: Record<string, string>) => fit.data.models.indexOf(row.model);
      const benchmark = (row: Record<string, string>) => fit.data.benchmarks.indexOf(row.benchmark);
      expect(models.length).toBe(fit.data.models.length);
      expect(
        differences(models.map((row) => [fit.capability[model(row)], Number(row.capability)])).max,
      ).toBeLessThan(1e-5);
      expect(differences(models.map((row) => [ability[model(row)], Number(row.eci)])).max).toBeLessThan(1e-5);
      expect(
        differences(benchmarks.map((row) => [fit.difficulty[benchmark(row)], Number(row.difficulty)])).max,
      ).toBeLessThan(1e-5);
      expect(
        differences(benchmarks.map((row) => [fit.slope[benchmark(row)], Number(row.slope)])).max,
      ).toBeLessThan(1e-5);
    });

    it("ends at the same optimum from random starts", () => {
      for (let seed = 1; seed <= 4; seed++) {
        const random = stream(seed, 99);
        const start = {
          inner: fit.capability.map(() => 0.1 * random.normal()),
          outer: Float64Array.from({length: 2 * fit.slope.length}, (_, j) =>
            j % 2 ? 1 : 0.1 * random.normal(),
          ),
        };
        const again = fitEci(fit.data, eciMethod, {start});
        expect(Math.abs(again.cost - fit.cost)).toBeLessThan(1e-9);
        expect(differences([...again.capability].map((c, m) => [c, fit.capability[m]])).max).toBeLessThan(
          1e-6,
        );
      }
    });
  });

  it("agrees with the published index, which stops a little before the optimum, to 0.02 points", () => {
    const fit = fitEci(referenceData("2026-08-11"), eciMethod);
    const {ability, difficulty, slope} = eciIndex(fit);
    const scores = referenceTable("eci_scores.2026-08-11");
    const eci = differences(
      scores.map((row) => [ability[fit.data.models.indexOf(row.Model)], Number(row.eci)]),
    );
    expect(scores.length).toBe(222);
    // Measured at the optimum: 0.0212 on average and 0.197 at most (a model at 53 points, 77 below the lower anchor).
    expect(eci.mean).toBeLessThan(0.0215);
    expect(eci.max).toBeLessThan(0.2);
    const upper = scores.filter((row) => Number(row.eci) >= 120);
    expect(
      differences(upper.map((row) => [ability[fit.data.models.indexOf(row.Model)], Number(row.eci)])).max,
    ).toBeLessThan(0.05);

    const edi = referenceTable("edi_scores.2026-08-11");
    const at = (row: Record<string, string>) => fit.data.benchmarks.indexOf(row.benchmark_name);
    expect(differences(edi.map((row) => [difficulty[at(row)], Number(row.edi)])).mean).toBeLessThan(0.02);
    expect(
      differences(edi.map((row) => [slope[at(row)], Number(row.estimated_slope_scaled)])).mean,
    ).toBeLessThan(2e-4);
    expect(Math.abs(fit.rms - 0.0754)).toBeLessThan(0.0005);
  });

  it("gives the same bytes in whatever order rows arrive", () => {
    const rows = referenceRows("2025-12");
    const random = stream(3, 1);
    const shuffled = rows.map((row) => ({row, key: random.uniform()})).sort((a, b) => a.key - b.key);
    const plain = fitEci(eciData(rows), eciMethod);
    const again = fitEci(eciData(shuffled.map(({row}) => row)), eciMethod);
    expect(again.data.models).toEqual(plain.data.models);
    expect(again.capability).toEqual(plain.capability);
    expect(again.slope).toEqual(plain.slope);
  });
});

describe("the index against SciPy", () => {
  const golden = JSON.parse(
    readFileSync(new URL("../../reference/eci-scipy/tiny.json", import.meta.url), "utf8"),
  );
  const method = syntheticMethod({reference: "b0", low: "m0", high: "m1"});

  describe.each(["inner", "flat"])("case %s", (name) => {
    const {rows, solution, subset} = golden[name];
    const fit = fitEci(eciData(rows), method);
    const model = (m: number) => fit.data.models.indexOf(`m${m}`);

    it("finds the solution of an established solver, bounds included", () => {
      expect(Math.abs(fit.cost - solution.cost)).toBeLessThan(1e-10);
      const pairs = solution.capability.map((c: number, m: number) => [fit.capability[model(m)], c]);
      expect(differences(pairs).max).toBeLessThan(2e-5);
      const at = (b: number) => fit.data.benchmarks.indexOf(`b${b}`);
      expect(
        differences(solution.slope.map((a: number, b: number) => [fit.slope[at(b)], a])).max,
      ).toBeLessThan(2e-5);
      expect(fit.atBound).toEqual(name === "flat" ? ["slope of b4"] : []);
    });

    it("scores a subset as a scalar minimiser does", () => {
      const [low, high] = [fit.capability[model(0)], fit.capability[model(1)]];
      const upward = low < high ? method : syntheticMethod({reference: "b0", low: "m1", high: "m0"});
      const ordered = fitEci(eciData(rows), upward);
      const {scale} = eciIndex(ordered);
      const wanted = new Set(subset.benchmarks);
      const found = subsetAbilities(ordered, (b) => wanted.has(b)).find(
        (ability) => ability.model === subset.model,
      );
      expect(found?.kind).toBe("known");
      if (found?.kind === "known") {
        expect(Math.abs((found.ability - scale.offset) / scale.factor - subset.capability)).toBeLessThan(
          1e-4,
        );
      }
    });
  });
});

describe("the index in a made-up world", () => {
  it("recovers known abilities when results have hardly any noise", () => {
    const world = simulatedWorld({seed: 5, models: 24, benchmarks: 12, noise: 0.001, density: 0.8});
    const weak = {...world.method, penalty: {...world.method.penalty, value: 1e-6}};
    const fit = fitEci(eciData(world.rows), weak);
    const {ability} = eciIndex(fit);
    const pairs = fit.data.models.map((id, m) => [ability[m], world.truth.get(id)!] as const);
    expect(differences(pairs).mean).toBeLessThan(0.15);
  });

  it("does not notice a benchmark nobody took, nor the order or names of anything", () => {
    const world = simulatedWorld({seed: 6, models: 16, benchmarks: 8, noise: 0.05, density: 0.7});
    const plain = eciIndex(fitEci(eciData(world.rows), world.method)).ability;
    fc.assert(
      fc.property(fc.shuffledSubarray([...world.rows], {minLength: world.rows.length}), (rows) => {
        const again = fitEci(eciData(rows), world.method);
        expect(again.data.benchmarks.length).toBe(8);
        expect(eciIndex(again).ability).toEqual(plain);
      }),
      {numRuns: 10, seed: 1},
    );
    // Renaming turns the inner order round; the optimum stays.
    const reversed = (id: string) => `${id[0]}${99 - Number(id.slice(1))}`;
    const renamed = world.rows.map((row) => ({
      ...row,
      model: reversed(row.model),
      benchmark: reversed(row.benchmark),
    }));
    const {referenceBenchmark, lowAnchor, highAnchor} = world.method;
    const method = syntheticMethod({
      reference: reversed(referenceBenchmark.value[0]),
      low: reversed(lowAnchor.value.ids[0]),
      high: reversed(highAnchor.value.ids[0]),
    });
    const turned = fitEci(eciData(renamed), method);
    const index = eciIndex(turned);
    const pairs = [...plain].map((value, m) => {
      const id = reversed(`m${String(m).padStart(2, "0")}`);
      return [index.ability[turned.data.models.indexOf(id)], value] as const;
    });
    expect(differences(pairs).max).toBeLessThan(1e-6);
  });

  it("moves a model up when its results rise", () => {
    const world = simulatedWorld({seed: 7, models: 16, benchmarks: 8, noise: 0.05, density: 0.7});
    const better = world.rows.map((row) =>
      row.model === "m07" ? {...row, performance: Math.min(1, row.performance + 0.05)} : row,
    );
    const at = (rows: typeof world.rows) => eciIndex(fitEci(eciData(rows), world.method)).ability[7];
    expect(at(better)).toBeGreaterThan(at(world.rows) + 0.5);
  });

  it("names models that no chain of shared benchmarks links to the reference", () => {
    const world = simulatedWorld({seed: 8, models: 12, benchmarks: 6, noise: 0.05, density: 0.9});
    const island = ["x", "y"].flatMap((model) =>
      ["i0", "i1", "i2", "i3"].map((benchmark) => ({model, benchmark, performance: 0.5})),
    );
    expect(fitEci(eciData([...world.rows, ...island]), world.method).unlinked).toEqual(["x", "y"]);
  });

  it("says how far it came when it does not settle", () => {
    const world = simulatedWorld({seed: 9, models: 12, benchmarks: 6, noise: 0.05, density: 0.9});
    const hasty = {...world.method, iterations: {...world.method.iterations, value: 2}};
    const attempt = () => fitEci(eciData(world.rows), hasty);
    expect(attempt).toThrow(FitError);
    expect(attempt).toThrow(/capabilities index did not settle: gradient .* after 2 iterations/);
  });

  it("refuses a missing anchor, a missing reference benchmark and a doubled row in full sentences", () => {
    const world = simulatedWorld({seed: 10, models: 12, benchmarks: 6, noise: 0.05, density: 0.9});
    const data = eciData(world.rows);
    expect(() => eciIndex(fitEci(data, {...world.method, highAnchor: eciMethod.highAnchor}))).toThrow(
      /missing anchor of the index scale at 150: gpt-5 or GPT-5/,
    );
    expect(() => fitEci(data, eciMethod)).toThrow(/missing reference benchmark: winogrande/);
    expect(() => eciData([...world.rows, world.rows[0]])).toThrow(InputError);
    expect(() => eciData([{model: "m", benchmark: "b", performance: 1.2}])).toThrow(
      /invalid performance of m on b: 1.2/,
    );
  });
});
