/** The numbers of a Report as they are kept beside a vintage. */
import type {Reading} from "../store/readings.ts";
import {quantitiesOf, type Report} from "../report.ts";

/**
 * @param hash - of the facts the Report was made from, 64 hex digits
 * @param today - the day it was told
 */
export function readingOf(report: Report, hash: string, today: string): Reading {
  const {about} = report;
  const numbers: Reading["numbers"] = {};
  for (const {id, unit, value, interval} of quantitiesOf(report))
    numbers[id] = [unit, short(value), short(interval?.low), short(interval?.high)];
  for (const {model, ability, low, high} of report.models)
    if (ability !== null) numbers[`ability.${model}`] = ["points", short(ability), short(low), short(high)];
  return {
    schema: "lagline-reading/1",
    hash,
    day: today,
    method: about.method,
    version: about.version,
    asOf: about.asOf,
    dates: about.dates,
    instrument: about.instrument,
    seed: about.seed,
    draws: about.draws,
    numbers,
  };
}

/** Eight digits: more than any of them means, and a third of the bytes. */
const short = (value: number | null | undefined): number | null =>
  value === null || value === undefined ? null : Number(value.toPrecision(8));
