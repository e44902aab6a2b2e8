import {existsSync, writeFileSync} from "node:fs";
import {usagePortfolio} from "../../../advise/usage/usage-portfolio.ts";
import {homeFolder} from "../../../cache/home-folder.ts";
import {InputError} from "../../../errors.ts";
import {ownUsage, WORKLOADS_BY} from "../../../pipeline/own-usage.ts";
import {type WorkloadName, workloadNames} from "../../../store/usage/summary-sql.ts";
import {printable} from "../../plain-text.ts";
import {usageScreen} from "../../terminal/usage-screen.ts";
import type {Command} from "../answer.ts";
import {oneOf} from "../report-options.ts";

/** `lagline usage`: what each workload used, and with --portfolio the same as a file for the advice. */
export const usage: Command = async ({flags, pipeline, options, world}) => {
  const by = typeof flags.by === "string" ? namesOf(flags.by) : WORKLOADS_BY;
  const {catalog} = await pipeline.catalogFor(options);
  const workloads = await ownUsage(homeFolder(world.env), catalog, by, options.asOf);
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
  return {json: () => ({by, workloads}), lines: (page) => usageScreen(printable(workloads), by, page)};
};

const namesOf = (text: string): WorkloadName[] =>
  text.split(",").map((name) => oneOf("--by", name.trim(), workloadNames, "tag"));
