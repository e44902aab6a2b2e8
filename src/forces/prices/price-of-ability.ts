/**
 * The price of reaching a given ability over time: the cheapest list price among models at least that able.
 *
 * Month by month and draw by draw: min { blend(m) : ability(m) >= level, m priced on the day }. The minimum over many
 * uncertain abilities leans low, as some model is always overrated in a draw; the interval carries it, the level does not
 * correct it. Decline per year: 1 - exp(12 · mean monthly change of the log price), its sampling error from
 * resampling the monthly changes, so that the steps of which price series consist are not taken for a smooth line.
 */
import {isoDay} from "../../dates.ts";
import {centralInterval, median, quantiles} from "../../numeric/quantile.ts";
import {type Random, stream} from "../../numeric/random.ts";
import {type Day, day} from "../../units.ts";
import {type ForceQuantity, ofDraws, stated, withoutNumber} from "../force-quantity.ts";
import {cheapestQuotes, columnsOf, drawRow, type PricedModel, type PriceInput} from "./cheapest-quotes.ts";
import {type Coverage, priceMethod} from "./price-method.ts";
import {type Quote, quotes} from "./quotes.ts";

/** Names these random numbers among all purposes of one seed. */
const PURPOSE = 0x9c1;

export interface MonthPrice {
  readonly date: string;
  /** Median and interval over the draws that reach the level; null when too few do. */
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  /** Share of draws in which some priced model reaches the level. */
  readonly reached: number;
}

export interface CheapestModel {
  readonly quote: Quote;
  /** Share of draws in which it is the cheapest at the level. */
  readonly share: number;
}

export interface PriceOfAbility {
  readonly level: number;
  /** On the as-of date. */
  readonly now: ForceQuantity;
  readonly months: readonly MonthPrice[];
  /** As recorded, and with late entries dated back: the truth lies between. */
  readonly decline: Readonly<Record<Coverage, ForceQuantity>>;
  /** On the as-of date, most often first. */
  readonly cheapest: readonly CheapestModel[];
}

/** @param level - index points */
export function priceOfAbility({facts, abilities, asOf, seed}: PriceInput, level: number): PriceOfAbility {
  const columns = columnsOf(abilities);
  const recorded = quotes(facts, asOf, "recorded").quotes;
  const days = monthEnds(recorded, asOf).filter(
    (on) => cheapestQuotes(recorded, facts.models, columns, on).length >= priceMethod.minPricedModels.value,
  );
  const at = (all: readonly Quote[]) => days.map((on) => cheapestQuotes(all, facts.models, columns, on));
  const views = {recorded: at(recorded), "back-cast": at(quotes(facts, asOf, "back-cast").quotes)};
  const prices = {
    recorded: lowestPrices(views.recorded, abilities, level),
    "back-cast": lowestPrices(views["back-cast"], abilities, level),
  };
  const standing = cheapestQuotes(recorded, facts.models, columns, asOf);
  const nowPrices = lowestPrices([standing], abilities, level).map(([price]) => price);
  const {rule, intervalLevel, minUsableShare} = priceMethod;
  const id = `price.ability.${level}`;
  const found = nowPrices.filter(Number.isFinite);
  const naming = {
    id,
    label: `Lowest list price of ability ${level}`,
    unit: "USD per Mtok" as const,
    note: `${100 * priceMethod.inputShare.value}% input tokens; free tiers left out.`,
    rule: rule.value,
  };
  const cheapest = cheapestModels(standing, abilities, level);
  const enough = found.length >= minUsableShare.value * abilities.drawCount && found.length > 0;
  return {
    level,
    now: enough
      ? ofDraws({...naming, models: cheapest.map(({quote}) => quote.model)}, found, {
          level: intervalLevel.value,
          kind: "bootstrap",
          n: standing.length,
        })
      : withoutNumber(
          naming,
          `a priced model reaches it in ${found.length} of ${abilities.drawCount} draws`,
          standing.length,
        ),
    months: days.map((on, m) =>
      monthPrice(
        on,
        prices.recorded.map((row) => row[m]),
      ),
    ),
    decline: {
      recorded: decline(prices.recorded, level, "recorded", seed),
      "back-cast": decline(prices["back-cast"], level, "back-cast", seed),
    },
    cheapest,
  };
}

/** Lowest price per draw and view [draws][views]; Infinity where nothing reaches the level. */
function lowestPrices(
  views: readonly (readonly PricedModel[])[],
  abilities: PriceInput["abilities"],
  level: number,
): number[][] {
  return Array.from({length: abilities.drawCount}, (_, d) => {
    const row = drawRow(abilities, d);
    return views.map((priced) => priced.find(({column}) => row[column] >= level)?.quote.blend ?? Infinity);
  });
}

