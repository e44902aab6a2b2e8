import {forcesOf} from "../../lab-view.ts";
import {printable} from "../../plain-text.ts";
import {useScreen} from "../../terminal/use-screen.ts";
import type {Command} from "../answer.ts";

/** `lagline use`: adoption channel by channel, and who learns from it. */
export const use: Command = async ({pipeline, options, effects, flags}) => {
  const report = await pipeline.reportFor(options, effects);
  const {use: section, asOf} = forcesOf(report);
  return {
    json: () => ({about: report.about, asOf, use: section}),
    lines: (page) =>
      useScreen(printable({about: report.about, asOf}), printable(section), flags.all === true, page),
  };
};
