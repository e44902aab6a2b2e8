/** Records of the ledger as rows of the Report. */
import type {Position, RestsOn, Resolution} from "../../bets/entry.ts";
import type {Recorded} from "../../bets/recorded.ts";
import type {BetAnswer, BetPosition} from "../../bets-report.ts";

export const writing = ({
  entry,
  n,
  hash,
  ledger,
  corrections,
}: Recorded<{readonly at: string; readonly by: string}>) => ({
  at: entry.at,
  by: entry.by,
  entry: n,
  hash,
  ledger,
  corrections: corrections.map(({at, by, changes, why}) => ({at, by, fields: Object.keys(changes), why})),
});

export const rests = ({
  facts,
  numbers,
  models,
  urls,
}: {readonly [Kind in keyof RestsOn]: readonly string[]}): RestsOn => ({
  facts: [...facts],
  numbers: [...numbers],
  models: [...models],
  urls: [...urls],
});

export function positionRow(record: Recorded<Position>): BetPosition {
  const {forecaster, on, stand, why, source, computed} = record.entry;
  const quantiles = "quantiles" in stand ? Object.entries(stand.quantiles) : [];
  return {
    ...writing(record),
    forecaster,
    on,
    probability: "probability" in stand ? stand.probability : null,
    quantiles: quantiles
      .map(([level, value]) => ({level: Number(level), value}))
      .sort((a, b) => a.level - b.level),
    direction: "direction" in stand ? stand.direction : null,
    why,
    source: source ? {...source, market: source.market ?? null} : null,
    computed: computed ?? null,
  };
}

export function answerRow(record: Recorded<Resolution>): BetAnswer {
  const {outcome, on, why, evidence, vintage, method} = record.entry;
  return {...writing(record), outcome, on, why, rests: rests(evidence), vintage, method};
}
