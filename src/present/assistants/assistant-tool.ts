/**
 * A question an assistant may ask, with the shape of the answer.
 *
 * Every answer carries `about`: the vintage of the facts, the method and the day it is seen from. Shapes are those of
 * the Report; a number comes without its evidence, which `explain` gives.
 */
import {z} from "zod";
import type {Advice} from "../../advice-report.ts";
import type {Catalog} from "../../data/catalog.ts";
import type {OddsAnswer, OddsQuestions, WhatIfAsked} from "../../pipeline/whatif-answers.ts";
import {type About, aboutSchema, type Quantity, quantitySchema, type Report} from "../../report.ts";
import type {ScenarioEffect} from "../../whatif-report.ts";
import {quantityText} from "../quantity-text.ts";

/** What answers are made from; computed when first asked for. */
export interface AssistantSource {
  readonly report: () => Promise<Report>;
  readonly catalog: () => Promise<Catalog>;
  /** On a portfolio's text. */
  readonly advice: (portfolio: string) => Promise<Advice>;
  /** On a portfolio that ships, by name. */
  readonly shippedAdvice: (name: string) => Promise<Advice>;
  /** The facts as of the day of the advice's prices. */
  readonly priced: () => Promise<Catalog>;
  readonly whatIf: (asked: WhatIfAsked) => Promise<ScenarioEffect>;
  readonly odds: (asked: OddsQuestions) => Promise<OddsAnswer>;
}

export interface AssistantTool<Input extends z.ZodType = z.ZodType, Output extends z.ZodType = z.ZodType> {
  readonly name: string;
  readonly title: string;
  /** What it answers and when to ask it, for the assistant. */
  readonly says: string;
  readonly input: Input;
  readonly output: Output;
  readonly answer: (source: AssistantSource, input: z.infer<Input>) => Promise<ToolAnswer<z.infer<Output>>>;
}

export interface ToolAnswer<Value> {
  readonly value: Value;
  /** The same in sentences, each number with its uncertainty. */
  readonly lines: readonly string[];
}

export const shownQuantitySchema = quantitySchema.omit({evidence: true});
export type ShownQuantity = z.infer<typeof shownQuantitySchema>;
export {aboutSchema};

/** A tool with its types tied together. */
export const assistantTool = <Input extends z.ZodType, Output extends z.ZodType>(
  tool: AssistantTool<Input, Output>,
): AssistantTool => tool as unknown as AssistantTool;

/** A quantity without its evidence, and without what only some quantities have. */
export const shown = ({
  id,
  label,
  unit,
  value,
  interval,
  censored,
  insufficient,
  n,
  note,
}: Quantity): ShownQuantity => ({
  id,
  label,
  unit,
  value,
  interval,
  censored,
  insufficient,
  n,
  note,
});

/** `Lag by domain, coding: 5.3 months (90% credible 4.4 to 6.3) [lag.domain.coding]`. */
export const quantityLine = (quantity: Quantity): string =>
  `${quantity.label}: ${quantityText(quantity)} [${quantity.id}]`;

/** Stands at the end of every answer in words. */
export const provenanceLine = ({asOf, vintage, method, dates, instrument, draws, seed}: About): string =>
  `As of ${asOf}; facts ${vintage}, method ${method}, clock: ${dates}, instrument: ${instrument}, ${draws} draws, seed ${seed}. Ids in brackets can be asked about with the tool explain.`;
