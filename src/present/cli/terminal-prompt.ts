/** Lines a person types, one question at a time. */
import {createInterface} from "node:readline/promises";

export function terminalPrompt(
  input: NodeJS.ReadableStream,
  output: NodeJS.WritableStream,
): (question: string) => Promise<string | undefined> {
  return async (question) => {
    const lines = createInterface({input, output});
    const end = new AbortController();
    lines.once("close", () => end.abort());
    try {
      return await lines.question(question, {signal: end.signal});
    } catch {
      return undefined;
    } finally {
      lines.close();
    }
  };
}
