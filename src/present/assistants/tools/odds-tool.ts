import {z} from "zod";
import {parseDay} from "../../../dates.ts";
import {InputError, InputErrors} from "../../../errors.ts";
import {questionNamed} from "../../../forecast/odds/question-named.ts";
import {scenarioMethod} from "../../../forecast/scenario/scenario-method.ts";
import {type OddsRow, oddsRowSchema} from "../../../whatif-report.ts";
import {notTaken} from "../../not-taken.ts";
import {aboutSchema, assistantTool, quantityLine, shown, shownQuantitySchema} from "../assistant-tool.ts";

const amount = (what: string) => z.number().positive().optional().describe(what);

export const oddsTool = assistantTool({
  name: "odds",
  title: "How likely things are",
  says: "Chances of what people ask about open and closed models: that open leads, matches today's closed frontier, that a lab runs short, that a price is reached. Without a question: the fixed list with today's chances. Forecasters stand side by side; where they differ, say so.",
  input: z.object({
    question: z.string().max(200).optional().describe("in the words of the list, or its short name"),
    by: z.string().max(10).optional().describe("YYYY-MM-DD; a year after the as-of date when left out"),
    months: amount("for questions about a lag"),
    points: amount("for questions about a gap or a gain"),
    ability: amount("for questions about an ability or its price"),
    price: amount("USD per million tokens, for the question about a price"),
    labs: amount("for the question about several labs"),
    lab: z.string().max(100).optional().describe("id, for questions about one lab"),
  }),
  output: z.strictObject({
    about: aboutSchema,
    odds: z.array(oddsRowSchema.extend({probability: shownQuantitySchema})),
  }),
  answer: async ({report: read, odds: run}, {question, by, ...given}) => {
    const {about, whatIf} = await read();
    if (!whatIf)
      throw new InputError("insufficient", "records: none on one side; a forecast needs records of both");
    const names = Object.keys(given).filter((name) => given[name as keyof typeof given] !== undefined);
    if (question === undefined) {
      const [first] = by === undefined ? names : ["by"];
      if (first !== undefined)
        throw new InputError("missing", `question: nothing; the one that ${first} belongs to was expected`);
      return {value: {about, odds: whatIf.odds.map(row)}, lines: whatIf.odds.flatMap(lines)};
    }
    const asked = questionNamed(question);
    const faults = notTaken(asked, names, (name) => name);
    if (faults.length > 0) throw new InputErrors(faults);
    const day = by === undefined ? undefined : parseDay(by);
    if (by !== undefined && day === undefined)
      throw new InputError("invalid", `by: ${by}; a calendar day as YYYY-MM-DD was expected`);
    const {odds} = await run({
      questions: [asked],
      given: {...given, ...(day === undefined ? {} : {by: day})},
      paths: scenarioMethod.oddsPaths.value.asked,
    });
    return {value: {about, odds: odds.map(row)}, lines: odds.flatMap(lines)};
  },
});

const row = (odds: OddsRow) => ({...odds, probability: shown(odds.probability)});

const lines = ({question, probability, forecasters, resolves, record}: OddsRow): string[] => [
  question,
  `  ${quantityLine(probability)}`,
  `  By forecaster: ${forecasters.map(({name, probability: own}) => `${name} ${own === null ? "says nothing" : `${Math.round(100 * own)}%`}`).join(", ")}.`,
  `  ${resolves} ${record}`,
];
