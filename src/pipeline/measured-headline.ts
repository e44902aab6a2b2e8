/** Lag and gap of one set of facts seen from one day, by one instrument: the headline without the rest of the Report. */
import type {Catalog} from "../data/catalog.ts";
import {catalogAsOf} from "../data/as-of.ts";
import {dailyLookBack} from "../measure/lag/daily-look-back.ts";
import type {LagEstimate} from "../measure/lag/estimate.ts";
import {verticalGap} from "../measure/gap.ts";
import {sidesOf} from "../measure/sides.ts";
import {inProcess} from "../numeric/chunked.ts";
import type {Effects, ReportOptions} from "../options.ts";
import {workerPool} from "../pool/worker-pool.ts";
import type {Day} from "../units.ts";
import {eciInstrument} from "./instrument-eci.ts";
import {laglineInstrument} from "./instrument-lagline.ts";

export interface MeasuredHeadline {
  readonly lag: LagEstimate;
  readonly gap: LagEstimate;
}

/**
 * @param facts - all of them: what is not known on `asOf` is not seen
 * @param key - names the facts, the day and the measuring code: draws are kept under it
 */
export async function measuredHeadline(
  facts: Catalog,
  asOf: Day,
  {dates, instrument, seed, draws}: Pick<ReportOptions, "dates" | "instrument" | "seed" | "draws">,
  key: string,
  {cache, progress, workers}: Effects,
): Promise<MeasuredHeadline> {
  const {catalog} = catalogAsOf(facts, asOf);
  const run = {seed, draws, cache, progress, key: `${instrument} draws ${key}`};
  const pool = instrument === "eci" ? await workerPool({size: workers}) : undefined;
  try {
    const {abilities} = pool
      ? await eciInstrument(catalog, {...run, run: pool.run})
      : laglineInstrument(catalog, {...run, run: inProcess});
    const {closed, open} = sidesOf(catalog, abilities.models, dates);
    const input = {abilities, closed, open, asOf};
    return {lag: dailyLookBack(input), gap: verticalGap(input)};
  } finally {
    await pool?.close();
  }
}
