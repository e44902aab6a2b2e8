import {readFileSync} from "node:fs";
import {describe, expect, it} from "vitest";
import {adviceTable} from "../../scripts/advice-table.ts";
import {backtestTable} from "../../scripts/backtest-table.ts";
import {evalsTable, type OwnEvalsRun} from "../../scripts/evals-table.ts";
import {type HoldoutRun, holdoutTable} from "../../scripts/holdout-table.ts";
import {measuredBacktest} from "../../src/pipeline/advice/advice-record.ts";
import {readBacktest} from "../../src/pipeline/backtest-file.ts";
import {replaceBlock} from "../../src/present/readme/replace-block.ts";

const file = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");

describe("the figures of METHOD are those of the files that were measured", () => {
  const method = file("METHOD.md");
  it.each([
    ["holdout", () => holdoutTable(JSON.parse(file("bench/measured/holdout.json")) as HoldoutRun)],
    ["evals", () => evalsTable(JSON.parse(file("bench/measured/own-evals.json")) as OwnEvalsRun)],
    ["backtest", () => backtestTable(readBacktest()!)],
    ["advice", () => adviceTable(measuredBacktest()!)],
  ])("%s", (block, table) => {
    expect(replaceBlock(method, block, table(), "METHOD.md")).toBe(method);
  });
});
