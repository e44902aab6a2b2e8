/** Answers from an input that is no terminal: one line for each question. */
import {createInterface, type Interface} from "node:readline";

export interface PipedAnswers {
  /** The next line; undefined at the end of the input. */
  readonly next: () => Promise<string | undefined>;
  /** Reads no further, so that an endless input does not keep the process. */
  readonly close: () => void;
}

/** Nothing is read before the first question. */
export function pipedAnswers(input: NodeJS.ReadableStream & {destroy?: () => unknown}): PipedAnswers {
  let reader: Interface | undefined;
  let lines: AsyncIterator<string> | undefined;
  return {
    next: async () => {
      reader ??= createInterface({input, crlfDelay: Infinity});
      lines ??= reader[Symbol.asyncIterator]();
      const {done, value} = await lines.next();
      return done ? undefined : value;
    },
    close: () => {
      if (!reader) return;
      reader.close();
      input.destroy?.();
    },
  };
}
