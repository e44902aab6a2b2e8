/**
 * How much does each arguable choice matter? The headline re-run with one choice changed at a time.
 *
 * A choice belongs here when it can move the headline and both answers would be defended by somebody. Choices of the
 * dates, the rule, the window and the cohort are re-read from the same draws; those of the observations and of the
 * instrument need abilities of their own.
 */
import type {Catalog, DateConvention} from "../data/catalog.ts";
import {observationsMethod} from "../measure/observations/observations-method.ts";
import {origin} from "../data/origin.ts";
import {isoDay} from "../dates.ts";
import type {GroupedRelease} from "../measure/groups.ts";
import {catchUp} from "../measure/lag/catch-up.ts";
import {dailyLookBack} from "../measure/lag/daily-look-back.ts";
import type {LagEstimate, LagInput} from "../measure/lag/estimate.ts";
import {frontierLine} from "../measure/lag/frontier-line.ts";
import {kernelRecords} from "../measure/lag/kernel-records.ts";
import {lastDayNotBetter} from "../measure/lag/last-day-not-better.ts";
import {levelCrossing} from "../measure/lag/level-crossing.ts";
import {lagMethod} from "../measure/lag/method.ts";
import {recordLookBack} from "../measure/lag/record-look-back.ts";
import {trendLine} from "../measure/lag/trend-line.ts";
import {sidesOf} from "../measure/sides.ts";
import type {Multiverse} from "../multiverse-report.ts";
import type {Effects} from "../options.ts";
import {afterMonths, type Day, day, months} from "../units.ts";
import {defaultChoices, type LaglineChoices} from "./instrument-lagline.ts";
import type {Measured} from "./measured.ts";

/** One world of choices. */
interface Setup {
  readonly dates: DateConvention;
  readonly rule: (input: LagInput) => LagEstimate;
  readonly cohort: (release: GroupedRelease, side: "open" | "closed") => boolean;
  readonly abilities: "lagline" | "eci" | "public" | "held-out" | LaglineChoices;
}

interface Alternative {
  readonly value: string;
  readonly change: Partial<Setup>;
}

interface Choice {
  readonly choice: string;
  readonly chosen: string;
  readonly reason: string;
  readonly alternatives: readonly Alternative[];
}

export interface MultiverseSource {
  readonly catalog: Catalog;
  readonly asOf: Day;
  readonly dates: DateConvention;
  readonly instruments: Readonly<Record<"lagline" | "eci", Measured>>;
  /** lagline's index under other choices. */
  readonly measuredUnder: (choices: LaglineChoices) => Measured;
}

export function multiverseOf(source: MultiverseSource, progress: Effects["progress"]): Multiverse {
  const base: Setup = {
    dates: source.dates,
    rule: (input) => dailyLookBack(input),
    cohort: () => true,
    abilities: "lagline",
  };
  const headline = lagOf(source, base);
  if (headline.kind === "insufficient")
    throw new RangeError(`insufficient facts for a headline: ${headline.insufficient}`);
  const asked = choicesOf(source);
  const count = asked.reduce((sum, {alternatives}) => sum + alternatives.length, 0);
  let done = 0;
  const choices = asked.map(({choice, chosen, reason, alternatives}) => {
    const outcomes = alternatives.map(({value, change}) => {
      progress("re-running the headline", done++, count);
      const estimate = lagOf(source, {...base, ...change});
      if (estimate.kind === "insufficient") {
        return {value, months: null, low: null, high: null, shift: null, failed: estimate.insufficient};
      }
      const {low, high, censored} = estimate.interval;
      return {
        value,
        months: estimate.value,
        low,
        high: censored === "right" ? null : high,
        shift: estimate.value - headline.value,
        failed: null,
      };
    });
    const moves = Math.max(0, ...outcomes.map(({shift}) => Math.abs(shift ?? 0)));
    return {choice, reason, chosen, alternatives: outcomes, moves};
  });
  const values = [
    headline.value,
    ...choices.flatMap(({alternatives}) => alternatives.flatMap(({months: m}) => m ?? [])),
  ];
  return {
    schema: "lagline-multiverse/1",
    vintage: source.catalog.vintage,
    asOf: isoDay(source.asOf),
    base: {
      months: headline.value,
      low: headline.interval.low,
      high: headline.interval.censored === "right" ? null : headline.interval.high,
    },
    choices: choices.sort((a, b) => b.moves - a.moves || (a.choice < b.choice ? -1 : 1)),
    range: {low: Math.min(...values), high: Math.max(...values)},
  };
}

function lagOf(source: MultiverseSource, {dates, rule, cohort, abilities: which}: Setup): LagEstimate {
  const {catalog, asOf} = source;
  const abilities = abilitiesOf(source, which);
  if (typeof abilities === "string") {
    return {
      kind: "insufficient",
      rule: "daily-look-back",
      variant: "",
      label: "",
      insufficient: abilities,
      n: {closed: 0, open: 0},
    };
  }
  const {closed, open} = sidesOf(catalog, abilities.models, dates);
  return rule({
    abilities,
    closed: closed.filter((release) => cohort(release, "closed")),
    open: open.filter((release) => cohort(release, "open")),
    asOf,
  });
}

