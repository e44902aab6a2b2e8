/** The best way to run a workload on own machines, what it costs, when it pays, and what drives that. */
import type {Driver, OptionRow, SelfHostAdvice} from "../../advice-report.ts";
import {type Naming, withoutNumber} from "../../forces/force-quantity.ts";
import {median, quantileSorted} from "../../numeric/quantile.ts";
import {selectedQuantiles} from "../../numeric/selected-quantiles.ts";
import {stated} from "../../forces/force-quantity.ts";
import {adviceMethod} from "../advice-method.ts";
import {breakEvenVolumes} from "../cost/break-even.ts";
import type {CostDraw, CostDraws} from "../cost/cost-draws.ts";
import {costMethod} from "../cost/cost-method.ts";
import {selfHostCosts} from "../cost/self-host-cost.ts";
import type {Choice, Ranked} from "../decision/choice-of-option.ts";
import type {Horizon} from "../decision/horizon.ts";
import type {SelfHostOption} from "../options/option.ts";
import type {Workload} from "../portfolio/portfolio.ts";
import {hostText, meanQuantity, quantityId} from "./option-row.ts";
import {shareText, usdText} from "./words.ts";

/** @returns null when no open weights can be run or nothing is sold to compare with */
export function selfHostAnswer(
  choice: Choice,
  workload: Workload,
  {
    horizon,
    costs,
    facts,
    row,
  }: {
    readonly horizon: Horizon;
    readonly costs: CostDraws;
    /** Rows that price the GPUs. */
    readonly facts: Naming["sources"];
    readonly row: (ranked: Ranked) => OptionRow;
  },
): SelfHostAdvice | null {
  const own = choice.ranking.find(({contender}) => contender.option.hosting === "self-hosted");
  if (!own || own.contender.option.hosting !== "self-hosted") return null;
  const {option} = own.contender;
  const api = comparedWith(choice, option.model);
  if (!api) return null;
  const load = {...workload, tasksPerMonth: horizon.tasksPerYear / 12};
  const costOf = selfHostCosts(load, option);
  const made = costs.draws.map(costOf);
  const about = (what: string) => quantityId(workload.id, "self-host", what);
  const naming = {models: [option.model], rule: costMethod.rule.value, sources: facts ?? []};
  const price = api.contender.perTask!;
  const breakEven = Float64Array.from(costs.draws, breakEvenVolumes(workload, option, price));
  const {runs, cost} = row(own);
  return {
    option: option.id,
    name: option.name,
    runs,
    cost,
    breakEven: volumeQuantity(
      {
        ...naming,
        id: about("break-even"),
        label: `Volume from which own ${option.name} is cheaper than ${api.contender.option.name} at ${hostText(api.contender.option)}`,
        unit: "tasks per month",
        note: `${usdText(price)} a task at the API; quality is not compared here.`,
      },
      breakEven,
    ),
    comparedWith: `${api.contender.option.name} at ${hostText(api.contender.option)}`,
    copies: median(made.map(({copies}) => copies)),
    utilisation: meanQuantity(
      {
        ...naming,
        id: about("utilisation"),
        label: "Mean load over what the copies could serve",
        unit: "share",
      },
      Float64Array.from(made, ({utilisation}) => utilisation),
    ),
    people: meanQuantity(
      {...naming, id: about("people"), label: "People's share of the cost", unit: "share"},
      Float64Array.from(made, ({monthly, peopleMonthly}) =>
        Number.isFinite(monthly) ? peopleMonthly / monthly : 1,
      ),
    ),
    drivers: costDrivers(load, option, costs),
  };
}

/** The cheapest API price of the same weights, else the best option sold. */
function comparedWith({ranking}: Choice, model: string): Ranked | undefined {
  const sold = ranking.filter(({contender}) => contender.perTask !== undefined);
  const same = sold.filter(({contender}) => contender.option.model === model);
  return same.sort((a, b) => a.contender.perTask! - b.contender.perTask!)[0] ?? sold[0];
}

function volumeQuantity(naming: Naming, draws: Float64Array) {
  const level = adviceMethod.intervalLevel.value;
  const [low, middle, high] = selectedQuantiles(draws, [(1 - level) / 2, 0.5, (1 + level) / 2]);
  if (!Number.isFinite(middle!)) {
    const never = draws.filter((volume) => !Number.isFinite(volume)).length / draws.length;
    return withoutNumber(
      naming,
      `own machines never become cheaper in ${shareText(never)} of draws`,
      draws.length,
    );
  }
  return stated(naming, {
    value: middle!,
    interval: {low: low!, high: high!, level},
    kind: "credible",
    n: draws.length,
  });
}

