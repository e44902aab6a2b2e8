/**
 * Epoch AI's Benchmarking Hub: one archive with a table per benchmark.
 *
 * The score's column and scale differ by table. Since autumn 2026 the archive describes itself in `benchmark_metadata.csv`
 * (source_file, score_column, scale), which then decides; before, the list below does. Epoch's own runs are CC BY 4.0; tables
 * named `*_external.csv` pass on other boards' results under those boards' terms.
 */
import {InputError} from "../../errors.ts";
import {isoDay, parseDay} from "../../dates.ts";
import {factsMethod} from "../facts-method.ts";
import {firstKnownDay} from "../release-date.ts";
import {settingReadings} from "./effort-suffix.ts";
import {effectiveSetting, epochTables} from "./epoch-tables.ts";
import type {Feed, FeedContext, FeedDocument, Translation} from "./feed.ts";
import {oneLine} from "./feed-tables.ts";
import {cell, numberIn, Translating} from "./translating.ts";
import {type UpstreamRow, upstreamTable} from "./upstream-table.ts";

const ARCHIVE = "https://epoch.ai/data/benchmark_data.zip";
const METADATA = "benchmark_metadata.csv";

export const epochHub: Feed = {
  id: "epoch-hub",
  says: "results on about fifty benchmarks (Epoch AI)",
  source: {
    title: "Epoch AI Benchmarking Hub (benchmark_data.zip), as synced",
    url: ARCHIVE,
    licence: "CC-BY-4.0",
    redistribution: "attribution",
    attribution:
      'Epoch AI, "AI Benchmarking Hub", https://epoch.ai/benchmarks. CC BY 4.0; rows of external boards keep those boards\' terms. Renamed columns.',
    coverage: "",
  },
  hosts: ["epoch.ai"],
  replaces: ["epoch-zip-2026-05", "epoch-eci-2026-08", "gpai-2026-10-01"],
  standing: "primary",
  requests: () => [{url: ARCHIVE, largest: 50_000_000, kind: "zip"}],
  translate,
};

interface ScoreColumn {
  readonly column: string;
  /** Published figure times this is a fraction: 1, or 0.01 for percentages. */
  readonly scale: number;
}

async function translate([{bytes}]: readonly FeedDocument[], context: FeedContext): Promise<Translation> {
  const files = await context.readers.unzip(bytes!, ARCHIVE);
  const described = metadata(files.get(METADATA));
  const found = new Translating(context.names);
  for (const [file, table] of epochTables) {
    const content = files.get(file);
    if (!content) {
      found.breaks(file, `${file} is not in the archive any more`);
      continue;
    }
    if (!context.catalog.benchmarks.has(table.benchmark)) {
      found.skip("no such benchmark among the facts", table.benchmark);
      continue;
    }
    const score = described.get(file) ?? {column: table.column, scale: table.scale};
    try {
      const {rows, ragged} = upstreamTable(content, ["Model version", score.column], file);
      for (const what of ragged) found.malformed(file, what);
      for (const row of rows) oneResult(row, {file, ...table, ...score}, context, found);
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      found.breaks(file, error.message);
    }
  }
  const known = new Set([...epochTables.keys()]);
  const tables = [...files.keys()].filter((name) => name.endsWith(".csv"));
  if (tables.every((name) => !known.has(name))) {
    throw new InputError("missing", `tables: none of ${known.size} known ones; benchmark tables were expected`, {
      file: ARCHIVE,
    });
  }
  for (const name of tables) {
    if (!known.has(name) && !/^(epoch_capabilities_index|eci_|benchmark_metadata|model_metadata)/.test(name))
      found.skip("a benchmark not among the facts yet", name);
  }
  return found.done;
}

/** Score columns and scales as the archive describes them, by file; empty for the older layout. */
function metadata(bytes: Uint8Array | undefined): Map<string, ScoreColumn> {
  if (!bytes) return new Map();
  const {rows} = upstreamTable(bytes, ["source_file", "score_column", "scale"], METADATA);
  return new Map(
    rows.flatMap(({source_file: file, score_column: column, scale}) => {
      const factor = numberIn(scale);
      return file && column && factor ? [[file, {column, scale: factor}] as const] : [];
    }),
  );
}

interface TableInUse extends ScoreColumn {
  readonly file: string;
  readonly benchmark: string;
  readonly stderr?: string;
  readonly stderrScale?: number;
  readonly harness?: string;
  readonly day?: string;
}

function oneResult(row: UpstreamRow, table: TableInUse, {catalog, today}: FeedContext, found: Translating): void {
  const {file, benchmark, column, scale} = table;
  const name = row["Model version"];
  const raw = row[column];
  if (name === "") return found.skip("rows without a model version", file);
  if (raw === "") return found.skip("rows without a score", file);
  const figure = numberIn(raw);
  const value = figure === undefined ? undefined : figure * scale;
  const {ceiling} = catalog.benchmarks.get(benchmark)!;
  if (value === undefined || value < 0 || value > ceiling + 1e-9) {
    return found.malformed(file, `${name}: ${column} ${oneLine(raw, 40)}, a number from 0 to ${ceiling / scale} was expected`);
  }
  const model = found.model(name, settingReadings(name));
  if (!model) return;
  const release = row["Release date"] ?? "";
  if (parseDay(release) !== undefined) found.claim({model: model.model, field: "release", value: release, name});
  const error = table.stderr === undefined ? undefined : numberIn(row[table.stderr]);
  const run = parseDay((row[table.day ?? "Started at"] ?? "").slice(0, 10));
  const released = firstKnownDay(catalog.models.get(model.model)!, "earliest");
  // A run dated in the future, or long before the model was there, is a slip upstream: the day it was read stands in.
  const isPossible = run !== undefined && run <= today && run >= released - factsMethod.preReleaseDays.value;
  const seen = isPossible ? run : today;
  found.row({
    table: "results",
    part: file,
    cells: {
      model: model.model,
      benchmark,
      score: cell(Math.min(value, ceiling), 5),
      stderr: error === undefined || error <= 0 ? "" : cell(error * (table.stderrScale ?? scale), 5),
      setting: effectiveSetting(model.setting),
      harness: table.harness === undefined ? "" : oneLine(row[table.harness] ?? ""),
      derived: "no",
      seen: isoDay(seen),
      raw: oneLine(raw, 40),
      raw_unit: column,
    },
    ...(file.endsWith("_external.csv") || EXTERNAL.has(file) ? {licence: "original-terms"} : {}),
  });
}

/** A board of others' that Epoch keeps under a plain name. */
const EXTERNAL = new Set(["swe_bench_bash.csv"]);
