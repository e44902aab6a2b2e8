/** When futures cross a threshold, as long as a switch can still pay back before the horizon ends. */
import type {Outlook} from "./outlook.ts";
import {outlookMethod} from "./outlook-method.ts";

/** Years within which a switch at the end of a step has to pay for itself; 0 at the end of the horizon. */
export function paybackAt({months}: Outlook, step: number): number {
  return Math.min((months.at(-1)! - months[step]!) / 12, outlookMethod.paybackYears.value);
}

export interface Crossings {
  /** Share of the futures. */
  readonly chance: number;
  /** In words, when half of all futures have crossed it; empty where fewer ever do. */
  readonly usually: string;
}

/** The first review of each future at which `isCrossed`, as long as a switch can still pay back. */
export function crossings(
  {paths, months}: Outlook,
  isCrossed: (path: number, step: number) => boolean,
): Crossings {
  const at: number[] = [];
  for (let path = 0; path < paths; path++) {
    for (let step = 1; step < months.length - 1; step++) {
      if (!isCrossed(path, step)) continue;
      at.push(months[step]!);
      break;
    }
  }
  at.sort((a, b) => a - b);
  const half = at[Math.ceil(paths / 2) - 1];
  return {
    chance: at.length / paths,
    usually: half === undefined ? "" : `; half of the futures are there within ${half} months`,
  };
}
