/**
 * Every timing the project promises, each beside something else measured in the same run.
 *
 *     npm run bench [-- --json]
 */
import {parseArgs} from "node:util";
import {benchAdvice} from "./advice.ts";
import {benchTable} from "./bench-row.ts";
import {benchColdStart} from "./cold-start.ts";
import {benchEci} from "./eci.ts";
import {benchSync} from "./sync.ts";
import {benchUsage} from "./usage.ts";
import {benchVintages} from "./vintages.ts";
import {benchWhatIf} from "./what-if.ts";

const {values} = parseArgs({options: {json: {type: "boolean", default: false}}});
console.error("ECI mode ...");
const eci = await benchEci();
console.error("paths of the forces forecast ...");
const whatIf = await benchWhatIf();
console.error("advice ...");
const advice = await benchAdvice();
console.error("usage ...");
const usage = await benchUsage();
console.error("kept states of the facts ...");
const vintages = benchVintages();
console.error("sync ...");
const sync = await benchSync();
console.error("cold starts: the first run fits the index, which takes about a minute ...");
const {rows, firstRunMegabytes} = await benchColdStart();
const all = [...eci, ...whatIf.rows, ...advice.rows, ...usage, ...vintages, ...sync.rows, ...rows];
if (values.json)
  console.log(
    JSON.stringify(
      {
        rows: all,
        adviceOptions: advice.options,
        firstRunMegabytes,
        syncMegabytes: sync.megabytes,
        pathMegabytes: whatIf.megabytes,
      },
      null,
      2,
    ),
  );
else {
  console.log(benchTable(all));
  console.log(`priced options in the advice: ${advice.options}`);
  console.log(`peak memory of the first run: ${firstRunMegabytes.toFixed(0)} MB (target 400)`);
  for (const [paths, grown] of Object.entries(whatIf.megabytes))
    console.log(`memory grown over ${Number(paths).toLocaleString("en-US")} paths: ${grown.toFixed(0)} MB`);
  console.log(`peak memory of a first sync: ${sync.megabytes.toFixed(0)} MB (target 500)`);
}
