/** What the pipeline needs of an instrument, whichever it is. */
import type {AccessClass, Domain} from "../data/catalog.ts";
import type {AbilityDraws} from "../measure/instrument.ts";
import type {InstrumentId} from "../options.ts";
import type {Exclusion} from "../report.ts";

/** Abilities on a part of the evidence, or why there are none. */
export type PartAbilities =
  | {readonly kind: "abilities"; readonly abilities: AbilityDraws; readonly benchmarks: readonly string[]}
  | {readonly kind: "insufficient"; readonly reason: string; readonly benchmarks: readonly string[]};

export interface Measured {
  readonly instrument: InstrumentId;
  readonly abilities: AbilityDraws;
  /** Number of results (model, benchmark pairs) behind each model's ability. */
  readonly resultCounts: ReadonlyMap<string, number>;
  readonly benchmarks: readonly string[];
  readonly domain: (domain: Domain) => PartAbilities;
  readonly access: (access: AccessClass) => PartAbilities;
  readonly excluded: readonly Exclusion[];
}
