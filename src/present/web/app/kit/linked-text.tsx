/**
 * A sentence whose numbers lead to where they come from: each quantity's number is found in the words as any surface
 * would write it, and becomes a link.
 */
import type {ComponentChildren} from "preact";
import {shareText, usdText} from "../../../../advise/answer/words.ts";
import type {Quantity} from "../../../../report.ts";
import {measureText, valueText} from "../../../quantity-text.ts";
import {QuantityLink} from "./quantity-link.tsx";

interface Props {
  readonly text: string;
  /** In the order of the sentence; one whose number does not stand in it is passed over. */
  readonly quantities: readonly (Quantity | null | undefined)[];
}

export function LinkedText({text, quantities}: Props) {
  let rest = text;
  const parts: ComponentChildren[] = [];
  for (const quantity of quantities) {
    if (!quantity || quantity.value === null) continue;
    const words = writings(quantity).find((one) => placeOf(one, rest) >= 0);
    if (words === undefined) continue;
    const at = placeOf(words, rest);
    parts.push(
      rest.slice(0, at),
      <QuantityLink key={quantity.id} quantity={quantity}>
        {words}
      </QuantityLink>,
    );
    rest = rest.slice(at + words.length);
  }
  return (
    <>
      {parts}
      {rest}
    </>
  );
}

/** The longest first. */
const writings = (quantity: Quantity): string[] => [
  measureText(quantity),
  valueText(quantity),
  quantity.unit.startsWith("USD") ? usdText(quantity.value!) : shareText(quantity.value!),
];

/** Where the words stand as a number of their own, not within a longer one. */
function placeOf(words: string, text: string): number {
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
    const isWhole =
      !/[\d.,$−]/.test(text[at - 1] ?? "") && !/^(?:\d|%|[.,]\d)/.test(text.slice(at + words.length));
    if (isWhole) return at;
  }
  return -1;
}
