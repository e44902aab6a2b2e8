/** What a user brings: own evals and own usage. */
import type {CommandText} from "../command-text.ts";

const DOMAIN =
  "kind of work it tests: coding, agentic, math, reasoning, knowledge, science, multimodal or language";

export const ownTexts: readonly CommandText[] = [
  {
    name: "evals",
    says: "your own evals: what was imported, matched to which model; `evals predict` and `evals next` use them",
    examples: ["lagline evals", "lagline evals import results.json --domain coding"],
    load: async () => (await import("../commands/evals.ts")).evals,
  },
  {
    name: "evals import",
    says: "reads results of promptfoo, Inspect, lm-evaluation-harness or a CSV of model and score; keeps scores, never prompts or answers",
    arguments: [["[files...]", "files or folders as the tools wrote them; none to settle names only"]],
    flags: [
      ["--benchmark <name>", "call the test this, in place of the name in the file"],
      ["--domain <kind>", DOMAIN],
      [
        "--metric <name>",
        "read this measure of the tool instead of its first: score, a scorer, exact_match,strict-match",
      ],
      [
        "--map <name=id>",
        "the model called name in the files is this one of the catalog; remembered; again for another",
        "repeatable",
      ],
      ["--aliases <file>", "a CSV with columns name and id, for many of them"],
    ],
    examples: [
      "lagline evals import promptfoo-out.json --benchmark support-tickets --domain language",
      "lagline evals import logs/ --map my-gateway/fast=gpt-5-mini",
      "lagline evals import scores.csv",
    ],
    load: async () => (await import("../commands/evals-import.ts")).evalsImport,
  },
  {
    name: "evals predict",
    says: "how every model would do on your own eval, tested or not, with intervals",
    arguments: [["[eval]", "one of `lagline evals`; all of them without it"]],
    flags: [
      ["--open", "only models whose weights the public can download"],
      ["--closed", "only models whose weights it cannot"],
      ["--top <N>", "rows to show (default: 20)"],
    ],
    examples: ["lagline evals predict", "lagline evals predict support-tickets --open"],
    load: async () => (await import("../commands/evals-predict.ts")).evalsPredict,
  },
  {
    name: "evals next",
    says: "which model to test next and on how many items: the test that improves the choice most, by expected value",
    arguments: [["[eval]", "one of `lagline evals`; may be left out when there is one"]],
    flags: [
      ["--budget <N>", "most items that one test may have (default: 200)"],
      ["--value <USD>", "what a finished task is worth (default: 1)"],
      ["--tasks <N>", "tasks over which the choice holds (default: 10000)"],
      ["--input <tokens>", "input tokens of one task (default: 3000)"],
      ["--output <tokens>", "output tokens of one task (default: 1000)"],
      [
        "--portfolio <file>",
        "take value, tasks, tokens and limits from a workload of this portfolio instead",
      ],
      ["--workload <name>", "which of its workloads; may be left out when one names this eval as own_eval"],
    ],
    examples: [
      "lagline evals next",
      "lagline evals next support-tickets --budget 100 --value 0.40 --tasks 50000",
    ],
    load: async () => (await import("../commands/evals-next.ts")).evalsNext,
  },
  {
    name: "usage",
    says: "your own usage by workload: volumes, tokens, cache hits, errors and real cost, from the logs you imported",
    flags: [
      [
        "--by <names>",
        "what names a workload, first choice first: tag, app, team, key, model (default: as last given, else tag,app,team,key; `default` forgets)",
      ],
      [
        "--portfolio <file>",
        "write the workloads as a portfolio for `lagline advise`; - writes to standard output",
      ],
      ["--force", "overwrite that file when it exists"],
    ],
    examples: ["lagline usage", "lagline usage --by team,app", "lagline usage --portfolio portfolio.yaml"],
    load: async () => (await import("../commands/usage.ts")).usage,
  },
  {
    name: "usage import",
    says: "reads usage logs: OpenTelemetry spans, LiteLLM, Langfuse, Helicone, OpenRouter, or a CSV of time, model, input_tokens, output_tokens; never prompts or answers",
    arguments: [["<files...>", "CSV, JSON, JSON lines or Parquet"]],
    flags: [
      [
        "--from <format>",
        "otel, litellm, langfuse, helicone, openrouter or csv (default: told from the columns)",
      ],
    ],
    examples: ["lagline usage import spend_logs.csv", "lagline usage import traces.json --from otel"],
    load: async () => (await import("../commands/usage-import.ts")).usageImport,
  },
];
