/**
 * Did the chances of no new open flagship come true?
 *
 * On past days each lab with an open flagship gets its chance as it could be known then; the horizon after tells. The
 * Brier score is set beside that of giving every lab the share that happened, which knows the outcome's frequency.
 */
import {catalogAsOf} from "../../data/as-of.ts";
import type {Catalog} from "../../data/catalog.ts";
import {mean} from "../../numeric/quantile.ts";
import {stream} from "../../numeric/random.ts";
import {DAYS_PER_MONTH, type Day} from "../../units.ts";
import {continuityMethod} from "./continuity-method.ts";
import {flagshipOutlooks} from "./flagship-outlook.ts";
import {openFlagships} from "./open-flagships.ts";

export interface FlagshipBacktest {
  readonly n: number;
  /** Lab-days with no new flagship. */
  readonly none: number;
  readonly meanChance: number;
  readonly brier: number;
  /** Brier score of the base rate, known only afterwards. */
  readonly brierOfShare: number;
}

/**
 * @param days - past days whose horizon lies before `until`
 * @param pool - as in `flagshipOutlooks`
 */
export function flagshipBacktest(
  catalog: Catalog,
  {
    days,
    until,
    seed,
    drawCount = 500,
    pool,
  }: {days: readonly Day[]; until: Day; seed: number; drawCount?: number; pool?: ReadonlySet<string>},
): FlagshipBacktest {
  const horizon = continuityMethod.horizonMonths.value * DAYS_PER_MONTH;
  const all = openFlagships(catalogAsOf(catalog, until).catalog);
  const judged = days
    .filter((day) => day + horizon <= until)
    .flatMap((day, i) =>
      flagshipOutlooks(catalogAsOf(catalog, day).catalog, {
        asOf: day,
        drawCount,
        random: stream(seed, i),
        ...(pool ? {pool} : {}),
      }).map(({lab, noneWithin}) => ({
        chance: mean(noneWithin),
        none: all.every(
          (flagship) => flagship.lab !== lab || flagship.day <= day || flagship.day > day + horizon,
        ),
      })),
    );
  const share = judged.filter(({none}) => none).length / Math.max(1, judged.length);
  const brier = (of: (one: {chance: number}) => number) =>
    judged.reduce((sum, one) => sum + (of(one) - (one.none ? 1 : 0)) ** 2, 0) / Math.max(1, judged.length);
  return {
    n: judged.length,
    none: judged.filter(({none}) => none).length,
    meanChance: judged.reduce((sum, {chance}) => sum + chance, 0) / Math.max(1, judged.length),
    brier: brier(({chance}) => chance),
    brierOfShare: brier(() => share),
  };
}
