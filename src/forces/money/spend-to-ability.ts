/**
 * What money bought: ability gained per doubling of the money a lab has raised, how long it took, and ability gained per
 * dollar of each lab.
 *
 * For each of a lab's records, ability = lab + trend·time + slope·log(money raised `lag` months before). Lab constants
 * take out who is good anyway, the common trend takes out progress that everybody had. The lag with the smallest
 * residual is taken in each of many worlds, which draw labs with replacement and one row of the ability draws. Money
 * before a lab's first known round is unknown; that round's size stands for it.
 */
import type {Random} from "../../numeric/random.ts";
import {DAYS_PER_MONTH, type Day} from "../../units.ts";
import type {FundingRound} from "./funding-rounds.ts";
import type {MoneyReport} from "./lab-money.ts";
import {labStream, PURPOSE} from "./lab-stream.ts";
import {moneyMethod} from "./money-method.ts";

/** The ability of one release, as the measuring layer draws it. */
export interface LabAbility {
  readonly lab: string;
  readonly model: string;
  readonly day: Day;
  /** Index points [drawCount]; a row is one world, shared by all releases. */
  readonly draws: Float64Array;
}

/** Money a lab had by a day: cumulative steps. */
export interface MoneyStep {
  readonly day: Day;
  readonly usd: number;
}

export type SpendToAbility =
  | {
      readonly kind: "estimated";
      /** Points per doubling of money raised [worlds]. */
      readonly pointsPerDoubling: Float64Array;
      /** Months from money to ability [worlds]; one of the candidate lags. */
      readonly lagMonths: Float64Array;
      /** False when the lag's interval covers most candidates: the record cannot tell. */
      readonly lagIdentified: boolean;
      readonly releases: number;
      readonly labs: number;
    }
  | {readonly kind: "insufficient"; readonly reason: string; readonly releases: number};

/**
 * @param abilities - any releases of any labs; only a lab's own records count
 * @param money - rounds per lab, any order
 */
export function spendToAbility(
  abilities: readonly LabAbility[],
  money: ReadonlyMap<string, readonly MoneyStep[]>,
  {asOf, seed, worlds = 400}: {asOf: Day; seed: number; worlds?: number},
): SpendToAbility {
  const panel = [...money].flatMap(([lab, steps]) => {
    const records = ownRecords(abilities.filter((release) => release.lab === lab && release.day <= asOf));
    const known = steps.filter(({day}) => day <= asOf).sort((a, b) => a.day - b.day);
    return known.length >= 2 && records.length >= 2 ? [{lab, steps: known, records}] : [];
  });
  const releases = panel.reduce((sum, {records}) => sum + records.length, 0);
  if (releases < moneyMethod.spendMinObservations.value || panel.length < 2) {
    return {
      kind: "insufficient",
      reason: `${releases} records of ${panel.length} labs with two or more known rounds; ${moneyMethod.spendMinObservations.value} records of two labs are needed`,
      releases,
    };
  }
  const random = labStream(seed, PURPOSE.spend, "");
  const lags = moneyMethod.spendLagMonths.value;
  const pointsPerDoubling = new Float64Array(worlds);
  const lagMonths = new Float64Array(worlds);
  for (let world = 0; world < worlds; world++) {
    const drawn = panel.map(() => panel[random.below(panel.length)]);
    const row = random.below(drawn[0].records[0].draws.length);
    let best: {residual: number; slope: number; lag: number} | undefined;
    for (const lag of lags) {
      const fit = panelFit(drawn, lag, row);
      if (fit && (!best || fit.residual < best.residual)) best = {...fit, lag};
    }
    pointsPerDoubling[world] = (best?.slope ?? 0) * Math.LN2;
    lagMonths[world] = best?.lag ?? lags[0];
  }
  return {
    kind: "estimated",
    pointsPerDoubling,
    lagMonths,
    lagIdentified:
      spread(lagMonths) < moneyMethod.spendLagInformative.value * (lags[lags.length - 1] - lags[0]),
    releases,
    labs: panel.length,
  };
}

interface LabPanel {
  readonly steps: readonly MoneyStep[];
  readonly records: readonly LabAbility[];
}

/** Within-lab least squares of ability on time and log money. */
function panelFit(labs: readonly LabPanel[], lag: number, row: number) {
  let [tt, tx, xx, ty, xy, yy] = [0, 0, 0, 0, 0, 0];
  for (const {steps, records} of labs) {
    const time = records.map(({day}) => day / (12 * DAYS_PER_MONTH));
    const money = records.map(({day}) => Math.log(raisedBy(steps, day - lag * DAYS_PER_MONTH)));
    const ability = records.map(({draws}) => draws[row]);
    const [mt, mx, my] = [meanOf(time), meanOf(money), meanOf(ability)];
    for (let i = 0; i < records.length; i++) {
      const [t, x, y] = [time[i] - mt, money[i] - mx, ability[i] - my];
      tt += t * t;
      tx += t * x;
      xx += x * x;
      ty += t * y;
      xy += x * y;
      yy += y * y;
    }
  }
  const determinant = tt * xx - tx * tx;
  if (determinant < 1e-9 * tt * xx || xx === 0) return undefined;
  const trend = (ty * xx - xy * tx) / determinant;
  const slope = (xy * tt - ty * tx) / determinant;
  return {slope, residual: yy - trend * ty - slope * xy};
}

