import {fileURLToPath} from "node:url";
import {describe, expect, it} from "vitest";
import type {Redistribution} from "../../../src/data/catalog.ts";
import {loadCatalog} from "../../../src/data/load-catalog.ts";
import {mayBePassedOn, redistributionOf} from "../../../src/data/sources/redistribution.ts";

const LEVELS: readonly Redistribution[] = ["yes", "attribution", "unclear", "no"];
const table = <T>(rows: readonly T[], key: (row: T) => string) => new Map(rows.map((row) => [key(row), row]));
const catalog = {
  licences: table(
    LEVELS.map((redistribution) => ({
      id: redistribution,
      name: redistribution,
      url: "",
      redistribution,
      note: "",
    })),
    ({id}) => id,
  ),
  sources: table(
    LEVELS.map((redistribution) => ({
      id: `from-${redistribution}`,
      title: "",
      url: "",
      licence: redistribution,
      redistribution,
      attribution: "",
      coverage: "",
      retrieved: 0 as never,
    })),
    ({id}) => id,
  ),
};

describe("whether a row may be passed on", () => {
  it("is decided by the stricter of its licence and its source", () => {
    for (const [i, licence] of LEVELS.entries()) {
      for (const [j, source] of LEVELS.entries()) {
        expect(redistributionOf({licence, source: `from-${source}`}, catalog)).toBe(LEVELS[Math.max(i, j)]);
      }
    }
  });

  it("is no for a licence or a source that nobody has described", () => {
    expect(mayBePassedOn({licence: "new", source: "from-yes"}, catalog)).toBe(false);
    expect(mayBePassedOn({licence: "yes", source: "new"}, catalog)).toBe(false);
  });

  it("is yes for every row that ships with lagline", () => {
    const shipped = loadCatalog(fileURLToPath(new URL("../../../data", import.meta.url)));
    const rows = [
      ...shipped.results,
      ...shipped.prices,
      ...shipped.preferences,
      ...shipped.indexValues,
      ...shipped.publishedEstimates,
      ...shipped.models.values(),
      ...shipped.benchmarks.values(),
    ];
    expect(rows.length).toBeGreaterThan(20_000);
    expect(rows.filter(({provenance}) => !mayBePassedOn(provenance, shipped))).toEqual([]);
  });
});
