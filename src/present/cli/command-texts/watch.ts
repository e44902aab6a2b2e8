/** Being told: what to watch for, and the check that tells. */
import type {CommandText} from "../command-text.ts";

const TO = [
  "--to <place>",
  "where to tell it: terminal, file:<path>, feed:<path> (Atom) or webhook:<https address>, again for another (default: terminal)",
  "repeatable",
] as const;
const AT = [
  "--at <probability>",
  "tell when it holds with this probability, 0.5 to 1 (default: 0.8)",
] as const;
const RUNNING = [
  "--running <models>",
  'models you run, with commas between: for "a model I run" (default: those your imported usage shows, read anew at each check)',
] as const;

export const watchTexts: readonly CommandText[] = [
  {
    name: "watch",
    says: "what is watched, how it stood at the last check, and what was told",
    examples: ["lagline watch", "lagline watch --json"],
    load: async () => (await import("../commands/watch.ts")).watchList,
  },
  {
    name: "watch list",
    says: "the same as lagline watch",
    examples: ["lagline watch list"],
    load: async () => (await import("../commands/watch.ts")).watchList,
  },
  {
    name: "watch forms",
    says: "every form a condition can have, with an example",
    examples: ["lagline watch forms"],
    load: async () => (await import("../commands/watch-forms.ts")).watchForms,
  },
  {
    name: "watch add",
    says: "be told when something happens",
    arguments: [["<condition>", "in words, between quotes; lagline watch forms lists the forms"]],
    flags: [TO, AT, RUNNING],
    examples: [
      'lagline watch add "lag.coding < 3 months"',
      'lagline watch add "licence of kimi-* changes" --to feed:/var/www/lagline.xml',
      'lagline watch add "a model I run is deprecated" --running kimi-k2.6,gpt-5.5',
    ],
    load: async () => (await import("../commands/watch-add.ts")).watchAdd,
  },
  {
    name: "watch advice",
    says: "watch what would make you switch, as lagline advise says for a portfolio",
    arguments: [["<portfolio>", "the file that lagline advise reads"]],
    flags: [TO],
    examples: ["lagline watch advice portfolios/support-automation.yaml"],
    load: async () => (await import("../commands/watch-advice.ts")).watchAdvice,
  },
  {
    name: "watch test",
    says: "how a condition stands now; nothing is kept or told",
    arguments: [["<condition>", "in words, between quotes"]],
    flags: [RUNNING],
    examples: ['lagline watch test "price of anything with ability >= 150 below 1 USD"'],
    load: async () => (await import("../commands/watch-test.ts")).watchTest,
  },
  {
    name: "watch remove",
    says: "no longer watch for something",
    arguments: [["<id>", "such as w3, from lagline watch"]],
    examples: ["lagline watch remove w3"],
    load: async () => (await import("../commands/watch-remove.ts")).watchRemove,
  },
  {
    name: "check",
    says: "look at everything that is watched in the newest facts and tell what happened, each thing once (exit code 0: nothing, 10: something, 11: something that could not be delivered everywhere)",
    examples: ["lagline sync && lagline check", "lagline check --json"],
    load: async () => (await import("../commands/check.ts")).check,
  },
];
