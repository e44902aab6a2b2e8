/** What a condition is looked at in: the newest facts and the report on them. */
import type {OwnEval} from "../../advise/own-evals/own-eval.ts";
import type {Catalog} from "../../data/catalog.ts";
import type {ForceFacts} from "../../data/forces/force-facts.ts";
import type {Report} from "../../report.ts";
import type {Day} from "../../units.ts";

export interface Sight {
  /** All facts, those after the report's day included. */
  readonly catalog: Catalog;
  readonly forces: ForceFacts | undefined;
  readonly report: Report;
  readonly today: Day;
  /** Models the user runs, by id; for "a model I run". */
  readonly mine: readonly string[];
  /** The user's own evals, one per benchmark. */
  readonly evals: readonly OwnEval[];
}

/** What a condition shows in a sight. */
export type Look =
  | {
      readonly kind: "level";
      /** Undefined where there is no number; `says` then has the reason. */
      readonly chance: number | undefined;
      readonly says: string;
    }
  | {
      readonly kind: "change";
      /** What is there now, by a stable key; its value in words. */
      readonly now: ReadonlyMap<string, string>;
      /** Does a changed value count, or only a new key? */
      readonly on: "new" | "changed";
      /** One thing in a sentence. */
      readonly sentence: (key: string, now: string, before: string | undefined) => string;
    }
  | {
      readonly kind: "move";
      readonly value: number | undefined;
      readonly by: number;
      readonly says: (value: number, before: number) => string;
    };
