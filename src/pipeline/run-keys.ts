/** What names a run: its ability draws, and all of its answer. */
import {factsVintage} from "../data/facts-vintage.ts";
import {methodHash} from "../method.ts";
import type {ReportOptions} from "../options.ts";
import {build, measureBuild, version} from "../version.ts";
import {backtestStamp} from "./backtest-file.ts";

/** Abilities depend on the facts seen and the measuring code; the same draws serve every clock and every surface. */
export function measureRun({facts, asOf, seed, draws}: ReportOptions) {
  const key = [factsVintage(facts).hash, measureBuild, asOf ?? "newest", seed, draws].join(" ");
  return {seed, draws, key};
}

/** Names everything an answer depends on: facts, method, code and options. */
export function runKey({facts, asOf, dates, instrument, seed, draws}: ReportOptions): string {
  return [
    factsVintage(facts).hash,
    methodHash,
    backtestStamp(),
    version,
    build,
    asOf ?? "newest",
    dates,
    instrument,
    seed,
    draws,
  ].join(" ");
}
