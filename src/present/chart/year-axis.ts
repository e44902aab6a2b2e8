/** The axis of dates that every picture over time has: a tick a year, the year under it. */
export const YEAR_AXIS = {
  label: null,
  ticks: "year",
  tickFormat: (date: Date): string => String(date.getUTCFullYear()),
  tickSize: 5,
} as const;
