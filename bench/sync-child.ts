/** One sync against a server on this machine: `sync-child.ts <home> <shipped> <origin> <today>`; prints what it cost. */
import {sync} from "../src/monitor/sync/sync.ts";
import {processEffects} from "../src/monitor/sync/sync-effects.ts";
import {processorTime} from "./bench-row.ts";

export interface SyncCost {
  readonly processorMs: number;
  readonly wallMs: number;
  readonly megabytes: number;
  readonly outcomes: Readonly<Record<string, string>>;
}

const [home, shipped, origin, today] = process.argv.slice(2);
const start = performance.now();
const report = await sync(
  {
    home,
    shipped,
    today,
    only: [],
    accept: [],
    isDryRun: false,
    env: {LAGLINE_ARTIFICIAL_ANALYSIS_KEY: "made"},
  },
  {
    ...processEffects(() => {}),
    fetch: (url, init) => {
      const {host, pathname} = new URL(url);
      return fetch(`${origin}/${host}${pathname}`, {...init, redirect: "manual"});
    },
  },
);
const cost: SyncCost = {
  processorMs: processorTime(),
  wallMs: performance.now() - start,
  megabytes: process.resourceUsage().maxRSS / 1024,
  outcomes: Object.fromEntries(
    report.feeds.map(({feed, outcome, because}) => [feed, `${outcome}: ${because}`]),
  ),
};
console.log(JSON.stringify(cost));
