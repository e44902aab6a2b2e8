/**
 * Cost of one finished task: (tokens in · price in + tokens out · price out) / 10⁶ / share of tasks finished.
 *
 * Dividing by the share finished charges the failed attempts to the finished tasks; checking them is not counted.
 */
import {InputError} from "../../errors.ts";
import {type ForceQuantity, stated, withoutNumber} from "../force-quantity.ts";
import {priceMethod} from "./price-method.ts";
import type {Quote} from "./quotes.ts";

/** A range of tokens a task takes. */
export interface TokenUse {
  readonly low: number;
  readonly mid: number;
  readonly high: number;
}

export interface TaskUse {
  readonly model: string;
  readonly task: string;
  /** Undefined where nobody has measured it. */
  readonly input?: TokenUse;
  readonly output?: TokenUse;
  /** Share of tasks finished, in (0, 1]. */
  readonly finished?: number;
  /** Level the token ranges are meant at. */
  readonly level: number;
}

/** @throws InputError when the share finished is not in (0, 1] */
export function costPerFinishedTask(
  {model, task, input, output, finished, level}: TaskUse,
  quote: Pick<Quote, "input" | "output" | "model"> | undefined,
): ForceQuantity {
  const naming = {
    id: `price.task.${model}.${task}`,
    label: `Cost of one finished task: ${task}, ${model}`,
    unit: "USD per task" as const,
    models: [model],
    rule: priceMethod.rule.value,
  };
  if (quote === undefined) return withoutNumber(naming, "no list price holds on the day");
  if (input === undefined || output === undefined)
    return withoutNumber(naming, "the tokens a task takes are not known");
  if (finished === undefined) return withoutNumber(naming, "the share of tasks finished is not known");
  if (!(finished > 0 && finished <= 1)) {
    throw new InputError(
      "invalid",
      `share of tasks finished: ${finished}; a number above 0 and up to 1 was expected`,
    );
  }
  const cost = (end: "low" | "mid" | "high") =>
    (input[end] * quote.input + output[end] * quote.output) / 1e6 / finished;
  const ranged = input.low < input.high || output.low < output.high;
  return stated(naming, {
    value: cost("mid"),
    interval: ranged ? {low: cost("low"), high: cost("high"), level} : null,
    kind: "spread",
    n: 1,
  });
}
