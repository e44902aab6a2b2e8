/**
 * What was known on a day.
 *
 * A fact is known from the later of two days: the day it is about, and the day its page was published. Where only a
 * month or year is given, the last day of it counts, so that nothing is known too early; but never later than the day
 * we read it. A row without a page is known from the day we read it.
 */
import {type Day, day} from "../../units.ts";
import type {DatedFact, ForceFacts, SourcedFact} from "./force-facts.ts";

/** First day on which the page of a fact could be read. */
export function publishedBy({sourceDate, retrieved}: SourcedFact): Day {
  return sourceDate === undefined
    ? retrieved
    : day(Math.min(sourceDate.latest, Math.max(retrieved, sourceDate.earliest)));
}

/** Last day the fact may be about: forecasts for a later day stay in the future. */
export function happenedBy({date, retrieved}: DatedFact): Day {
  return day(Math.min(date.latest, Math.max(retrieved, date.earliest)));
}

export const isKnown = (fact: DatedFact, asOf: Day): boolean =>
  publishedBy(fact) <= asOf && happenedBy(fact) <= asOf;

/** The facts as they could be known on `asOf`. Labs stay: they name things and carry no figure. */
export function knownFacts(facts: ForceFacts, asOf: Day): ForceFacts {
  const known = <F extends DatedFact>(rows: readonly F[]): readonly F[] =>
    rows.filter((row) => isKnown(row, asOf));
  return {
    labs: facts.labs,
    finance: known(facts.finance),
    adoption: known(facts.adoption),
    policy: known(facts.policy),
    distillation: known(facts.distillation),
    events: known(facts.events),
    selfhost: known(facts.selfhost),
    distribution: known(facts.distribution),
  };
}
