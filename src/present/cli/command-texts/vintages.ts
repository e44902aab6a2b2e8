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
];
