import {z} from "zod";
import type {Quantity, Report} from "../../../report.ts";
import {changeSchema} from "../../../report.ts";
import {aboutSchema, assistantTool, quantityLine, shown, shownQuantitySchema} from "../assistant-tool.ts";

const PARTS = ["headline", "domains", "access", "groups", "definitions", "robustness"] as const;
type Part = (typeof PARTS)[number];

export const gapTool = assistantTool({
  name: "gap",
  title: "How far open weights are behind",
  says: "How many months open-weight AI models are behind closed ones, with intervals: the headline, or the lag by domain of tests, by who has seen the test, by group of open models (origin, licence, hardware), by every published definition, or how open models hold on tests they cannot have seen. Ask for one part at a time.",
  input: z.object({
    part: z.enum(PARTS).default("headline").describe("which part of the answer; headline when left out"),
  }),
  output: z.strictObject({
    about: aboutSchema,
    says: z.string(),
    numbers: z.array(shownQuantitySchema),
    changes: z.array(changeSchema).describe("recent changes, with the headline only"),
  }),
  answer: async ({report: read}, {part}) => {
    const report = await read();
    const {says, numbers} = partOf(report, part);
    const changes = part === "headline" ? report.changes : [];
    return {
      value: {about: report.about, says, numbers: numbers.map(shown), changes},
      lines: [
        says,
        ...numbers.map(quantityLine),
        ...changes.map(({date, sentence}) => `${date}: ${sentence}`),
      ],
    };
  },
});

function partOf(report: Report, part: Part): {says: string; numbers: readonly Quantity[]} {
  const {headline, domains, access, groups, definitions, whyTheyDiffer, robustness} = report;
  switch (part) {
    case "headline":
      return {
        says: headline.sentence,
        numbers: [headline.lag, headline.gap, headline.trend, headline.range.low, headline.range.high],
      };
    case "domains":
      return {says: "The headline's rule on the tests of one domain.", numbers: domains};
    case "access":
      return {says: "The headline's rule by who has seen the test.", numbers: access};
    case "groups":
      return {says: groups.map(({says}) => says).join(" "), numbers: groups.flatMap(({lags}) => lags)};
    case "definitions":
      return {says: whyTheyDiffer, numbers: definitions.map(({lag}) => lag)};
    case "robustness":
      return {
        says: `${robustness.finding} ${robustness.caveats.join(" ")}`,
        numbers: [robustness.ratio, ...robustness.classes.flatMap(({points, months}) => [points, months])],
      };
  }
}
