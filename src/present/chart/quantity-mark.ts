/** A quantity as one mark of a comparison chart. */
import type {Quantity} from "../../report.ts";
import {boundsText, reasonText, valueText} from "../quantity-text.ts";
import type {IntervalMark} from "./interval-rows.ts";

export const quantityMark = (quantity: Quantity, ink: string): IntervalMark => ({
  value: quantity.value,
  low: quantity.interval?.low ?? null,
  high: quantity.interval?.high ?? null,
  isRunning: quantity.censored === "right",
  ink,
  says:
    quantity.value === null
      ? `no number: ${reasonText(quantity)}`
      : `${valueText(quantity)}${quantity.interval ? `  (${boundsText(quantity.interval, quantity.unit)})` : ""}`,
});
