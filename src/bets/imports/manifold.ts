/**
 * Markets of Manifold as `/v0/market/<id>`, `/v0/markets` and `/v0/bets` give them: a market with its present
 * probability, held since the last bet, and bets with the probability after each. Times are milliseconds.
 */
import {z} from "zod";
import {dayIn, type MarketHistory} from "./market-history.ts";

const market = z.object({
  id: z.string(),
  slug: z.string().optional(),
  question: z.string(),
  url: z.string().optional(),
  outcomeType: z.string().optional(),
  probability: z.number().nullish(),
  lastBetTime: z.number().nullish(),
  lastUpdatedTime: z.number().nullish(),
  createdTime: z.number().nullish(),
});
const bet = z.object({
  contractId: z.string().optional(),
  createdTime: z.number(),
  probAfter: z.number().nullish(),
});
const withBets = z.object({market, bets: z.array(bet)});
export const manifoldFile = z.union([
  withBets.transform((one) => [one]),
  z.array(z.union([withBets, market.transform((one) => ({market: one, bets: []}))])),
  market.transform((one) => [{market: one, bets: []}]),
]);

export const manifoldMarkets = (markets: z.output<typeof manifoldFile>): MarketHistory[] =>
  markets
    .filter(({market: {outcomeType}}) => outcomeType === undefined || outcomeType === "BINARY")
    .map(
      ({market: {id, slug, question, url, probability, lastBetTime, lastUpdatedTime, createdTime}, bets}) => {
        const own = bets.filter(({contractId}) => contractId === undefined || contractId === id);
        const points = [...own]
          .sort((a, b) => a.createdTime - b.createdTime)
          .flatMap(({createdTime: at, probAfter}) => {
            const on = dayIn(at);
            return on !== undefined && probAfter != null ? [{on, probability: probAfter}] : [];
          });
        const since = dayIn(lastBetTime ?? lastUpdatedTime ?? createdTime);
        const present = since !== undefined && probability != null ? [{on: since, probability}] : [];
        return {
          market: id,
          names: [id, ...(slug ? [slug] : [])],
          title: question,
          url: url ?? `https://manifold.markets/market/${id}`,
          points: [...points, ...present],
        };
      },
    );
