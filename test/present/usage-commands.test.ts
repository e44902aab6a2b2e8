import {existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {parse} from "yaml";
import {usageWarehouse} from "../../src/store/usage/duckdb-warehouse.ts";
import {csv, plainRows} from "../store/usage/made-logs.ts";
import {run} from "./synthetic-world.ts";

const folder = mkdtempSync(join(tmpdir(), "lagline-usage-cli-"));
afterAll(() => rmSync(folder, {recursive: true}));
const lagline = (...argv: string[]) => run(argv, {env: {LAGLINE_HOME: join(folder, "home")}, columns: 100});
const path = (name: string) => join(folder, name);

describe("lagline usage", () => {
  beforeAll(() => {
    writeFileSync(path("good.csv"), csv(plainRows.map((row) => ({...row, model: "sprout-1"}))));
    writeFileSync(path("bad.csv"), "a,b\n1,2\n");
  });

  it("says how to begin when there is none", async () => {
    const {err, code} = await lagline("usage");
    expect(code).toBe(2);
    expect(err).toContain("lagline usage import <files>");
  });

  it("keeps the good file of two and names the bad one", async () => {
    const {err, code} = await lagline("usage", "import", path("good.csv"), path("bad.csv"));
    expect(code).toBe(2);
    expect(err).toContain("[bad.csv]");
    const {out} = await lagline("usage", "import", path("good.csv"));
    expect(out).toContain("good.csv: imported before, nothing to add");
  });

  it("shows volumes, cache hits, errors and cost per workload", async () => {
    const {out, code} = await lagline("usage");
    expect(code).toBe(0);
    expect(out).toMatch(/tickets\s+2\s+2\s+1,000\s+40\.0%\s+50\s+50\.0%/);
    expect(out).toMatch(/tickets\s+sprout-1\s+2\s+\$0\.02\s+sprout-1/);
    expect((await lagline("usage", "--by", "model")).out).toContain("named by model");
    expect((await lagline("usage", "--by", "mood")).err).toContain(
      "tag, app, team, key or model was expected",
    );
  });

  it("keeps the rule for which workload a request belongs to, shows that, and forgets it when asked", async () => {
    const named = async (...argv: string[]) =>
      JSON.parse((await lagline("usage", ...argv, "--json")).out) as {by: string[]; isKept: boolean};
    expect(await named("--by", "team, model")).toMatchObject({by: ["team", "model"], isKept: true});
    expect(await named()).toMatchObject({by: ["team", "model"], isKept: true});
    expect((await lagline("usage")).out).toContain("named by team, then model, as you last asked");
    expect((await lagline("usage", "--by", "mood")).code).toBe(2);
    expect(await named()).toMatchObject({by: ["team", "model"]});
    expect((await lagline("usage", "--portfolio", "-")).out).not.toContain("tickets");
    expect(await named("--by", "default")).toMatchObject({
      by: ["tag", "app", "team", "key"],
      isKept: false,
    });
    expect((await lagline("usage")).out).not.toContain("as you last asked");
    writeFileSync(join(folder, "home", "usage-rule.json"), "{}");
    expect((await lagline("usage")).err).toContain("lagline usage --by default");
    expect((await lagline("usage", "--by", "default")).code).toBe(0);
  });

  it("writes a portfolio that a parser reads, and overwrites none unasked", async () => {
    expect((await lagline("usage", "--portfolio", path("p.yaml"))).code).toBe(0);
    expect(parse(readFileSync(path("p.yaml"), "utf8"))).toMatchObject({
      workloads: [
        {
          name: "tickets",
          // Two requests on the only day, over a month of 30.44 days.
          tasks_per_month: 61,
          tokens: {input: 1000, output: 50, cached: 400},
          runs_today: {model: "sprout-1"},
        },
      ],
    });
    expect((await lagline("usage", "--portfolio", path("p.yaml"))).err).toContain("p.yaml exists");
    expect((await lagline("usage", "--portfolio", "-")).out).toContain("tasks_per_month: 61");
    expect(existsSync("-")).toBe(false);
  });

  it("reads a file of another maker, or one in use, with a sentence", async () => {
    const other = mkdtempSync(join(folder, "other-"));
    writeFileSync(join(other, "usage.duckdb"), "hello");
    const {err, code} = await run(["usage"], {env: {LAGLINE_HOME: other}});
    expect(code).toBe(2);
    expect(err).toContain("a database that lagline made was expected");
    expect((await usageWarehouse(join(folder, "home"), "read")).close()).toBeUndefined();
  });
});
