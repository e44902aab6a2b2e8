/**
 * What a scenario changes, and the chances people ask for, as every surface shows them.
 */
import {z} from "zod";
import {isoDate, type Quantity, quantitySchema} from "./quantity.ts";

const estimateSchema = z.strictObject({
  value: z
    .number()
    .nullable()
    .describe(
      "with and without: median; change: mean over paths, of the logarithm for a ratio; null: no number",
    ),
  low: z.number().nullable(),
  high: z.number().nullable(),
});

export const scenarioTargetSchema = z.strictObject({
  id: z.string(),
  label: z.string(),
  unit: z.enum(["points", "months", "USD per Mtok", "share", "ratio", "events"]),
  as: z
    .enum(["amount", "ratio", "count"])
    .describe("amount: a change is a difference; ratio: a factor; count: means, not medians"),
  horizons: z.array(
    z.strictObject({
      months: z.number().int(),
      without: estimateSchema,
      with: estimateSchema,
      change: estimateSchema,
    }),
  ),
});

/** One force's part in the mean change of a target. */
export const forcePartSchema = z.strictObject({
  force: z.string(),
  label: z.string(),
  target: z.enum(["closed", "open", "gap", "lag"]),
  byQuarter: z.array(z.number()).describe("mean part every three months, from the as-of date on"),
  halfBy: z.number().nullable().describe("months by which half of its largest part has come"),
});

export const hangsOnSchema = z.strictObject({
  target: z.string(),
  months: z.number().int(),
  what: z.string(),
  share: z.number().describe("share of the variance of the change that knowing it would remove"),
});

export const scenarioEffectSchema = z.strictObject({
  id: z.string(),
  title: z.string(),
  argues: z.string(),
  sources: z.array(z.string()),
  changes: z.array(z.string()),
  from: isoDate,
  paths: z.number().int(),
  level: z.number(),
  sentence: z.string(),
  targets: z.array(scenarioTargetSchema),
  path: z.array(forcePartSchema),
  hangsOn: z.array(hangsOnSchema),
});

export const scenarioHeadlineSchema = z.strictObject({
  id: z.string(),
  title: z.string(),
  sentence: z.string(),
  lag: z.array(quantitySchema),
  open: z.array(quantitySchema),
});

export const oddsRowSchema = z.strictObject({
  id: z.string(),
  question: z.string(),
  by: isoDate,
  probability: quantitySchema,
  forecasters: z.array(
    z.strictObject({id: z.string(), name: z.string(), probability: z.number().nullable()}),
  ),
  resolves: z.string().describe("how the question is settled"),
  record: z.string().describe("how such chances did on past days"),
});

export const whatIfSchema = z.strictObject({
  from: isoDate,
  odds: z.array(oddsRowSchema),
  scenarios: z.array(scenarioHeadlineSchema),
});

export type ScenarioTarget = z.infer<typeof scenarioTargetSchema>;
export type ForcePart = z.infer<typeof forcePartSchema>;
export type HangsOn = z.infer<typeof hangsOnSchema>;
export type ScenarioEffect = z.infer<typeof scenarioEffectSchema>;
export type ScenarioHeadline = z.infer<typeof scenarioHeadlineSchema>;
export type OddsRow = z.infer<typeof oddsRowSchema>;
export type WhatIf = z.infer<typeof whatIfSchema>;

/** Every quantity of the section, in reading order. */
export const whatIfQuantitiesOf = ({odds, scenarios}: WhatIf): Quantity[] => [
  ...odds.map(({probability}) => probability),
  ...scenarios.flatMap(({lag, open}) => [...lag, ...open]),
];
