/**
 * The conditions of one path: law, then money and conduct of each lab, then what a scenario changes beyond them.
 *
 *   E(t) = Σ share_j · effort_j(t)      open research over today's
 *
 * with effort 1 as usual, less in trouble, 0 once gone, and (1 + funding)^γ for a lab that a parent pays. A law or a licence event comes when its hazard has added up to a unit exponential
 * draw, so that a higher hazard only brings it forward.
 */
import {log} from "../../numeric/elementary.ts";
import {type Random, stream} from "../../numeric/random.ts";
import type {Conditions} from "./conditions.ts";
import {forcesForecastMethod as method} from "./forces-forecast-method.ts";
import type {ForcesGround} from "./forces-ground.ts";
import {CONDUCT, type LabRun, runLab} from "./lab-conduct.ts";
import type {Lever} from "./lever.ts";
import {
  copyingKept,
  factorsOf,
  firstOf,
  fundingFactors,
  holdBack,
  newLabResearch,
  releaseBounds,
} from "./lever-effects.ts";
import {type Parameter, parameterOf} from "./parameters.ts";
import type {Particles} from "./particles.ts";

const PURPOSE = 0xf0c2;
const CHINA = "CN";

export interface PathOf {
  readonly ground: ForcesGround;
  readonly particles: Particles;
  /** Row of the particles. */
  readonly particle: number;
  readonly seed: number;
  readonly index: number;
}

export type FillConditions = (into: Conditions, path: PathOf, levers: readonly Lever<number>[]) => Conditions;

/** Fills conditions of paths one after the other, with room of its own. */
export function conditionsFiller({labs}: ForcesGround, months: number): FillConditions {
  const row = () => new Float64Array(months);
  const [funding, lostRevenue, bounds, licences] = [row(), row(), row(), row()];
  const usualRow = new Uint8Array(months);
  const rows = rowsOf(labs.length, months);
  const chinese = labs.map(({country}) => country === CHINA);

  return (into, path, levers) => {
    const {particles, particle, seed, index} = path;
    const random = stream(seed, PURPOSE, index);
    const value = (name: Parameter) => parameterOf(particles.values, particle, name);
    into.banFrom = Math.min(cameAfter(value("banPerYear") / 12, random), firstOf(levers, "ban"));
    const general = cameAfter(value("thresholdPerYear") / 12, random);
    const bounded =
      (general < months && chinese.includes(true)) || levers.some(({kind}) => kind === "threshold");
    const funded = levers.some(({kind}) => kind === "funding");
    const elasticity = value("researchElasticity");
    const belief = {
      responseMonths: value("responseMonths"),
      exitWhenShort: value("exitWhenShort"),
      rescueMonths: value("rescueMonths"),
      troubleEffort: value("troubleEffort"),
    };
    const effortOf = [1, belief.troubleEffort, 0];
    const licenceFactor = [1, value("tighteningInTrouble"), 0];
    const lab = rows(into);
    into.budgeted = funded;
    into.bounded = bounded;
    if (funded) into.budget.fill(1);
    into.effort.fill(1);
    into.exits.fill(0);
    into.shortLabs.fill(0);
    licences.fill(0);
    funding.fill(1);
    for (let j = 0; j < labs.length; j++) {
      const {money, revenue, tightening} = labs[j];
      const perMonth = tightening[particle % tightening.length] / 12;
      const share = shareOf(particles.shares, particle * labs.length, j);
      const cut = funded && fundingFactors(levers, j, funding, money ? 0 : method.budgetMonths.value);
      let unusual = false;
      if (money) {
        lostRevenue.fill(0);
        if (chinese[j] && revenue && into.banFrom < months)
          lostRevenue.fill(
            (value("revenueLostToBan") * revenue[particle % revenue.length]) / 12,
            into.banFrom,
          );
        unusual = runLab(money, belief, particle, {funding, lostRevenue}, random, lab[j]);
        for (let m = 1; m <= months; m++) into.shortLabs[m] += lab[j].short[m];
      }
      if (bounded) {
        releaseBounds(levers, {lab: j, general: chinese[j] ? general : Number.POSITIVE_INFINITY}, bounds);
        into.bounds.set(bounds, j * months);
      }
      const conduct = unusual ? lab[j].conduct : usualRow;
      const pays = cut && !money;
      for (let m = 0; m < months; m++) licences[m] += licenceFactor[conduct[m]] * perMonth;
      if (!unusual && !pays) continue;
      for (let m = 0; m < months; m++) {
        const budget = pays ? funding[m] ** elasticity : 1;
        if (pays) into.budget[j * months + m] = budget;
        into.effort[m] += share * (budget * effortOf[conduct[m]] - 1);
        if (conduct[m] === CONDUCT.gone) into.exits[m + 1]++;
      }
    }
    countArrivals(licences, random, into.tightened);
    beyondLabs(into, path, levers, elasticity);
    return into;
  };
}

