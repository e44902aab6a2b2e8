import {mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterEach, beforeEach, describe, expect, it} from "vitest";
import type {AdviceAsk} from "../../src/pipeline/advice/advice-answer.ts";
import {namedEvals} from "../../src/pipeline/advice/named-evals.ts";
import {readPortfolio} from "../../src/advise/portfolio/read-portfolio.ts";
import {matchedEvals} from "../../src/pipeline/own-evals.ts";
import {syntheticCatalog} from "./synthetic-catalog.ts";
import {syntheticReport} from "./synthetic-report.ts";
import {run} from "./synthetic-world.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "lagline-own-"));
});
afterEach(() => rmSync(folder, {recursive: true}));

const env = () => ({LAGLINE_HOME: join(folder, "home")});
const file = (name: string, text: string): string => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};
const portfolio = (name: string) =>
  file("p.yaml", `workloads:\n  - {name: One, tasks_per_month: 10, quality: {own_eval: ${name}}}\n`);

/** What a command hands the advice, caught on the way. */
async function asked(...argv: string[]): Promise<AdviceAsk> {
  let caught: AdviceAsk | undefined;
  await run(argv, {
    env: env(),
    pipeline: {
      adviceFor: (_options, ask) => {
        caught = ask;
        return Promise.reject(new Error("seen enough"));
      },
    },
  });
  return caught!;
}

describe("own evals as the evidence of an advice", () => {
  const catalog = syntheticCatalog(syntheticReport());

  it.each([
    ["advise", (path: string) => ["advise", path]],
    ["explain", (path: string) => ["explain", "advice.one.any.net-value", "--portfolio", path]],
  ])("reach %s as they were imported", async (_name, words) => {
    await run(["evals", "import", file("s.csv", "model,score,n\nsprout-1,0.5,20\n"), "--benchmark", "mine"], {
      env: env(),
    });
    const {file: read, own} = await asked(...words(portfolio("mine")));
    expect(readPortfolio(read, catalog).workloads[0]!.quality.ownEval).toBe("mine");
    expect(matchedEvals(catalog, own(), undefined).evals).toMatchObject([
      {id: "mine", results: [{model: "sprout-1", score: 0.5, items: 20}]},
    ]);
  });

  it("that were never imported are refused by name, with the command that lists those that were", async () => {
    const {file: read, own} = await asked("advise", portfolio("mine"));
    const effects = {cache: undefined, progress: () => {}};
    expect(() =>
      namedEvals(readPortfolio(read, catalog), catalog, own, {asOf: undefined, seed: 1, draws: 10}, effects),
    ).toThrow("unknown own_eval: mine; `lagline evals` lists those imported");
  });
});
