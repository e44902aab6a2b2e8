/** Both instruments on the same facts, each with the draws it kept from an earlier run or makes now. */
import type {Catalog} from "../data/catalog.ts";
import type {Effects, InstrumentId, ReportOptions} from "../options.ts";
import {inProcess} from "../numeric/chunked.ts";
import {workerPool} from "../pool/worker-pool.ts";
import {eciInstrument} from "./instrument-eci.ts";
import {type LaglineChoices, laglineInstrument} from "./instrument-lagline.ts";
import type {Measured} from "./measured.ts";

export type Instruments = Readonly<Record<InstrumentId, Measured>>;

type Run = Pick<ReportOptions, "seed" | "draws"> & {readonly key: string};

export async function measuredBy(
  catalog: Catalog,
  {seed, draws, key}: Run,
  {cache, progress, workers}: Effects,
): Promise<Instruments> {
  const pool = await workerPool({size: workers});
  try {
    const run = {seed, draws, cache, progress, run: pool.run};
    return {
      lagline: laglineInstrument(catalog, {...run, key: `lagline draws ${key}`}),
      eci: await eciInstrument(catalog, {...run, key: `eci draws ${key}`}),
    };
  } finally {
    await pool.close();
  }
}

/** lagline's index under other choices; its draws are kept too, under a key that names them. */
export function laglineUnder(
  catalog: Catalog,
  {seed, draws, key}: Run,
  {cache, progress}: Effects,
  choices: LaglineChoices,
): Measured {
  const run = {
    seed,
    draws,
    cache,
    progress,
    run: inProcess,
    key: `lagline draws ${key} ${JSON.stringify(choices)}`,
  };
  return laglineInstrument(catalog, run, choices);
}
