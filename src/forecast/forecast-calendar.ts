/** The days a forecast is read on: whole days, one a month after the as-of date. */
import {DAYS_PER_MONTH, type Day, day} from "../units.ts";

/** The day `months` after the as-of date, to the nearest whole day; the lag is a rule over whole days. */
export const horizonDay = (asOf: Day, months: number): Day => day(Math.round(asOf + months * DAYS_PER_MONTH));

/** The as-of date and the day of each month after it [months + 1]. */
export const forecastDays = (asOf: Day, months: number): Day[] =>
  Array.from({length: months + 1}, (_, m) => horizonDay(asOf, m));
