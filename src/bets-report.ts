/** The bets as one section of the Report: beliefs with their status, questions with who said what, the record of right and wrong. */
import {z} from "zod";
import {forceFactSchema} from "./lab-report.ts";
import {isoDate, type Quantity, quantitySchema} from "./quantity.ts";

const ledgerName = z.enum(["shipped", "own"]);
export const restsOnSchema = z.strictObject({
  facts: z.array(z.string()).describe("ids of rows in `facts`"),
  numbers: z.array(z.string()).describe("ids of numbers of the Report"),
  models: z.array(z.string()),
  urls: z.array(z.string()),
});

/** Where a record stands in its ledger, and who wrote it when. */
const written = {
  at: isoDate,
  by: z.string(),
  entry: z.number().int().positive(),
  hash: z.string(),
  ledger: ledgerName,
  corrections: z.array(
    z.strictObject({at: isoDate, by: z.string(), fields: z.array(z.string()), why: z.string()}),
  ),
};

export const betPositionSchema = z.strictObject({
  ...written,
  forecaster: z.string(),
  on: isoDate,
  probability: z.number().nullable(),
  quantiles: z.array(z.strictObject({level: z.number(), value: z.union([z.number(), z.string()])})),
  direction: z.string().nullable().describe("said which way, and no number: shown and not scored"),
  why: z.string(),
  source: z
    .strictObject({
      url: z.string(),
      tier: z.enum(["A", "B", "C"]),
      difference: z.string().describe("how the wording there differs"),
      market: z.string().nullable(),
    })
    .nullable(),
  computed: z
    .strictObject({vintage: z.string(), method: z.string(), asOf: isoDate, event: z.string()})
    .nullable(),
});

const answerSchema = z.strictObject({
  ...written,
  outcome: z.union([z.string(), z.number()]),
  on: isoDate,
  why: z.string(),
  rests: restsOnSchema,
  vintage: z.string().nullable(),
  method: z.string().nullable(),
});

export const betQuestionSchema = z.strictObject({
  ...written,
  id: z.string(),
  belief: z.string().nullable(),
  type: z.enum(["binary", "numeric", "date"]),
  asks: z.string(),
  counts: z.enum(["for", "against", "neither"]),
  decisive: z.boolean(),
  terms: z.strictObject({metric: z.string(), rule: z.string(), cohort: z.string(), dates: z.string()}),
  source: z.string(),
  fallback: z.string(),
  opens: isoDate,
  closes: isoDate,
  resolves: isoDate,
  graceDays: z.number().int(),
  ties: z.string(),
  revisions: z.string(),
  voids: z.string(),
  condition: z.string().nullable(),
  isActive: z.boolean().describe("its condition has come about, or it has none"),
  settledBy: z.enum(["machine", "person"]),
  why: z.string(),
  unit: z.string().nullable(),
  range: z
    .strictObject({low: z.union([z.number(), z.string()]), high: z.union([z.number(), z.string()])})
    .nullable(),
  predicate: z
    .array(z.string())
    .describe("the machine's rule in words, one line per test; empty where a person settles"),
  state: z.enum([
    "not-open-yet",
    "open",
    "waiting",
    "closed",
    "due",
    "proposed",
    "disputed",
    "settled",
    "void",
  ]),
  afterTheFact: z
    .boolean()
    .describe("asked when its answer could already be known: counts for the belief, scores nobody"),
  now: z
    .strictObject({
      answer: z.enum(["yes", "no", "cannot-tell", "not-yet"]),
      value: z.union([z.number(), z.string()]).nullable(),
      says: z.string(),
      rests: restsOnSchema,
    })
    .nullable()
    .describe("what the machine's rule gives on these facts; null where a person settles"),
  chance: quantitySchema
    .nullable()
    .describe("lagline's own probability of yes on these facts; null where it computes none"),
  chanceQuantiles: z
    .array(z.strictObject({level: z.number(), value: z.union([z.number(), z.string()])}))
    .describe("lagline's own distribution of a number or a day; empty where it computes none"),
  chanceSays: z.string().describe("what the probability was computed from, or why there is none"),
  positions: z.array(betPositionSchema).describe("oldest first"),
  resolution: answerSchema.nullable(),
  proposal: answerSchema.nullable(),
  voided: z.strictObject({...written, why: z.string(), rests: restsOnSchema}).nullable(),
});

