import type {TrackRecordRowReport} from "../forecast-report.ts";

/** What each forecaster is called, as short as a table wants it. */
const WORDS: Readonly<Record<TrackRecordRowReport["forecaster"], string>> = {
  trend: "trend",
  forces: "forces",
  mixture: "mixture",
  "no-change": "no change",
  "lag-persists": "lag persists",
  "straight-line": "straight line",
  "eci-trend": "ECI's trend",
};

export const forecasterWord = (id: TrackRecordRowReport["forecaster"]): string => WORDS[id];
