/** A scenario's answer as every surface shows it: what moved, what it hangs on, and what it rests on. */
import type {TrackRecordReport} from "../forecast-report.ts";
import type {ForcePart, ScenarioEffect, ScenarioTarget} from "../whatif-report.ts";
import {changeText} from "./change-text.ts";
import {forecasterWord} from "./forecaster-word.ts";
import {countText} from "./quantity-text.ts";

/** Targets whose change shows in some digit. */
export const movedTargets = (targets: readonly ScenarioTarget[]): ScenarioTarget[] =>
  targets.filter((target) =>
    target.horizons.some(({change: {value, low, high}}) =>
      [value, low, high].some((one) => /[1-9]/.test(changeText(one, target).replace("×1.00", ""))),
    ),
  );

/** The frontier that moves most, and the forces whose parts in its change show in some digit. */
export function visibleParts(path: readonly ForcePart[]): {target: "open" | "closed"; parts: ForcePart[]} {
  const largest = (target: string) =>
    Math.max(
      0,
      ...path.filter((part) => part.target === target).flatMap(({byQuarter}) => byQuarter.map(Math.abs)),
    );
  const target = largest("open") >= largest("closed") ? "open" : "closed";
  const parts = path.filter(
    (part) => part.target === target && part.byQuarter.some((value) => Math.abs(value) >= 0.05),
  );
  return {target, parts};
}

/** `lag: the scenario's own amount of copying, 41%`, after 24 months; empty where chance does it all. */
export const hangsOnLines = ({hangsOn}: ScenarioEffect): string[] =>
  hangsOn
    .filter(({months}) => months === 24)
    .map(
      ({target, what, share}) =>
        `${target === "lag" ? "lag" : "open ability"}: ${what}, ${Math.round(100 * share)}%`,
    );

/** How the answer was made. */
export const basisSentence = ({paths, from}: ScenarioEffect): string =>
  `${countText(paths)} paths from ${from}, each run with and without the scenario on the same random numbers. Where the scenario has no lever on a number, it stays as it is.`;

/** How far off the forecaster behind the answer was on past days, beside the one with the best record. */
export function forcesRecord(record: TrackRecordReport | undefined): string {
  const own = "By the forces forecast alone";
  const error = (forecaster: string) =>
    record?.rows.find(
      (row) =>
        row.forecaster === forecaster && row.target === "lag" && row.horizon === 12 && row.period === "all",
    )?.crps;
  const [forces, best] = [error("forces"), record && error(record.shown)];
  if (!record || forces === undefined || best === undefined || record.shown === "forces")
    return `${own}: lagline forecast has its record on past days.`;
  return `${own}. On past days its error for the lag 12 months ahead (CRPS) was ${forces.toFixed(2)} months, that of ${forecasterWord(record.shown)} ${best.toFixed(2)}. Those are errors of levels; changes such as this one have no record yet.`;
}
