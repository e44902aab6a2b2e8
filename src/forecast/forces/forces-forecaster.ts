/**
 * The forces forecast: both frontiers moved by who can pay, who copies, who keeps models closed and what the law allows.
 *
 * One path: the conditions of its months (`fill-conditions.ts`), the frontiers under them (`frontier-path.ts`), then what
 * follows from the frontiers: prices, use, how open holds up on held-out tests. METHOD R55 states every equation.
 */
import {exp, log} from "../../numeric/elementary.ts";
import {stream} from "../../numeric/random.ts";
import type {Forecaster, ForecastRun, Future} from "../future.ts";
import {futureRoom, startFuture} from "../future-room.ts";
import {type Conditions, conditionsRoom} from "./conditions.ts";
import {conditionsFiller, type PathOf} from "./fill-conditions.ts";
import {forcesForecastMethod as method} from "./forces-forecast-method.ts";
import type {ForcesGround} from "./forces-ground.ts";
import {frontierPath, frontierSeries} from "./frontier-path.ts";
import {drawnLevers, type Lever} from "./lever.ts";
import {parameterOf} from "./parameters.ts";
import {type Particles, particles} from "./particles.ts";
import {pricePath} from "./price-path.ts";

const PURPOSE = {levers: 0xf0c7, market: 0xf0c6};

export interface ForcesForecaster extends Forecaster {
  /** Row of the particles that path `index` uses. */
  particleOf(index: number): number;
  readonly particles: Particles;
  /** The levers with the amounts drawn for path `index`. */
  amountsOf(index: number): Lever<number>[];
}

export interface ForcesForecastOptions {
  readonly seed: number;
  readonly months?: number;
  /** "frontiers": without prices and held-out evidence, which follow from the frontiers and move nothing. */
  readonly follow?: ForecastRun["follow"];
  /** What a scenario changes; none: the world as it goes. */
  readonly levers?: readonly Lever[];
  /** Parameters after history has spoken, where they have been made before. */
  readonly updated?: Particles;
  /** The conditions a path runs under, made of those without and with the levers; default: with. */
  readonly mixed?: (without: Conditions, withLevers: Conditions) => Conditions;
}

export function forcesForecaster(
  ground: ForcesGround,
  {seed, months = method.months.value, follow = "all", levers = [], updated, mixed}: ForcesForecastOptions,
): ForcesForecaster {
  const drawn = updated ?? particles(ground, seed);
  const room = futureRoom(ground);
  const fill = conditionsFiller(ground, months);
  const bare = conditionsRoom(months, ground.labs.length);
  const changed = conditionsRoom(months, ground.labs.length);
  const series = frontierSeries(months, ground.labs.length);
  const chinese = ground.labs.map(({country}) => country === "CN");
  const levels = method.priceLevels.value;
  const prices = levels.map(() => new Float64Array(months + 1));
  const shocks = new Float64Array(months);
  const heldOut = new Float64Array(months + 1);
  const rows = {conditions: bare};
  nameSeries(room.series);
  const particleOf = (index: number) => index % drawn.count;
  const amountsOf = (index: number) => drawnLevers(levers, stream(seed, PURPOSE.levers, index));

  function future(index: number): Future {
    const particle = particleOf(index);
    const path: PathOf = {ground, particles: drawn, particle, seed, index};
    startFuture(room, ground, index);
    const here = conditionsOf(path);
    if (here !== rows.conditions) {
      rows.conditions = here;
      nameSeries(room.series);
    }
    const market = stream(seed, PURPOSE.market, index);
    for (let m = 0; m < months; m++) shocks[m] = method.priceNoise.value * market.normal();
    frontierPath(
      path,
      {chinese, elsewhereBehind: ground.elsewhereBehind[room.draw]},
      here,
      room,
      series,
      market,
    );
    if (follow === "frontiers") return room;
    const value = (name: Parameters<typeof parameterOf>[2]) => parameterOf(drawn.values, particle, name);
    pricePath(
      room,
      {
        asOf: ground.asOf,
        today: levels.map((_, l) => ground.prices[l]?.[room.draw % ground.prices[l].length] ?? null),
      },
      {launch: value("launchPrice"), declineNew: value("declineNew"), declineOld: value("declineOld")},
      here,
      shocks,
      prices,
    );
    fillHeldOut(
      value("heldOutRatio"),
      value("learningPerYear"),
      value("catchUpPerYear"),
      here.learning,
      heldOut,
    );
    return room;
  }

  function conditionsOf(path: PathOf): Conditions {
    if (levers.length === 0) return fill(bare, path, []);
    fill(changed, path, amountsOf(path.index));
    return mixed ? mixed(fill(bare, path, []), changed) : changed;
  }

  function nameSeries(into: Map<string, Float64Array>): void {
    const {cash, short, shortLabs, exits, tightened} = rows.conditions;
    if (follow === "all") {
      for (const [l, level] of levels.entries()) into.set(`price.${level}`, prices[l]);
      into.set("held-out-ratio", heldOut);
    }
    into.set("open.us", series.openUs);
    into.set("use.open", series.use);
    into.set("events.withheld", series.withheld);
    into.set("events.tightened", tightened);
    into.set("events.short", shortLabs);
    into.set("events.exits", exits);
    for (const [j, {id, money}] of ground.labs.entries()) {
      const of = (all: Float64Array) => all.subarray(j * (months + 1), (j + 1) * (months + 1));
      into.set(`withheld.${id}`, of(series.withheldBy));
      if (!money) continue;
      into.set(`cash.${id}`, of(cash));
      into.set(`short.${id}`, of(short));
    }
  }

  return {id: "forces", from: ground.asOf, months, future, particleOf, particles: drawn, amountsOf};
}

/** log r(t+1) = log r(t) + φ/12 − χ/12·log r(t): feedback widens the lag on held-out tests, catching up narrows it. */
function fillHeldOut(
  today: number,
  learning: number,
  catchUp: number,
  factor: Float64Array,
  into: Float64Array,
): void {
  let logRatio = log(today);
  into[0] = today;
  for (let m = 0; m < factor.length; m++) {
    logRatio += (learning * factor[m] - catchUp * logRatio) / 12;
    into[m + 1] = exp(logRatio);
  }
}
