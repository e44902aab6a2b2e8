import {z} from "zod";
import {modelAbilitySchema} from "../../../report.ts";
import {LICENCE_CLASSES, MODEL_ORDERS, modelSelection} from "../../model-selection.ts";
import {boundsText, counted, numberText} from "../../quantity-text.ts";
import {aboutSchema, assistantTool} from "../assistant-tool.ts";

const MOST = 100;

export const modelsTool = assistantTool({
  name: "models",
  title: "Models",
  says: "AI models with ability in index points and its interval, openness, licence class, dates, memory and list price. Filter by side, lab, country, licence, memory; find by name.",
  input: z.object({
    find: z.string().max(100).optional().describe("words that the name, id or lab must hold"),
    openness: z.enum(["open", "closed"]).optional(),
    lab: z.string().max(100).optional(),
    country: z.string().max(60).optional().describe("two letters, for instance CN"),
    licence: z.enum(LICENCE_CLASSES as [string, ...string[]]).optional(),
    fits: z
      .number()
      .positive()
      .optional()
      .describe("gigabytes of memory that the weights must fit at 8 bits"),
    sort: z.enum(MODEL_ORDERS as [string, ...string[]]).default("ability"),
    top: z.number().int().min(1).max(MOST).default(20),
  }),
  output: z.strictObject({
    about: aboutSchema,
    count: z.number().int().nonnegative().describe("models that pass, of which the first `top` are given"),
    models: z.array(modelAbilitySchema),
  }),
  answer: async ({report: read}, {find, top, ...filter}) => {
    const report = await read();
    const words = (find ?? "").toLowerCase().split(/\s+/).filter(Boolean);
    const found = modelSelection(report, filter as Parameters<typeof modelSelection>[1]).filter(
      ({name, model, lab}) => words.every((word) => `${name} ${model} ${lab}`.toLowerCase().includes(word)),
    );
    const models = found.slice(0, top);
    return {
      value: {about: report.about, count: found.length, models},
      lines: [
        `${counted(found.length, "model")} found${found.length > models.length ? `, the first ${models.length} given` : ""}.`,
        ...models.map(({model, name, lab, openness, ability, low, high, licenceClass}) => {
          const measured =
            ability === null
              ? "no ability"
              : `${numberText(ability, "points")} points (${boundsText({low, high}, "points")})`;
          return `${name}, ${lab}, ${openness}, ${licenceClass}: ${measured} [ability.${model}]`;
        }),
      ],
    };
  },
});
