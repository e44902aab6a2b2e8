/** What was known of the forces on a day, as the forces forecast needs it: from facts, catalog and joint ability draws. */
import type {Catalog} from "../../data/catalog.ts";
import type {ForceFacts, ForceLab} from "../../data/forces/force-facts.ts";
import {knownFacts} from "../../data/forces/known-facts.ts";
import {dayOf, midpoint} from "../../dates.ts";
import {continuityMethod} from "../../forces/continuity/continuity-method.ts";
import {rateOf} from "../../forces/continuity/gamma-poisson.ts";
import {type ContinuityReport, supplierContinuity} from "../../forces/continuity/supplier-continuity.ts";
import {labMoney, type MoneyReport} from "../../forces/money/lab-money.ts";
import {labStream, PURPOSE} from "../../forces/money/lab-stream.ts";
import {moneyMethod} from "../../forces/money/money-method.ts";
import {growthOf} from "../../forces/money/pooled-growth.ts";
import {raisingRates, roundLogMean} from "../../forces/money/raising-process.ts";
import {labAbilities} from "../../forces/money/lab-abilities.ts";
import {moneySteps, spendToAbility} from "../../forces/money/spend-to-ability.ts";
import {cheapestQuotes, columnsOf} from "../../forces/prices/cheapest-quotes.ts";
import {priceMethod} from "../../forces/prices/price-method.ts";
import {quotes} from "../../forces/prices/quotes.ts";
import type {GroupedRelease} from "../../measure/groups.ts";
import type {AbilityDraws} from "../../measure/instrument.ts";
import {abilityRow} from "../../measure/lag/estimate.ts";
import type {Distribution} from "../../numeric/distribution.ts";
import {DAYS_PER_MONTH, type Day} from "../../units.ts";
import {mean} from "../../numeric/quantile.ts";
import type {Ground} from "../ground.ts";
import {forcesForecastMethod as method} from "./forces-forecast-method.ts";
import {type Draws, type KnownForces, type LabCash, type OpenLab, OTHERS} from "./forces-ground.ts";

/** Draws of money and rates: one per kept draw of 500 worlds would only repeat what fewer say. */
const DRAWS = 500;

export interface ForcesSource {
  readonly ground: Ground;
  /** All facts: those not known on the ground's day are not seen. */
  readonly facts: ForceFacts;
  /** As known on that day. */
  readonly catalog: Catalog;
  readonly abilities: AbilityDraws;
  readonly open: readonly GroupedRelease[];
  /** The day force facts are known to: without an as-of date they are newer than the last test result (R30). */
  readonly knownTo: Day;
  readonly seed: number;
  /** Held-out over public lag (R23), where it was estimated. */
  readonly heldOutRatio?: Distribution;
}

export function knownForces({
  ground,
  facts: all,
  catalog,
  abilities,
  open,
  knownTo,
  seed,
  heldOutRatio,
}: ForcesSource): KnownForces {
  const {asOf} = ground;
  const facts = knownFacts(all, knownTo);
  const money = labMoney(facts, {asOf: knownTo, seed, drawCount: DRAWS});
  const point = new Map(abilities.models.map((id, column) => [id, abilities.point[column]]));
  const continuity = supplierContinuity(all, catalog, {
    asOf: knownTo,
    seed,
    drawCount: DRAWS,
    ability: point,
  });
  const everyLab = openLabs(money, continuity, seed);
  return {
    ...followed(everyLab, recordsByLab(ground, everyLab, open, abilities)),
    flagships: flagshipsSince(facts, continuity),
    closedMoney: closedMoney(money, seed),
    spendPoints: spendPoints(catalog, abilities, money, seed),
    prices: pricesToday(catalog, abilities, asOf),
    lawYears: Math.max(0, (knownTo - dayOf(method.lawWatchedFrom.value)) / (12 * DAYS_PER_MONTH)),
    heldOutRatio: heldOutRatio ?? null,
    openShare: openShareOf(facts),
  };
}

