/** The report for other readers: as a page, as files, for assistants. */
import type {CommandText} from "../command-text.ts";

const MULTIVERSE = ["--multiverse", "with the headline under every arguable choice; takes minutes"] as const;
const PLACE = [
  ["--port <number>", "port to listen on; 0 for any free one (default: 4280, or a free one)"],
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
];