/** Money known by a day; the first round stands for the money before it. */
function raisedBy(steps: readonly MoneyStep[], day: number): number {
  let sum = steps[0].usd;
  for (const step of steps.slice(1)) if (step.day <= day) sum += step.usd;
  return sum;
}

/** Releases better on average than all before them of the same lab, oldest first. */
function ownRecords(releases: readonly LabAbility[]): LabAbility[] {
  let best = Number.NEGATIVE_INFINITY;
  return [...releases]
    .sort((a, b) => a.day - b.day || (a.model < b.model ? -1 : 1))
    .filter(({draws}) => {
      const level = meanOf(draws);
      const record = level > best;
      if (record) best = level;
      return record;
    });
}

const meanOf = (values: ArrayLike<number>): number => {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i];
  return sum / values.length;
};

function spread(values: Float64Array): number {
  const sorted = Float64Array.from(values).sort();
  const at = (p: number) => sorted[Math.round(p * (sorted.length - 1))];
  const tail = (1 - moneyMethod.intervalLevel.value) / 2;
  return at(1 - tail) - at(tail);
}

/** Known rounds of every lab that pays for itself, as money steps. */
export const moneySteps = ({ground}: MoneyReport): Map<string, readonly MoneyStep[]> =>
  new Map(
    [...ground.rounds].map(([lab, rounds]: [string, readonly FundingRound[]]) => [
      lab,
      rounds.filter(({closed}) => closed).map(({day, mid}) => ({day, usd: mid})),
    ]),
  );

export type AbilityPerDollar =
  | {
      readonly kind: "estimated";
      readonly lab: string;
      /** Points gained over the window per USD billion used up in it [drawCount]. */
      readonly pointsPerUsdBillion: Float64Array;
      readonly pointsGained: Float64Array;
      readonly usdSpent: Float64Array;
      readonly facts: readonly string[];
    }
  | {readonly kind: "insufficient"; readonly lab: string; readonly reason: string};

/**
 * Ability a lab's best release gained over the window, per USD billion of cash used up in it.
 *
 * Burn leaves out what revenue paid for: a lab that earns looks cheaper than it is, and one that pays its way has no
 * ratio in those draws.
 */
export function abilityPerDollar(
  {labs, asOf, seed, drawCount}: MoneyReport,
  abilities: readonly LabAbility[],
  windowMonths: number = moneyMethod.raisedWindowMonths.value,
): AbilityPerDollar[] {
  return labs.flatMap(({lab, stayingPower}): AbilityPerDollar[] => {
    if (stayingPower.kind === "parent") return [];
    const insufficient = (reason: string): AbilityPerDollar[] => [
      {kind: "insufficient", lab: lab.id, reason},
    ];
    const from = asOf - windowMonths * DAYS_PER_MONTH;
    const records = ownRecords(abilities.filter((release) => release.lab === lab.id && release.day <= asOf));
    const start = records.filter(({day}) => day <= from).at(-1) ?? records.at(0);
    const end = records.at(-1);
    if (!start || !end || start === end)
      return insufficient("fewer than two records of its own in the window");
    const years = (asOf - Math.max(from, start.day)) / (12 * DAYS_PER_MONTH);
    const random: Random = labStream(seed, PURPOSE.spend, lab.id);
    const {burn} = stayingPower;
    const pointsGained = new Float64Array(drawCount);
    const usdSpent = new Float64Array(drawCount);
    const ratios: number[] = [];
    for (let i = 0; i < drawCount; i++) {
      const row = random.below(end.draws.length);
      pointsGained[i] = end.draws[row] - start.draws[row];
      const growth = burn.growth[i];
      usdSpent[i] =
        Math.abs(growth) < 1e-6
          ? burn.draws[i] * years
          : (burn.draws[i] * -Math.expm1(-growth * years)) / growth;
      if (usdSpent[i] > 0) ratios.push(pointsGained[i] / (usdSpent[i] / 1e9));
    }
    if (ratios.length < 0.5 * drawCount)
      return insufficient("it pays its way in most draws: no cash was used up");
    return [
      {
        kind: "estimated",
        lab: lab.id,
        pointsPerUsdBillion: Float64Array.from(ratios),
        pointsGained,
        usdSpent,
        facts: burn.facts,
      },
    ];
  });
}
