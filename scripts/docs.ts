/**
 * Writes what the documents take from runs: README's headline and picture, METHOD's tables, the attribution page; and
 * the headline under every choice, which ships for the page.
 *
 * Run by `npm run docs`. Tests fail when the headline or the attribution page no longer match a run.
 */
import {mkdirSync, readFileSync, writeFileSync} from "node:fs";
import {fileURLToPath} from "node:url";
import type {Effects} from "../src/options.ts";
import {defaultOptions, fileCache, multiverseFor, reportFor} from "../src/pipeline.ts";
import {measuredBacktest} from "../src/pipeline/advice/advice-record.ts";
import {readBacktest} from "../src/pipeline/backtest-file.ts";
import {frontiersChart} from "../src/present/chart/frontiers-chart.ts";
import {readmeHeadline} from "../src/present/readme/readme-headline.ts";
import {replaceBlock} from "../src/present/readme/replace-block.ts";
import {adviceTable} from "./advice-table.ts";
import {writeAttribution} from "./attribution.ts";
import {evalsTable, type OwnEvalsRun} from "./evals-table.ts";
import {backtestTable} from "./backtest-table.ts";
import {holdoutTable, type HoldoutRun} from "./holdout-table.ts";

const at = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url));
const edit = (path: string, change: (text: string) => string): void =>
  writeFileSync(at(path), change(readFileSync(at(path), "utf8")));

const effects: Effects = {
  progress: (stage, done, total) => console.error(`${stage} ${total > 1 ? `${done} of ${total}` : ""}`),
  cache: fileCache(process.env),
  workers: 2,
};
const report = await reportFor(defaultOptions, effects);
const multiverse = await multiverseFor(defaultOptions, effects);
mkdirSync(at("docs"), {recursive: true});
writeFileSync(at("measured/multiverse.json"), `${JSON.stringify(multiverse, null, 1)}\n`);
writeFileSync(at("docs/frontiers.svg"), frontiersChart(report));
edit("README.md", (text) => replaceBlock(text, "headline", readmeHeadline(report)));
const measured = JSON.parse(readFileSync(at("bench/measured/holdout.json"), "utf8")) as HoldoutRun;
edit("METHOD.md", (text) => replaceBlock(text, "holdout", holdoutTable(measured), "METHOD.md"));
const evals = JSON.parse(readFileSync(at("bench/measured/own-evals.json"), "utf8")) as OwnEvalsRun;
edit("METHOD.md", (text) => replaceBlock(text, "evals", evalsTable(evals), "METHOD.md"));
const tested = readBacktest();
if (tested) edit("METHOD.md", (text) => replaceBlock(text, "backtest", backtestTable(tested), "METHOD.md"));
const advised = measuredBacktest();
if (advised) edit("METHOD.md", (text) => replaceBlock(text, "advice", adviceTable(advised), "METHOD.md"));
writeAttribution();
