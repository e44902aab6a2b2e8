/** The report for other readers: as a page, as files, for assistants. */
import type {CommandText} from "../command-text.ts";

const MULTIVERSE = [
  "--multiverse",
  "with the headline under every arguable choice, where it does not ship for this run; takes minutes",
] as const;
const PLACE = [
  [
    "--port <number>",
    "port to listen on, or 0 for any (default: 4280 for the page, 4281 for assistants; any free one when taken)",
  ],
  ["--host <address>", "address to listen on (default: 127.0.0.1, this machine only)"],
  ["--token <text>", "what every request must carry; needed for other machines to ask (also LAGLINE_TOKEN)"],
] as const;

export const surfaceTexts: readonly CommandText[] = [
  {
    name: "start",
    says: "the report, and on a terminal the page, too: what npm start does",
    flags: [...PLACE, MULTIVERSE],
    examples: ["lagline start"],
    load: async () => (await import("../commands/start.ts")).start,
  },
  {
    name: "serve",
    says: "the report as a page in the browser: every view, and what is behind every number",
    flags: [...PLACE, MULTIVERSE],
    examples: ["lagline serve", "lagline serve --port 8080 --multiverse"],
    load: async () => (await import("../commands/serve.ts")).serve,
  },
  {
    name: "report",
    says: "the report; with --out, the page as files that work from a file share without a server",
    flags: [
      ["--out <folder>", "write the page into this folder, new, empty or written by lagline before"],
      MULTIVERSE,
    ],
    examples: ["lagline report --out site"],
    load: async () => (await import("../commands/report.ts")).report,
  },
  {
    name: "brief",
    says: "one to two pages for one reader: the gap, what changed, what it means, what closes soon, what to watch",
    flags: [
      ["--for <reader>", "cto, architect, product, investor or policy"],
      ["--format <name>", "md, or html, which prints on one to two pages (default: md, or as --out says)"],
      ["--since <date>", "tell changes from this day on (default: the briefing before, else 90 days)"],
      ["--portfolio <file>", "with what it means for these workloads, as lagline advise reads them"],
      ["--out <file>", "write to this file instead of standard output"],
      ["--force", "overwrite the file when it exists"],
    ],
    examples: ["lagline brief --for cto", "lagline brief --for policy --since 2026-09-01 --out brief.html"],
    load: async () => (await import("../commands/brief.ts")).brief,
  },
  {
    name: "mcp",
    says: "answer assistants: a Model Context Protocol server over standard input and output, or --http",
    flags: [["--http", "listen on a port, path /mcp, instead of standard input and output"], ...PLACE],
    examples: ["lagline mcp", "lagline mcp --http --port 4281"],
    load: async () => (await import("../commands/mcp.ts")).mcp,
  },
];