/** Labs that open weights and of which a release or an own budget is known, and one more for all others. */
function openLabs(
  {labs, ground, drawCount}: MoneyReport,
  continuity: ContinuityReport,
  seed: number,
): OpenLab[] {
  const rates = raisingRates(ground, drawCount, labStream(seed, PURPOSE.raising, ""));
  const licences = continuity.hazards.find(({hazard}) => hazard === "licence-tightening")!.rates;
  const open = labs.flatMap(({lab, revenue, stayingPower}): OpenLab[] => {
    if (lab.openWeights === "no") return [];
    const outlook = continuity.flagships.find((one) => one.lab === lab.id);
    const {id, name, country} = lab;
    return [
      {
        id,
        name,
        country,
        money:
          stayingPower.kind === "own"
            ? labCash(id, stayingPower, {ground, rates: rateOf(rates, id), seed})
            : null,
        revenue: revenue.kind === "estimated" ? [...revenue.draws] : null,
        cadence: outlook ? mean(outlook.rate.map((rate, i) => rate * outlook.active[i])) : 0,
        tightening: [...rateOf(licences, id)],
      },
    ];
  });
  return [...open, OTHERS];
}

/** Labs that may matter, and the rest together in the last one. */
function followed(
  labs: readonly OpenLab[],
  {labRecords, elsewhereBehind}: Pick<KnownForces, "labRecords" | "elsewhereBehind">,
): Pick<KnownForces, "labs" | "labRecords" | "elsewhereBehind"> {
  const {labShareWeight, otherLabShare, followedShare} = method;
  const cadence = labs.reduce((sum, lab) => sum + lab.cadence, 0);
  const records = mean(labRecords.map((row) => row.reduce((sum, n) => sum + n, 0)));
  const share = (j: number) =>
    (labShareWeight.value * (1 - otherLabShare.value) * (labs[j].cadence / Math.max(cadence, 1e-9)) +
      mean(labRecords.map((row) => row[j]))) /
    (labShareWeight.value + records);
  const last = labs.length - 1;
  const kept = labs.flatMap((_, j) => (j < last && share(j) >= followedShare.value ? [j] : []));
  const together = labs.flatMap((_, j) => (kept.includes(j) ? [] : [j]));
  const sum = (row: readonly number[]) => together.reduce((total, j) => total + row[j], 0);
  return {
    labs: [...kept.map((j) => labs[j]), {...labs[last], cadence: sum(labs.map((lab) => lab.cadence))}],
    labRecords: labRecords.map((row) => [...kept.map((j) => row[j]), sum(row)]),
    elsewhereBehind,
  };
}

function labCash(
  lab: string,
  {cash, burn}: Extract<MoneyReport["labs"][number]["stayingPower"], {kind: "own"}>,
  {ground, rates, seed}: {ground: MoneyReport["ground"]; rates: Float64Array; seed: number},
): LabCash {
  const random = labStream(seed, PURPOSE.rounds, lab);
  const rounds = ground.rounds.get(lab) ?? [];
  return {
    cash: [...cash.draws],
    burn: [...burn.draws],
    growth: [...burn.growth],
    raising: [...rates],
    // A lab that pays its way still has a size of round; it is that of a lab which burns a dollar, and never needed.
    roundLogMean: Array.from(burn.draws, (spent) => roundLogMean(rounds, Math.max(1, spent), random)),
    roundLogSd: moneyMethod.roundSize.value.logSd,
  };
}

/** Who set the open records of the window, and how far behind the best model from outside China is, world by world. */
function recordsByLab(
  {worlds, asOf}: Ground,
  labs: readonly OpenLab[],
  open: readonly GroupedRelease[],
  abilities: AbilityDraws,
): Pick<KnownForces, "labRecords" | "elsewhereBehind"> {
  const from = asOf - method.windowMonths.value * DAYS_PER_MONTH;
  const released = open.filter(({date}) => midpoint(date) <= asOf);
  const places = new Map(labs.map(({id}, j) => [id, j]));
  const rows = Array.from({length: abilities.drawCount}, (_, d) => abilityRow(abilities, d));
  // A world is found again by the ability of its last open record: no two draws share one.
  const drawOf = new Map<number, number>();
  const best = rows.map((row) => released.reduce((most, {column}) => Math.max(most, row[column]), -Infinity));
  for (const [d, ability] of best.entries()) drawOf.set(ability, d);
  const labRecords: number[][] = [];
  const elsewhereBehind: number[] = [];
  for (const {open: records} of worlds) {
    const row = rows[drawOf.get(records.abilities[records.abilities.length - 1])!];
    const counts = labs.map(() => 0);
    for (const [i, day] of records.days.entries()) {
      if (day < from) continue;
      const release = released.find(
        ({column, date}) => row[column] === records.abilities[i] && midpoint(date) === day,
      );
      counts[places.get(release?.lab ?? OTHERS.id) ?? labs.length - 1]++;
    }
    labRecords.push(counts);
    const elsewhere = released.reduce(
      (most, {column, country}) => (country === "CN" ? most : Math.max(most, row[column])),
      Number.NEGATIVE_INFINITY,
    );
    elsewhereBehind.push(records.abilities[records.abilities.length - 1] - elsewhere);
  }
  return {labRecords, elsewhereBehind};
}

