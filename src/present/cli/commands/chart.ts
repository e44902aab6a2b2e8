import type {Report} from "../../../report.ts";
import type {Command} from "../answer.ts";
import {outFile, writeWhole} from "../out-file.ts";
import {oneOf} from "../report-options.ts";

type ChartName = "frontiers" | "lag-by" | "definitions" | "forecast";
const CHARTS: readonly ChartName[] = ["frontiers", "lag-by", "definitions", "forecast"];

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
  if (name === "forecast") return (await import("../../chart/forecast-chart.ts")).forecastChart(report);
  return (await import("../../chart/definitions-chart.ts")).definitionsChart(report);
}
