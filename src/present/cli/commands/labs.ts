import {forcesOf} from "../../lab-view.ts";
import {printable} from "../../plain-text.ts";
import {labsScreen} from "../../terminal/labs-screen.ts";
import type {Command} from "../answer.ts";

/** `lagline labs`: who can pay, and who may let a customer down. */
export const labs: Command = async ({pipeline, options, effects}) => {
  const report = await pipeline.reportFor(options, effects);
  const {labs: all, backtests, asOf} = forcesOf(report);
  return {
    json: () => ({about: report.about, asOf, labs: all, backtests}),
    lines: (page) =>
      labsScreen(printable({about: report.about, asOf}), printable({labs: all, backtests}), page),
  };
};
