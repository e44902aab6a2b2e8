/** A benchmark snapshot in Epoch's columns as input to the fits. */
import {readFileSync} from "node:fs";
import {parse} from "csv-parse/sync";
import {InputError} from "../src/errors.ts";
import type {AbilityBenchmark, AbilityModel} from "../src/measure/ability/ability-input.ts";
import {day} from "../src/units.ts";
import {accessOf, benchmarkFamilyOf, domainOf, familyOf, labOf} from "./snapshot-names.ts";

/** One chance-corrected result; models and benchmarks go by the names of the file. */
export interface SnapshotRow {
  /** The file's `row_id`, else the position of the row from 0. */
  readonly id: number;
  readonly model: string;
  readonly benchmark: string;
  readonly score: number;
}

export interface Snapshot {
  readonly rows: readonly SnapshotRow[];
  readonly models: readonly AbilityModel[];
  /** With the day of publication where the file has it. */
  readonly benchmarks: readonly (AbilityBenchmark & {readonly published?: number})[];
}

const NEEDED = ["performance", "benchmark", "model", "date"];

/** @throws InputError when the file cannot be read or lacks a column */
export function readSnapshot(file: string): Snapshot {
  const records = readTable(file);
  const absent = NEEDED.filter((column) => !(column in records[0]));
  if (absent.length > 0)
    throw new InputError(
      "missing",
      `columns: ${absent.join(", ")}; a scores file in Epoch's columns was expected`,
      {
        file,
      },
    );
  const models = new Map<string, AbilityModel>();
  const benchmarks = new Map<string, AbilityBenchmark & {published?: number}>();
  const rows = records.map((record, index): SnapshotRow => {
    const {benchmark, date} = record;
    const score = Number(record.performance);
    if (record.performance === "" || !(score >= 0 && score <= 1))
      throw new InputError(
        "invalid",
        `performance: ${record.performance}; a number from 0 to 1 was expected`,
        {
          file,
          row: index + 2,
        },
      );
    const name = record.model.trim();
    models.set(name, {
      id: name,
      lab: labOf(name),
      family: familyOf(name),
      ...(date ? {releaseDay: day(dayNumber(date))} : {}),
    });
    const published = record.benchmark_release_date;
    benchmarks.set(benchmark, {
      id: benchmark,
      domain: domainOf(benchmark),
      access: accessOf(benchmark),
      family: benchmarkFamilyOf(benchmark),
      ...(published ? {published: dayNumber(published)} : {}),
    });
    return {id: record.row_id ? Number(record.row_id) : index, model: name, benchmark, score};
  });
  return {rows, models: [...models.values()], benchmarks: [...benchmarks.values()]};
}

/** @throws InputError when the file cannot be read or is empty */
export function readTable(file: string): Record<string, string>[] {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch {
    throw new InputError("missing", `file: ${file}; a readable CSV file was expected`);
  }
  const records = parse(text, {columns: true, skip_empty_lines: true, bom: true}) as Record<string, string>[];
  if (records.length === 0)
    throw new InputError("insufficient", "rows: 0; a header and at least one row were expected", {file});
  return records;
}

const dayNumber = (date: string): number => Date.parse(`${date.slice(0, 10)}T00:00:00Z`) / 86_400_000;
