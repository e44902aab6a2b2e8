/**
 * A schema whose JSON Schema writes a shape that repeats once and refers to it: an advice holds a quantity in sixty places,
 * which would fill an assistant's memory with 155 kB instead of 17.
 */
import {z} from "zod";

/** @returns a schema of the same values, for the protocol's library */
export const compactShape = (schema: z.ZodType): object => ({
  "~standard": {
    ...schema["~standard"],
    jsonSchema: {
      input: () => z.toJSONSchema(schema, {io: "input", reused: "ref"}),
      output: () => z.toJSONSchema(schema, {io: "output", reused: "ref"}),
    },
  },
});
