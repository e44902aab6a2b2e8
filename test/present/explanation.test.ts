import {describe, expect, it} from "vitest";
import {InputError} from "../../src/errors.ts";
import type {MethodRule} from "../../src/method-rules.ts";
import {explanation} from "../../src/present/explanation.ts";
import type {Evidence, Report} from "../../src/report.ts";
import {syntheticCatalog} from "./synthetic-catalog.ts";
import {syntheticReport} from "./synthetic-report.ts";

const rule = (id: string): MethodRule => ({rule: id, title: "A rule", text: "Its text."});

/** The headline's lag explained as if it rested on this evidence. */
function explained(evidence: Partial<Evidence>, report: Report = syntheticReport()) {
  const lag = {...report.headline.lag, evidence: {...report.headline.lag.evidence, ...evidence}};
  const changed = {...report, headline: {...report.headline, lag}};
  return explanation({report: changed, catalog: syntheticCatalog(report), rule}, lag.id);
}

describe("the rows behind a number", () => {
  it("are those of its models on its benchmarks, and no others", () => {
    const {rows} = explained({models: ["grove-9", "helios-9"], benchmarks: ["omega"]});
    expect(rows.map((row) => [row.model, row.kind === "result" ? row.benchmark : row.board])).toEqual([
      ["grove-9", "omega"],
      ["helios-9", "omega"],
    ]);
  });

  it("are all results of its models when it names no benchmark", () => {
    expect(explained({models: ["grove-9"], benchmarks: []}).rows).toHaveLength(2);
  });

  it("are ratings when it names a preference board", () => {
    const {rows} = explained({models: ["helios-2"], benchmarks: ["text"]});
    expect(rows.map(({kind}) => kind)).toEqual(["preference"]);
  });

  it("are those of every measured model when no single one decides it, holders of the frontiers first", () => {
    const report = syntheticReport();
    const {rows, models} = explained({models: [], benchmarks: ["alpha"]});
    const measured = report.models.filter(({ability}) => ability !== null);
    expect(rows).toHaveLength(measured.length);
    expect(models[0]!.model).toBe("helios-11");
    expect(models.map(({model}) => model)).not.toContain("sprout-1");
  });

  it("are counted by source, with licence, link and the day they were read", () => {
    const {rows, sources} = explained({
      models: ["grove-9", "helios-2"],
      benchmarks: ["alpha", "omega", "text"],
    });
    expect(rows).toHaveLength(5);
    expect(sources.map(({id, rows: count}) => [id, count])).toEqual([
      ["observatory", 4],
      ["arena", 1],
    ]);
    expect(sources[0]).toMatchObject({
      licence: "CC BY 4.0",
      url: "https://example.org/observatory",
      retrieved: "2026-08-31",
    });
  });
});

describe("an explanation", () => {
  it("carries the rule by its number, and stays useful when METHOD.md lacks it", () => {
    expect(explained({rule: "R12"}).rule).toEqual(rule("R12"));
    const report = syntheticReport();
    const unknown = () => {
      throw new InputError("unknown", "rule: R99");
    };
    expect(explanation({report, catalog: syntheticCatalog(report), rule: unknown}, "lag").rule).toBeNull();
  });

  it("shows the numbers it is computed from, abilities included", () => {
    const {computedFrom} = explained({quantities: ["gap", "ability.grove-9", "gone"]});
    expect(computedFrom.map(({id}) => id)).toEqual(["gap", "ability.grove-9"]);
  });

  it("gives the dates of each model and leaves unknown ones unknown", () => {
    const {models} = explained({models: ["grove-9", "sprout-1"]});
    expect(models[0]).toMatchObject({weights: "2026-08-03", openness: "open"});
    expect(models[1]).toMatchObject({
      announced: null,
      available: "2026-01",
      weights: null,
      openness: "unknown",
    });
  });
});
