/**
 * Open against closed prices at equal ability, draw by draw.
 *
 * At a level: the cheapest open price of that ability over the cheapest closed one. Typical: each open model's cheapest
 * host against the closed models within `matchPoints` of it in the same draw (geometric mean), averaged on the log scale
 * over open models. Both sides are resampled in every draw: so the interval holds both uncertain abilities and which
 * models happen to exist.
 */
import {type Random, stream} from "../../numeric/random.ts";
import {type ForceQuantity, ofDraws, withoutNumber} from "../force-quantity.ts";
import {cheapestQuotes, columnsOf, drawRow, type PricedModel, type PriceInput} from "./cheapest-quotes.ts";
import {priceMethod} from "./price-method.ts";
import {quotes} from "./quotes.ts";

const PURPOSE = 0x9c2;

/** Cheapest open price over cheapest closed price at a level, on the as-of date. */
export function openClosedRatioAt({facts, abilities, asOf}: PriceInput, level: number): ForceQuantity {
  const priced = cheapestQuotes(quotes(facts, asOf).quotes, facts.models, columnsOf(abilities), asOf);
  const {minUsableShare, intervalLevel, rule} = priceMethod;
  const naming = {
    id: `price.ratio.${level}`,
    label: `Lowest open price over lowest closed price at ability ${level}`,
    unit: "ratio" as const,
    note: "Below one: open is cheaper.",
    rule: rule.value,
  };
  const ratios: number[] = [];
  const missing = {open: 0, closed: 0};
  const winners = new Set<string>();
  for (let d = 0; d < abilities.drawCount; d++) {
    const row = drawRow(abilities, d);
    const lowest = (openness: PricedModel["openness"]) =>
      priced.find((model) => model.openness === openness && row[model.column] >= level)?.quote;
    const [open, closed] = [lowest("open"), lowest("closed")];
    if (!open) missing.open++;
    if (!closed) missing.closed++;
    if (!open || !closed) continue;
    ratios.push(open.blend / closed.blend);
    winners.add(open.model).add(closed.model);
  }
  if (ratios.length === 0 || ratios.length < minUsableShare.value * abilities.drawCount) {
    return withoutNumber(
      naming,
      `of ${abilities.drawCount} draws, no priced open model reaches it in ${missing.open}, no closed one in ${missing.closed}`,
      priced.length,
    );
  }
  return ofDraws({...naming, models: [...winners].sort()}, ratios, {
    level: intervalLevel.value,
    kind: "bootstrap",
    n: priced.length,
  });
}

/** Typical price of an open model over closed models as able, on the as-of date. */
export function typicalOpenClosedRatio({facts, abilities, asOf, seed}: PriceInput): ForceQuantity {
  const priced = cheapestQuotes(quotes(facts, asOf).quotes, facts.models, columnsOf(abilities), asOf);
  const side = (openness: PricedModel["openness"]) => priced.filter((model) => model.openness === openness);
  const [open, closed] = [side("open"), side("closed")];
  const {matchPoints, minMatchedModels, minUsableShare, intervalLevel, rule} = priceMethod;
  const naming = {
    id: "price.ratio.typical",
    label: "Price of an open model over closed models of equal ability",
    unit: "ratio" as const,
    note: `Equal: within ${matchPoints.value} points in the same draw. Below one: open is cheaper. Models seen: ${open.length} open, ${closed.length} closed.`,
    rule: rule.value,
  };
  const ratios: number[] = [];
  let mostMatched = 0;
  for (let d = 0; d < abilities.drawCount; d++) {
    const row = drawRow(abilities, d);
    const matched = open.filter((model) => closed.some((other) => isMatch(model, other, row)));
    mostMatched = Math.max(mostMatched, matched.length);
    if (matched.length < minMatchedModels.value) continue;
    const random = stream(seed, PURPOSE, d);
    const counts = resampleCounts(closed.length, random);
    const logs = resampled(matched, random).flatMap((model) => matchedLogRatio(model, closed, counts, row));
    if (logs.length > 0) ratios.push(Math.exp(logs.reduce((sum, log) => sum + log, 0) / logs.length));
  }
  if (ratios.length === 0 || ratios.length < minUsableShare.value * abilities.drawCount) {
    return withoutNumber(
      naming,
      `at most ${mostMatched} open models have a closed counterpart; ${minMatchedModels.value} are needed`,
      mostMatched,
    );
  }
  return ofDraws(naming, ratios, {level: intervalLevel.value, kind: "bootstrap", n: mostMatched});
}

const isMatch = (a: PricedModel, b: PricedModel, row: Float64Array): boolean =>
  Math.abs(row[a.column] - row[b.column]) <= priceMethod.matchPoints.value;

/** Nothing where the resample holds none of the model's counterparts. */
function matchedLogRatio(
  open: PricedModel,
  closed: readonly PricedModel[],
  counts: Uint16Array,
  row: Float64Array,
): number[] {
  let sum = 0;
  let count = 0;
  for (const [i, other] of closed.entries()) {
    if (counts[i] === 0 || !isMatch(open, other, row)) continue;
    sum += counts[i] * Math.log(other.quote.blend);
    count += counts[i];
  }
  return count === 0 ? [] : [Math.log(open.quote.blend) - sum / count];
}

const resampled = <T>(values: readonly T[], random: Random): T[] =>
  values.map(() => values[random.below(values.length)]);

/** How often each of n things counts in one resample. */
function resampleCounts(n: number, random: Random): Uint16Array {
  const counts = new Uint16Array(n);
  for (let i = 0; i < n; i++) counts[random.below(n)]++;
  return counts;
}
