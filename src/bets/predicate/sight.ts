/**
 * What a predicate is evaluated on: numbers of one Report, rows of the fact tables known on the day, and published index
 * values. A plain value: nothing in it can be called, and nothing after its days is in it.
 */
import type {IndexValue} from "../../data/catalog.ts";
import type {ForceFacts} from "../../data/forces/force-facts.ts";
import type {Quantity} from "../../quantity.ts";
import type {ModelAbility, SeriesPoint} from "../../report.ts";
import type {Day} from "../../units.ts";

export interface Sight {
  /** Facts and method behind it: a machine's resolution names both. */
  readonly vintage: string;
  readonly method: string;
  /** Test results are known to this day. */
  readonly asOf: Day;
  /** Rows of the fact tables are known to this day. */
  readonly rowsTo: Day;
  readonly numbers: ReadonlyMap<string, Quantity>;
  /** R11's lag and R19's gap day by day, oldest first. */
  readonly dailyLag: readonly SeriesPoint[];
  readonly dailyGap: readonly SeriesPoint[];
  /** `ability` is lagline's own index, `eci` the compatibility mode. */
  readonly models: readonly ModelAbility[];
  readonly indexValues: readonly IndexValue[];
  /** Only rows known on `rowsTo`. */
  readonly facts: ForceFacts | undefined;
}

/** yes and no are final; cannot tell: the day is there and the facts do not say; not yet: the day is not there. */
export type Answer = "yes" | "no" | "cannot-tell" | "not-yet";

export interface Verdict {
  readonly answer: Answer;
  /** The number that was compared, where one test decided. */
  readonly value: number | null;
  /** Why, in words. */
  readonly says: string;
  readonly evidence: {
    readonly facts: readonly string[];
    readonly numbers: readonly string[];
    readonly models: readonly string[];
    readonly urls: readonly string[];
  };
}

export const NOTHING: Verdict["evidence"] = {facts: [], numbers: [], models: [], urls: []};
