import {forcesOf} from "../../lab-view.ts";
import {printable} from "../../plain-text.ts";
import {copyingScreen} from "../../terminal/copying-screen.ts";
import type {Command} from "../answer.ts";

/** `lagline copying`: the fast-follow coupling, withheld models, accusations beside counter-evidence. */
export const copying: Command = async ({pipeline, options, effects, flags}) => {
  const report = await pipeline.reportFor(options, effects);
  const {copying: section, asOf} = forcesOf(report);
  return {
    json: () => ({about: report.about, asOf, copying: section}),
    lines: (page) =>
      copyingScreen(printable({about: report.about, asOf}), printable(section), flags.all === true, page),
  };
};
