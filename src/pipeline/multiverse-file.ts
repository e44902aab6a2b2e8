/** The headline under every arguable choice as a file: it takes minutes to make the first time, so it ships. */
import {existsSync, readFileSync} from "node:fs";
import {fileURLToPath} from "node:url";
import {type Multiverse, multiverseSchema} from "../multiverse-report.ts";
import type {Report} from "../report.ts";

const FILE = fileURLToPath(new URL("../../measured/multiverse.json", import.meta.url));

/**
 * The shipped multiverse, where it was made for this very headline: same facts, same day, same number and interval.
 *
 * @param path - of another file than the shipped one
 */
export function shippedMultiverse(
  {about, headline: {lag}}: Pick<Report, "about" | "headline">,
  path: string = FILE,
): Multiverse | undefined {
  if (!existsSync(path)) return undefined;
  const made = multiverseSchema.parse(JSON.parse(readFileSync(path, "utf8")));
  const {vintage, asOf, base} = made;
  const isOfThisHeadline =
    vintage === about.vintage &&
    asOf === about.asOf &&
    base.months === lag.value &&
    base.low === lag.interval?.low &&
    base.high === lag.interval.high;
  return isOfThisHeadline ? made : undefined;
}
