/** The back-test's result as a file: it takes minutes to make and belongs beside every forecast, so it ships. */
import {createHash} from "node:crypto";
import {existsSync, readFileSync} from "node:fs";
import {fileURLToPath} from "node:url";
import {InputError} from "../errors.ts";
import {type BacktestFile, backtestSchema} from "../forecast-report.ts";

/** The shipped result. */
const measuredBacktest = fileURLToPath(new URL("../../measured/backtest.json", import.meta.url));

/** Names the shipped back-test by its content: what is kept of a Report depends on it. */
export function backtestStamp(path: string = measuredBacktest): string {
  return existsSync(path)
    ? createHash("sha256").update(readFileSync(path)).digest("hex").slice(0, 16)
    : "none";
}

/**
 * The back-test in a file, or nothing where there is no such file.
 *
 * @throws InputError when it is something else
 */
export function readBacktest(path: string = measuredBacktest): BacktestFile | undefined {
  if (!existsSync(path)) return undefined;
  const parsed = backtestSchema.safeParse(jsonOf(readFileSync(path, "utf8")));
  if (parsed.success) return parsed.data;
  throw new InputError(
    "invalid",
    `back-test: ${path}; the file that \`lagline backtest\` writes was expected`,
    {
      file: path,
    },
  );
}
/** The file's text: one case a line, so that a change of one can be seen. */
export function backtestText({cases, ...rest}: BacktestFile): string {
  const head = JSON.stringify(rest, null, 1).replace(/\n\}$/, ",");
  return `${head}\n "cases": [\n${cases.map((one) => `  ${JSON.stringify(one)}`).join(",\n")}\n ]\n}\n`;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
