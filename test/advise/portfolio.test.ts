import {readdirSync, readFileSync} from "node:fs";
import {fileURLToPath} from "node:url";
import {describe, expect, it} from "vitest";
import {readPortfolio} from "../../src/advise/portfolio/read-portfolio.ts";
import {kindOf} from "../../src/advise/portfolio/workload-kinds.ts";
import {loadCatalog} from "../../src/data/load-catalog.ts";

const catalog = loadCatalog(fileURLToPath(new URL("../../data", import.meta.url)));
const folder = fileURLToPath(new URL("../../portfolios/", import.meta.url));
const read = (text: string) => readPortfolio({path: "p.yaml", bytes: Buffer.from(text)}, catalog);
const fault = (text: string): string => {
  try {
    read(text);
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error("no fault was found");
};
const least = "workloads:\n  - name: Answer tickets\n    tasks_per_month: 1000\n";

describe("a portfolio file", () => {
  it("needs no more than a name and a volume, and names all that stands in for the rest", () => {
    const {workloads, assumed} = read(least);
    const [workload] = workloads;
    expect(workload).toMatchObject({
      id: "answer-tickets",
      kind: "support",
      tasksPerMonth: 1000,
      latency: "interactive",
    });
    const fields = workload!.assumed.map(({field}) => field);
    for (const field of [
      "kind",
      "tokens.input",
      "tokens.output",
      "tokens.cached",
      "value_of_success",
      "cost_of_failure",
      "latency",
      "style",
      "switching_cost",
      "requests_per_task",
      "growth_per_year",
      "quality.domain",
    ]) {
      expect(fields).toContain(field);
    }
    expect(assumed.map(({field}) => field)).toEqual(["name", "horizon_months", "discount_rate"]);
  });

  it("reads percentages and thousands as people write them", () => {
    const [workload] = read(`${least}    growth_per_year: 30%\n    switching_cost: 25_000\n`).workloads;
    expect(workload).toMatchObject({growthPerYear: 0.3, switchingCost: 25_000});
  });

  it("finds the kind in a description, and stays general without one", () => {
    expect(kindOf("Label incoming messages and triage them")).toBe("classification");
    expect(kindOf("Fix bugs in a repository and open a pull request")).toBe("coding");
    expect(kindOf("")).toBe("general");
  });

  it.each([
    ["an unknown field", `${least}    volume: 3\n`, /unknown field workloads\.0\.volume.*p\.yaml:4/],
    ["a misspelt kind", `${least}    kind: suport\n`, /kind: suport.*did you mean support\?.*p\.yaml:4/],
    [
      "a text for a number",
      "workloads:\n  - name: A\n    tasks_per_month: many\n",
      /tasks_per_month: many; a number of finished tasks.*p\.yaml:3/,
    ],
    ["no volume", "workloads:\n  - name: A\n", /missing workloads\.0\.tasks_per_month/],
    [
      "a negative price",
      `${least}    value_of_success: -1\n`,
      /value_of_success: -1; an amount in USD from 0/,
    ],
    [
      "more cached than read",
      `${least}    tokens: {input: 10, cached: 20, output: 5}\n`,
      /conflicting tokens\.cached: 20/,
    ],
    [
      "an unknown model",
      `${least}    runs_today: {model: gpt-5-minni}\n`,
      /unknown model: gpt-5-minni.*did you mean gpt-5-mini\?/,
    ],
    [
      "an unknown host",
      `${least}    runs_today: {model: gpt-5, provider: nobody}\n`,
      /unknown provider: nobody.*openai/,
    ],
    [
      "an unknown benchmark",
      `${least}    quality: {benchmarks: [swe-bench-verifed]}\n`,
      /unknown benchmark.*did you mean swe-bench-verified\?/,
    ],
    ["a success rate of nobody", `${least}    quality: {success_now: 80%}\n`, /missing runs_today/],
    ["a share beyond one", `${least}    quality: {success_now: 180%}\n`, /success_now/],
    [
      "two workloads of one name",
      `${least}  - name: answer  TICKETS\n    tasks_per_month: 5\n`,
      /duplicate workload/,
    ],
    ["a name without letters", "workloads:\n  - name: '!!!'\n    tasks_per_month: 5\n", /invalid workload/],
    ["no workloads", "workloads: []\n", /at least one workload/],
    ["a list instead of fields", "- 1\n- 2\n", /record/],
    ["an empty file", "", /missing content/],
    ["an alias bomb", "a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\nworkloads: *c\n", /record|alias/i],
    ["a tag", "workloads: !!js/function 'x'\n", /record|workloads/],
    ["two documents", `${least}---\n${least}`, /record/],
    ["not a number", `${least}    growth_per_year: .nan\n`, /growth_per_year/],
    ["infinity", "workloads:\n  - name: A\n    tasks_per_month: 1e999\n", /tasks_per_month/],
    ["a field twice", `${least}    kind: coding\n    kind: coding\n`, /record/],
    ["an unknown licence class", `${least}    limits: {licences: [gpl]}\n`, /licences/],
    [
      "a horizon beyond sense",
      `horizon_months: 400\n${least}`,
      /horizon_months: 400; a number of months from 3 to 36/,
    ],
  ])("with %s is refused in a sentence with its place", (_, text, expected) => {
    expect(fault(text)).toMatch(expected);
  });

  it("with several faults names them all", () => {
    const message = fault(`${least}    kind: suport\n    latency: soon\n    volume: 3\n`);
    expect(message.split("\n")).toHaveLength(3);
  });

  it.each(readdirSync(folder))("portfolios/%s reads whole", (name) => {
    const portfolio = readPortfolio({path: name, bytes: readFileSync(`${folder}${name}`)}, catalog);
    expect(portfolio.workloads.length).toBeGreaterThan(2);
  });

  it("adds exclusions up and lets a workload replace the other limits", () => {
    const [workload] = read(
      `limits: {exclude: [a], data_residency: EU, licences: [permissive]}\n${least}    limits: {exclude: [b], data_residency: any}\n`,
    ).workloads;
    expect(workload!.limits).toMatchObject({
      excluded: ["a", "b"],
      dataResidency: "any",
      licences: ["permissive"],
    });
  });
});
