/** Quantities with their names, values and intervals, each leading to where it comes from. */
import type {Quantity} from "../../../../report.ts";
import {intervalPhrase, QuantityLink} from "./quantity-link.tsx";

interface Props {
  readonly items: readonly {readonly label: string; readonly quantity: Quantity}[];
}

export const QuantityList = ({items}: Props) => (
  <dl class="facts">
    {items.map(({label, quantity}) => (
      <div key={quantity.id}>
        <dt>{label}</dt>
        <dd>
          <QuantityLink quantity={quantity} />{" "}
          {(quantity.interval || quantity.value === null) && <small>{intervalPhrase(quantity)}</small>}
        </dd>
      </div>
    ))}
  </dl>
);
