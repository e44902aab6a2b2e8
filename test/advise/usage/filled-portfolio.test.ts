/** Usage filled into a portfolio: numbers change, everything else stays as it was written. */
import {describe, expect, it} from "vitest";
import {filledPortfolio} from "../../../src/advise/usage/filled-portfolio.ts";
import {usagePortfolio} from "../../../src/advise/usage/usage-portfolio.ts";
import type {WorkloadUsage} from "../../../src/advise/usage/workload-usage.ts";

const usage = (workload: string, more: Partial<WorkloadUsage> = {}): WorkloadUsage => ({
  workload,
  from: "2026-03-01",
  to: "2026-03-10",
  days: 10,
  requests: 1000,
  errors: 3,
  gatewayCacheHits: 0,
  tokenRequests: 500,
  inputTokens: 1_000_000,
  cacheReadTokens: 400_000,
  cacheWriteTokens: 0,
  outputTokens: 60_000,
  reasoningTokens: 0,
  costUsd: 1,
  costedRequests: 1000,
  latencyMedianMs: null,
  latencyP95Ms: null,
  peakToMean: 1,
  models: [
    {
      model: "gpt-5",
      provider: "openai",
      requests: 1000,
      inputTokens: 1,
      cacheReadTokens: 0,
      outputTokens: 1,
      costUsd: 1,
      catalogId: "gpt-5",
    },
  ],
  ...more,
});

const written = `# mine
name: Shop
limits: {data_residency: EU} # by contract
workloads:
  - name: Tickets # the large one
    kind: support
    tasks_per_month: 420_000
    requests_per_task: 5
    tokens: {input: 1, output: 2}
    value_of_success: 1.60
    runs_today: {model: kimi-k3}
`;

describe("a portfolio filled from usage", () => {
  it("has volumes per task and tokens per request of the workload it names, and keeps the rest", () => {
    const {text, filled, added} = filledPortfolio(written, [usage("tickets")]);
    expect({filled, added}).toEqual({filled: ["tickets"], added: []});
    // 1,000 requests in 10 days of months of 30.436875, five to a task; means over the 500 that state tokens.
    expect(text).toBe(
      written
        .replace("420_000", "609")
        .replace("{input: 1, output: 2}", "{input: 2000, output: 120, cached: 800}"),
    );
  });

  it("has the workloads it lacked at its end, and is the same when filled twice", () => {
    const once = filledPortfolio(written, [usage("tickets"), usage("Sort mail")]);
    expect(once.added).toEqual(["Sort mail"]);
    expect(once.text).toContain("# by contract");
    expect(once.text.trimEnd().endsWith("runs_today: {model: gpt-5}")).toBe(true);
    const twice = filledPortfolio(once.text, [usage("tickets"), usage("Sort mail")]);
    expect(twice).toEqual({text: once.text, filled: ["tickets", "Sort mail"], added: []});
  });

  it("sets no tokens that no request states, and no model that is no name of the catalog", () => {
    const bare = usage("new", {tokenRequests: 0, models: []});
    const {text} = filledPortfolio(written, [bare]);
    expect(text.slice(text.indexOf("name: new"))).toBe("name: new\n    tasks_per_month: 3044\n");
  });

  it.each(["", "  \n", "# nothing yet\n"])("starts from usage alone where there is none: %j", (text) => {
    expect(filledPortfolio(text, [usage("tickets")]).text).toBe(usagePortfolio([usage("tickets")]));
  });

  it.each(["a: [", "just words", "workloads: many", "name: x"])("refuses %j in a sentence", (text) => {
    expect(() => filledPortfolio(text, [usage("tickets")])).toThrow(
      /invalid portfolio: no YAML with a list of workloads/,
    );
  });
});
