import {forcesOf, labFacts, labNamed} from "../../lab-view.ts";
import {printable} from "../../plain-text.ts";
import {labScreen} from "../../terminal/lab-screen.ts";
import type {Command} from "../answer.ts";

/** `lagline lab <id>`: one lab in full. */
export const lab: Command = async ({pipeline, options, effects, args, flags}) => {
  const report = await pipeline.reportFor(options, effects);
  const forces = forcesOf(report);
  const found = labNamed(forces.labs, args[0]!);
  const view = {about: report.about, asOf: forces.asOf, lab: found, facts: labFacts(forces, found)};
  return {json: () => view, lines: (page) => labScreen(printable(view), flags.all === true, page)};
};
