/**
 * Both frontiers of one path, month by month, under given conditions.
 *
 *   closed pace   max(0, a·d_C·E_C + β·(G − G₀))      E_C: research their money buys; β: points per doubling of money
 *   spending      G(t) = π·(g_R·2^(−t/h) − θ·Δs) + (1−π)·g_I·2^(−t/h)      π paid by revenue, s open's share of use
 *   open pace     ω·d_O·E + κ·[(1−c)·max(0, C(t−τ) − Ō) + c·k·max(0, A(t−τ) − Ō)]      c: copied through APIs, k: still possible
 *   callable      A(t) = C(t) before a holding back by z months from F on, then C(max(t − z, F))
 *
 * d: drift of a side's own pace, a random walk on the log scale by quarters. Records come and release stress as in
 * `stress-release.ts`, open ones lab by lab at its share of the rate, less what it slows, keeps closed or must keep closed.
 * Exponential draws, labs and sizes come in an order of their own whatever the conditions: two worlds share them.
 */
import {exp, log} from "../../numeric/elementary.ts";
import {type Random, stream} from "../../numeric/random.ts";
import {DAYS_PER_MONTH} from "../../units.ts";
import {addRelease, type FutureRoom} from "../future-room.ts";
import type {Conditions} from "./conditions.ts";
import type {PathOf} from "./fill-conditions.ts";
import {forcesForecastMethod as method} from "./forces-forecast-method.ts";
import {CONDUCT} from "./lab-conduct.ts";
import {COLUMN, COLUMNS} from "./parameters.ts";
import {spanOfUrgency, urgencyOver} from "./stress-release.ts";

const PURPOSE = {closed: 0xf0c3, open: 0xf0c4, newLabs: 0xf0c5};
const QUARTER = 3;

/** What is followed besides the records, at each month's end [months + 1]. */
export interface FrontierSeries {
  readonly closed: Float64Array;
  readonly open: Float64Array;
  /** Best open ability that a user in the United States may use. */
  readonly openUs: Float64Array;
  /** Open share of router tokens. */
  readonly use: Float64Array;
  /** Flagships kept closed so far, of all labs, and by lab [labs x (months + 1)]. */
  readonly withheld: Float64Array;
  readonly withheldBy: Float64Array;
}

export function frontierSeries(months: number, labs: number): FrontierSeries {
  const row = () => new Float64Array(months + 1);
  return {
    closed: row(),
    open: row(),
    openUs: row(),
    use: row(),
    withheld: row(),
    withheldBy: new Float64Array(labs * (months + 1)),
  };
}

/** Where a path starts, besides its particle. */
export interface PathStart {
  /** Labs whose home is China [labs]. */
  readonly chinese: readonly boolean[];
  /** Points by which the best open model from elsewhere is behind the best open one. */
  readonly elsewhereBehind: number;
}

