/**
 * Who owns the product surface and learns from its users: since when, with what reported effect.
 *
 * The loop is read from the recorded kind. Effects are restated as reported: most are the owner's own claims, and none is
 * a measured gain in ability.
 */
import type {DistributionFact} from "../../data/forces/force-facts.ts";
import {isKnown} from "../../data/forces/known-facts.ts";
import {isoSpan} from "../../dates.ts";
import type {Day} from "../../units.ts";
import {type FactSource, factSource} from "../law/fact-source.ts";

/** What the owner does with use, strongest first. */
export const LOOPS = {
  "online-rl": "trains on user feedback while the product runs",
  "trains-on-use": "trains on use, its own or its customers', in rounds",
  "collects-use": "may collect use for training or ranking",
  "owns-surface": "owns or co-designs the product a model runs in",
  "no-loop": "no use of feedback stated",
} as const;
export type Loop = keyof typeof LOOPS;

const LOOP_OF_KIND: Readonly<Record<DistributionFact["kind"], Loop>> = {
  "online-rl": "online-rl",
  "continual-learning-service": "trains-on-use",
  "open-base-plus-rl": "trains-on-use",
  "self-use-loop": "trains-on-use",
  "data-policy": "collects-use",
  telemetry: "collects-use",
  "distribution-partnership": "owns-surface",
  "harness-model-codesign": "owns-surface",
  "product-model": "owns-surface",
  "usage-growth": "owns-surface",
  "harness-effect": "no-loop",
  "scaled-post-training": "no-loop",
  "self-improvement-ops": "no-loop",
};

export interface ReportedEffect {
  readonly product: string;
  readonly date: string;
  readonly loop: Loop;
  readonly effect: string;
  /** Null where the source gives words only. */
  readonly value: number | null;
  readonly unit: string;
  readonly note: string;
  /** The row marks it as the company's own claim; the others were not checked by anybody either, as far as known. */
  readonly markedAsClaim: boolean;
  readonly source: FactSource;
}

export interface ProductLoop {
  readonly lab: string;
  /** The strongest loop known of it. */
  readonly loop: Loop;
  readonly says: string;
  /** First date on which that loop is reported: an upper bound of when it began. */
  readonly since: string;
  readonly effects: readonly ReportedEffect[];
}

/** One row per owner, strongest loop first, then the longest-running. */
export function productLoops(facts: readonly DistributionFact[], asOf: Day): ProductLoop[] {
  const known = facts.filter((fact) => isKnown(fact, asOf));
  const strength = Object.keys(LOOPS);
  return [...new Set(known.map(({lab}) => lab))]
    .map((lab) => {
      const effects = known
        .filter((fact) => fact.lab === lab)
        .map(reportedEffect)
        .sort((a, b) =>
          a.date < b.date ? -1 : a.date > b.date ? 1 : a.source.fact < b.source.fact ? -1 : 1,
        );
      const loop = strength.find((name) => effects.some((effect) => effect.loop === name)) as Loop;
      const since = effects.find((effect) => effect.loop === loop)!.date;
      return {lab, loop, says: LOOPS[loop], since, effects};
    })
    .sort(
      (a, b) =>
        strength.indexOf(a.loop) - strength.indexOf(b.loop) ||
        (a.since < b.since ? -1 : a.since > b.since ? 1 : a.lab < b.lab ? -1 : 1),
    );
}

const reportedEffect = (fact: DistributionFact): ReportedEffect => ({
  product: fact.product,
  date: isoSpan(fact.date),
  loop: LOOP_OF_KIND[fact.kind],
  effect: fact.effect,
  value: fact.value === "unknown" ? null : fact.value,
  unit: fact.unit,
  note: fact.note,
  markedAsClaim: /claim/i.test(fact.note),
  source: factSource(fact),
});
