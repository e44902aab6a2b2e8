/**
 * Adoption by a model's age and size, within one channel and one week.
 *
 * Age: the router names versions by release day (`...-20261017`), so a week's shares can be read against age. Only the
 * models a source lists are seen: what the list leaves out is shown as the share not covered. Size: the download study
 * states shares by size. Downloads per model over time, which the usual relative measure divides by the median of a size
 * class at equal age, are not in the facts: that quantity says so instead of standing in for it.
 */
import type {AdoptionFact} from "../../data/forces/force-facts.ts";
import {parseDay} from "../../dates.ts";
import {type Day, day} from "../../units.ts";
import {type ForceQuantity, stated, withoutNumber} from "../force-quantity.ts";
import {adoptionMethod} from "./adoption-method.ts";
import {type AdoptionPoint, adoptionSeries} from "./adoption-series.ts";

export interface AgedShare {
  readonly model: string;
  readonly released: Day;
  /** On the day of the count. */
  readonly ageDays: number;
  readonly share: number;
  readonly point: AdoptionPoint;
}

export interface RelativeAdoption {
  readonly channel: "router-tokens";
  /** The day of the newest list of models; null without one. */
  readonly day: Day | null;
  readonly byAge: readonly AgedShare[];
  /** Share of all tokens that the listed models with a known age hold. */
  readonly covered: number;
  /** Age below which half of the listed tokens lie. */
  readonly medianAge: ForceQuantity;
  readonly bySize: readonly AdoptionPoint[];
  /** Downloads against the median of the size class at equal age. */
  readonly againstSizeClass: ForceQuantity;
}

export function relativeAdoption(facts: readonly AdoptionFact[], asOf: Day): RelativeAdoption {
  const series = adoptionSeries(facts, asOf);
  const listed = series
    .filter(({metric}) => metric === "openrouter_model_token_share")
    .flatMap(({points}) => points);
  const newest = listed.length === 0 ? null : day(Math.max(...listed.map((at) => at.day)));
  const byAge = listed
    .filter((at) => at.day === newest)
    .flatMap((at) => agedShare(at))
    .sort((a, b) => a.ageDays - b.ageDays || (a.model < b.model ? -1 : 1));
  const covered = byAge.reduce((sum, {share}) => sum + share, 0);
  const rule = adoptionMethod.rule.value;
  const naming = {
    id: "use.age.median",
    label: "Age of the model behind the median listed router token",
    unit: "days" as const,
    note: `The listed models hold ${(100 * covered).toFixed(0)}% of the router's tokens that week; the rest is not seen.`,
    rule,
    sources: byAge.map(({point}) => point.source),
  };
  return {
    channel: "router-tokens",
    day: newest,
    byAge,
    covered,
    medianAge:
      byAge.length === 0
        ? withoutNumber(naming, "no list of models with release days is known")
        : stated(naming, {value: medianAge(byAge, covered), interval: null, kind: "spread", n: byAge.length}),
    bySize: series.filter(({metric}) => metric === "hf_downloads_size_share").flatMap(({points}) => points),
    againstSizeClass: withoutNumber(
      {
        id: "use.size-class",
        label: "Downloads against the median of the size class at equal age",
        unit: "ratio",
        rule,
      },
      "no downloads per model over time are in the facts",
    ),
  };
}

/** Age of the first model, youngest first, at which half of the covered share is reached. */
function medianAge(byAge: readonly AgedShare[], covered: number): number {
  let sum = 0;
  for (const {share, ageDays} of byAge) {
    sum += share;
    if (sum >= covered / 2) return ageDays;
  }
  return byAge.at(-1)!.ageDays;
}

function agedShare(point: AdoptionPoint): AgedShare[] {
  const match = /^(\S.*?)-(\d{4})(\d{2})(\d{2})\b/.exec(point.segment);
  const released = match && parseDay(`${match[2]}-${match[3]}-${match[4]}`);
  if (!match || released === null || released === undefined || point.value === null) return [];
  return [{model: match[1], released, ageDays: point.day - released, share: point.value / 100, point}];
}
