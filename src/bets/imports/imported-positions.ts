/**
 * Positions of markets from a saved response, for the questions a hand-made mapping gives them to: the wording there and here
 * is never quite the same, and the mapping says how it differs.
 */
import {z} from "zod";
import {betsMethod} from "../bets-method.ts";
import type {Position} from "../entry.ts";
import type {Ledger} from "../ledger.ts";
import {misplaced} from "../question-record.ts";
import {manifoldFile, manifoldMarkets} from "./manifold.ts";
import {type MarketHistory, type Platform, thinned} from "./market-history.ts";
import {metaculusFile, metaculusMarkets} from "./metaculus.ts";
import {polymarketFile, polymarketMarkets} from "./polymarket.ts";

export const mappingSchema = z.strictObject({
  platform: z.enum(["metaculus", "manifold", "polymarket"]),
  /** Id or slug of the market there. */
  market: z.string().min(1),
  question: z.string().min(1),
  /** How the wording there differs from the question. */
  difference: z.string().trim().min(20),
  tier: z.enum(["A", "B", "C"]),
  /** The market asks for the opposite. */
  inverted: z.boolean().default(false),
});
export type Mapping = z.infer<typeof mappingSchema>;

const READERS = {
  metaculus: (raw: unknown) => metaculusMarkets(metaculusFile.parse(raw)),
  manifold: (raw: unknown) => manifoldMarkets(manifoldFile.parse(raw)),
  polymarket: (raw: unknown) => polymarketMarkets(polymarketFile.parse(raw)),
};
export const PLATFORMS = Object.keys(READERS) as Platform[];

/** @throws z.ZodError when the file is no response of that platform */
export const marketsIn = (raw: unknown, platform: Platform): MarketHistory[] => READERS[platform](raw);

export interface Imported {
  readonly positions: readonly Position[];
  /** Markets no mapping gives to a question. */
  readonly unmapped: readonly Pick<MarketHistory, "market" | "title">[];
  /** Points that could not be taken, with the reason, counted. */
  readonly leftOut: readonly {readonly why: string; readonly count: number}[];
}

export function importedPositions(
  markets: readonly MarketHistory[],
  mappings: readonly Mapping[],
  {questions}: Pick<Ledger, "questions">,
  {platform, at, by}: {readonly platform: Platform; readonly at: string; readonly by: string},
): Imported {
  const left = new Map<string, number>();
  const leave = (why: string) => left.set(why, (left.get(why) ?? 0) + 1);
  const positions = markets.flatMap((market) =>
    mappings
      .filter((mapping) => mapping.platform === platform && market.names.includes(mapping.market))
      .flatMap(({question: id, difference, tier, inverted, market: name}) => {
        const question = questions.get(id);
        if (!question) {
          leave(`no question ${id}`);
          return [];
        }
        const known = new Set(
          question.positions
            .filter(({entry}) => entry.forecaster === platform && entry.source?.market === name)
            .map(({entry}) => `${entry.on} ${"probability" in entry.stand ? entry.stand.probability : ""}`),
        );
        return thinned(market.points, betsMethod.movedBy.value).flatMap(({on, probability}): Position[] => {
          const stand = {probability: inverted ? 1 - probability : probability};
          if (!(stand.probability >= 0 && stand.probability <= 1)) {
            leave("no probability from 0 to 1");
            return [];
          }
          if (known.has(`${on} ${stand.probability}`)) {
            leave("already in the ledger");
            return [];
          }
          const wrong = misplaced(question, {on, at, stand});
          if (wrong !== undefined) {
            leave(wrong.replace(/^(is|gives) a position /, "").replaceAll(on, "its day"));
            return [];
          }
          return [
            {
              kind: "position",
              at,
              by,
              question: id,
              forecaster: platform,
              stand,
              on,
              why: `Read from a saved response: ${market.title}`.slice(0, 2000),
              source: {url: market.url, tier, difference, market: name},
            },
          ];
        });
      }),
  );
  return {
    positions,
    unmapped: markets
      .filter(
        ({names}) =>
          !mappings.some((mapping) => mapping.platform === platform && names.includes(mapping.market)),
      )
      .map(({market, title}) => ({market, title})),
    leftOut: [...left].map(([why, count]) => ({why, count})),
  };
}
