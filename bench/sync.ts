/** What a sync costs: the first one of all feeds at today's sizes, and one without news, each in a process of its own. */
import {spawn} from "node:child_process";
import {mkdtempSync, rmSync} from "node:fs";
import {createServer} from "node:http";
import type {AddressInfo} from "node:net";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import {loadCatalog} from "../src/data/load-catalog.ts";
import type {BenchRow} from "./bench-row.ts";
import {madeUpstream} from "./made-upstream.ts";
import type {SyncCost} from "./sync-child.ts";

const shipped = fileURLToPath(new URL("../data", import.meta.url));
const child = fileURLToPath(new URL("sync-child.ts", import.meta.url));

export interface SyncBench {
  readonly rows: readonly BenchRow[];
  readonly megabytes: number;
  /** Bytes served to the first sync. */
  readonly served: number;
}

export async function benchSync(): Promise<SyncBench> {
  const bodies = await madeUpstream(loadCatalog(shipped));
  const server = createServer((request, response) => {
    const body = bodies.get(request.url!.slice(1));
    if (!body) return void response.writeHead(404).end();
    const etag = `"${body.length}"`;
    if (request.headers["if-none-match"] === etag) response.writeHead(304).end();
    else response.writeHead(200, {etag}).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const home = mkdtempSync(join(tmpdir(), "lagline-bench-"));
  try {
    const first = await cost(home, origin, "2026-11-26");
    const again = await cost(home, origin, "2026-11-27");
    const strange = Object.entries(first.outcomes).filter(([, outcome]) => !outcome.startsWith("updated"));
    if (strange.length > 0) throw new Error(`a made feed was not believed: ${strange.join("; ")}`);
    return {
      rows: [
        row("first sync of all feeds, processor time", first.processorMs, 30_000),
        row("first sync of all feeds, start to end", first.wallMs),
        row("sync without news, processor time", again.processorMs, 2_000),
        row("sync without news, start to end", again.wallMs),
      ],
      megabytes: Math.max(first.megabytes, again.megabytes),
      served: [...bodies.values()].reduce((sum, {length}) => sum + length, 0),
    };
  } finally {
    server.close();
    rmSync(home, {recursive: true, force: true});
  }
}

const row = (name: string, ms: number, target?: number): BenchRow => ({
  name,
  median: ms,
  min: ms,
  max: ms,
  unit: "ms",
  runs: 1,
  ...(target === undefined ? {} : {target}),
});

const cost = (home: string, origin: string, today: string): Promise<SyncCost> =>
  new Promise((resolve, reject) => {
    const run = spawn(process.execPath, [child, home, shipped, origin, today], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    let out = "";
    run.stdout.on("data", (part: Buffer) => (out += part.toString()));
    run.on("error", reject);
    run.on("exit", (code) =>
      code === 0 ? resolve(JSON.parse(out) as SyncCost) : reject(new Error(`sync ended with ${code}`)),
    );
  });
