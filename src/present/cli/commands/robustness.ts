import {printable} from "../../plain-text.ts";
import {robustnessScreen} from "../../terminal/robustness-screen.ts";
import type {Command} from "../answer.ts";

/** `lagline robustness`: open models on tests they cannot have seen. */
export const robustness: Command = async ({pipeline, options, effects, flags}) => {
  const report = await pipeline.reportFor(options, effects);
  const {about, models} = report;
  const part = {about, robustness: report.robustness};
  return {
    json: () => part,
    lines: (page) => robustnessScreen(printable({...part, models}), flags.all === true, page),
  };
};
