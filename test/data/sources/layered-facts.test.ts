import {describe, expect, it} from "vitest";
import {artificialAnalysis} from "../../../src/data/sources/artificial-analysis.ts";
import type {KeptRow} from "../../../src/data/sources/carried-rows.ts";
import {layeredFacts} from "../../../src/data/sources/layered-facts.ts";
import {mayBePassedOn} from "../../../src/data/sources/redistribution.ts";
import {loadCatalog} from "../../../src/data/load-catalog.ts";
import {factFiles} from "../../../src/data/fact-files.ts";
import {vintageOf} from "../../../src/data/facts-vintage.ts";
import {withFolder, writeFacts} from "../fixtures.ts";

const value = (model: string, licence = "aa-api"): KeptRow => ({
  table: "index-values",
  part: "aa-intelligence",
  cells: {
    model,
    index: "aa-intelligence",
    vintage: "2026-06-10",
    value: "51.2",
    source: "artificial-analysis",
    licence,
    retrieved: "2026-06-10",
  },
});

describe("facts with synced rows over them", () => {
  it("mark rows that may not be passed on, so that no export takes them", () => {
    withFolder((folder) => {
      const files = layeredFacts(factFiles(writeFacts(folder)), [
        {feed: artificialAnalysis, rows: [value("alpha-2")], benchmarks: []},
      ]);
      withFolder((layered) => {
        writeFacts(layered, Object.fromEntries(files.map(({path, bytes}) => [path, bytes])));
        const catalog = loadCatalog(layered);
        expect(catalog.vintage).toBe(vintageOf(files).vintage);
        const passed = catalog.indexValues.map(({index, provenance}) => [index, mayBePassedOn(provenance, catalog)]);
        expect(passed).toContainEqual(["aa-intelligence", false]);
        expect(passed).toContainEqual(["index", true]);
        expect(catalog.licences.get("aa-api")?.redistribution).toBe("no");
      });
    });
  });

  it("are the shipped ones, byte for byte, when nothing was synced or its model is not known", () => {
    withFolder((folder) => {
      const shipped = factFiles(writeFacts(folder));
      expect(layeredFacts(shipped, [])).toEqual(shipped);
      const unknown = [{feed: artificialAnalysis, rows: [value("no-such-model")], benchmarks: []}];
      expect(layeredFacts(shipped, unknown)).toEqual(shipped);
    });
  });
});
