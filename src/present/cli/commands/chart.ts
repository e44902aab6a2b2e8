import {randomUUID} from "node:crypto";
import {existsSync, renameSync, rmSync, statSync, writeFileSync} from "node:fs";
import {dirname, resolve} from "node:path";
import {InputError} from "../../../errors.ts";
import type {Report} from "../../../report.ts";
import type {Command} from "../answer.ts";
import {oneOf} from "../report-options.ts";

type ChartName = "frontiers" | "lag-by" | "definitions";
const CHARTS: readonly ChartName[] = ["frontiers", "lag-by", "definitions"];

/** `lagline chart <name>`: a picture as SVG, to a file or to standard output. */
export const chart: Command = async ({pipeline, options, effects, args, flags}) => {
  const name = oneOf("chart", args[0], CHARTS, "frontiers");
  const out = typeof flags.out === "string" ? outFile(flags.out, flags.force === true) : undefined;
  const svg = await drawn(name, await pipeline.reportFor(options, effects));
  if (out === undefined) return {json: () => ({chart: name, svg}), lines: () => svg.trimEnd().split("\n")};
  writeWhole(out, svg);
  return {
    json: () => ({chart: name, file: out, bytes: Buffer.byteLength(svg)}),
    lines: () => [`Wrote ${out}.`],
  };
};

async function drawn(name: ChartName, report: Report): Promise<string> {
  if (name === "frontiers") return (await import("../../chart/frontiers-chart.ts")).frontiersChart(report);
  if (name === "lag-by") return (await import("../../chart/lag-by-chart.ts")).lagByChart(report);
  return (await import("../../chart/definitions-chart.ts")).definitionsChart(report);
}

/** The path to write, refused before any work is done when writing there would fail or destroy something. */
function outFile(path: string, force: boolean): string {
  const isPath = path.trim() !== "" && !path.includes("\0");
  if (!isPath) throw new InputError("invalid", `--out: "${path}"; the path of a file was expected`);
  const folder = statSync(dirname(resolve(path)), {throwIfNoEntry: false});
  if (!folder?.isDirectory()) {
    throw new InputError("missing", `folder: ${dirname(path)}; make it first, or give --out another path`);
  }
  const standing = statSync(path, {throwIfNoEntry: false});
  if (standing?.isDirectory())
    throw new InputError("invalid", `--out: ${path}; a file was expected, this is a folder`);
  if (standing && !force) {
    throw new InputError(
      "conflicting",
      `file: ${path} exists; --force overwrites it, or give --out another path`,
    );
  }
  return path;
}

/** Writes beside the final name, then renames: a reader never sees half a file. */
function writeWhole(path: string, text: string): void {
  const part = `${path}.${randomUUID().slice(0, 8)}.part`;
  try {
    writeFileSync(part, text, {flag: "wx"});
    renameSync(part, path);
  } catch (error) {
    if (existsSync(part)) rmSync(part, {force: true});
    const {code} = error as NodeJS.ErrnoException;
    throw new InputError(
      "unsupported",
      `file: ${path} cannot be written (${code ?? "unknown reason"}); give --out another path`,
    );
  }
}