export const betBeliefSchema = z.strictObject({
  ...written,
  id: z.string(),
  title: z.string(),
  claim: z.string(),
  holder: z.string(),
  stated: isoDate,
  source: z.string(),
  group: z.enum(["thirteen", "related", "own"]),
  wouldChange: z.string(),
  why: z.string(),
  status: z.enum(["holding", "weakening", "broken", "unmeasurable"]),
  says: z.string().describe("the rule applied to its questions"),
  settledFor: z.number().int().nonnegative(),
  settledAgainst: z.number().int().nonnegative(),
  leaning: z.number().nullable().describe("mean chance of its open questions to come out for it"),
  questions: z.array(z.string()),
  evidence: z.array(
    z.strictObject({
      ...written,
      speaks: z.enum(["for", "against", "context"]),
      on: isoDate,
      says: z.string(),
      tier: z.enum(["A", "B", "C", "none"]),
      rests: restsOnSchema,
    }),
  ),
});

const binSchema = z.strictObject({
  from: z.number(),
  to: z.number(),
  count: z.number().int(),
  said: z.number().nullable(),
  happened: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
});

export const scoreboardSchema = z.strictObject({
  forecasters: z.array(
    z.strictObject({
      forecaster: z.string(),
      questions: z.number().int(),
      binary: z.number().int(),
      brier: z.number().nullable(),
      brierIndex: z.number().nullable(),
      log: z.number().nullable(),
      crpsOfRange: z.number().nullable().describe("mean CRPS as a share of each question's range"),
      baseline: z.number(),
      peer: z.number(),
      adjustedBrier: z.number().nullable(),
      group: z.number().int().nullable(),
      running: z.number().int(),
      directions: z.number().int(),
    }),
  ),
  scores: z.array(
    z.strictObject({
      question: z.string(),
      forecaster: z.string(),
      type: z.enum(["binary", "numeric", "date"]),
      coverage: z.number(),
      brier: z.number().nullable(),
      log: z.number().nullable(),
      said: z.number().nullable(),
      crps: z.number().nullable(),
      crpsOfRange: z.number().nullable(),
      baseline: z.number(),
      peer: z.number(),
    }),
  ),
  calibration: z.array(z.strictObject({forecaster: z.string(), bins: z.array(binSchema)})),
  counts: z.strictObject({
    scored: z.number().int(),
    cannotTell: z.number().int(),
    void: z.number().int(),
    afterTheFact: z.number().int(),
    unresolved: z.number().int(),
  }),
});

export const betsSchema = z.strictObject({
  asOf: isoDate.describe("day the ledger is seen on"),
  ledgers: z.array(
    z.strictObject({
      ledger: ledgerName,
      entries: z.number().int().nonnegative(),
      head: z
        .string()
        .describe("hash of its last entry: written down, it proves later that nothing before was changed"),
    }),
  ),
  faults: z.array(z.strictObject({ledger: ledgerName, entry: z.number().int(), says: z.string()})),
  later: z.number().int().nonnegative().describe("records dated after the day"),
  beliefs: z.array(betBeliefSchema),
  questions: z.array(betQuestionSchema),
  closingSoon: z.array(z.string()).describe("open questions that close soon, soonest first"),
  newlySettled: z.array(z.string()).describe("settled lately, newest first"),
  scoreboard: scoreboardSchema,
  facts: z.array(forceFactSchema).describe("rows that evidence, answers and predicates rest on"),
});

export type BetsReport = z.infer<typeof betsSchema>;
export type BetQuestion = z.infer<typeof betQuestionSchema>;
export type BetBelief = z.infer<typeof betBeliefSchema>;
export type BetPosition = z.infer<typeof betPositionSchema>;
export type BetAnswer = z.infer<typeof answerSchema>;

/** Every quantity of the bets, in reading order. */
export const betQuantitiesOf = ({questions}: BetsReport): Quantity[] =>
  questions.flatMap(({chance}) => chance ?? []);
