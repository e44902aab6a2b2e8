/**
 * Markets of Polymarket as its Gamma API gives them, where outcomes and their prices are JSON within strings, and with the
 * CLOB's price history (`t` in seconds, `p`) where that was saved beside it.
 */
import {z} from "zod";
import {dayIn, type MarketHistory} from "./market-history.ts";

const jsonList = z.union([
  z.array(z.union([z.string(), z.number()])),
  z.string().transform((text, context) => {
    try {
      return z.array(z.union([z.string(), z.number()])).parse(JSON.parse(text));
    } catch {
      context.addIssue({code: "custom", message: "a JSON list within a string"});
      return z.NEVER;
    }
  }),
]);
const market = z.object({
  id: z.union([z.string(), z.number()]).transform(String),
  slug: z.string().optional(),
  conditionId: z.string().optional(),
  question: z.string(),
  outcomes: jsonList,
  outcomePrices: jsonList.optional(),
  updatedAt: z.string().nullish(),
});
const point = z.object({t: z.number(), p: z.number()});
const withHistory = z.object({market, history: z.array(point)});
export const polymarketFile = z.union([
  withHistory.transform((one) => [one]),
  z
    .object({markets: z.array(market)})
    .transform(({markets}) => markets.map((one) => ({market: one, history: []}))),
  z.array(z.union([withHistory, market.transform((one) => ({market: one, history: []}))])),
  market.transform((one) => [{market: one, history: []}]),
]);

/** The price of Yes; a history is that of the Yes token. */
export const polymarketMarkets = (markets: z.output<typeof polymarketFile>): MarketHistory[] =>
  markets.flatMap(
    ({market: {id, slug, conditionId, question, outcomes, outcomePrices, updatedAt}, history}) => {
      const yes = outcomes.findIndex((name) => String(name).toLowerCase() === "yes");
      if (yes < 0 || outcomes.length !== 2) return [];
      const price = outcomePrices === undefined ? undefined : Number(outcomePrices[yes]);
      const on = dayIn(updatedAt);
      return [
        {
          market: id,
          names: [id, ...(slug ? [slug] : []), ...(conditionId ? [conditionId] : [])],
          title: question,
          url: slug ? `https://polymarket.com/market/${slug}` : `https://polymarket.com/market/${id}`,
          points: [
            ...history.flatMap(({t, p}) => {
              const day = dayIn(t);
              return day === undefined ? [] : [{on: day, probability: p}];
            }),
            ...(on !== undefined && price !== undefined && Number.isFinite(price)
              ? [{on, probability: price}]
              : []),
          ],
        },
      ];
    },
  );
