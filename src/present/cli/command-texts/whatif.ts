/** What could move the gap, and how likely things are. */
import type {CommandText} from "../command-text.ts";

export const whatIfTexts: readonly CommandText[] = [
  {
    name: "whatif",
    says: "what a scenario would change, by which force and when; without one, the scenarios that ship",
    arguments: [["[scenario]", "a name, a file that ends in .yaml, or own: nothing but what --set says"]],
    flags: [
      ["--paths <n>", "paths to run with and without it (default 10000)"],
      [
        "--set <key=value>",
        "another value for a field of the scenario, such as funding.by=-80%, again for another",
        "repeatable",
      ],
    ],
    examples: [
      "lagline whatif",
      "lagline whatif chinese-funding-dries-up",
      'lagline whatif anti-distillation-rule --set copying.cut="uniform(80%, 100%)"',
      "lagline whatif own --set copying.cut=80% --set copying.from=2027-01",
      "lagline whatif my-scenario.yaml --paths 100000",
    ],
    load: async () => (await import("../commands/whatif.ts")).whatif,
  },
  {
    name: "odds",
    says: "how likely things are that people ask about; without a question, the list with today's chances",
    arguments: [["[question]", "in the words of the list, or its short name"]],
    flags: [
      ["--by <day>", "by this day (default: a year after the as-of date)"],
      ["--months <n>", "for questions about a lag"],
      ["--points <n>", "for questions about a gap or a gain"],
      ["--ability <n>", "for questions about an ability or its price"],
      ["--price <usd>", "for the question about a price, USD per million tokens"],
      ["--labs <n>", "for the question about several labs"],
      ["--lab <id>", "for questions about one lab"],
      ["--paths <n>", "futures of each forecaster (default 10000)"],
    ],
    examples: [
      "lagline odds",
      'lagline odds "open matches today\'s closed frontier" --by 2027-06-30',
      "lagline odds lab-runs-short --lab minimax",
    ],
    load: async () => (await import("../commands/odds.ts")).odds,
  },
];
