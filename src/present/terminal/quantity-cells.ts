/** Quantities as table cells, with the reasons of missing ones gathered below the table instead of cut inside it. */
import type {Quantity} from "../../report.ts";
import {boundsText, reasonText, valueText} from "../quantity-text.ts";
import {wrapped} from "./display-width.ts";
import type {Page} from "./page.ts";
import type {Cell} from "./table.ts";

/** Value and interval as two cells; a dash where there is no number. */
export function quantityCells(page: Page, quantity: Quantity | undefined): [Cell, Cell] {
  const {ink} = page;
  if (!quantity)
    return [
      {text: "", ink: ink.quiet},
      {text: "", ink: ink.quiet},
    ];
  if (quantity.value === null)
    return [
      {text: "–", ink: ink.quiet},
      {text: "no number", ink: ink.quiet},
    ];
  return [
    {text: valueText(quantity), ink: ink.strong},
    {text: quantity.interval ? boundsText(quantity.interval, quantity.unit) : "", ink: (text) => text},
  ];
}

/** One line per reason with the names it holds for; nothing when every quantity has a number. */
export function reasonsBelow(page: Page, quantities: readonly Quantity[]): string[] {
  const byReason = new Map<string, string[]>();
  for (const quantity of quantities) {
    if (quantity.value !== null) continue;
    const reason = reasonText(quantity);
    byReason.set(reason, [...(byReason.get(reason) ?? []), quantity.label]);
  }
  return [...byReason].flatMap(([reason, labels]) =>
    wrapped(`– ${[...new Set(labels)].join(", ")}: ${reason}.`, page.width, "    ", "  ").map(page.ink.quiet),
  );
}