/** Adds the records to come to a room that holds the past, and fills the series; `market` moves paces and use. */
export function frontierPath(
  {ground, particles, particle, seed, index}: PathOf,
  {chinese, elsewhereBehind}: PathStart,
  conditions: Conditions,
  room: FutureRoom,
  series: FrontierSeries,
  market: Random,
): void {
  const {values, shares, stress, histories} = particles;
  const row = particle * COLUMNS;
  const value = (column: number) => values[row + column];
  const labs = ground.labs.length;
  const months = series.closed.length - 1;
  const history = histories[particle % histories.length];
  const dayOf = (at: number) => ground.asOf + at * DAYS_PER_MONTH;
  const closedRandom = stream(seed, PURPOSE.closed, index);
  const openRandom = stream(seed, PURPOSE.open, index);
  let newRandom: Random | undefined;

  const pace = value(COLUMN.closedPace) / 12;
  const [closedRate, closedUrgency] = [value(COLUMN.closedRate) / 12, value(COLUMN.closedUrgency)];
  const closedSize = value(COLUMN.closedSize);
  const paid = value(COLUMN.revenueShareOfSpend);
  const growthToday = paid * value(COLUMN.revenueGrowth) + (1 - paid) * value(COLUMN.investorGrowth);
  const perDoubling = value(COLUMN.spendPoints) / (12 * Math.LN2);
  const fade = 2 ** (-1 / value(COLUMN.growthHalfLife));
  const spendLag = value(COLUMN.spendLag);
  const lostPerShare = paid * value(COLUMN.revenuePerShare);

  const own = value(COLUMN.ownPace) / 12;
  const coupling = value(COLUMN.coupling);
  const delay = value(COLUMN.delay);
  const copied = value(COLUMN.copyingShare);
  const openUrgency = value(COLUMN.openUrgency);
  const openSize = value(COLUMN.openSize);
  const [withheldUsual, withheldInTrouble] = [value(COLUMN.withheldUsual), value(COLUMN.withheldInTrouble)];
  const troubleCadence = value(COLUMN.troubleCadence);
  // Records seen are those that were opened: flagships come more often.
  const openRate = value(COLUMN.openRate) / 12 / (1 - withheldUsual);
  const [byAbility, byPrice] = [value(COLUMN.useAbility), value(COLUMN.usePrice)];
  const drifting = value(COLUMN.paceDrift) * Math.sqrt(QUARTER / 12);

  let closed = history.closedNow;
  let closedStress = stress.closed[particle];
  let closedDue = exponential(closedRandom);
  let open = history.openNow;
  let openStress = stress.open[particle];
  let openDue = exponential(openRandom);
  let newDue = Number.POSITIVE_INFINITY;
  let elsewhere = open - elsewhereBehind;
  let single = 0;
  let decay = 1;
  let [closedDrift, openDrift] = [1, 1];
  const shareToday = value(COLUMN.openShare);
  let logit = log(shareToday / (1 - shareToday));
  let relativePrice = 1;
  series.closed[0] = closed;
  series.open[0] = open;
  series.openUs[0] = conditions.banFrom <= 0 ? elsewhere : open;
  series.use[0] = shareToday;
  series.withheld[0] = 0;
  series.withheldBy.fill(0);

  const closedAt = (at: number) => (at >= 0 ? series.closed[at] : history.closedBefore[-at]);
  const callableAt = (at: number) => {
    const {months: held, from} = conditions.heldBack;
    return at < from ? closedAt(at) : closedAt(Math.max(Math.floor(at - held), from));
  };

  function release(at: number, ability: number, isChinese: boolean): void {
    addRelease(room.open, dayOf(at), ability);
    if (!isChinese) elsewhere = Math.max(elsewhere, ability);
    open = Math.max(open, ability);
  }

  /** A flagship of a lab: opened, or kept closed. */
  function flagship(at: number, m: number): void {
    const size = openSize * exponential(openRandom);
    const lab = labAt(shares, particle * labs, labs, openRandom.uniform());
    const [slowed, kept] = [openRandom.uniform(), openRandom.uniform()];
    const cell = lab * months + m;
    const conduct = conditions.releasing[cell];
    const cadence = conduct === CONDUCT.usual ? 1 : conduct === CONDUCT.trouble ? troubleCadence : 0;
    if (slowed >= cadence * (conditions.budgeted ? conditions.budget[cell] : 1)) return;
    const withheld = conditions.keeping[cell] === CONDUCT.usual ? withheldUsual : withheldInTrouble;
    if (kept < withheld || (conditions.bounded && open + size > conditions.bounds[cell])) {
      series.withheld[m + 1]++;
      series.withheldBy[lab * (months + 1) + m + 1]++;
    } else release(at, open + size, chinese[lab]);
    // What a lab keeps to itself does not build the open side either.
    openStress -= size;
  }

  for (let m = 0; m < months; m++) {
    if (m % QUARTER === 0 && m > 0) {
      closedDrift *= exp(drifting * market.normal() - (drifting * drifting) / 2);
      openDrift *= exp(drifting * market.normal() - (drifting * drifting) / 2);
    }
    if (m + 1 > spendLag) decay *= fade;
    const growth = growthToday * decay - lostPerShare * (series.use[m] - shareToday);
    const closedPace = Math.max(
      0,
      pace * closedDrift * conditions.closedEffort[m] + perDoubling * (growth - growthToday),
    );
    for (let left = 1; ;) {
      const hazard = exp(closedUrgency * closedStress);
      const ahead = closedRate * urgencyOver(closedStress, closedPace, closedUrgency, left, hazard);
      if (ahead < closedDue) {
        closedDue -= ahead;
        closedStress += closedPace * left;
        break;
      }
      const wait = spanOfUrgency(closedStress, closedPace, closedUrgency, closedDue / closedRate, hazard);
      left = Math.max(0, left - wait);
      const size = closedSize * exponential(closedRandom);
      closed += size;
      closedStress += closedPace * wait - size;
      addRelease(room.closed, dayOf(m + 1 - left), closed);
      closedDue = exponential(closedRandom);
    }
    series.closed[m + 1] = closed;

    const newLabs =
      conditions.newLabs[m] > 0 ? conditions.newLabs[m] * typicalShare(shares, particle, labs) : 0;
    if (newLabs > 0 && !newRandom) {
      newRandom = stream(seed, PURPOSE.newLabs, index);
      newDue = exponential(newRandom);
    }
    const reached = open + openStress;
    const openPace =
      own * openDrift * (conditions.effort[m] + newLabs) +
      coupling *
        ((1 - copied) * Math.max(0, closedAt(m - delay) - reached) +
          copied * conditions.copyingKept[m] * Math.max(0, callableAt(m - delay) - reached));
    series.withheld[m + 1] = series.withheld[m];
    for (let now = m; ;) {
      const due = Math.min(
        openDue / openRate,
        newLabs > 0 ? newDue / (openRate * newLabs) : Number.POSITIVE_INFINITY,
      );
      const nextSingle = Math.min(conditions.releases[single]?.at ?? m + 1, m + 1);
      const hazard = exp(openUrgency * openStress);
      const ahead = urgencyOver(openStress, openPace, openUrgency, nextSingle - now, hazard);
      const isRecord = ahead >= due;
      const span = isRecord
        ? spanOfUrgency(openStress, openPace, openUrgency, due, hazard)
        : nextSingle - now;
      const passed = isRecord ? due : ahead;
      openStress += openPace * span;
      now = Math.min(m + 1, now + span);
      const isNew = isRecord && openDue / openRate > due;
      openDue -= openRate * passed;
      newDue -= openRate * newLabs * passed;
      if (isNew) {
        const size = openSize * exponential(newRandom!);
        release(now, open + size, false);
        openStress -= size;
        newDue = exponential(newRandom!);
      } else if (isRecord) {
        flagship(now, m);
        openDue = exponential(openRandom);
      } else if (single < conditions.releases.length && conditions.releases[single].at <= now) {
        const {behind, chinese: isChinese} = conditions.releases[single++];
        const before = open;
        release(now, closed - behind, isChinese);
        // What everybody can build on now, the others need not gain any more.
        openStress = Math.max(Math.min(0, openStress), openStress - (open - before));
      } else break;
    }
    series.open[m + 1] = open;
    series.openUs[m + 1] = conditions.banFrom <= m ? Math.max(elsewhere, open - elsewhereBehind) : open;

    const gapGrowth = closed - open - (series.closed[m] - series.open[m]);
    const price = conditions.openPrice[m] / conditions.closedPrice[m];
    logit += method.useNoise.value * market.normal() - byAbility * gapGrowth;
    if (price !== relativePrice) logit -= byPrice * log(price / relativePrice);
    relativePrice = price;
    series.use[m + 1] = 1 / (1 + exp(-logit));
  }
  if (series.withheld[months] > 0)
    for (let at = 1; at < series.withheldBy.length; at++)
      if (at % (months + 1) > 0) series.withheldBy[at] += series.withheldBy[at - 1];
}

const exponential = (random: Random): number => -log(1 - random.uniform());

/** Share of records of a lab that sets one: the expected share of the lab behind a record. */
function typicalShare(shares: Float64Array, particle: number, labs: number): number {
  let sum = 0;
  for (let j = 0; j < labs; j++) {
    const at = particle * labs + j;
    const share = shares[at] - (j === 0 ? 0 : shares[at - 1]);
    sum += share * share;
  }
  return sum;
}

function labAt(shares: Float64Array, row: number, labs: number, u: number): number {
  let j = 0;
  while (j < labs - 1 && shares[row + j] <= u) j++;
  return j;
}
