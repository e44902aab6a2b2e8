/** The cheapest quote of each measured model on a day. */
import type {Model, Openness} from "../../data/catalog.ts";
import {opennessAt} from "../../data/openness.ts";
import {grouped} from "../../grouped.ts";
import type {AbilityDraws} from "../../measure/instrument.ts";
import type {Day} from "../../units.ts";
import {holds, type PriceFacts, type Quote} from "./quotes.ts";
import {tierOf} from "./tier.ts";

export interface PricedModel {
  readonly quote: Quote;
  /** Column in the ability draws. */
  readonly column: number;
  readonly openness: Openness;
}

export interface PriceInput {
  readonly facts: PriceFacts;
  readonly abilities: AbilityDraws;
  readonly asOf: Day;
  readonly seed: number;
}

/** One per model that has both an ability and a price of the standard tier on the day; ties go to the host first in the alphabet. */
export function cheapestQuotes(
  all: readonly Quote[],
  models: ReadonlyMap<string, Model>,
  columns: ReadonlyMap<string, number>,
  on: Day,
): PricedModel[] {
  const cheapest = new Map<string, PricedModel>();
  const standing = all.filter((quote) => holds(quote, on));
  const byModel = grouped(standing, ({model}) => model);
  for (const quote of standing) {
    const column = columns.get(quote.model);
    if (column === undefined) continue;
    const isClosed = opennessAt(models.get(quote.model)!, on) === "closed";
    if (isClosed && tierOf(quote, byModel.get(quote.model)!) === "flex") continue;
    const before = cheapest.get(quote.model);
    if (before && before.quote.blend <= quote.blend) continue;
    cheapest.set(quote.model, {quote, column, openness: opennessAt(models.get(quote.model)!, on)});
  }
  return [...cheapest.values()].sort(
    (a, b) => a.quote.blend - b.quote.blend || (a.quote.model < b.quote.model ? -1 : 1),
  );
}

export const columnsOf = ({models}: AbilityDraws): Map<string, number> =>
  new Map(models.map((id, column) => [id, column]));

/** The abilities of one joint draw [models]. */
export const drawRow = ({draws, models}: AbilityDraws, draw: number): Float64Array =>
  draws.subarray(draw * models.length, (draw + 1) * models.length);
