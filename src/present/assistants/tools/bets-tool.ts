import {z} from "zod";
import {betQuestionSchema} from "../../../bets-report.ts";
import {InputError} from "../../../errors.ts";
import {quantityText} from "../../quantity-text.ts";
import {aboutSchema, assistantTool, shownQuantitySchema} from "../assistant-tool.ts";

const shownQuestionSchema = betQuestionSchema
  .pick({
    id: true,
    belief: true,
    asks: true,
    state: true,
    closes: true,
    resolves: true,
    chanceSays: true,
    settledBy: true,
  })
  .extend({chance: shownQuantitySchema.nullable(), outcome: z.union([z.string(), z.number()]).nullable()});

export const betsTool = assistantTool({
  name: "bets",
  title: "Beliefs as bets, and lagline's odds",
  says: "Beliefs about open and closed models with their status, and the questions that test them: what is asked, when it closes, lagline's own probability where it computes one (its odds), and how it came out. Filter by question, belief or state.",
  input: z.object({
    id: z.string().max(60).optional().describe("id of a question or of a belief"),
    state: z.enum(["open", "settled", "closing-soon"]).optional(),
  }),
  output: z.strictObject({
    about: aboutSchema,
    asOf: z.string(),
    beliefs: z.array(
      z.strictObject({id: z.string(), title: z.string(), status: z.string(), says: z.string()}),
    ),
    questions: z.array(shownQuestionSchema),
  }),
  answer: async ({report: read}, {id, state}) => {
    const {about, bets} = await read();
    if (!bets) throw new InputError("missing", "bets: no ledger is at hand");
    const questions = bets.questions.filter(
      (question) =>
        (id === undefined || question.id === id || question.belief === id) &&
        (state === undefined ||
          (state === "closing-soon" ? bets.closingSoon.includes(question.id) : question.state === state)),
    );
    const beliefs = bets.beliefs.filter(
      (belief) => id === undefined || belief.id === id || belief.questions.includes(id),
    );
    if (questions.length === 0 && beliefs.length === 0) {
      throw new InputError("unknown", `question or belief: ${id ?? state}; lagline bets lists them`);
    }
    return {
      value: {
        about,
        asOf: bets.asOf,
        beliefs: beliefs.map(({id: name, title, status, says}) => ({id: name, title, status, says})),
        questions: questions.map((question) => ({
          id: question.id,
          belief: question.belief,
          asks: question.asks,
          state: question.state,
          closes: question.closes,
          resolves: question.resolves,
          chanceSays: question.chanceSays,
          settledBy: question.settledBy,
          chance: question.chance === null ? null : shownQuantitySchema.strip().parse(question.chance),
          outcome: question.resolution?.outcome ?? null,
        })),
      },
      lines: [
        ...beliefs.map(({id: name, title, status, says}) => `${name} ${title}: ${status}. ${says}`),
        ...questions.map(
          ({id: name, asks, state: now, closes, chance, chanceSays, resolution}) =>
            `${name} (${now}, closes ${closes}): ${asks} ${resolution ? `Settled: ${resolution.outcome}.` : chance ? `lagline: ${quantityText(chance)} [${chance.id}].` : `No chance: ${chanceSays}.`}`,
        ),
      ],
    };
  },
});
