/** A record of the ledger with its place in it, and a question with everything that was recorded about it. */
import type {Activation, Correction, Position, Question, Resolution, Void} from "./entry.ts";

export type LedgerName = "shipped" | "own";

export interface Recorded<E> {
  readonly entry: E;
  readonly hash: string;
  readonly n: number;
  readonly ledger: LedgerName;
  /** Corrections that apply to it, oldest first. */
  readonly corrections: readonly Correction[];
}

export interface QuestionRecord extends Recorded<Question> {
  /** In order of their day. */
  readonly positions: readonly Recorded<Position>[];
  /** The answer that stands; a person's only once somebody else agreed. */
  readonly resolution: Recorded<Resolution> | undefined;
  /** A person's answer that still waits for a second person. */
  readonly proposal: Recorded<Resolution> | undefined;
  /** A second person did not agree. */
  readonly isDisputed: boolean;
  readonly void: Recorded<Void> | undefined;
  /** Its condition has come about, as somebody recorded. */
  readonly activation: Recorded<Activation> | undefined;
}