function cheapestModels(
  standing: readonly PricedModel[],
  abilities: PriceInput["abilities"],
  level: number,
): CheapestModel[] {
  const counts = new Map<Quote, number>();
  for (let d = 0; d < abilities.drawCount; d++) {
    const row = drawRow(abilities, d);
    const lowest = standing.find(({column}) => row[column] >= level);
    if (lowest) counts.set(lowest.quote, (counts.get(lowest.quote) ?? 0) + 1);
  }
  return [...counts]
    .map(([quote, count]) => ({quote, share: count / abilities.drawCount}))
    .sort((a, b) => b.share - a.share || (a.quote.model < b.quote.model ? -1 : 1));
}

function monthPrice(on: Day, values: readonly number[]): MonthPrice {
  const found = values.filter(Number.isFinite);
  const reached = values.length === 0 ? 0 : found.length / values.length;
  const tail = (1 - priceMethod.intervalLevel.value) / 2;
  if (found.length === 0 || reached < priceMethod.minUsableShare.value) {
    return {date: isoDay(on), value: null, low: null, high: null, reached};
  }
  const [low, value, high] = quantiles(found, [tail, 0.5, 1 - tail]);
  return {date: isoDay(on), value, low, high, reached};
}

function decline(
  prices: readonly (readonly number[])[],
  level: number,
  coverage: Coverage,
  seed: number,
): ForceQuantity {
  const {rule, minMonthlyChanges, minUsableShare, intervalLevel} = priceMethod;
  const naming = {
    id: `price.decline.${level}.${coverage}`,
    label: `Yearly fall of the lowest price of ability ${level}, ${coverage === "recorded" ? "as recorded" : "late entries dated back"}`,
    unit: "per year" as const,
    note: "Share of the price lost per year; negative when it rose.",
    quantities: [`price.ability.${level}`],
    rule: rule.value,
  };
  const changes = prices.map(monthlyChanges);
  const usable = changes.map((of, d) => ({of, d})).filter(({of}) => of.length >= minMonthlyChanges.value);
  if (usable.length < minUsableShare.value * prices.length || usable.length === 0) {
    const most = changes.reduce((longest, {length}) => Math.max(longest, length), 0);
    return withoutNumber(
      naming,
      `${usable.length} of ${prices.length} draws hold ${minMonthlyChanges.value} monthly changes or more`,
      most,
    );
  }
  const yearly = (monthly: number) => 1 - Math.exp(12 * monthly);
  const drawn = usable.map(({of, d}) => yearly(meanDraw(of, stream(seed, PURPOSE, d))));
  return stated(naming, {
    value: median(usable.map(({of}) => yearly(mean(of)))),
    interval: centralInterval(drawn, intervalLevel.value),
    kind: "bootstrap",
    n: Math.max(...usable.map(({of}) => of.length)),
  });
}

/** Changes of the log price from month to month, from the first month reached; gaps are skipped. */
function monthlyChanges(prices: readonly number[]): number[] {
  const changes: number[] = [];
  for (let m = 1; m < prices.length; m++) {
    if (Number.isFinite(prices[m]) && Number.isFinite(prices[m - 1]))
      changes.push(Math.log(prices[m] / prices[m - 1]));
  }
  return changes;
}

const mean = (values: readonly number[]): number => values.reduce((sum, x) => sum + x, 0) / values.length;

/** Standard error of the mean. */
function standardError(values: readonly number[]): number {
  const centre = mean(values);
  return Math.sqrt(
    values.reduce((sum, x) => sum + (x - centre) ** 2, 0) / (values.length - 1) / values.length,
  );
}

/**
 * One value of the mean that the changes are consistent with, by the studentised bootstrap: x̄ - t* · se, with t* from one
 * resample. It follows the skewness of rare, one-sided steps, which a Student interval does not (Hall 1988). Changes that
 * are all alike give their mean.
 */
export function meanDraw(changes: readonly number[], random: Random): number {
  const centre = mean(changes);
  const error = standardError(changes);
  if (error === 0) return centre;
  for (;;) {
    const again = changes.map(() => changes[random.below(changes.length)]);
    const spread = standardError(again);
    // A resample without any step has no scale of its own and says nothing.
    if (spread > 0) return centre - ((mean(again) - centre) / spread) * error;
  }
}

/** Last days of the calendar months from the first quote to the as-of date, which is not added when inside a month. */
export function monthEnds(all: readonly Quote[], asOf: Day): Day[] {
  if (all.length === 0) return [];
  const first = new Date(Math.min(...all.map(({from}) => from)) * 86_400_000);
  const days: Day[] = [];
  for (let month = first.getUTCMonth() + 1; ; month++) {
    const end = day(Date.UTC(first.getUTCFullYear(), month, 0) / 86_400_000);
    if (end > asOf) return days;
    days.push(end);
  }
}
