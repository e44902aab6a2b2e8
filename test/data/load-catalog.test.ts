import {describe, expect, it} from "vitest";
import {loadCatalog} from "../../src/data/load-catalog.ts";
import {dayOf, isoSpan} from "../../src/dates.ts";
import {faultsOf, tiny} from "./broken-facts.ts";
import {model, withFolder, writeFacts} from "./fixtures.ts";

describe("a valid set of facts", () => {
  it("becomes one catalog with every row", () => {
    const catalog = withFolder((folder) => loadCatalog(writeFacts(folder)));
    expect([...catalog.models.keys()]).toEqual(["alpha-1", "alpha-2", "beta-1"]);
    expect(catalog.results).toHaveLength(5);
    expect(catalog.prices).toHaveLength(3);
    expect(catalog.preferences.map(({votes}) => votes)).toEqual([5000, 5745]);
    expect(catalog.indexValues).toHaveLength(1);
    expect(catalog.publishedEstimates[0].value).toBe("3-7");
    expect(catalog.coveredTo).toBe(dayOf("2025-06-01"));
    expect(catalog.vintage).toBe(`v${catalog.hash.slice(0, 12)}`);
    const beta = catalog.models.get("beta-1")!;
    expect(beta.country).toBe("CN");
    expect(beta.memory).toBeCloseTo(84, 10);
    expect(isoSpan(beta.available!)).toBe("2025-01");
    expect(catalog.results.find(({run}) => run === 2)?.score).toBe(0.8);
    expect(catalog.results[0].provenance.place.file).toBe("results/board.csv");
  });

  it("is frozen through and through", () => {
    const catalog = withFolder((folder) => loadCatalog(writeFacts(folder)));
    const everything: unknown[] = [catalog];
    for (const value of everything) {
      if (typeof value !== "object" || value === null) continue;
      expect(Object.isFrozen(value)).toBe(true);
      everything.push(...(value instanceof Map ? value.values() : Object.values(value)));
    }
    expect(everything.length).toBeGreaterThan(300);
    expect(() => (catalog.models as Map<string, unknown>).set("x", {})).toThrow(/frozen/);
  });
});


describe("several faults", () => {
  it("are told together, up to twenty, with the number of further ones", () => {
    const rows = Array.from(
      {length: 30},
      (_, i) => `alpha-1,chores,${i + 2},,,s${i},,,no,2025-01-01,,,,board,own,2026-06-01`,
    );
    const faults = faultsOf({"results/board.csv": `${tiny["results/board.csv"]}${rows.join("\n")}\n`});
    expect(faults).toHaveLength(21);
    expect(faults[0].row).toBe(7);
    expect(faults[20].message).toMatch(/10 more faults/);
  });

  it("of one unreadable model are not repeated for each of its rows", () => {
    const faults = faultsOf({"models/alpha/alpha-2.yaml": model({id: "alpha-2", openness: "ajar"})});
    expect(faults).toHaveLength(1);
  });

  it("in two files are both told", () => {
    const faults = faultsOf({
      "models/alpha/alpha-1.yaml": model({id: "alpha-1", openness: "ajar"}),
      "labs.csv": `${tiny["labs.csv"]}gamma,Gamma,usa,own-notes,own,2026-06-01\n`,
    });
    expect(faults.map(({file}) => file)).toEqual(["labs.csv", "models/alpha/alpha-1.yaml"]);
  });
});
