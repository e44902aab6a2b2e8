import {describe, expect, it} from "vitest";
import {syntheticEffect} from "./synthetic-whatif.ts";
import {run} from "./synthetic-world.ts";

const flat = (text: string) => text.replace(/\s+/g, " ");
const wide = {columns: 110};

describe("lagline whatif", () => {
  it("lists the scenarios with what each would change", async () => {
    const {out, code} = await run(["whatif"], wide);
    expect(code).toBe(0);
    expect(out).toMatch(/money-ends +\+0\.4 +\+1\.6 +−0\.5 +−2\.2/);
  });

  it("shows one in full: what people argue, before and after, by which force, what it hangs on", async () => {
    const text = flat((await run(["whatif", "money-ends"], wide)).out);
    expect(text).toContain("Somebody says that money ends. https://example.org/money");
    expect(text).toContain("lag of open on the day 10.0 → 10.0 11.0 → 11.4 12.0 → 13.6 13.0 → 15.5");
    expect(text).toContain("+1.6 [−0.4, +3.6]");
    expect(text).toContain("open labs' research −0.5 −2.2 −3.1 21 m");
    expect(text).toContain("lag: open labs' own research, points a year, 12%");
    // A factor of one is no change and stays out of the table of changes.
    expect(text).not.toContain("lowest price of ability 160, factor");
  });

  it("gives the answer as data, and stays within a narrow terminal", async () => {
    const {out} = await run(["whatif", "money-ends", "--json"]);
    expect(JSON.parse(out)).toMatchObject({effect: syntheticEffect});
    for (const columns of [60, 80]) {
      const lines = (await run(["whatif", "money-ends"], {columns})).out.split("\n");
      expect(Math.max(...lines.map((line) => [...line].length))).toBeLessThanOrEqual(columns);
    }
  });

  it.each([
    [["whatif", "--set", "funding.by=1"], "Missing scenario: nothing"],
    [["whatif", "x", "--set", "funding"], '--set: "funding"; key=value such as funding.by=-80% was expected'],
    [["whatif", "x", "--paths", "many"], "--paths"],
  ])("refuses %j in a sentence", async (argv, expected) => {
    const {code, err} = await run(argv);
    expect(code).toBe(2);
    expect(err).toContain(expected);
  });
});

describe("lagline odds", () => {
  it("lists the questions with each forecaster's chance", async () => {
    const {out} = await run(["odds"], wide);
    expect(out).toMatch(/open first overall +14% +5% +open-first/);
  });

  it("shows one with how it is settled and what the record says", async () => {
    const text = flat((await run(["odds", "open first overall"], wide)).out);
    expect(text).toContain("14% trend 14%, forces 5%");
    expect(text).toContain("Resolved on lagline's index of that day. Single chances have no record yet.");
  });

  it.each([
    [["odds", "who wins"], "Unknown question: who wins"],
    [
      ["odds", "open-first", "--months", "3"],
      '--months: "open first overall" does not take it; --by alone was expected',
    ],
    [["odds", "open-first", "--by", "soon"], '--by: "soon"; a calendar day as YYYY-MM-DD was expected'],
    [["odds", "lag-under", "--months", "none"], "--months"],
  ])("refuses %j in a sentence", async (argv, expected) => {
    const {code, err} = await run(argv);
    expect(code).toBe(2);
    expect(err).toContain(expected);
  });
});
