/**
 * Posts of Metaculus as `/api/posts/` and `/api/posts/<id>/` give them: the community's recency-weighted probability and
 * its history. Times are seconds since 1970 or ISO; a hidden aggregation is null.
 */
import {z} from "zod";
import {dayIn, type MarketHistory} from "./market-history.ts";

const time = z.union([z.number(), z.string()]);
const forecast = z.object({start_time: time, centers: z.array(z.number()).nullish()});
const aggregation = z.object({latest: forecast.nullish(), history: z.array(forecast).nullish()});
const post = z.object({
  id: z.number(),
  title: z.string(),
  url: z.string().optional(),
  slug: z.string().optional(),
  question: z
    .object({
      type: z.string(),
      aggregations: z
        .object({recency_weighted: aggregation.nullish(), unweighted: aggregation.nullish()})
        .nullish(),
    })
    .nullish(),
});
export const metaculusFile = z.union([
  z.object({results: z.array(post)}).transform(({results}) => results),
  z.array(post),
  post.transform((one) => [one]),
]);

export const metaculusMarkets = (posts: z.output<typeof metaculusFile>): MarketHistory[] =>
  posts
    .filter(({question}) => question?.type === "binary")
    .map(({id, title, url, slug, question}) => {
      const {recency_weighted: weighted, unweighted} = question!.aggregations ?? {};
      const told = [weighted, unweighted].find((one) => one?.latest || one?.history?.length);
      const forecasts = [...(told?.history ?? []), ...(told?.latest ? [told.latest] : [])];
      return {
        market: String(id),
        names: [String(id), ...(slug ? [slug] : [])],
        title,
        url: url ?? `https://www.metaculus.com/questions/${id}/`,
        points: forecasts.flatMap(({start_time: at, centers}) => {
          const [on, probability] = [dayIn(at), centers?.[0]];
          return on !== undefined && probability !== undefined ? [{on, probability}] : [];
        }),
      };
    });
