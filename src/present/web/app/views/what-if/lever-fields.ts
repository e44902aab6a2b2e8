/** What the controls of a change are: its fields in the order they read, how each is written, and how far a slider goes. */
import type {ChangeKind} from "../../../../../forecast/scenario/change-fields.ts";

export type AmountUnit = "percent" | "months" | "points" | "USD" | "factor";

export interface AmountField {
  readonly kind: "amount";
  readonly name: string;
  readonly label: string;
  readonly unit: AmountUnit;
  /** The stops of the slider, ascending; in shares for percents. */
  readonly stops: readonly number[];
  /** Where one starts from nothing; empty: left out. */
  readonly start: string;
  /** What it means to leave it out, where that is allowed. */
  readonly without?: string;
}

export interface ChoiceField {
  readonly kind: "choice";
  readonly name: string;
  readonly label: string;
  readonly start: string;
}

export interface KindControls {
  readonly title: string;
  /** Besides the date, which every change has. */
  readonly fields: readonly (AmountField | ChoiceField)[];
}

/** Whole steps from low to high; divided last, so that 35 steps of a hundredth are 0.35. */
const evenly = (low: number, high: number, perUnit = 1): number[] =>
  Array.from({length: Math.round((high - low) * perUnit) + 1}, (_, i) => (low * perUnit + i) / perUnit);

export const LEVERS: Readonly<Record<ChangeKind, KindControls>> = {
  funding: {
    title: "Money of labs changes",
    fields: [
      {kind: "choice", name: "of", label: "whose", start: "open-labs"},
      {
        kind: "amount",
        name: "by",
        label: "by",
        unit: "percent",
        stops: evenly(-1, 2, 20),
        start: "uniform(-80%, -40%)",
      },
    ],
  },
  copying: {
    title: "Copying through APIs is cut",
    fields: [
      {
        kind: "amount",
        name: "cut",
        label: "by",
        unit: "percent",
        stops: evenly(0, 1, 20),
        start: "uniform(50%, 95%)",
      },
    ],
  },
  "hold-back": {
    title: "Closed labs hold back what can be called",
    fields: [
      {kind: "amount", name: "months", label: "by", unit: "months", stops: evenly(0, 36), start: "3 to 9"},
    ],
  },
  withdrawal: {title: "Nothing newer can be called through an API", fields: []},
  ban: {
    title: "The public may not use Chinese weights",
    fields: [{kind: "choice", name: "jurisdiction", label: "where", start: "US"}],
  },
  threshold: {
    title: "Labs may not open their flagships",
    fields: [
      {kind: "choice", name: "jurisdiction", label: "labs of", start: "China"},
      {
        kind: "amount",
        name: "above",
        label: "only above",
        unit: "points",
        stops: evenly(100, 250),
        start: "",
        without: "every flagship",
      },
    ],
  },
  release: {
    title: "A flagship is opened",
    fields: [
      {kind: "choice", name: "lab", label: "by", start: "meta"},
      {
        kind: "amount",
        name: "behind",
        label: "behind the best closed model by",
        unit: "points",
        stops: evenly(-10, 30, 2),
        start: "uniform(1, 5)",
      },
    ],
  },
  "new-lab": {
    title: "A new open lab",
    fields: [
      {
        kind: "amount",
        name: "spends",
        label: "spends a year",
        unit: "USD",
        stops: [7, 8, 9, 10].flatMap((e) => [1, 1.5, 2, 3, 5, 7].map((digit) => digit * 10 ** e)),
        start: "500M to 3B",
      },
    ],
  },
  price: {
    title: "Prices are multiplied",
    fields: [
      {kind: "choice", name: "side", label: "of", start: "open"},
      {
        kind: "amount",
        name: "times",
        label: "by",
        unit: "factor",
        stops: [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1, 1.25, 1.5, 2, 3, 4, 5, 7, 10],
        start: "0.5",
      },
    ],
  },
  learning: {
    title: "Learning from use is multiplied",
    fields: [
      {
        kind: "amount",
        name: "times",
        label: "by",
        unit: "factor",
        stops: evenly(0, 6, 4),
        start: "uniform(1.5, 3)",
      },
    ],
  },
};

export const LEVER_KINDS = Object.keys(LEVERS) as ChangeKind[];

const isKind = (kind: string): kind is ChangeKind => Object.hasOwn(LEVERS, kind);

export const controlsOf = (kind: string): KindControls | undefined =>
  isKind(kind) ? LEVERS[kind] : undefined;

/** Names of the fields of a kind. */
export const fieldsOf = (kind: string): readonly string[] =>
  isKind(kind) ? [...LEVERS[kind].fields.map(({name}) => name), "from"] : [];
