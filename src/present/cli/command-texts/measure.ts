/** The gap as it is: definitions, models, robustness, choices. */
import {ALL, type CommandText} from "../command-text.ts";

export const measureTexts: readonly CommandText[] = [
  {
    name: "gap",
    says: "every definition of the lag and both instruments side by side, beside published estimates, and why they differ",
    examples: ["lagline gap", "lagline gap --dates announced"],
    load: async () => (await import("../commands/gap.ts")).gap,
  },
  {
    name: "models",
    says: "models with ability, licence, memory and price",
    flags: [
      ["--open", "only models whose weights the public can download"],
      ["--closed", "only models whose weights it cannot"],
      ["--lab <name>", "only models of this lab"],
      ["--country <code>", "only models of labs in this country, as two letters"],
      ["--licence <class>", "only permissive, conditional, non-commercial, proprietary or unknown licences"],
      ["--fits <GB>", "only models whose weights fit this memory at 8 bits per parameter"],
      ["--sort <order>", "ability, date or price (default: ability)"],
      ["--top <N>", "rows to show (default: 30)"],
    ],
    examples: [
      "lagline models --open --licence permissive --fits 80",
      "lagline models --lab DeepSeek --sort date",
    ],
    load: async () => (await import("../commands/models.ts")).models,
  },
  {
    name: "model",
    says: "one model: dates and what they mean, openness, licence, ability, results, prices, ratings, disputes",
    arguments: [["<name>", "an id, a name or another spelling"]],
    flags: [ALL],
    examples: ["lagline model deepseek-r1"],
    load: async () => (await import("../commands/model.ts")).model,
  },
  {
    name: "robustness",
    says: "do open models lose more on tests they cannot have seen: by class of test, lab and model",
    flags: [ALL],
    examples: ["lagline robustness"],
    load: async () => (await import("../commands/robustness.ts")).robustness,
  },
  {
    name: "multiverse",
    says: "how far each arguable choice of the method moves the headline",
    examples: ["lagline multiverse --draws 200"],
    load: async () => (await import("../commands/multiverse.ts")).multiverse,
  },
];