/** Rows of each lab in the conditions handed in; made once per room. */
function rowsOf(labs: number, months: number): (room: Conditions) => readonly LabRun[] {
  const made = new Map<Conditions, readonly LabRun[]>();
  return (room) => {
    const known = made.get(room);
    if (known) return known;
    const fresh = Array.from({length: labs}, (_, j) => ({
      conduct: room.releasing.subarray(j * months, (j + 1) * months),
      cash: room.cash.subarray(j * (months + 1), (j + 1) * (months + 1)),
      short: room.short.subarray(j * (months + 1), (j + 1) * (months + 1)),
    }));
    made.set(room, fresh);
    return fresh;
  };
}

/** Whole month in which a hazard brings its first event; Infinity when it is zero. */
const cameAfter = (perMonth: number, random: Random): number =>
  Math.floor(-log(1 - random.uniform()) / perMonth);

const shareOf = (shares: Float64Array, row: number, j: number): number =>
  shares[row + j] - (j === 0 ? 0 : shares[row + j - 1]);

/** Events so far by month end, of a rate that changes by month. */
function countArrivals(perMonth: Float64Array, random: Random, into: Float64Array): void {
  let [count, hazard] = [0, 0];
  let next = -log(1 - random.uniform());
  into[0] = 0;
  for (let m = 0; m < perMonth.length; m++) {
    hazard += perMonth[m];
    while (next <= hazard) {
      count++;
      next -= log(1 - random.uniform());
    }
    into[m + 1] = count;
  }
}

/** Closed money, copying, prices, learning, new labs and single releases. */
function beyondLabs(
  into: Conditions,
  {ground, particles, particle}: PathOf,
  levers: readonly Lever<number>[],
  elasticity: number,
): void {
  if (fundingFactors(levers, "closed", into.closedEffort, method.budgetMonths.value))
    for (let m = 0; m < into.closedEffort.length; m++) into.closedEffort[m] **= elasticity;
  copyingKept(levers, into.copyingKept);
  into.heldBack = holdBack(levers);
  factorsOf(levers, "price", into.closedPrice, "closed");
  factorsOf(levers, "price", into.openPrice, "open");
  factorsOf(levers, "learning", into.learning);
  newLabResearch(levers, {usualSpend: usualSpend(ground, particles, particle), elasticity}, into.newLabs);
  into.releases = levers
    .filter((lever) => lever.kind === "release")
    .map(({from, amount, chinese}) => ({at: Math.max(0, from), behind: amount, chinese}))
    .sort((a, b) => a.at - b.at);
}

/** What labs that set open records spend, USD a year: burn and revenue, weighed by their share of records. */
function usualSpend({labs}: ForcesGround, {shares}: Particles, particle: number): number {
  let [spent, total] = [0, 0];
  for (let j = 0; j < labs.length; j++) {
    const {money, revenue} = labs[j];
    if (!money) continue;
    const share = shareOf(shares, particle * labs.length, j);
    const earned = revenue ? revenue[particle % revenue.length] : 0;
    spent += share * (money.burn[particle % money.burn.length] + earned);
    total += share;
  }
  return spent > 0 ? spent / total : method.usualSpend.value;
}
