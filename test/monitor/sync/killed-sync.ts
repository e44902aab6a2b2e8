/** A sync that kills its own process at the nth change of the disk: `killed-sync.ts <home> <shipped> <origin> <nth>`. */
import {sync} from "../../../src/monitor/sync/sync.ts";
import {processEffects, syncDisk} from "../../../src/monitor/sync/sync-effects.ts";
import {board} from "./made-sync.ts";

const [home, shipped, origin, nth] = process.argv.slice(2);
let changes = 0;
const counted =
  <Args extends unknown[]>(verb: (...args: Args) => void) =>
  (...args: Args): void => {
    if (++changes === Number(nth)) process.kill(process.pid, "SIGKILL");
    verb(...args);
  };

await sync(
  {home, shipped, today: "2026-06-20", only: [], accept: [], isDryRun: false, env: {}, feeds: [board]},
  {
    ...processEffects(() => {}),
    fetch: (url, init) => {
      const {host, pathname} = new URL(url);
      return fetch(`${origin}/${host}${pathname}`, {...init, redirect: "manual"});
    },
    disk: {
      ...syncDisk,
      writeSynced: counted(syncDisk.writeSynced),
      write: counted(syncDisk.write),
      flush: counted(syncDisk.flush),
      rename: counted(syncDisk.rename),
      link: counted(syncDisk.link),
      remove: counted(syncDisk.remove),
    },
  },
);
