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
    numbers[id] = [unit, value, interval?.low ?? null, interval?.high ?? null];
  for (const {model, ability, low, high} of report.models)
    if (ability !== null) numbers[`ability.${model}`] = ["points", ability, low, high];
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
