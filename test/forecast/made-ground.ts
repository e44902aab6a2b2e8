/** Made worlds: both sides' records with known waits and jumps. */
import type {Ground, PastRecords, World} from "../../src/forecast/ground.ts";
import {dayOf} from "../../src/dates.ts";
import {type Random, stream} from "../../src/numeric/random.ts";
import {DAYS_PER_MONTH} from "../../src/units.ts";

export const AS_OF = dayOf("2026-01-01");

export interface SidePace {
  /** Ability on the first day, index points. */
  readonly start: number;
  /** Records per month and mean points per record. */
  readonly rate: number;
  readonly jump: number;
}

export const PACES: {readonly closed: SidePace; readonly open: SidePace} = {
  closed: {start: 130, rate: 0.6, jump: 2},
  open: {start: 122, rate: 0.5, jump: 2.4},
};

/** Poisson records with exponential jumps over the months before the as-of date, on whole days. */
export function madeRecords({start, rate, jump}: SidePace, months: number, random: Random): PastRecords {
  const days: number[] = [];
  const abilities: number[] = [];
  let on = AS_OF - Math.round(months * DAYS_PER_MONTH);
  let ability = start;
  while (on <= AS_OF) {
    if (days.at(-1) !== on) {
      days.push(on);
      abilities.push(ability);
    }
    on += Math.max(1, Math.round((-Math.log(1 - random.uniform()) / rate) * DAYS_PER_MONTH));
    ability -= jump * Math.log(1 - random.uniform());
  }
  return {days, abilities};
}

/** Worlds of one seed, each a history of its own. */
export function madeGround({seed = 1, worlds = 20, months = 36, paces = PACES} = {}): Ground {
  return {
    asOf: AS_OF,
    dropped: 0,
    worlds: Array.from({length: worlds}, (_, w): World => {
      const random = stream(seed, w);
      return {
        closed: madeRecords(paces.closed, months, random),
        open: madeRecords(paces.open, months, random),
      };
    }),
  };
}
