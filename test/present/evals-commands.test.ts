import {mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterEach, beforeEach, describe, expect, it} from "vitest";
import {run} from "./synthetic-world.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "lagline-home-"));
});
afterEach(() => rmSync(folder, {recursive: true}));

const file = (name: string, text: string): string => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};
const home = () => ({LAGLINE_HOME: join(folder, "home")});
const lagline = (...argv: string[]) => run(argv, {env: home()});
const kept = () => readdirSync(join(folder, "home", "evals"));

const known = "sprout-1";
const promptfoo = JSON.stringify({
  results: {
    results: [0, 1].map((testIdx) => ({
      provider: {id: `openai:chat:${known}`, label: ""},
      testIdx,
      success: testIdx === 0,
      vars: {question: "SECRET-QUESTION"},
      response: {output: "SECRET-ANSWER"},
      gradingResult: {reason: "SECRET-REASON"},
    })),
  },
});

describe("lagline evals", () => {
  it("says how to begin when there are none", async () => {
    const {out, code} = await lagline("evals");
    expect(code).toBe(0);
    expect(out).toContain("lagline evals import <files>");
  });

  it("keeps scores, never prompts, answers or reasons", async () => {
    await lagline("evals", "import", file("p.json", promptfoo));
    const text = kept()
      .map((name) => readFileSync(join(folder, "home", "evals", name), "utf8"))
      .join("");
    expect(text).toContain('"score": 0.5');
    expect(text).not.toContain("SECRET");
  });

  it("imports twice as once", async () => {
    const path = file("s.csv", `model,score,n\n${known},0.5,20\n`);
    await lagline("evals", "import", path);
    const before = kept();
    const {out} = await lagline("evals", "import", path);
    expect(kept()).toEqual(before);
    expect(out).toContain("as imported before");
  });

  it("lists names that are no model's, and takes them once they are settled", async () => {
    const path = file("s.csv", "model,score,n\nmy gateway/fast,0.5,20\n");
    const first = JSON.parse((await lagline("evals", "import", path, "--json")).out);
    expect(first.runs).toEqual([expect.objectContaining({name: "my gateway/fast", model: null})]);
    await lagline("evals", "import", "--map", `my gateway/fast=${known}`);
    const after = JSON.parse((await lagline("evals", "--json")).out);
    expect(after.runs).toEqual([expect.objectContaining({name: "my gateway/fast", model: known})]);
  });

  it("takes names from a file, and says in which line one is wrong", async () => {
    const wrong = file("a.csv", `name,id\nx,${known}\ny,nothing-like-it-at-all\n`);
    const {err, code} = await lagline("evals", "import", "--aliases", wrong);
    expect(code).toBe(2);
    expect(err).toMatch(/Unknown model: nothing-like-it-at-all; .*\[a.csv:3\]/);
  });

  it("keeps nothing when one of several files is wrong, and says which", async () => {
    const good = file("good.csv", `model,score\n${known},0.5\n`);
    const bad = file("bad.csv", `model,score\n${known},50\n`);
    const {err, code} = await lagline("evals", "import", good, bad);
    expect(code).toBe(2);
    expect(err).toContain("[bad.csv:2 (score)]");
    expect((await lagline("evals")).out).toContain("No own evals yet");
  });

  it("passes over what is no result in a folder, and refuses it when named", async () => {
    file("config.json", '{"a": 1}');
    file("s.csv", `model,score\n${known},0.5\n`);
    const {out, code} = await lagline("evals", "import", folder);
    expect(code).toBe(0);
    expect(out).toContain("Passed over, no results in it: config.json.");
    expect((await lagline("evals", "import", join(folder, "config.json"))).code).toBe(2);
  });

  it("does not see what ran after the as-of date", async () => {
    await lagline("evals", "import", file("s.csv", `model,score\n${known},0.5\n`));
    const {out} = await lagline("evals", "--as-of", "2026-01-31", "--json");
    expect(JSON.parse(out)).toMatchObject({runs: [], later: 1});
  });

  it("refuses wrong flags with a sentence", async () => {
    expect((await lagline("evals", "import")).err).toContain("Missing files: none");
    expect((await lagline("evals", "import", "x.csv")).err).toContain("Missing file: x.csv");
    expect((await lagline("evals", "import", "--map", "a")).err).toContain("name=catalog-id was expected");
    expect((await lagline("evals", "predict", "--open", "--closed")).err).toContain("Conflicting filters");
    expect((await lagline("evals", "predict")).err).toContain("Missing own evals with a known model");
    const portfolio = file(
      "p.yaml",
      "workloads:\n  - {name: One, tasks_per_month: 10}\n  - {name: Two, tasks_per_month: 10}\n",
    );
    const next = (...more: string[]) => lagline("evals", "next", "--portfolio", portfolio, ...more);
    expect((await next()).err).toContain("--workload with one of One, Two was expected");
    expect((await next("--workload", "Three")).err).toContain("Unknown workload: Three");
    expect((await next("--value", "2")).err).toContain("Conflicting flags: --portfolio and --value");
    expect((await lagline("evals", "next", "--budget", "0")).err).toContain("Invalid --budget");
  });
});
