/**
 * The lowest price of some abilities, month by month.
 *
 *   log p(t+1) = log p(t) − δ(age)/12 + ε(t)      δ(age) = δ_old + (δ_new − δ_old)·2^(−age / fade)
 *
 * Age counts from the day a best model first had the ability; until then it has no price (Infinity). ε is the market's and
 * moves all levels. A model of a higher ability serves a lower one, so no level costs more than the one above it. Where open
 * models have the ability, closed ones set its lowest price only once they are cheaper.
 */
import {firstReaching, type Frontier} from "../../measure/frontier.ts";
import {exp} from "../../numeric/elementary.ts";
import {DAYS_PER_MONTH} from "../../units.ts";
import type {Conditions} from "./conditions.ts";
import {forcesForecastMethod as method} from "./forces-forecast-method.ts";

export interface PriceBelief {
  /** USD per Mtok. */
  readonly launch: number;
  /** Log units a year. */
  readonly declineNew: number;
  readonly declineOld: number;
}

export interface PriceStart {
  readonly asOf: number;
  /** USD per Mtok of each level on the as-of date; null where no priced model has it. */
  readonly today: readonly (number | null)[];
}

/**
 * @param frontiers - with the records to come
 * @param shocks - ε by month [months]
 * @param into - one row of months + 1 per level of the method
 */
export function pricePath(
  frontiers: {readonly closed: Frontier; readonly open: Frontier},
  {asOf, today}: PriceStart,
  {launch, declineNew, declineOld}: PriceBelief,
  {openPrice, closedPrice}: Pick<Conditions, "openPrice" | "closedPrice">,
  shocks: Float64Array,
  into: readonly Float64Array[],
): void {
  const levels = method.priceLevels.value;
  const fadeMonths = method.declineFadeMonths.value;
  const fade = 2 ** (-1 / fadeMonths);
  const monthReached = (side: Frontier, ability: number): number => {
    const at = firstReaching(side, ability);
    return at < side.count ? (side.days[at] - asOf) / DAYS_PER_MONTH : Number.POSITIVE_INFINITY;
  };
  for (let l = levels.length - 1; l >= 0; l--) {
    const row = into[l];
    const above = into[l + 1];
    const openAt = monthReached(frontiers.open, levels[l]);
    const reached = Math.min(openAt, monthReached(frontiers.closed, levels[l]));
    let price = today[l] ?? (reached <= 0 ? launch : Number.POSITIVE_INFINITY);
    let extra = (declineNew - declineOld) * 2 ** (Math.min(0, reached) / fadeMonths);
    row[0] = above ? Math.min(price, above[0]) : price;
    for (let m = 0; m < shocks.length; m++) {
      if (price < Number.POSITIVE_INFINITY) {
        price = Math.max(method.priceFloor.value, price * exp(shocks[m] - (declineOld + extra) / 12));
        extra *= fade;
      } else if (reached <= m + 1) price = launch;
      const lever =
        openAt <= m + 1
          ? Math.min(openPrice[m], closedPrice[m] / method.openOverClosed.value)
          : closedPrice[m];
      const now = price * lever;
      row[m + 1] = above ? Math.min(now, above[m + 1]) : now;
    }
  }
}
