/** An answer as JSON, or what is wrong with the question in sentences. */
import type {Context} from "hono";
import {InputError, InputErrors} from "../../errors.ts";
import {plainText, printable} from "../plain-text.ts";

export async function answered(context: Context, answer: Promise<object>): Promise<Response> {
  try {
    return context.json(printable(await answer));
  } catch (error) {
    const faults =
      error instanceof InputErrors ? error.errors : error instanceof InputError ? [error] : undefined;
    if (!faults) throw error;
    return context.json({faults: faults.map(({message}) => plainText(message))}, 422);
  }
}

export const tooLarge = (context: Context, what: string, most: number): Response =>
  context.json({faults: [`unsupported ${what}: more than ${most} bytes; a smaller file was expected`]}, 413);
