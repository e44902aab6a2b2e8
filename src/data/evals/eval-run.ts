/**
 * What an evaluation tool wrote down of one model on one benchmark: shares of success, never prompts or answers.
 */
import type {Choice} from "../../choice.ts";

export type EvalTool = "promptfoo" | "inspect" | "lm-eval" | "csv";

export interface EvalRun {
  /** As the tool names the test. */
  readonly benchmark: string;
  /** As the tool names the model, and other names it gives for the same one. */
  readonly model: string;
  readonly alsoNamed: readonly string[];
  /** Mean over items in [0, 1]; an item tried several times counts once, with its mean. */
  readonly score: number;
  /** Items behind it; undefined when the file does not say. */
  readonly items?: number;
  /** Tries that ended in an error of tool, host or network, or were not scored: they are not in the score. */
  readonly errors: number;
  /** Which of the tool's measures was read. */
  readonly metric: string;
}

export interface EvalFile {
  readonly tool: EvalTool;
  readonly toolVersion: string | null;
  /** `YYYY-MM-DD` on which the tool ran, where it says. */
  readonly ran: string | null;
  readonly runs: readonly EvalRun[];
  /** What the file holds that cannot serve, with the reason. */
  readonly skipped: readonly {readonly what: string; readonly why: string}[];
}

/** What may be asked of a reader. */
export interface EvalReading {
  /** A measure other than the tool's first: `score`, a scorer, `exact_match,strict-match`. */
  readonly metric?: string;
}

export interface ImportLimits {
  readonly fileBytes: Choice<number>;
  readonly unpackedBytes: Choice<number>;
  readonly unpackedRatio: Choice<number>;
  readonly entries: Choice<number>;
  readonly files: Choice<number>;
}

export const importLimits: ImportLimits = {
  fileBytes: {
    value: 400_000_000,
    reason: "A text longer than half a gigabyte cannot be held as one string.",
    alternatives: [],
  },
  unpackedBytes: {
    value: 400_000_000,
    reason: "As for a file: what is unpacked is read as one text.",
    alternatives: [],
  },
  unpackedRatio: {
    value: 200,
    reason: "Summaries of logs shrink 4 to 30 times; a bomb shrinks a thousand times. Applied above a megabyte.",
    alternatives: [1000],
  },
  entries: {
    value: 1_000_000,
    reason: "One entry per sample and epoch: the largest published logs hold some ten thousand.",
    alternatives: [],
  },
  files: {value: 10_000, reason: "A folder beyond this is most likely the wrong one.", alternatives: []},
};

/** Items as a reader meets them: several tries of one item become one score. */
export class ItemScores {
  readonly #items = new Map<string, {sum: number; tries: number}>();
  #errors = 0;

  add(item: string, score: number): void {
    const before = this.#items.get(item) ?? {sum: 0, tries: 0};
    this.#items.set(item, {sum: before.sum + score, tries: before.tries + 1});
  }

  addError(): void {
    this.#errors++;
  }

  get errors(): number {
    return this.#errors;
  }

  get items(): number {
    return this.#items.size;
  }

  /** NaN without items. */
  get score(): number {
    let sum = 0;
    for (const {sum: own, tries} of this.#items.values()) sum += own / tries;
    return sum / this.#items.size;
  }
}
