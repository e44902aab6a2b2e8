/** Records of a ledger and a sight, small enough to read, each field overridable. */
import type {Entry, Position, Question, Resolution} from "../../src/bets/entry.ts";
import {type Ledger, ledgerOn} from "../../src/bets/ledger.ts";
import type {Sight} from "../../src/bets/predicate/sight.ts";
import type {QuestionRecord} from "../../src/bets/recorded.ts";
import type {ForceFacts} from "../../src/data/forces/force-facts.ts";
import {dayOf} from "../../src/dates.ts";
import type {Quantity} from "../../src/quantity.ts";
import type {ModelAbility} from "../../src/report.ts";
import {day} from "../../src/units.ts";

type BinaryQuestion = Extract<Question, {type: "binary"}>;

export const question = (changes: Partial<BinaryQuestion> = {}): BinaryQuestion => ({
  kind: "question",
  at: "2026-01-01",
  by: "ada",
  id: "q1",
  belief: null,
  type: "binary",
  asks: "Is the lag at least 6 months on 1 April 2026?",
  counts: "neither",
  decisive: false,
  terms: {metric: "lag", rule: "R11", cohort: "all models", dates: "UTC"},
  source: "lagline",
  fallback: "none: it cannot be told",
  opens: "2026-01-01",
  closes: "2026-01-10",
  resolves: "2026-02-01",
  graceDays: 30,
  ties: "Equal counts.",
  revisions: "Nothing is reopened.",
  voids: "If the source is gone.",
  condition: null,
  settledBy: "machine",
  why: "to know",
  ...changes,
});

export const position = (
  forecaster: string,
  stand: number | Position["stand"],
  on: string,
  changes: Partial<Position> = {},
): Position => ({
  kind: "position",
  at: on,
  by: forecaster,
  question: "q1",
  forecaster,
  stand: typeof stand === "number" ? {probability: stand} : stand,
  on,
  why: "so it seems",
  ...changes,
});

export const resolution = (
  outcome: Resolution["outcome"],
  on: string,
  changes: Partial<Resolution> = {},
): Resolution => ({
  kind: "resolution",
  at: on,
  by: "lagline",
  question: "q1",
  outcome,
  on,
  evidence: {facts: [], numbers: [], models: [], urls: []},
  vintage: "v1",
  method: "m1",
  why: "as the facts say",
  ...changes,
});

/** The hash a record has in a ledger made here. */
export const hashOf = (index: number): string => `${index}`.padStart(64, "a");

export function ledgerOf(entries: readonly unknown[], on = "2027-12-31"): Ledger {
  return ledgerOn(
    [
      {
        ledger: "shipped",
        records: entries.map((body, index) => ({n: index + 1, hash: hashOf(index + 1), body})),
      },
    ],
    dayOf(on),
  );
}

export function questionOf(...entries: readonly Entry[]): QuestionRecord {
  const ledger = ledgerOf(entries);
  if (ledger.faults.length > 0) throw new Error(ledger.faults.map(({says}) => says).join("; "));
  return ledger.questions.get("q1")!;
}

export const model = (changes: Partial<ModelAbility> & {model: string}): ModelAbility => ({
  name: changes.model,
  lab: "Lab",
  country: "US",
  openness: "open",
  licenceClass: "permissive",
  announced: null,
  available: null,
  weights: "2026-01-01",
  paramsB: null,
  memoryGb: null,
  results: 5,
  ability: 150,
  low: 148,
  high: 152,
  eci: 149,
  inputPrice: null,
  outputPrice: null,
  ...changes,
});

export const number = (
  id: string,
  value: number | null,
  changes: Partial<Quantity> = {},
): [string, Quantity] => [
  id,
  {
    id,
    label: id,
    unit: "months",
    value,
    interval: null,
    censored: "none",
    insufficient: value === null ? "too few" : null,
    n: 1,
    note: null,
    evidence: {rule: "R11", models: [], benchmarks: [], quantities: [], records: []},
    ...changes,
  },
];

const NO_FACTS: ForceFacts = {
  labs: new Map(),
  finance: [],
  adoption: [],
  policy: [],
  distillation: [],
  events: [],
  selfhost: [],
  distribution: [],
};

export function sight(changes: Partial<Omit<Sight, "facts">> & {facts?: Partial<ForceFacts>} = {}): Sight {
  const {facts, ...others} = changes;
  return {
    vintage: "v1",
    method: "m1",
    asOf: dayOf("2026-04-01"),
    rowsTo: dayOf("2026-04-01"),
    numbers: new Map([number("lag", 6)]),
    dailyLag: [],
    dailyGap: [],
    models: [],
    indexValues: [],
    facts: {...NO_FACTS, ...facts},
    ...others,
  };
}

/** A supplier event as the tables hold it. */
export const event = (id: string, lab: string, on: string, published = on): ForceFacts["events"][number] => ({
  id,
  lab,
  type: "open-release",
  direction: "toward-open",
  noticeDays: "unknown",
  models: [],
  summary: id,
  date: {earliest: dayOf(on), latest: dayOf(on)},
  sourceUrl: "https://example.org/",
  sourceDate: {earliest: dayOf(published), latest: dayOf(published)},
  tier: "B",
  confidence: "high",
  licence: "facts",
  retrieved: day(dayOf(published) + 1),
  place: {file: "events.csv"},
});
