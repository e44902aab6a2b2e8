/** At which result of the chosen option another one would be expected to be worth as much. */
import {mean} from "../../numeric/quantile.ts";
import type {Choice, Ranked} from "../decision/choice-of-option.ts";
import {netValue, type Stakes} from "../decision/contender.ts";
import type {Horizon} from "../decision/horizon.ts";

/** Rivals whose lead a low result of the primary is held against. */
const RIVALS = 8;

/**
 * A low result of one model also speaks against the others, as far as the draws move together: what the primary leads by is
 * taken as a line in its success, by least squares over the draws.
 *
 * @returns the highest success below the mean at which a lead is gone, in (0, 1); undefined where no result undoes it
 */
export function flippingResult(
  {primary, ranking}: Choice,
  stakes: Stakes,
  horizon: Horizon,
): {readonly rival: Ranked; readonly share: number} | undefined {
  const {option, success} = primary.contender;
  const values = netValue(primary.contender, stakes, horizon);
  const centre = mean(success);
  const spread = mean(success.map((share) => (share - centre) ** 2));
  if (spread === 0) return undefined;
  return ranking
    .filter(({contender}) => contender.option.model !== option.model)
    .slice(0, RIVALS)
    .flatMap((rival) => {
      const others = netValue(rival.contender, stakes, horizon);
      const lead = mean(values) - mean(others);
      const slope = mean(success.map((share, d) => (share - centre) * (values[d]! - others[d]!))) / spread;
      const share = centre - lead / slope;
      return lead > 0 && slope > 0 && share > 0 ? [{rival, share}] : [];
    })
    .sort((a, b) => b.share - a.share)[0];
}
