/**
 * When the public could call a closed model through an API, and when it could not although the model existed.
 *
 * Withheld spans come from two places: the three dates of a model (announced before it was available), and dated rows of
 * the facts on models held back, gated or switched off. What a row's words say about models and end is recorded here by
 * the id of the row, so that each span leads back to a source.
 */
import type {Model} from "../../data/catalog.ts";
import type {DatedFact, ForceFacts} from "../../data/forces/force-facts.ts";
import {isKnown} from "../../data/forces/known-facts.ts";
import {dayOf} from "../../dates.ts";
import type {Day} from "../../units.ts";
import {type FactSource, factSource} from "../law/fact-source.ts";

/** Half-open; without an end it still lasts. */
export interface Span {
  readonly from: Day;
  readonly to?: Day;
}

export interface Withholding extends Span {
  readonly model: string;
  readonly why: "held-back" | "gated" | "switched-off" | "announced-earlier";
  /** The row it was read from; null when it follows from the model's own dates. */
  readonly source: FactSource | null;
  /** True when the end is known to be soon after the start, but not to the day. */
  readonly brief: boolean;
}

interface Recorded {
  readonly models: readonly string[];
  readonly why: Withholding["why"];
  readonly from: string;
  readonly to?: string;
  readonly brief?: boolean;
}

/** By id of an event or distillation row. */
const RECORDED: Readonly<Record<string, Recorded>> = {
  "2026-04-07-anthropic-model-withheld-all": {
    models: ["claude-mythos-preview"],
    why: "held-back",
    from: "2026-04-07",
  },
  "2026-04-23-openai-api-delay-all": {models: ["gpt-5.5"], why: "held-back", from: "2026-04-23", brief: true},
  "anthropic-2026-06-12-outage-regulatory": {
    models: ["claude-fable-5"],
    why: "switched-off",
    from: "2026-06-12",
    to: "2026-07-01",
  },
  "openai-2026-08-07-withheld-release": {
    models: ["gpt-6-astra"],
    why: "held-back",
    from: "2026-08-07",
    to: "2026-09-03",
  },
  "google-2026-10-28-withheld-release": {models: ["gemini-4-carbon"], why: "gated", from: "2026-10-28"},
  "openai-2026-10-30-withheld-release": {models: ["gpt-rosalind-6"], why: "gated", from: "2026-10-30"},
};

export const recordedWithholdings: readonly string[] = Object.keys(RECORDED);

export type WithholdingFacts = Pick<ForceFacts, "events" | "distillation">;

/** Every withheld span known on a day, oldest first; an end that lies later is not known yet. */
export function withholdings(
  models: ReadonlyMap<string, Model>,
  {events, distillation}: WithholdingFacts,
  asOf: Day,
): Withholding[] {
  const past = (end: Day | undefined) => (end !== undefined && end <= asOf ? {to: end} : {});
  const found: Withholding[] = [];
  for (const fact of [...events, ...distillation] as readonly DatedFact[]) {
    const recorded = RECORDED[fact.id];
    if (!recorded || !isKnown(fact, asOf)) continue;
    for (const model of recorded.models) {
      const from = dayOf(recorded.from);
      if (from > asOf) continue;
      const span = {from, ...past(recorded.to === undefined ? undefined : dayOf(recorded.to))};
      found.push({
        model,
        ...span,
        why: recorded.why,
        source: factSource(fact),
        brief: recorded.brief ?? false,
      });
    }
  }
  for (const {id, openness, announced, available} of models.values()) {
    if (openness !== "closed" || !announced || !available) continue;
    if (announced.latest > asOf || available.earliest <= announced.latest) continue;
    const span = {from: announced.latest, ...past(available.latest)};
    found.push({model: id, ...span, why: "announced-earlier", source: null, brief: false});
  }
  return found.sort((a, b) => a.from - b.from || (a.model < b.model ? -1 : 1));
}

/**
 * When a closed model could be called: from its availability on, minus what was withheld after it. A model held back
 * without known availability was never available; one without any date neither.
 */
export function apiSpans({id, available, announced}: Model, withheld: readonly Withholding[]): Span[] {
  const own = withheld.filter(({model}) => model === id);
  if (!available && own.some(({why}) => why !== "switched-off")) return [];
  const start = available?.latest ?? announced?.latest;
  if (start === undefined) return [];
  const spans: Span[] = [];
  let from: Day | undefined = start;
  for (const gap of own.filter((span) => !span.brief && (span.to === undefined || span.to > start))) {
    if (from === undefined) break;
    if (gap.from > from) spans.push({from, to: gap.from});
    from = gap.to;
  }
  return from === undefined ? spans : [...spans, {from}];
}

export const within = (spans: readonly Span[], on: number): boolean =>
  spans.some(({from, to}) => from <= on && (to === undefined || on < to));
