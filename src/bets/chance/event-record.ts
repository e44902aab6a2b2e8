/**
 * What the record of a kind of event says of the next ones: they come at one unknown rate, as they have come.
 *
 *   rate ~ Gamma(k + n, E + T)     n events in T years watched; k = 1/2, E = 0 (Jeffreys) where nothing else is known
 *
 * Where the record names parties, what happened to all parties says how often it happens to these: E = k / (their share of the
 * rate of all). On one path the events of a record come on the same days whatever span is asked of, so that a longer span is
 * never less likely, and a question and its opposite add up to one.
 */
import {gammaDraw} from "../../numeric/random-variates.ts";
import type {Random} from "../../numeric/random.ts";
import type {Day} from "../../units.ts";
import {betsMethod} from "../bets-method.ts";
import type {Path} from "./asked.ts";

export interface EventRecord {
  /** Names its random numbers. */
  readonly subject: string;
  readonly seen: number;
  readonly years: number;
  /** Events a year before the record speaks, and whose word that is; absent: Jeffreys's prior. */
  readonly expected?: {readonly perYear: number; readonly by: string} | undefined;
  /** Nothing later was seen. */
  readonly to: Day;
}

/** Events after the record and to the end of a span, both days included. */
export function comingEvents(record: EventRecord, path: Path, span: {from: Day; to: Day}): number {
  const random = path.random(record.subject);
  const perDay = ratePerDay(record, random);
  let count = 0;
  for (let on = record.to as number; ;) {
    on += -Math.log(1 - random.uniform()) / perDay;
    if (on > span.to + 1) return count;
    if (on >= span.from) count++;
  }
}

/** The day of the first event after a day, as a fraction of a day. */
export function firstEvent(record: EventRecord, path: Path, from: Day): number {
  const random = path.random(record.subject);
  const perDay = ratePerDay(record, random);
  let on = record.to as number;
  do on += -Math.log(1 - random.uniform()) / perDay;
  while (on < from);
  return on;
}

function ratePerDay({seen, years, expected}: EventRecord, random: Random): number {
  const shape = betsMethod.ratePrior.value;
  const exposure = years + (expected ? shape / expected.perYear : 0);
  return gammaDraw(random, shape + seen) / exposure / YEAR;
}

/** `no such row in 1.9 years, 0.20 a year expected by …` */
export const recordBasis = (what: string, {seen, years, expected}: EventRecord): string =>
  `${seen === 0 ? "no" : seen} ${what} in ${years.toFixed(1)} years of record${expected ? `, ${expected.perYear.toPrecision(2)} a year expected by ${expected.by}` : ""}`;

export const YEAR = 365.2425;
