/** How long a person waits for the report when its draws are kept, beside the start of Node itself. */
import {spawnSync} from "node:child_process";
import {mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import {against, type BenchRow, benchRow} from "./bench-row.ts";

const bin = fileURLToPath(new URL("../bin/lagline.mjs", import.meta.url));
/** Linux reports the largest resident size in kilobytes, and so does `resourceUsage`. */
const MEMORY_PROBE = `process.on("exit", () => process.stderr.write("peak " + process.resourceUsage().maxRSS + "\\n"));`;

export interface ColdStart {
  readonly rows: readonly BenchRow[];
  /** Peak memory of the first run, which computes everything, in megabytes. */
  readonly firstRunMegabytes: number;
}

export async function benchColdStart(): Promise<ColdStart> {
  const folder = mkdtempSync(join(tmpdir(), "lagline-bench-"));
  const env = {...process.env, LAGLINE_CACHE: folder, NO_COLOR: "1"};
  const once = (args: readonly string[]) => {
    const done = spawnSync(process.execPath, args, {env, encoding: "utf8"});
    if (done.status !== 0) throw new Error(`${args.join(" ")} failed: ${done.stderr}`);
    return done;
  };
  try {
    const first = await benchRow({
      name: "lagline, first run: fit, draws and every lag",
      runs: 1,
      run: () =>
        (peak = once(["--import", `data:text/javascript,${encodeURIComponent(MEMORY_PROBE)}`, bin]).stderr),
    });
    const megabytes = Number(/peak (\d+)/.exec(peak)![1]) / 1024;
    const bare = await benchRow({name: "node, doing nothing", runs: 5, run: () => once(["-e", "0"])});
    const kept = await benchRow({name: "lagline, draws kept", runs: 5, target: 1500, run: () => once([bin])});
    const help = await benchRow({name: "lagline --help", runs: 5, run: () => once([bin, "--help"])});
    return {rows: [first, against(kept, first), against(help, bare), bare], firstRunMegabytes: megabytes};
  } finally {
    rmSync(folder, {recursive: true, force: true});
  }
}

let peak = "";
