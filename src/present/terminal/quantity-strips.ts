/** Several lags as rows of one panel: name, value, interval, and a dot with whiskers on one common axis. */
import type {Quantity} from "../../report.ts";
import {boundsText, levelText, reasonText, unitText, valueText} from "../quantity-text.ts";
import {displayWidth, padded, wrapped} from "./display-width.ts";
import type {Page} from "./page.ts";
import {strip, stripAxis, stripScale} from "./strip.ts";

/** Widest name before it is cut, and the narrowest strip worth drawing. */
const NAME_WIDTH = 28;
const MIN_STRIP = 16;
const MAX_STRIP = 44;
const INDENT = "  ";

/**
 * @param quantities - of one unit; the axis covers them all
 * @returns one line per quantity and, where strips fit, one with the scale; a sentence when there are none
 */
export function quantityStrips(page: Page, quantities: readonly Quantity[]): string[] {
  if (quantities.length === 0) return [`${INDENT}Nothing to show: the facts hold no such group.`];
  const {ink, width} = page;
  const reasons = new Set(quantities.map(({insufficient}) => insufficient));
  if (reasons.size === 1 && quantities.every(({value}) => value === null)) {
    const names = quantities.map(({label}) => label).join(", ");
    return wrapped(`No number for ${names}: ${reasonText(quantities[0]!)}.`, width, INDENT);
  }
  const unit = quantities.find(({value}) => value !== null)?.unit ?? quantities[0]!.unit;
  const rows = quantities.map((quantity) => ({
    quantity,
    value: quantity.value === null ? "–" : valueText(quantity),
    interval: quantity.interval ? boundsText(quantity.interval, quantity.unit) : "",
  }));
  const names = Math.min(NAME_WIDTH, Math.max(...quantities.map(({label}) => displayWidth(label))));
  const values = Math.max(...rows.map(({value}) => displayWidth(value)));
  const intervals = Math.max(...rows.map(({interval}) => displayWidth(interval)));
  const used = INDENT.length + names + 2 + values + 2 + intervals + 2;
  const room = Math.min(MAX_STRIP, width - used);
  const stripWidth = room >= MIN_STRIP ? room : 0;
  const axis = stripAxis(quantities, stripWidth);
  const lines = rows.flatMap(({quantity, value, interval}) => {
    const lead = `${INDENT}${padded(quantity.label, names)}  ${ink.strong(padded(value, values, "right"))}  `;
    if (quantity.value === null) {
      const hanging = " ".repeat(INDENT.length + names + values + 4);
      const [first, ...rest] = wrapped(`no number: ${reasonText(quantity)}`, width, hanging);
      return [`${lead}${ink.quiet((first ?? "").trimStart())}`, ...rest.map(ink.quiet)];
    }
    const drawn = stripWidth > 0 ? `  ${strip(quantity, axis, stripWidth)}` : "";
    return [`${lead}${padded(interval, intervals)}${drawn}`.trimEnd()];
  });
  if (stripWidth === 0 || rows.every(({quantity}) => quantity.value === null)) return lines;
  const level = quantities.find(({interval}) => interval)?.interval;
  const caption = `${unitText(unit)}${level ? `, ${levelText(level)}` : ""}`;
  const scale = `${INDENT}${padded(caption, used - INDENT.length)}${stripScale(axis, stripWidth)}`;
  return [...lines, ink.quiet(scale.trimEnd())];
}
