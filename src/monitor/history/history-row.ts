/** One moment in the history of a number. */
export interface Figure {
  readonly value: number | null;
  /** Null where there is no interval: a difference of two numbers has none, because they are not independent. */
  readonly low: number | null;
  readonly high: number | null;
}

export interface HistoryRow {
  /** From this day on the state held, or the index was published. */
  readonly day: string;
  readonly vintage: string;
  readonly asOf: string;
  /** As it was known; null where nothing was told and nothing measured. */
  readonly then: Figure | null;
  /** Told at the time; measured today, by today's method, on the facts of the time; or published by others. */
  readonly by: "told" | "measured" | "published";
  /** As it is known now: today's facts and method, seen from the same day; for an index its newest publication. */
  readonly now: Figure | null;
}