type Key =
  | "computeShare"
  | "bandwidthShare"
  | "cacheKilobytes"
  | "headroom"
  | "engineers"
  | "engineerCost"
  | "overhead";
const DRIVERS: readonly (readonly [Key, string, (value: number) => string])[] = [
  ["engineers", "people", (value) => `${value.toFixed(1)} engineers`],
  ["engineerCost", "cost of an engineer", usdText],
  ["computeShare", "share of peak operations reached", shareText],
  ["bandwidthShare", "share of bandwidth reached", shareText],
  ["cacheKilobytes", "cache per token", (value) => `${value.toFixed(0)} kB`],
  ["headroom", "room kept free at the peak", (value) => `${value.toFixed(2)}×`],
  ["overhead", "overhead on GPU hours", (value) => `${value.toFixed(2)}×`],
];

/** USD per year with one input at the ends of its interval and all others at their medians; the largest swing first. */
export function costDrivers(workload: Workload, option: SelfHostOption, {draws}: CostDraws): Driver[] {
  const {low, middle, high} = spreadOf(draws);
  const yearly = (draw: CostDraw, load = workload) => 12 * selfHostCosts(load, option)(draw).monthly;
  const {latency} = workload;
  const {gpu} = option.machine;
  const ends = (read: (draw: CostDraw) => number) => [read(low), read(high)] as const;
  const driver = (
    what: string,
    [low, high]: readonly [number, number],
    text: (value: number) => string,
    cost: (value: number) => number,
  ) => ({
    what,
    low: {at: text(low), value: cost(low)},
    high: {at: text(high), value: cost(high)},
  });
  const hours = workload.limits.onPremises ? ("ownedHour" as const) : ("rentedHour" as const);
  return [
    ...DRIVERS.map(([key, what, text]) =>
      driver(
        what,
        ends((draw) => draw[key]),
        text,
        (value) => yearly({...middle, [key]: value}),
      ),
    ),
    driver(
      "price of a GPU hour",
      ends((draw) => draw[hours][gpu]!),
      (value) => `$${value.toFixed(2)}`,
      (value) => yearly({...middle, [hours]: {...middle[hours], [gpu]: value}}),
    ),
    driver(
      "peak over mean load",
      ends((draw) => draw.peakOverMean[latency]),
      (value) => `${value.toFixed(1)}×`,
      (value) => yearly({...middle, peakOverMean: {...middle.peakOverMean, [latency]: value}}),
    ),
    driver(
      "volume",
      [0.5, 2],
      (value) => (value < 1 ? "half" : "twice"),
      (value) => yearly(middle, {...workload, tasksPerMonth: workload.tasksPerMonth * value}),
    ),
  ]
    .filter(({low, high}) => Number.isFinite(low.value) && Number.isFinite(high.value))
    .sort((a, b) => Math.abs(b.high.value - b.low.value) - Math.abs(a.high.value - a.low.value));
}

interface Spread {
  readonly low: CostDraw;
  readonly middle: CostDraw;
  readonly high: CostDraw;
}

/** All workloads of a portfolio meet in the same draws, so their ends and medians are found once. */
const spreads = new WeakMap<readonly CostDraw[], Spread>();

/** Every input at its own 5%, 50% and 95%: the middle is the point around which the drivers turn. */
function spreadOf(draws: readonly CostDraw[]): Spread {
  const known = spreads.get(draws) ?? foundSpread(draws);
  spreads.set(draws, known);
  return known;
}

function foundSpread(draws: readonly CostDraw[]): Spread {
  const inOrder = (read: (draw: CostDraw) => number) => Float64Array.from(draws, read).sort();
  const each = (pick: (draw: CostDraw) => Readonly<Record<string, number | undefined>>) =>
    Object.keys(pick(draws[0]!)).map(
      (key) => [key, inOrder((draw) => pick(draw)[key] ?? Number.NaN)] as const,
    );
  const flat = DRIVERS.map(([key]) => [key, inOrder((draw) => draw[key])] as const);
  const peak = each((draw) => draw.peakOverMean);
  const rented = each((draw) => draw.rentedHour);
  const owned = each((draw) => draw.ownedHour);
  const at = (p: number): CostDraw => {
    const record = (values: readonly (readonly [string, Float64Array])[]) =>
      Object.fromEntries(values.map(([key, sorted]) => [key, quantileSorted(sorted, p)]));
    return {
      ...(record(flat) as Record<Key, number>),
      peakOverMean: record(peak) as unknown as CostDraw["peakOverMean"],
      rentedHour: record(rented),
      ownedHour: record(owned) as unknown as CostDraw["ownedHour"],
    };
  };
  return {low: at(0.05), middle: at(0.5), high: at(0.95)};
}
