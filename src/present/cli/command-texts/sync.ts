/** Living data: feeds, and who their names stand for. */
import {ALL, type CommandText} from "../command-text.ts";

const FOR_FEED = ["--source <feed>", "only in this feed; in every one when left out"] as const;

export const syncTexts: readonly CommandText[] = [
  {
    name: "sync",
    says: "bring the facts up to date from their sources; what is not believed is kept out, and says why",
    flags: [
      ["--source <feed>", "ask only this feed, again for another (see lagline sync status)", "repeatable"],
      ["--dry-run", "say what would change and keep nothing"],
      [
        "--accept <feed>",
        "take over what this feed brings although it jumps or contradicts, once",
        "repeatable",
      ],
      ["--from <folder>", "read <folder>/<host>/<path> instead of the network"],
      ALL,
    ],
    examples: [
      "lagline sync",
      "lagline sync --dry-run",
      "lagline sync --source openrouter --source models.dev",
    ],
    load: async () => (await import("../commands/sync.ts")).syncCommand,
  },
  {
    name: "sync status",
    says: "every feed: last read, rows, what is in quarantine (then exit code 10), and the bytes behind it",
    examples: ["lagline sync status", "lagline sync status --json"],
    load: async () => (await import("../commands/sync-status.ts")).syncStatus,
  },
  {
    name: "alias",
    says: "upstream names that stand for no known model, with suggestions, and what you settled about names",
    flags: [ALL],
    examples: ["lagline alias", "lagline alias --json"],
    load: async () => (await import("../commands/alias.ts")).aliasList,
  },
  {
    name: "alias list",
    says: "the same as lagline alias",
    flags: [ALL],
    examples: ["lagline alias list --all"],
    load: async () => (await import("../commands/alias.ts")).aliasList,
  },
  {
    name: "alias set",
    says: "settle that an upstream name is a model; the next sync brings its rows",
    arguments: [
      ["<name>", "as the feed writes it"],
      ["<model>", "id of a model, see lagline models"],
    ],
    flags: [FOR_FEED],
    examples: ['lagline alias set "Kimi-K2-Instruct" kimi-k2'],
    load: async () => (await import("../commands/alias.ts")).aliasSet,
  },
  {
    name: "alias ignore",
    says: "settle that an upstream name is none of our models, so that it is not listed any more",
    arguments: [["<name>", "as the feed writes it"]],
    flags: [FOR_FEED],
    examples: ["lagline alias ignore owl-alpha --source openrouter"],
    load: async () => (await import("../commands/alias.ts")).aliasIgnore,
  },
  {
    name: "alias remove",
    says: "forget what was settled about a name",
    arguments: [["<name>", "as it was settled"]],
    flags: [FOR_FEED],
    examples: ["lagline alias remove Kimi-K2-Instruct"],
    load: async () => (await import("../commands/alias.ts")).aliasRemove,
  },
];
