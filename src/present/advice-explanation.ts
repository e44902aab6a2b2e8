/** A number of an advice taken apart, like one of the Report: its rule, what it is computed from, list prices and rows. */
import {type Advice, adviceQuantitiesOf} from "../advice-report.ts";
import {closestName} from "../data/closest-name.ts";
import {InputError} from "../errors.ts";
import type {MethodRule} from "../method-rules.ts";
import {quantitiesOf, type Report} from "../report.ts";
import {priceRow, sourceRows} from "./evidence-rows.ts";
import {
  abilityQuantity,
  type EvidenceCatalog,
  explainedModel,
  type Explanation,
  publishedRule,
} from "./explanation.ts";

export const ADVICE = "advice.";

/**
 * @param catalog - as of the day of the advice's prices
 * @throws InputError for an id the advice does not show
 */
export function adviceExplanation(
  {
    advice,
    report,
    catalog,
    rule,
  }: {advice: Advice; report: Report; catalog: EvidenceCatalog; rule: (id: string) => MethodRule},
  id: string,
): Explanation {
  const quantities = new Map(
    [...quantitiesOf(report), ...adviceQuantitiesOf(advice)].map((one) => [one.id, one]),
  );
  const quantity = adviceQuantitiesOf(advice).find((one) => one.id === id);
  if (!quantity) {
    const closest = closestName(
      id,
      [...quantities.keys()].filter((name) => name.startsWith(ADVICE)),
    );
    const hint = closest ? `did you mean ${closest}? ` : "";
    throw new InputError(
      "unknown",
      `number: ${id}; ${hint}\`lagline explain advice --portfolio FILE\` lists them all`,
    );
  }
  const {evidence, facts, tier, confidence, prior} = quantity;
  const wanted = new Set(evidence.models);
  // The option's own host first: it is the price that was counted.
  const host = /@(.+)\.(?:cost|net-value)$/.exec(id)?.[1];
  const isOwn = (provider: string) => provider.replaceAll(" ", "-").toLowerCase() === host;
  const prices = /\.(cost|net-value)$/.test(id)
    ? catalog.prices
        .filter(({model}) => wanted.has(model))
        .map(priceRow)
        .sort((a, b) => Number(isOwn(b.provider)) - Number(isOwn(a.provider)) || a.output - b.output)
    : [];
  return {
    about: report.about,
    quantity,
    rule: publishedRule(rule, evidence.rule),
    computedFrom: evidence.quantities.flatMap(
      (part) => quantities.get(part) ?? abilityQuantity(report, part) ?? [],
    ),
    models: evidence.models.map((model) => explainedModel(catalog, model)),
    rows: [],
    sources: sourceRows(catalog, prices),
    force: {
      asOf: advice.about.pricesAsOf,
      prices,
      tier,
      confidence,
      prior,
      facts: advice.facts.filter((fact) => facts.includes(fact.id)),
    },
  };
}
