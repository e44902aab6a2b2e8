import {existsSync, writeFileSync} from "node:fs";
import {usagePortfolio} from "../../../advise/usage/usage-portfolio.ts";
import {homeFolder} from "../../../cache/home-folder.ts";
import {InputError} from "../../../errors.ts";
import {ownUsage, WORKLOADS_BY, workloadsBy} from "../../../pipeline/own-usage.ts";
import {type WorkloadName, workloadNames} from "../../../store/usage/summary-sql.ts";
import {keepUsageRule, keptUsageRule} from "../../../store/usage/usage-rule.ts";
import {printable} from "../../plain-text.ts";
import {usageScreen} from "../../terminal/usage-screen.ts";
import type {Command} from "../answer.ts";
import {oneOf} from "../report-options.ts";

/** `lagline usage`: what each workload used, and with --portfolio the same as a file for the advice. */
export const usage: Command = async ({flags, pipeline, options, world}) => {
  const home = homeFolder(world.env);
  const asked = typeof flags.by === "string" ? namesOf(flags.by) : undefined;
  const by = asked === "default" ? WORKLOADS_BY : (asked ?? workloadsBy(home));
  const {catalog} = await pipeline.catalogFor(options);
  const workloads = await ownUsage(home, catalog, by, options.asOf);
  // Only a rule that has just been used is kept.
  if (asked !== undefined) keepUsageRule(home, asked === "default" ? undefined : asked);
  const isKept = keptUsageRule(home) !== undefined;
  const file = flags.portfolio;
  if (typeof file === "string") {
    const text = usagePortfolio(workloads);
    if (file === "-") return {json: () => ({portfolio: text}), lines: () => text.trimEnd().split("\n")};
    if (existsSync(file) && flags.force !== true)
      throw new InputError(
        "conflicting",
        `file: ${file} exists; another name, or --force to overwrite it, was expected`,
      );
    writeFileSync(file, text);
    const done = `${file}: ${workloads.length} workloads; lagline advise ${file} says what to run for each`;
    return {json: () => ({file, workloads: workloads.length}), lines: () => [done]};
  }
  return {
    json: () => ({by, isKept, workloads}),
    lines: (page) => usageScreen(printable(workloads), {by, isKept}, page),
  };
};

const namesOf = (text: string): WorkloadName[] | "default" =>
  text.trim() === "default"
    ? "default"
    : text.split(",").map((name) => oneOf("--by", name.trim(), workloadNames, "tag"));