function abilitiesOf({instruments, measuredUnder}: MultiverseSource, which: Setup["abilities"]) {
  if (which === "lagline" || which === "eci") return instruments[which].abilities;
  if (which === "public" || which === "held-out") {
    const part = instruments.lagline.access(which === "public" ? "public" : "private");
    return part.kind === "abilities" ? part.abilities : part.reason;
  }
  return measuredUnder(which).abilities;
}

function choicesOf({catalog, asOf, dates, instruments}: MultiverseSource): Choice[] {
  const under = (change: Partial<LaglineChoices["observations"]>): Partial<Setup> => ({
    abilities: {...defaultChoices, observations: {...defaultChoices.observations, ...change}},
  });
  const fitted = (change: Partial<LaglineChoices["ability"]>): Partial<Setup> => ({
    abilities: {...defaultChoices, ability: {...defaultChoices.ability, ...change}},
  });
  const {observations, ability} = defaultChoices;
  const {resultCounts} = instruments.lagline;
  const window = (back: number) => (input: LagInput) =>
    dailyLookBack(input, {window: {from: day(Math.floor(afterMonths(asOf, months(-back))) + 1), to: asOf}});
  return [
    {
      choice: "rule",
      chosen: "daily look-back",
      reason: "every day has an answer, so nothing is censored and quiet months count",
      alternatives: [
        {value: "record lag", change: {rule: (input) => recordLookBack(input)}},
        {value: "catch-up time", change: {rule: (input) => catchUp(input)}},
        {value: "ECI-H kernel", change: {rule: (input) => kernelRecords(input, {resultCounts})}},
        {value: "level crossing", change: {rule: (input) => levelCrossing(input)}},
        {value: "last day not better, paired", change: {rule: (input) => lastDayNotBetter(input)}},
        {
          value: "last day not better, unpaired",
          change: {
            rule: (input) =>
              lastDayNotBetter(input, {test: {kind: "unpaired", z: lagMethod.significanceZ.value}}),
          },
        },
        {value: "trend line", change: {rule: (input) => trendLine(input)}},
        {value: "frontier line", change: {rule: (input) => frontierLine(input)}},
      ],
    },
    {
      choice: "window",
      chosen: `${lagMethod.windowMonths.value} months`,
      reason: lagMethod.windowMonths.reason,
      alternatives: [3, 6, 24].map((back) => ({value: `${back} months`, change: {rule: window(back)}})),
    },
    {
      choice: "dates",
      chosen: dates,
      reason: "people can run an open model from its weights date and a closed one from its availability",
      alternatives: (["announced", "available", "weights"] as const)
        .filter((convention) => convention !== dates)
        .map((convention) => ({value: convention, change: {dates: convention}})),
    },
    {
      choice: "instrument",
      chosen: "lagline's index",
      reason: "it predicts hidden results best, see METHOD",
      alternatives: [{value: "ECI mode", change: {abilities: "eci"}}],
    },
    {
      choice: "evidence",
      chosen: "all benchmarks",
      reason: "which tests deserve trust is the question, so none is left out",
      alternatives: [
        {value: "public tests only", change: {abilities: "public"}},
        {value: "private tests only", change: {abilities: "held-out"}},
      ],
    },
    {
      choice: "what counts as open",
      chosen: "any downloadable weights",
      reason: "licence is a fact of its own, shown beside",
      alternatives: [
        {
          value: "permissive licence only",
          change: {cohort: ({licenceClass}, side) => side === "closed" || licenceClass === "permissive"},
        },
        {
          value: "usable commercially",
          change: {
            cohort: ({licenceClass}, side) =>
              side === "closed" || licenceClass === "permissive" || licenceClass === "conditional",
          },
        },
        {
          value: "undisputed only",
          change: {
            cohort: ({model}, side) =>
              side === "closed" ||
              !catalog.models.get(model)!.disputes.some(({field}) => field === "openness"),
          },
        },
      ],
    },
    {
      choice: "closed frontier",
      chosen: "closed models of all countries",
      reason: "closed is about weights, not about country",
      alternatives: [
        {
          value: "US labs only",
          change: {cohort: (release, side) => side === "open" || origin(release) === "US"},
        },
      ],
    },
    {
      choice: "least results per model",
      chosen: String(observations.minBenchmarks),
      reason: observationsMethod.minBenchmarks.reason,
      alternatives: [6, 10].map((least) => ({
        value: String(least),
        change: {cohort: ({model}) => (resultCounts.get(model) ?? 0) >= least},
      })),
    },
    {
      choice: "settings of a model",
      chosen: observations.settings,
      reason: "the best of many runs grows with their number",
      alternatives: [
        {value: "best", change: under({settings: "best"})},
        {value: "mean", change: under({settings: "mean"})},
      ],
    },
    {
      choice: "averages over listed categories",
      chosen: observations.composites,
      reason: "they count the same answers twice",
      alternatives: [{value: "keep", change: under({composites: "keep"})}],
    },
    {
      choice: "factors beyond one ability",
      chosen: String(ability.factors.value),
      reason: ability.factors.reason,
      alternatives: [{value: "1", change: fitted({factors: {...ability.factors, value: 1}})}],
    },
    {
      choice: "benchmarks the ability averages over",
      chosen: ability.population.value,
      reason: ability.population.reason,
      alternatives: ability.population.alternatives.map((value) => ({
        value,
        change: fitted({population: {...ability.population, value}}),
      })),
    },
  ];
}
