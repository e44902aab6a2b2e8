/** States of the facts: which were seen, what changed between two, how a number stood in each. */
import {ALL, type CommandText} from "../command-text.ts";

export const vintageTexts: readonly CommandText[] = [
  {
    name: "vintages",
    says: "every state of the facts kept on this machine; --vintage of any command reads one",
    flags: [ALL],
    examples: ["lagline vintages", "lagline --vintage 2026-11-01", "lagline gap --vintage v0a1b2c3d"],
    load: async () => (await import("../commands/vintages.ts")).vintages,
  },
  {
    name: "vintages add",
    says: "keep the facts in use, or those of a folder, as the state of a day",
    arguments: [["[folder]", "facts in the layout of data/README.md (default: the facts in use)"]],
    flags: [["--on <date>", "the day from which on it was the state, YYYY-MM-DD (default: today)"]],
    examples: ["lagline vintages add", "lagline vintages add ../lagline-in-may/data --on 2026-05-14"],
    load: async () => (await import("../commands/vintages-add.ts")).vintagesAdd,
  },
  {
    name: "vintages verify",
    says: "read every byte of every kept vintage and name what is damaged (exit code 10 when something is)",
    examples: ["lagline vintages verify"],
    load: async () => (await import("../commands/vintages-verify.ts")).vintagesVerify,
  },
  {
    name: "diff",
    says: "what changed between two states of the facts, and how much each kind of change moved the headline",
    arguments: [
      ["<before>", "a vintage, a day on which one held, a folder of facts, or now"],
      ["[after]", "likewise (default: now, the facts in use)"],
    ],
    flags: [["--tables", "only what changed, nothing measured: at once"], ALL],
    examples: [
      "lagline diff 2026-11-01",
      "lagline diff v0a1b2c3d v4e5f6a7b --instrument eci",
      "lagline diff ../old/data now --tables",
    ],
    load: async () => (await import("../commands/diff.ts")).diff,
  },
  {
    name: "history",
    says: "a number as it was known at each state of the facts, beside as it is known now",
    arguments: [
      [
        "<number>",
        "an id of lagline explain; index.eci.<model> for what Epoch published; or the difference of two: a - b",
      ],
    ],
    flags: [
      ["--last <N>", "states to show (default: 6)"],
      ["--told", "only what was told at the time, nothing measured: at once"],
    ],
    examples: [
      "lagline history lag",
      'lagline history "index.eci.gpt-5.5-pro - index.eci.kimi-k2.6"',
      "lagline history ability.kimi-k2.6 --instrument eci --last 3",
    ],
    load: async () => (await import("../commands/history.ts")).history,
  },
  {
    name: "sql",
    says: "one SELECT over the facts, measures, kept states and your usage, in a sandbox; without a statement, the tables",
    arguments: [["[statement]", "in DuckDB's dialect, between quotes"]],
    flags: [
      ["--rows <N>", "rows to give (default: 1,000)"],
      ["--seconds <N>", "time after which it is stopped (default: 10)"],
    ],
    examples: [
      "lagline sql",
      'lagline sql "select model, ability from abilities order by ability desc limit 10"',
      "lagline sql \"select * from prices where model = 'kimi-k2.6'\" --json",
    ],
    load: async () => (await import("../commands/sql.ts")).sql,
  },
  {
    name: "export",
    says: "facts and measures as files to hand on: never a row whose licence forbids it, never your own usage",
    flags: [
      ["--out <folder>", "where to write; a new or empty folder"],
      ["--format <name>", "parquet, csv or json (default: csv)"],
      ["--tables <names>", "only these, with commas between (default: all; lagline sql lists them)"],
      ["--stated-terms-only", "leave out rows whose terms are unclear, too"],
    ],
    examples: [
      "lagline export --out lagline-facts",
      "lagline export --format parquet --tables results,abilities --out here",
    ],
    load: async () => (await import("../commands/export.ts")).exportCommand,
  },
];
