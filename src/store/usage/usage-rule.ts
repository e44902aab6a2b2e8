/** The user's rule for which workload a request belongs to, kept in the home folder until another is given. */
import {existsSync, readFileSync, rmSync} from "node:fs";
import {join} from "node:path";
import {z} from "zod";
import {InputError} from "../../errors.ts";
import {durableWrite} from "../durable-write.ts";
import {type WorkloadName, workloadNames} from "./summary-sql.ts";

const ruleSchema = z.strictObject({
  schema: z.literal("lagline-usage-rule/1"),
  /** What names a workload, the first that a request has. */
  by: z.array(z.enum(workloadNames as [WorkloadName, ...WorkloadName[]])).nonempty(),
});

const ruleFile = (home: string): string => join(home, "usage-rule.json");

/**
 * @returns undefined when none was given
 * @throws InputError when the file is damaged
 */
export function keptUsageRule(home: string): readonly WorkloadName[] | undefined {
  const path = ruleFile(home);
  if (!existsSync(path)) return undefined;
  try {
    return ruleSchema.parse(JSON.parse(readFileSync(path, "utf8"))).by;
  } catch {
    throw new InputError(
      "invalid",
      "usage rule: not what lagline wrote; `lagline usage --by default` starts anew",
      {file: path},
    );
  }
}

/** @param by - undefined goes back to the default */
export function keepUsageRule(home: string, by: readonly WorkloadName[] | undefined): void {
  const path = ruleFile(home);
  if (by === undefined) return rmSync(path, {force: true});
  durableWrite(path, new TextEncoder().encode(`${JSON.stringify({schema: "lagline-usage-rule/1", by})}\n`));
}
