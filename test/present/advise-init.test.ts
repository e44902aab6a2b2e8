import {existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {PassThrough, Readable} from "node:stream";
import {afterEach, beforeEach, describe, expect, it} from "vitest";
import {readPortfolio} from "../../src/advise/portfolio/read-portfolio.ts";
import {pipedAnswers} from "../../src/present/cli/piped-answers.ts";
import {syntheticCatalog} from "./synthetic-catalog.ts";
import {syntheticReport} from "./synthetic-report.ts";
import {run} from "./synthetic-world.ts";

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "lagline-init-"));
  file = join(folder, "my.yaml");
});
afterEach(() => rmSync(folder, {recursive: true}));

const written = () =>
  readPortfolio({path: file, bytes: readFileSync(file)}, syntheticCatalog(syntheticReport()));
const env = () => ({LAGLINE_HOME: join(folder, "home")});
const piped = (...lines: string[]) => pipedAnswers(Readable.from(lines.map((one) => `${one}\n`)));
const init = (lines: readonly string[], ...more: string[]) =>
  run(["advise", "--init", file, ...more], {env: env(), piped: piped(...lines)});

/** Name, horizon, residency, Chinese labs, on premises: all as usual. */
const USUAL = ["", "", "", "", ""];

describe("lagline advise --init", () => {
  it("writes a file that the advice accepts, with what was answered and the rest as shown defaults", async () => {
    const {code, out, err} = await init([
      "Ours",
      "18",
      "EU",
      "hosted elsewhere",
      "no",
      "Answer tickets",
      "",
      "40_000",
      "4",
      "",
      "300",
      "2.5",
      "",
      "sprout-1",
      "78%",
      "400",
      "yes",
      "Label mail",
      "classification",
      "1000000",
    ]);
    expect(code).toBe(0);
    expect(err).toContain("Its kind: classification, extraction");
    expect(err).toContain("[support]");
    const {name, horizonMonths, workloads} = written();
    expect({name, horizonMonths}).toEqual({name: "Ours", horizonMonths: 18});
    expect(workloads[0]).toMatchObject({
      name: "Answer tickets",
      kind: "support",
      tasksPerMonth: 40_000,
      requestsPerTask: 4,
      tokens: {output: 300},
      valueOfSuccess: 2.5,
      today: {model: "sprout-1"},
      quality: {successNow: 0.78, gradedTasks: 400},
      limits: {dataResidency: "EU", originsNotAtHome: ["China"], onPremises: false},
    });
    expect(workloads[1]).toMatchObject({kind: "classification", tasksPerMonth: 1_000_000});
    expect(workloads[0]!.assumed.map(({field}) => field)).toContain("tokens.input");
    expect(out).toContain(`Wrote ${file}: 2 workloads (Answer tickets, Label mail).`);
    expect(out).toContain(`Next: lagline advise ${file}`);
  });

  it("needs no more than a name and a volume, and takes what stands in brackets for the rest", async () => {
    const {code} = await init([...USUAL, "Review code", "", "500"]);
    expect(code).toBe(0);
    expect(written().workloads).toMatchObject([{name: "Review code", kind: "coding", tasksPerMonth: 500}]);
    expect(readFileSync(file, "utf8")).toMatch(/# discount_rate: 10%/);
  });

  it("writes nothing when the answers end too early, or one will not do", async () => {
    for (const [lines, says] of [
      [USUAL, /Missing name: nothing; the answers ended before the portfolio was whole/],
      [[...USUAL, "Sort mail", "", "many"], /tasks_per_month.*"?many"?.*a number of finished tasks/],
      [["", "99"], /horizon_months.*3 to 36/],
      [["", "", "", "maybe"], /one of yes, hosted elsewhere, no was expected/],
    ] as const) {
      const {code, err} = await init(lines);
      expect(code).toBe(2);
      expect(err).toMatch(says);
      expect(existsSync(file)).toBe(false);
    }
  });

  it("asks a person again, and says why", async () => {
    const lines = [...USUAL, "Sort mail", "", "many", "1200", "", "", "", "", "", "no-such-model", "", "no"];
    const {code, err} = await run(["advise", "--init", file], {
      env: env(),
      prompt: async () => lines.shift(),
    });
    expect(code).toBe(0);
    expect(err).toMatch(/many.*a number of finished tasks/);
    expect(err).toMatch(/no-such-model.*an id, name or alias of the catalog was expected/);
    expect(written().workloads).toMatchObject([{name: "Sort mail", tasksPerMonth: 1200}]);
  });

  it("takes words in any case and cut short, where that tells them apart", async () => {
    const {code} = await init(["", "", "", "Hosted", "Y", "Review code", "", "500"]);
    expect(code).toBe(0);
    expect(written().workloads[0]!.limits).toMatchObject({originsNotAtHome: ["China"], onPremises: true});
  });

  it("offers the evals that were imported as evidence", async () => {
    const scores = join(folder, "scores.csv");
    writeFileSync(scores, "model,score,n\nsprout-1,0.5,20\n");
    await run(["evals", "import", scores, "--benchmark", "my-tickets"], {env: env()});
    const {code, err} = await init([...USUAL, "Sort mail", "", "9", "", "", "", "", "", "", "my-tickets"]);
    expect(code).toBe(0);
    expect(err).toContain("Your own eval of it: my-tickets; empty for none [none]");
    expect(written().workloads[0]!.quality.ownEval).toBe("my-tickets");
  });

  it("keeps a file that stands there unless --force is given, and refuses --backtest beside it", async () => {
    writeFileSync(file, "mine");
    const refused = await init([...USUAL, "Sort mail", "", "9"]);
    expect(refused.code).toBe(2);
    expect(refused.err).toContain("--force overwrites it");
    expect(readFileSync(file, "utf8")).toBe("mine");
    expect((await init([...USUAL, "Sort mail", "", "9"], "--force")).code).toBe(0);
    expect(written().workloads).toHaveLength(1);
    expect((await init([], "--backtest")).err).toContain("Conflicting flags: --init and --backtest");
  });

  it("reads no further than it asks, from an input that never ends", async () => {
    const endless = new PassThrough();
    endless.write(`${[...USUAL, "Sort mail", "", "9"].join("\n")}\n${"\n".repeat(50)}`);
    const {code} = await run(["advise", "--init", file], {env: env(), piped: pipedAnswers(endless)});
    expect(code).toBe(0);
    expect(endless.destroyed).toBe(true);
  });
});
