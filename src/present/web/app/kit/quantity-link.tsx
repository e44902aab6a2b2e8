/** A number that leads to where it comes from. */
import type {ComponentChildren} from "preact";
import type {Quantity} from "../../../../report.ts";
import {
  boundsText,
  levelText,
  measureText,
  quantityText,
  reasonText,
  valueText,
} from "../../../quantity-text.ts";
import {hrefHere} from "../route.ts";

interface Props {
  readonly quantity: Quantity;
  /** "value" alone where units stand beside it; "measure" with its unit; "whole" with its interval too. */
  readonly as?: "value" | "measure" | "whole";
  /** The number as a sentence around it writes it. */
  readonly children?: ComponentChildren;
}

const TEXT = {value: valueText, measure: measureText, whole: quantityText};

export function QuantityLink({quantity, as = "measure", children}: Props) {
  const text = children ?? TEXT[as](quantity);
  return (
    <a
      class="quantity"
      href={hrefHere({explain: quantity.id})}
      title={`${quantity.label}: ${quantityText(quantity)}. Where it comes from`}
    >
      {text}
    </a>
  );
}

/** `90% credible 6.0 to 8.2`, or why there is no number. */
export const intervalPhrase = (quantity: Quantity): string =>
  quantity.value === null
    ? reasonText(quantity)
    : quantity.interval
      ? `${levelText(quantity.interval)} ${boundsText(quantity.interval, quantity.unit)}`
      : "no interval";
