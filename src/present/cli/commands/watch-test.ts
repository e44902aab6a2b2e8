import {conditionText} from "../../../monitor/watch/condition.ts";
import {look} from "../../../monitor/watch/look.ts";
import {printable} from "../../plain-text.ts";
import {lookScreen, lookValue} from "../../terminal/watch-screen.ts";
import type {Command} from "../answer.ts";
import {askedCondition} from "../asked-condition.ts";

/** `lagline watch test`: how a condition stands in the newest facts. */
export const watchTest: Command = async (ask) => {
  const {condition, sight} = await askedCondition(ask);
  const seen = printable(lookValue(look(condition, sight)));
  const text = conditionText(condition);
  return {json: () => ({condition, text, ...seen}), lines: (page) => lookScreen(printable(text), seen, page)};
};
