/** Where it is going, and how such forecasts did. */
import type {CommandText} from "../command-text.ts";

export const forecastTexts: readonly CommandText[] = [
  {
    name: "forecast",
    says: "where the lag and both frontiers are going, as a fan with numbers, with the back-test beside it",
    flags: [
      ["--months <N>", "months ahead to show, 1 to 36 (default: 24)"],
      ["--target <name>", "what the fan shows: lag, lag-year, gap, closed or open (default: lag)"],
    ],
    examples: ["lagline forecast", "lagline forecast --target open --months 12"],
    load: async () => (await import("../commands/forecast.ts")).forecast,
  },
  {
    name: "backtest",
    says: "how every forecaster did when put to past days: scores, skill over naive ones, coverage",
    flags: [
      ["--again", "make it anew from the facts at hand, which takes minutes"],
      ["--out <file>", "make it anew and write every case to this file"],
      ["--force", "overwrite the file when it exists"],
    ],
    examples: ["lagline backtest", "lagline backtest --again --out backtest.json"],
    load: async () => (await import("../commands/backtest.ts")).backtest,
  },
];
