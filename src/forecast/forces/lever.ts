/** What a scenario changes, resolved to labs and months: plain data that a worker or a browser can take. */
import {type Distribution, drawFrom} from "../../numeric/distribution.ts";
import type {Random} from "../../numeric/random.ts";

/** Labs by their place in the ground. `from`: months after the as-of date. */
export type Lever<Amount = Distribution> =
  /** Money of open labs, or of the closed side, changes by a share: -0.6 is 60% less. */
  | {
      readonly kind: "funding";
      readonly side: "open" | "closed";
      readonly labs: readonly number[];
      readonly amount: Amount;
      readonly from: number;
    }
  /** Share of the copying through APIs that is cut off. */
  | {readonly kind: "copying"; readonly amount: Amount; readonly from: number}
  /** Months by which callable models are held back. */
  | {readonly kind: "hold-back"; readonly amount: Amount; readonly from: number}
  /** Nothing newer than what could be called on the day can be called from then on. */
  | {readonly kind: "withdrawal"; readonly from: number}
  /** The public of the United States may not use Chinese weights. */
  | {readonly kind: "ban"; readonly from: number}
  /** Labs may not open models above an ability; absent: none that is better than all open ones. */
  | {
      readonly kind: "threshold";
      readonly labs: readonly number[];
      readonly amount: Amount | null;
      readonly from: number;
    }
  /** A flagship is opened, so many points behind the best closed model of its day. */
  | {readonly kind: "release"; readonly chinese: boolean; readonly amount: Amount; readonly from: number}
  /** A new open lab spends USD a year. */
  | {readonly kind: "new-lab"; readonly amount: Amount; readonly from: number}
  | {
      readonly kind: "price";
      readonly side: "open" | "closed";
      readonly amount: Amount;
      readonly from: number;
    }
  /** Factor on what closed labs' products learn from their use. */
  | {readonly kind: "learning"; readonly amount: Amount; readonly from: number};

export type LeverKind = Lever["kind"];

/** One path's levers: each amount drawn once, in order. */
export function drawnLevers(levers: readonly Lever[], random: Random): Lever<number>[] {
  return levers.map((lever) =>
    "amount" in lever && lever.amount !== null
      ? ({...lever, amount: drawFrom(lever.amount, random)} as Lever<number>)
      : (lever as Lever<number>),
  );
}
