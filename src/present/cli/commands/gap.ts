import {printable} from "../../plain-text.ts";
import {gapScreen} from "../../terminal/gap-screen.ts";
import type {Command} from "../answer.ts";

/** `lagline gap`: the part of the Report about the lag and its definitions. */
export const gap: Command = async ({pipeline, options, effects}) => {
  const report = await pipeline.reportFor(options, effects);
  const {about, headline, definitions, whyTheyDiffer, published, domains, access, groups, exclusions} =
    report;
  const part = {about, headline, definitions, whyTheyDiffer, published, domains, access, groups, exclusions};
  return {json: () => part, lines: (page) => gapScreen(printable(part), page)};
};