const KEPT = new Set(["closed-release", "withheld-release"]);

/** Flagships that labs with open weights kept closed, and those they opened, since events are collected. */
function flagshipsSince({labs, events}: ForceFacts, {flagships}: ContinuityReport): KnownForces["flagships"] {
  const from = dayOf(continuityMethod.eventsFrom.value);
  const opens = ({openWeights}: ForceLab) => openWeights === "yes";
  const kept = events.filter(
    ({type, lab, date}) => KEPT.has(type) && date.latest >= from && opens(labs.get(lab)!),
  );
  const opened = flagships.flatMap(({lab, flagships: own}) =>
    opens(labs.get(lab)!) ? own.filter(({day}) => day >= from) : [],
  );
  return {withheld: kept.length, opened: opened.length};
}

/** Revenue growth of the closed labs by revenue, and the share of their spending it pays. */
function closedMoney({labs, ground, drawCount}: MoneyReport, seed: number): KnownForces["closedMoney"] {
  const closed = labs.filter(
    ({lab, revenue}) => lab.openWeights !== "yes" && lab.country !== "CN" && revenue.kind === "estimated",
  );
  if (closed.length === 0) return {revenueGrowth: null, revenueShareOfSpend: null};
  const random = labStream(seed, PURPOSE.rounds, "closed");
  const of = (i: number) => {
    let [revenue, growth, burn] = [0, 0, 0];
    for (const {lab, revenue: earned, stayingPower} of closed) {
      const own = earned.kind === "estimated" ? earned.draws[i] : 0;
      const belief = growthOf(ground.revenueGrowth, lab.id);
      revenue += own;
      growth += own * (belief.mean + belief.sd * random.normal());
      burn += stayingPower.kind === "own" ? stayingPower.burn.draws[i] : 0;
    }
    return {growth: growth / revenue, share: revenue / (revenue + burn)};
  };
  const drawn = Array.from({length: drawCount}, (_, i) => of(i));
  return {
    revenueGrowth: drawn.map(({growth}) => growth),
    revenueShareOfSpend: drawn.map(({share}) => share),
  };
}

function spendPoints(
  catalog: Catalog,
  abilities: AbilityDraws,
  money: MoneyReport,
  seed: number,
): Draws | null {
  const spend = spendToAbility(labAbilities(catalog, abilities), moneySteps(money), {asOf: money.asOf, seed});
  return spend.kind === "estimated" ? [...spend.pointsPerDoubling] : null;
}

/** Lowest list price of each level, in the draws that reach it; null where too few do. */
function pricesToday(catalog: Catalog, abilities: AbilityDraws, asOf: Ground["asOf"]): (Draws | null)[] {
  const standing = cheapestQuotes(
    quotes(catalog, asOf, "recorded").quotes,
    catalog.models,
    columnsOf(abilities),
    asOf,
  );
  return method.priceLevels.value.map((level) => {
    const prices = Array.from({length: abilities.drawCount}, (_, d) => {
      const row = abilityRow(abilities, d);
      return standing.find(({column}) => row[column] >= level)?.quote.blend ?? Number.POSITIVE_INFINITY;
    });
    const found = prices.filter(Number.isFinite);
    return found.length >= priceMethod.minUsableShare.value * prices.length ? found : null;
  });
}

/** The newest share of open models in a router's tokens, as a share. */
function openShareOf({adoption}: ForceFacts): number | null {
  const shares = adoption.filter(
    ({metric, value, unit}) =>
      metric === "openrouter_token_share_open" && value.mid !== "unknown" && unit.startsWith("percent"),
  );
  const newest = shares.reduce<(typeof shares)[number] | undefined>(
    (last, fact) => (last && last.date.latest > fact.date.latest ? last : fact),
    undefined,
  );
  return newest ? (newest.value.mid as number) / 100 : null;
}
