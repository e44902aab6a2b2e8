/** Tests on models: best of a group against another, rank, count; and the gap of a published index. */
import {dayOf, isoDay as isoOf} from "../../dates.ts";
import type {ModelAbility} from "../../report.ts";
import type {Day} from "../../units.ts";
import {comparisonWords, growing, holds} from "./compare.ts";
import type {ModelGroup, PredicateTest} from "./predicate-schema.ts";
import {NOTHING, type Sight, type Verdict} from "./sight.ts";

type Test<Name extends PredicateTest["test"]> = Extract<PredicateTest, {test: Name}>;

/** First download of the weights of an open model, first use of a closed one; null when unknown. */
export const releasedOn = ({openness, weights, available, announced}: ModelAbility): string | null =>
  openness === "open" ? (weights ?? available ?? announced) : (available ?? announced);

/** A model whose date is needed and unknown is in no group. */
export function inGroup(model: ModelAbility, group: ModelGroup): boolean {
  const released = releasedOn(model);
  const origin = model.country === "US" || model.country === "CN" ? model.country : "other";
  return (
    (group.openness === undefined || model.openness === group.openness) &&
    (group.origin === undefined || origin === group.origin) &&
    (group.labs?.includes(model.lab) ?? true) &&
    (group.models?.includes(model.model) ?? true) &&
    (group.licence?.some((licence) => licence === model.licenceClass) ?? true) &&
    (group.minParametersB === undefined || (model.paramsB ?? 0) >= group.minParametersB) &&
    (group.from === undefined || (released !== null && released >= group.from)) &&
    (group.to === undefined || (released !== null && released <= group.to))
  );
}

export function bestModelTest(test: Test<"best-model">, sight: Sight): Verdict {
  const waiting = notYet(test.on, sight.asOf);
  if (waiting) return waiting;
  const best = bestOf(test.of, test.instrument, sight.models);
  const rival = typeof test.than === "number" ? undefined : bestOf(test.than, test.instrument, sight.models);
  if (!best || (typeof test.than !== "number" && !rival))
    return cannotTell("a group holds no measured model");
  const than = typeof test.than === "number" ? test.than : rival!.ability;
  const difference = best.ability - than;
  return {
    answer: holds(best.ability, test.is, than) ? "yes" : "no",
    value: difference,
    says: `${best.model.name} (${points(best.ability)}) against ${rival ? `${rival.model.name} (${points(than)})` : points(than)}: ${comparisonWords[test.is]} was asked`,
    evidence: {...NOTHING, models: [best.model.model, ...(rival ? [rival.model.model] : [])]},
  };
}

export function rankTest(test: Test<"rank">, sight: Sight): Verdict {
  const waiting = notYet(test.on, sight.asOf);
  if (waiting) return waiting;
  const best = bestOf(test.best, test.instrument, sight.models);
  if (!best) return cannotTell("the group holds no measured model");
  const better = sight.models
    .filter((model) => inGroup(model, test.among) && model.model !== best.model.model)
    .map((model) => ({model, ability: abilityOf(model, test.instrument)}))
    .filter(({ability}) => ability !== null && ability > best.ability);
  const rank = better.length + 1;
  return {
    answer: holds(rank, test.is, test.value) ? "yes" : "no",
    value: rank,
    says: `${best.model.name} is number ${rank} of its field at ${points(best.ability)}`,
    evidence: {...NOTHING, models: [best.model.model, ...better.slice(0, 10).map(({model}) => model.model)]},
  };
}

export function countModelsTest(test: Test<"count-models">, sight: Sight): Verdict {
  const found = sight.models.filter((model) => inGroup(model, test.of));
  const answer = growing(found.length, test.is, test.value, sight.asOf >= dayOf(test.by));
  return {
    answer,
    value: found.length,
    says: `${found.length} such ${found.length === 1 ? "model" : "models"}${found.length === 0 ? "" : `: ${listed(found.map(({name}) => name))}`}`,
    evidence: {...NOTHING, models: found.slice(0, 20).map(({model}) => model)},
  };
}

/** Best of one group minus best of another in the first published vintage on or after the day; never across vintages. */
export function publishedIndexTest(test: Test<"published-index">, {indexValues, models}: Sight): Verdict {
  const from = dayOf(test.on);
  const vintages = indexValues.filter(({index, vintage}) => index === test.index && vintage >= from);
  if (vintages.length === 0) {
    return {
      answer: "not-yet",
      value: null,
      says: `no vintage published since ${test.on} is in the facts`,
      evidence: NOTHING,
    };
  }
  const first = Math.min(...vintages.map(({vintage}) => vintage)) as Day;
  const byId = new Map(models.map((model) => [model.model, model]));
  const best = (group: ModelGroup) =>
    vintages
      .filter(({vintage, model}) => vintage === first && byId.has(model) && inGroup(byId.get(model)!, group))
      .reduce<(typeof vintages)[number] | undefined>(
        (top, row) => (!top || row.value > top.value ? row : top),
        undefined,
      );
  const [ours, theirs] = [best(test.of), best(test.minus)];
  if (!ours || !theirs) return cannotTell(`the vintage of ${isoOf(first)} lists no model of one side`);
  const difference = ours.value - theirs.value;
  return {
    answer: holds(difference, test.is, test.value) ? "yes" : "no",
    value: difference,
    says: `in the ${test.index.toUpperCase()} published on ${isoOf(first)}: ${ours.model} ${points(ours.value)} minus ${theirs.model} ${points(theirs.value)} is ${points(difference)}`,
    evidence: {...NOTHING, models: [ours.model, theirs.model]},
  };
}

function bestOf(group: ModelGroup, instrument: "lagline" | "eci", models: readonly ModelAbility[]) {
  let best: {model: ModelAbility; ability: number} | undefined;
  for (const model of models) {
    const ability = abilityOf(model, instrument);
    if (ability !== null && inGroup(model, group) && (!best || ability > best.ability))
      best = {model, ability};
  }
  return best;
}

const abilityOf = (model: ModelAbility, instrument: "lagline" | "eci"): number | null =>
  instrument === "lagline" ? model.ability : model.eci;

/** @returns the answer "not yet" while the facts do not reach the day */
export const notYet = (on: string, asOf: Day): Verdict | undefined =>
  asOf >= dayOf(on)
    ? undefined
    : {
        answer: "not-yet",
        value: null,
        says: `test results reach ${isoOf(asOf)}; the first vintage on or after ${on} decides`,
        evidence: NOTHING,
      };

export const cannotTell = (says: string): Verdict => ({
  answer: "cannot-tell",
  value: null,
  says,
  evidence: NOTHING,
});

const points = (value: number): string => value.toFixed(1);
const SHOWN = 8;
const listed = (names: readonly string[]): string =>
  names.length > SHOWN
    ? `${names.slice(0, SHOWN).join(", ")} and ${names.length - SHOWN} more`
    : names.join(", ");
