/** The result of re-running the headline over every arguable choice. */
import {z} from "zod";

export const multiverseSchema = z.strictObject({
  schema: z.literal("lagline-multiverse/1"),
  vintage: z.string(),
  asOf: z.string(),
  base: z.strictObject({months: z.number(), low: z.number().nullable(), high: z.number().nullable()}),
  choices: z.array(
    z.strictObject({
      choice: z.string().describe("name in method.ts"),
      reason: z.string(),
      chosen: z.string(),
      alternatives: z.array(
        z.strictObject({
          value: z.string(),
          months: z.number().nullable(),
          low: z.number().nullable(),
          high: z.number().nullable(),
          shift: z.number().nullable().describe("months added to the headline by this choice alone"),
          failed: z.string().nullable(),
        }),
      ),
      /** Largest absolute shift among the alternatives. */
      moves: z.number(),
    }),
  ),
  range: z.strictObject({low: z.number(), high: z.number()}),
});

export type Multiverse = z.infer<typeof multiverseSchema>;
