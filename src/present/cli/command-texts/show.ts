/** Looking behind a number, and at it. */
import {ALL, type CommandText} from "../command-text.ts";

export const showTexts: readonly CommandText[] = [
  {
    name: "explain",
    says: "where a displayed number comes from: rule, rows, sources with licence and link, dates",
    arguments: [["[number]", "an id such as ability.deepseek-r1; all ids are listed without it"]],
    flags: [["--portfolio <file>", "the file behind a number of an advice: explain advice lists them"], ALL],
    examples: [
      "lagline explain",
      "lagline explain ability.deepseek-r1 --all",
      "lagline explain advice --portfolio portfolios/eu-bank.yaml",
    ],
    load: async () => (await import("../commands/explain.ts")).explain,
  },
  {
    name: "chart",
    says: "a picture as SVG",
    arguments: [["<name>", "frontiers, lag-by, definitions or forecast"]],
    flags: [
      ["--out <file>", "write to this file instead of standard output"],
      ["--force", "overwrite the file when it exists"],
    ],
    examples: ["lagline chart frontiers --out frontiers.svg"],
    load: async () => (await import("../commands/chart.ts")).chart,
  },
];
