/** A small world for the forces forecast: two worlds of abilities, three labs, round numbers. */
import {dayOf} from "../../../src/dates.ts";
import type {ForcesGround, LabCash, OpenLab} from "../../../src/forecast/forces/forces-ground.ts";
import type {World} from "../../../src/forecast/ground.ts";

export const AS_OF = dayOf("2026-01-01");

/** Rounds of about 400 million USD, one a year, and 300 million burned a year. */
export const cashOf = (cash: number): LabCash => ({
  cash: [cash],
  burn: [3e8],
  growth: [0],
  raising: [1],
  roundLogMean: [Math.log(4e8)],
  roundLogSd: 0.5,
});

export const madeLab = (id: string, more: Partial<OpenLab> = {}): OpenLab => ({
  id,
  name: id.toUpperCase(),
  country: "CN",
  money: null,
  revenue: null,
  cadence: 2,
  tightening: [0.2],
  ...more,
});

const labs = [
  madeLab("alpha", {money: cashOf(5e8), revenue: [1e8]}),
  madeLab("beta", {country: "US"}),
  madeLab("others", {country: "", cadence: 0, tightening: [0]}),
];

const every = (count: number, months: number, from: number, points: number) =>
  Array.from({length: count}, (_, i) => ({
    day: AS_OF - (count - i) * months * 30,
    ability: from + i * points,
  }));

function made(closedFrom: number, openFrom: number): World {
  const [closed, open] = [every(16, 2, closedFrom, 2.2), every(11, 3, openFrom, 3.1)];
  const records = (rows: typeof closed) => ({
    days: rows.map(({day}) => day),
    abilities: rows.map(({ability}, i) => ability + (i % 3) * 0.4),
  });
  return {closed: records(closed), open: records(open)};
}

export function madeGround(more: Partial<ForcesGround> = {}): ForcesGround {
  const worlds = more.worlds ?? [made(120, 112), made(121, 114)];
  const count = (more.labs ?? labs).length;
  return {
    asOf: AS_OF,
    worlds,
    dropped: 0,
    labs,
    labRecords: worlds.map(() => Array.from({length: count}, (_, j) => (j < 2 ? 3 : 0))),
    elsewhereBehind: worlds.map(() => 4),
    flagships: {withheld: 1, opened: 10},
    closedMoney: {revenueGrowth: [1, 0.8], revenueShareOfSpend: [0.6]},
    spendPoints: [1, 2],
    prices: [[0.2], [1, 1.5], null, null],
    lawYears: 1,
    heldOutRatio: null,
    openShare: 0.6,
    ...more,
  };
}
