/** Force facts made for a test: only what the test speaks of has to be given. */
import type {FinanceFact, FinanceMetric, ForceFacts, ForceLab} from "../../../src/data/forces/force-facts.ts";
import {isoDay} from "../../../src/dates.ts";
import {type Day, day} from "../../../src/units.ts";

const sourced = {
  sourceUrl: "https://example.org/",
  tier: "A",
  confidence: "high",
  licence: "facts",
  retrieved: day(30_000),
  place: {file: "finance.csv", row: 2},
} as const;

export const madeLab = (id: string, more: Partial<ForceLab> = {}): ForceLab => ({
  ...sourced,
  id,
  name: id,
  role: "lab",
  members: [],
  country: "US",
  kind: "startup",
  control: "independent",
  parent: "",
  resaleBooking: "unstated",
  openWeights: "yes",
  openSinceOrChanged: "",
  flagshipFamilies: "",
  note: "",
  ...more,
});

/** One figure, published on the day it speaks of. */
export function madeFigure(
  lab: string,
  metric: FinanceMetric,
  at: Day,
  usd: number,
  more: Partial<FinanceFact> = {},
): FinanceFact {
  const span = {earliest: at, latest: at};
  return {
    ...sourced,
    id: `${lab}-${metric}-${isoDay(at)}-${usd}`,
    date: span,
    sourceDate: span,
    lab,
    metric,
    unit: "USD",
    value: {low: usd, mid: usd, high: usd},
    currency: "USD",
    booking: "unstated",
    status: "actual",
    event: "",
    partOf: "",
    note: "",
    ...more,
  };
}

export const madeFacts = (
  labs: readonly ForceLab[],
  finance: readonly FinanceFact[],
  more: Partial<ForceFacts> = {},
): ForceFacts => ({
  labs: new Map(labs.map((lab) => [lab.id, lab])),
  finance,
  adoption: [],
  policy: [],
  distillation: [],
  events: [],
  selfhost: [],
  distribution: [],
  ...more,
});
