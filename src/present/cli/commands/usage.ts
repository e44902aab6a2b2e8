import {existsSync, writeFileSync} from "node:fs";
import {type WorkloadUsage, workloadUsages} from "../../../advise/usage/workload-usage.ts";
import {usagePortfolio} from "../../../advise/usage/usage-portfolio.ts";
import {homeFolder} from "../../../cache/home-folder.ts";
import {isoDay} from "../../../dates.ts";
import {InputError} from "../../../errors.ts";
import {keptAliases} from "../../../store/own-evals.ts";
import {hasUsage, usageWarehouse} from "../../../store/usage/duckdb-warehouse.ts";
import {type WorkloadName, workloadNames} from "../../../store/usage/summary-sql.ts";
import {usageSummary} from "../../../store/usage/usage-summary.ts";
import {printable} from "../../plain-text.ts";
import {usageScreen} from "../../terminal/usage-screen.ts";
import type {Command} from "../answer.ts";
import {oneOf} from "../report-options.ts";

const BY: readonly WorkloadName[] = ["tag", "app", "team", "key"];

/** `lagline usage`: what each workload used, and with --portfolio the same as a file for the advice. */
export const usage: Command = async ({flags, pipeline, options, world}) => {
  const by = typeof flags.by === "string" ? namesOf(flags.by) : BY;
  const home = homeFolder(world.env);
  if (!hasUsage(home)) {
    throw new InputError(
      "missing",
      "usage: none; `lagline usage import <files>` reads the logs of your gateway or your traces",
    );
  }
  const warehouse = await usageWarehouse(home, "read");
  let workloads: WorkloadUsage[];
  try {
    const logged = await usageSummary(
      warehouse,
      by,
      options.asOf === undefined ? undefined : isoDay(options.asOf),
    );
    const {catalog} = await pipeline.catalogFor(options);
    workloads = workloadUsages(logged, catalog.models.values(), keptAliases(home));
  } finally {
    warehouse.close();
  }
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
