/** What `--help` says of one command, and where its code is. */
import type {Command} from "./answer.ts";

export interface CommandText {
  /** One word, or two where a subject has several verbs: `bets`, `bets add`. */
  readonly name: string;
  readonly says: string;
  /** In order, as `<must>` or `[may]` with what each is; the last may take several: `[may...]`. */
  readonly arguments?: readonly (readonly [string, string])[];
  readonly flags?: readonly (readonly [string, string, "repeatable"?])[];
  readonly examples: readonly string[];
  /** Loaded only when the command runs. */
  readonly load: () => Promise<Command>;
}

export const ALL = ["--all", "every row instead of the first of each list"] as const;
