/**
 * What the months ahead are like for the labs, before anybody knows what they will release: who releases how much less
 * than usual, who keeps flagships closed, how much research the open labs do, what closed labs can spend, how much may be
 * copied. A scenario changes conditions and nothing else, so that a change can be traced to the force that brought it.
 */
export interface Conditions {
  /** How each lab behaves, values of `CONDUCT`: what it releases, and what it keeps closed [labs x months]. */
  releasing: Uint8Array;
  keeping: Uint8Array;
  /** Factor on releases of labs that a parent pays, where a scenario changes any [labs x months]. */
  budgeted: boolean;
  readonly budget: Float64Array;
  /** Ability above which the law keeps a lab's flagships closed, where it does [labs x months]. */
  bounded: boolean;
  readonly bounds: Float64Array;
  /** Open labs' research over what it is today [months]. */
  readonly effort: Float64Array;
  /** Closed labs' research over what it would be without a change of their money [months]. */
  readonly closedEffort: Float64Array;
  /** Share of copying through APIs that is still possible [months]. */
  readonly copyingKept: Float64Array;
  /** Months by which what can be called is held back, from a month on; Infinity: nothing new can be called. */
  heldBack: {readonly months: number; readonly from: number};
  /** First month of a US ban on Chinese weights; Infinity without. */
  banFrom: number;
  /** Factors on closed prices, on open prices, and on learning from feedback [months]. */
  readonly closedPrice: Float64Array;
  readonly openPrice: Float64Array;
  readonly learning: Float64Array;
  /** Research of new labs, in labs that set open records [months]. */
  readonly newLabs: Float64Array;
  releases: readonly SingleRelease[];
  /** By month end: USD of each lab, and 1 once its cash was used up [labs x (months + 1)]. */
  readonly cash: Float64Array;
  readonly short: Float64Array;
  /** By month end, so far: labs out of cash, labs that open nothing more, licences tightened [months + 1]. */
  readonly shortLabs: Float64Array;
  readonly exits: Float64Array;
  readonly tightened: Float64Array;
}

/** A flagship that a scenario opens. */
export interface SingleRelease {
  /** Months after the as-of date. */
  readonly at: number;
  /** Points behind the best closed model of that day. */
  readonly behind: number;
  readonly chinese: boolean;
}

export function conditionsRoom(months: number, labs: number): Conditions {
  const row = (length: number) => new Float64Array(length);
  const conduct = new Uint8Array(labs * months);
  return {
    releasing: conduct,
    keeping: conduct,
    budgeted: false,
    budget: row(labs * months),
    bounded: false,
    bounds: row(labs * months),
    effort: row(months),
    closedEffort: row(months),
    copyingKept: row(months),
    heldBack: {months: 0, from: Number.POSITIVE_INFINITY},
    banFrom: Number.POSITIVE_INFINITY,
    closedPrice: row(months),
    openPrice: row(months),
    learning: row(months),
    newLabs: row(months),
    releases: [],
    cash: row((months + 1) * labs),
    short: row((months + 1) * labs),
    shortLabs: row(months + 1),
    exits: row(months + 1),
    tightened: row(months + 1),
  };
}
