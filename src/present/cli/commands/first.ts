import {printable} from "../../plain-text.ts";
import {firstScreen} from "../../terminal/first-screen.ts";
import type {Command} from "../answer.ts";

/** Plain `lagline`: the Report, or its first screen. */
export const first: Command = async ({pipeline, options, effects}) => {
  const report = await pipeline.reportFor(options, effects);
  return {json: () => report, lines: (page) => firstScreen(printable(report), page)};
};
