/**
 * What keeping, listing, reading and comparing states of the facts costs as their number grows. Each state differs from
 * the one before in thirty rows of three tables, as after a day's sync.
 *
 *     node bench/vintages.ts [--vintages 500] [--json]
 */
import {cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {fileURLToPath, pathToFileURL} from "node:url";
import {parseArgs} from "node:util";
import {loadCatalog} from "../src/data/load-catalog.ts";
import {isoDay} from "../src/dates.ts";
import {catalogChanges} from "../src/monitor/revision/catalog-changes.ts";
import {vintageFolder} from "../src/store/vintage-folder.ts";
import {vintageStore} from "../src/store/vintage-store.ts";
import {day} from "../src/units.ts";
import {against, type BenchRow} from "./bench-row.ts";

const shipped = fileURLToPath(new URL("../data", import.meta.url));
const CHANGING = [
  "preferences/lmarena-text-sc.csv",
  "preferences/lmarena-text.csv",
  "prices/openrouter-2026-07-22.csv",
];

export interface VintagesBench {
  readonly vintages: number;
  /** Milliseconds of each. */
  readonly keeping: readonly number[];
  readonly listing: readonly number[];
  /** Size of all kept states, every ten. */
  readonly bytes: readonly number[];
  readonly reading: number;
  readonly comparing: number;
  /** Copying all files, as keeping them without a store would. */
  readonly copying: number;
}

export function vintagesBench(count: number): VintagesBench {
  const home = mkdtempSync(join(tmpdir(), "lagline-bench-"));
  try {
    const facts = join(home, "made");
    cpSync(shipped, facts, {recursive: true});
    const store = vintageStore(home);
    const keeping: number[] = [];
    const listing: number[] = [];
    const bytes: number[] = [];
    for (let i = 0; i < count; i++) {
      if (i > 0)
        for (const [k, name] of CHANGING.entries()) change(join(facts, name), i * 7919 + k * 104_729);
      keeping.push(timed(() => store.keep(facts, {day: isoDay(day(20_000 + i)), origin: "bench"})));
      listing.push(timed(() => store.list()));
      if (i % 10 === 0) bytes.push(sizeOf(join(home, "vintages")));
    }
    const {records} = store.list();
    const ends = [records[0]!, records.at(-1)!];
    const folders = ends.map((record) => vintageFolder(store, record, join(home, "cache")));
    return {
      vintages: records.length,
      keeping,
      listing,
      bytes,
      reading: timed(() => vintageFolder(store, records[Math.floor(count / 2)]!, join(home, "cache"))),
      comparing: timed(() => catalogChanges(loadCatalog(folders[0]!), loadCatalog(folders[1]!))),
      copying: timed(() => cpSync(facts, join(home, "copied"), {recursive: true})),
    };
  } finally {
    rmSync(home, {recursive: true, force: true});
  }
}

const FEW = 20;

/** The daily work of a store: one more state kept, one read back, two compared. */
export function benchVintages(): BenchRow[] {
  const {keeping, reading, comparing, copying} = vintagesBench(FEW);
  const row = (name: string, times: readonly number[]): BenchRow => ({
    name,
    median: median(times),
    min: Math.min(...times),
    max: Math.max(...times),
    unit: "ms",
    runs: times.length,
  });
  return [
    against(row("one more state of the facts kept", keeping.slice(1)), row("copying its files", [copying])),
    row("a state read back", [reading]),
    row("two states compared, table by table", [comparing]),
  ];
}

if (import.meta.url === pathToFileURL(process.argv[1]!).href) {
  const {values} = parseArgs({
    options: {vintages: {type: "string", default: "500"}, json: {type: "boolean", default: false}},
  });
  const count = Number(values.vintages);
  const {vintages, keeping, listing, bytes, reading, comparing} = vintagesBench(count);
  const tenth = Math.max(1, Math.floor(count / 10));
  const row = {
    vintages,
    "keep, ms: first tenth, last tenth": [median(keeping.slice(1, 1 + tenth)), median(keeping.slice(-tenth))],
    "list, ms per vintage: at a tenth, at the end": [listing[tenth]! / (tenth + 1), listing.at(-1)! / count],
    "kB per vintage: first tenth, last tenth": perVintage(bytes),
    "kB of the first": bytes[0]! / 1000,
    "read one as a folder, ms": reading,
    "tables of first against last, ms": comparing,
  };
  if (values.json) console.log(JSON.stringify(row, null, 2));
  else
    for (const [name, value] of Object.entries(row))
      console.log(
        `${name}: ${[value]
          .flat()
          .map((one) => one.toFixed(1))
          .join(", ")}`,
      );
}

/** Ten rows of a table leave it, spread by a seed: what stays is valid. */
function change(path: string, seed: number): void {
  const lines = readFileSync(path, "utf8").split("\n");
  for (let i = 0; i < 10 && lines.length > 20; i++)
    lines.splice(1 + ((seed + i * 1013) % (lines.length - 2)), 1);
  writeFileSync(path, lines.join("\n"));
}

function timed(act: () => unknown): number {
  const start = performance.now();
  act();
  return performance.now() - start;
}

function sizeOf(folder: string): number {
  return readdirSync(folder, {recursive: true, encoding: "utf8"})
    .map((name) => statSync(join(folder, name)))
    .reduce((sum, file) => sum + (file.isFile() ? file.size : 0), 0);
}

function median(all: readonly number[]): number {
  return [...all].sort((a, b) => a - b)[Math.floor(all.length / 2)]!;
}

/** Growth over ten vintages, at the start and at the end. */
function perVintage(sizes: readonly number[]): number[] {
  if (sizes.length < 2) return [];
  return [sizes[1]! - sizes[0]!, sizes.at(-1)! - sizes.at(-2)!].map((grown) => grown / 10_000);
}
