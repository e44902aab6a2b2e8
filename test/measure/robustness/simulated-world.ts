/**
 * Worlds with a known difference between open and closed models: the pattern of who was tested on what is given,
 * everything else is drawn anew.
 */

import type {
  EvidenceClass,
  Observation,
  RobustnessInput,
} from "../../../src/measure/robustness/robustness-input.ts";
import {stream} from "../../../src/numeric/random.ts";
import {gammaDraw} from "../../../src/numeric/random-variates.ts";
import {type Day, day} from "../../../src/units.ts";

export interface Truth {
  /** Points by which open models differ on each class; classes left out differ by 0. */
  readonly differencePoints: Partial<Record<EvidenceClass, number>>;
  /** Deviation of family, lab and model effects, points. */
  readonly familyPoints: number;
  readonly labPoints: number;
  readonly modelPoints: number;
  /** Points by which open models trail closed ones of the same date on public tests. */
  readonly behindPoints: number;
}

export const POINTS_PER_LOGIT = 11;
const ANCHORS = new Map([
  ["claude-3.5-sonnet-2024-06", 130],
  ["gpt-5", 150],
]);

export interface SimulatedWorld {
  readonly input: RobustnessInput;
  /** True public ability by model id, points. */
  readonly ability: ReadonlyMap<string, number>;
}

/** New outcomes for a pattern of models, benchmarks and ratings; scores and ratings of the pattern are not read. */
export function simulatedWorld(pattern: RobustnessInput, truth: Truth, seed: number): SimulatedWorld {
  const random = stream(seed, 77);
  const start = Math.min(...pattern.models.map(({releaseDay}) => releaseDay));
  const ability = new Map(
    pattern.models.map(({id, openness, releaseDay}) => {
      const noise = 5 * random.normal();
      const trend =
        125 + ((releaseDay - start) / 365.25) * 13 - (openness === "open" ? truth.behindPoints : 0);
      return [id, ANCHORS.get(id) ?? trend + noise];
    }),
  );
  const models = new Map(pattern.models.map((model) => [model.id, model]));
  const remembered = new Map<string, number>();
  const once = (key: string, sd: number) => {
    if (!remembered.has(key)) remembered.set(key, sd * random.normal());
    return remembered.get(key)!;
  };
  /** t with 5 degrees of freedom. */
  const noise = () => random.normal() / Math.sqrt(gammaDraw(random, 2.5) / 2.5);
  const linear = (id: string, family: string, classes: readonly EvidenceClass[]) => {
    const {lab, openness} = models.get(id)!;
    let points = ability.get(id)! - 140 + once(`${id} ${family}`, 1.5) + once(`${lab} ${family} pair`, 2);
    if (openness === "open") points += once(family, truth.familyPoints);
    for (const name of classes) {
      if (openness === "open") points += truth.differencePoints[name] ?? 0;
      points += once(`${lab} ${name} lab`, truth.labPoints) + once(`${id} ${name} model`, truth.modelPoints);
    }
    return points / POINTS_PER_LOGIT;
  };
  const lines = new Map<string, {slope: number; centre: number; noise: number}>();
  const line = (id: string) => {
    if (!lines.has(id))
      lines.set(id, {
        slope: 0.6 + random.uniform(),
        centre: 0.8 * random.normal(),
        noise: 0.2 + 0.3 * random.uniform(),
      });
    return lines.get(id)!;
  };
  const benchmarks = new Map(pattern.benchmarks.map((benchmark) => [benchmark.id, benchmark]));
  const observations = pattern.observations.flatMap((observation): Observation[] => {
    const benchmark = benchmarks.get(observation.benchmark)!;
    if (!models.has(observation.model)) return [];
    const classes: EvidenceClass[] = [];
    if (benchmark.access !== "public") classes.push(benchmark.access);
    if (benchmark.domain === "agentic") classes.push("agentic");
    const {slope, centre, noise: sd} = line(observation.benchmark);
    const logit = centre + slope * linear(observation.model, benchmark.family, classes) + sd * noise();
    const chance = benchmark.chance ?? 0;
    const score = chance + (benchmark.ceiling - chance) / (1 + Math.exp(-logit));
    return [{...observation, score}];
  });
  const preferences = pattern.preferences.flatMap((rating) => {
    if (!models.has(rating.model)) return [];
    const value =
      1300 + 60 * linear(rating.model, `preference:${rating.board}`, ["preference"]) + 20 * noise();
    return [{...rating, rating: value, low: value - 10, high: value + 10}];
  });
  return {input: {...pattern, observations, preferences}, ability};
}

const DOMAINS = ["knowledge", "math", "coding", "reasoning", "science"] as const;

/** A pattern made up from nothing, of the size asked for: every model takes most public and some other tests. */
export function inventedPattern(
  seed: number,
  size: {models: number; publicTests: number; otherTests: number},
) {
  const random = stream(seed, 78);
  const first = 19_890;
  const asOf = day(20_730) as Day;
  const models = Array.from({length: size.models}, (_, m) => ({
    id: `model-${m}`,
    lab: `lab-${m % 14}`,
    openness:
      m % 14 < 7 || (m % 14 === 7 && Math.floor(m / 14) % 2 === 0) ? ("open" as const) : ("closed" as const),
    releaseDay: day(first + Math.floor(random.uniform() * 800)),
  }));
  models.push(
    {id: "claude-3.5-sonnet-2024-06", lab: "lab-8", openness: "closed", releaseDay: day(19_894)},
    {id: "gpt-5", lab: "lab-9", openness: "closed", releaseDay: day(20_307)},
  );
  const publicTests = Array.from({length: size.publicTests}, (_, t) => ({
    id: `public-${t}`,
    family: `public-${t}`,
    domain: DOMAINS[t % DOMAINS.length],
    access: "public" as const,
    chance: t % 3 === 0 ? 0.25 : 0,
    ceiling: 1,
    publishedDay: day(first - 300),
  }));
  const others = Array.from({length: size.otherTests}, (_, t) => ({
    id: `private-${t}`,
    family: `private-${t}`,
    domain: DOMAINS[t % DOMAINS.length],
    access: "private" as const,
    chance: 0,
    ceiling: 1,
    publishedDay: day(first - 100),
  }));
  const benchmarks = [...publicTests, ...others];
  const observations = models.flatMap(({id, openness}) =>
    benchmarks
      .filter(({access}) => {
        // Open models are tested on private boards half as often.
        const chance = access === "public" ? 0.7 : openness === "open" ? 0.3 : 0.6;
        return ANCHORS.has(id) || random.uniform() < chance;
      })
      .map((benchmark) => ({model: id, benchmark: benchmark.id, score: 0, setting: "", harness: ""})),
  );
  return {models, benchmarks, observations, preferences: [], asOf} satisfies RobustnessInput;
}
