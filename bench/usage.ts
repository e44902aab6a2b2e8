/**
 * Ten million requests imported and summarised, beside row-by-row inserts into the same database in the same run.
 *
 *   npm run bench:usage [-- --rows N --json]
 *
 * The log is made first: LiteLLM's spend logs as CSV, with a prompt of some 60 characters in every row that is not read.
 */
import {mkdtempSync, rmSync, statSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {pathToFileURL} from "node:url";
import {parseArgs} from "node:util";
import {DuckDBInstance} from "@duckdb/node-api";
import {usageWarehouse} from "../src/store/usage/duckdb-warehouse.ts";
import {importUsage, remakeRollups} from "../src/store/usage/import-usage.ts";
import {usageSummary} from "../src/store/usage/usage-summary.ts";
import type {BenchRow} from "./bench-row.ts";

const INSERTED = 5000;

/** Seven columns of a request, one INSERT each, in one transaction. */
async function rowByRow(): Promise<number> {
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  await connection.run(
    "CREATE TABLE event (id VARCHAR, ts TIMESTAMP, tag VARCHAR, model VARCHAR, i BIGINT, o BIGINT, c DOUBLE)",
  );
  const statement = await connection.prepare(
    "INSERT INTO event VALUES ($1, TIMESTAMP '2026-01-01', $2, $3, $4, $5, $6)",
  );
  const started = performance.now();
  await connection.run("BEGIN");
  for (let i = 0; i < INSERTED; i++) {
    statement.bind([`request-${i}`, "tickets", "gpt-5", i, 100, 0.01]);
    await statement.run();
  }
  await connection.run("COMMIT");
  const seconds = (performance.now() - started) / 1000;
  connection.closeSync();
  return seconds / INSERTED;
}

async function madeLog(path: string, rows: number): Promise<void> {
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  await connection.run(`COPY (SELECT 'req-' || i AS request_id, 'acompletion' AS call_type,
      round(0.001 + (i % 997) / 1e5, 6) AS spend, 300 + i % 9000 AS prompt_tokens, 20 + i % 700 AS completion_tokens,
      TIMESTAMP '2026-01-01' + to_milliseconds(CAST(i * (7776000000 / ${rows}) AS BIGINT)) AS "startTime",
      400 + i % 20000 AS request_duration_ms, ['gpt-5', 'claude-opus-4.5', 'kimi-k2.5', 'gpt-oss-120b'][1 + i % 4] AS model,
      'openai' AS custom_llm_provider, CASE WHEN i % 50 = 0 THEN 'True' ELSE 'False' END AS cache_hit,
      '["task-' || (i % 12) || '"]' AS request_tags, 'team-' || (i % 5) AS team_id,
      CASE WHEN i % 200 = 0 THEN 'failure' ELSE 'success' END AS status,
      '{"additional_usage_values":{"cache_read_input_tokens":' || (i % 250) || '}}' AS metadata,
      'a prompt that nobody reads, number ' || i || ', and some more of it' AS messages
    FROM range(${rows}) AS t(i)) TO '${path}' (HEADER, DELIMITER ',')`);
  connection.closeSync();
}

export interface UsageBench {
  readonly rows: number;
  readonly logMegabytes: number;
  readonly databaseMegabytes: number;
  readonly importSeconds: number;
  readonly importProcessorSeconds: number;
  readonly summarySeconds: number;
  readonly workloads: number;
  readonly requests: number;
  readonly timesFasterThanRowByRow: number;
  readonly peakMegabytes: number;
}

export async function usageBench(rows: number): Promise<UsageBench> {
  const folder = mkdtempSync(join(tmpdir(), "lagline-bench-"));
  try {
    const log = join(folder, "spend.csv");
    await madeLog(log, rows);
    const perInsert = await rowByRow();
    const warehouse = await usageWarehouse(join(folder, "home"), "write");
    const started = performance.now();
    const before = process.cpuUsage();
    await importUsage(warehouse, log, {from: undefined, today: "2026-04-01"});
    await remakeRollups(warehouse);
    const importSeconds = (performance.now() - started) / 1000;
    const {user, system} = process.cpuUsage(before);
    warehouse.close();
    const asked = performance.now();
    const reader = await usageWarehouse(join(folder, "home"), "read");
    const workloads = await usageSummary(reader, ["tag", "app", "team", "key"], undefined);
    const summarySeconds = (performance.now() - asked) / 1000;
    reader.close();
    return {
      rows,
      logMegabytes: Math.round(statSync(log).size / 1e6),
      databaseMegabytes: Math.round(statSync(join(folder, "home", "usage.duckdb")).size / 1e6),
      importSeconds,
      importProcessorSeconds: (user + system) / 1e6,
      summarySeconds,
      workloads: workloads.length,
      requests: workloads.reduce((sum, {requests}) => sum + requests, 0),
      timesFasterThanRowByRow: (perInsert * rows) / importSeconds,
      peakMegabytes: Math.round(process.resourceUsage().maxRSS / 1024),
    };
  } finally {
    rmSync(folder, {recursive: true, force: true});
  }
}

/** A fifth of the ten million rows, and a fifth of the minute they may take; `npm run bench:usage` imports them all. */
const SHARE = 5;

export async function benchUsage(): Promise<BenchRow[]> {
  const rows = 10_000_000 / SHARE;
  const {importSeconds, summarySeconds, timesFasterThanRowByRow} = await usageBench(rows);
  const once = (name: string, seconds: number, target: number): BenchRow => {
    const time = 1000 * seconds;
    return {name, median: time, min: time, max: time, unit: "ms", runs: 1, target};
  };
  return [
    {
      ...once(`${rows.toLocaleString("en-US")} requests imported`, importSeconds, 60_000 / SHARE),
      baseline: {name: "an INSERT for each", ratio: timesFasterThanRowByRow},
    },
    once("their summary by workload", summarySeconds, 1000),
  ];
}

if (import.meta.url === pathToFileURL(process.argv[1]!).href) {
  const {values} = parseArgs({
    options: {rows: {type: "string", default: "10000000"}, json: {type: "boolean", default: false}},
  });
  console.error("making the log and importing it ...");
  const result = await usageBench(Number(values.rows));
  console.log(
    values.json
      ? JSON.stringify(result, null, 2)
      : Object.entries(result)
          .map(
            ([name, value]) =>
              `${name.padEnd(24)} ${Number(value).toLocaleString("en-US", {maximumFractionDigits: 2})}`,
          )
          .join("\n"),
  );
}
