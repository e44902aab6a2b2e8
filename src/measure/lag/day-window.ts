import {isoDay} from "../../dates.ts";
import {InputError} from "../../errors.ts";
import {DAYS_PER_MONTH, type Day, day} from "../../units.ts";
import type {DayWindow} from "./estimate.ts";
import {lagMethod} from "./method.ts";

/**
 * The window a rule looks at: the one asked for, or the months of the method up to the as-of date.
 *
 * @throws InputError when the window ends before it begins, or after the as-of date: what comes later is not known
 */
export function dayWindow(asOf: Day, asked?: DayWindow): DayWindow {
  if (!asked)
    return {from: day(Math.floor(asOf - lagMethod.windowMonths.value * DAYS_PER_MONTH) + 1), to: asOf};
  if (asked.to < asked.from)
    throw new InputError(
      "invalid",
      `window: ${isoDay(asked.from)} to ${isoDay(asked.to)}; an end on or after its beginning was expected`,
    );
  if (asked.to > asOf)
    throw new InputError(
      "unsupported",
      `window: ending ${isoDay(asked.to)}; an end by the as-of date ${isoDay(asOf)} was expected`,
    );
  return asked;
}
