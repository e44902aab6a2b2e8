/** What to run, and what would change it. */
import type {CommandText} from "../command-text.ts";

export const adviceTexts: readonly CommandText[] = [
  {
    name: "advise",
    says: "what to run for each workload of a portfolio file: option, cost, interval, why, fallback, and on what signal to switch",
    arguments: [["[portfolio]", "a YAML file; portfolios/ holds three to start from"]],
    flags: [
      ["--all", "every option, sensitivity and cost driver instead of the page that decides"],
      ["--init", "instead: ask a few questions and write the file, portfolio.yaml unless named"],
      ["--force", "with --init: overwrite the file when it exists"],
      [
        "--backtest",
        "instead: the advice of past days, judged on tests hidden from it; takes minutes the first time",
      ],
    ],
    examples: [
      "lagline advise --init my.yaml",
      "lagline advise portfolios/support-automation.yaml",
      "lagline advise my.yaml --json > advice.json",
      "lagline advise --backtest",
    ],
    load: async () => (await import("../commands/advise.ts")).advise,
  },
];
