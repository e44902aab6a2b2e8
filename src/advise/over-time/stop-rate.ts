/** How often an option stops being there, per year: suspensions and failures of its supplier, and its own retirement. */
import type {Hazard} from "../../forces/continuity/continuity-method.ts";
import type {Option} from "../options/option.ts";
import type {Outlook} from "./outlook.ts";

const STOPS: readonly Hazard[] = ["access-suspension", "company-failure"];
/** A host that no table of suppliers watches. */
const NOBODY = "";

/** Whether an option hangs on its lab, rather than on a host that serves weights anybody can have. */
export const hangsOnLab = (option: Option): boolean =>
  option.hosting === "api" && (option.seller === "own-lab" || option.openness === "closed");

/**
 * Events per year [paths]; zero on own machines. Retirements at short notice are counted per lab, and hit one of the models it
 * sells; open weights at another host are not retired by their lab.
 */
export function stopRate(option: Option, {rate, onSale, paths}: Outlook): Float64Array {
  const total = new Float64Array(paths);
  if (option.hosting === "self-hosted") return total;
  const isLabs = hangsOnLab(option);
  const add = (hazard: Hazard, share: number) => {
    const rates = rate(isLabs ? option.lab : NOBODY, hazard);
    for (let path = 0; path < paths; path++) total[path]! += share * rates[path]!;
  };
  for (const hazard of STOPS) add(hazard, 1);
  if (isLabs) add("short-notice-deprecation", 1 / Math.max(1, onSale(option.lab)));
  return total;
}
