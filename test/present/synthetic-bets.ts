/** A ledger about a world that does not exist, as a section of the Report: every state a page of it can be in. */
import {type BetPosition, type BetQuestion, betsSchema, type BetsReport} from "../../src/bets-report.ts";
import {AS_OF, quantity, type Variant, worded} from "./synthetic-report.ts";

const URL = "https://example.org/evidence";
const nothing = {facts: [], numbers: [], models: [], urls: []};
let entry = 0;
const written = (by = "editors") => ({
  at: "2026-08-01",
  by,
  entry: ++entry,
  hash: String(entry % 10).repeat(64),
  ledger: "shipped" as const,
  corrections: [],
});

/** @param variant - whose manner the names and sentences take */
export function syntheticBets(variant: Variant = "usual"): BetsReport {
  entry = 0;
  const says = (text: string) => worded(variant, text);
  const position = (forecaster: string, on: string, fields: Partial<BetPosition>): BetPosition => ({
    ...written(forecaster),
    forecaster: says(forecaster),
    on,
    probability: null,
    quantiles: [],
    direction: null,
    why: says("So it seems."),
    source: null,
    computed: null,
    ...fields,
  });
  const question = (id: string, fields: Partial<BetQuestion>): BetQuestion => ({
    ...written(),
    id,
    belief: "b1",
    type: "binary",
    asks: says(`Is the lag at least 6 months, asked as ${id}?`),
    counts: "against",
    decisive: false,
    terms: {metric: "lag", rule: "R11", cohort: "all models", dates: "UTC"},
    source: says("lagline"),
    fallback: "none: it cannot be told",
    opens: "2026-08-01",
    closes: "2026-10-01",
    resolves: "2026-11-01",
    graceDays: 30,
    ties: "Equal counts.",
    revisions: "Nothing is reopened.",
    voids: "If the source is gone.",
    condition: null,
    isActive: true,
    settledBy: "machine",
    why: says("The first test."),
    unit: null,
    range: null,
    predicate: ["lag is at least 6, on 2026-10-01"],
    state: "open",
    afterTheFact: false,
    now: {
      answer: "not-yet",
      value: null,
      says: says("test results reach 2026-08-31"),
      rests: {...nothing, numbers: ["lag"], models: ["helios-11"]},
    },
    chance: null,
    chanceQuantiles: [],
    chanceSays: "",
    positions: [],
    resolution: null,
    proposal: null,
    voided: null,
    ...fields,
  });
  const answer = {
    ...written(),
    outcome: "yes",
    on: "2026-08-20",
    why: says("The gazette says so."),
    rests: {...nothing, urls: [URL, "javascript:alert(1)"]},
    vintage: "v0123456789ab",
    method: "m0123456789ab",
  };
  const questions = [
    question("q1", {
      chance: quantity("bet.q1", says("Chance that the lag is at least 6 months"), {
        value: 0.42,
        unit: "probability",
        interval: null,
        evidence: {rule: "R64", models: [], benchmarks: [], quantities: ["lag"], records: []},
      }),
      chanceSays: "share of 10,000 futures of the trend forecaster",
      positions: [
        position("seed", "2026-08-01", {probability: 0.2}),
        position("ada", "2026-08-03", {probability: 0.25}),
        position("ada", "2026-08-20", {probability: 0.7}),
        position("market", "2026-08-21", {
          probability: 0.72,
          source: {url: URL, tier: "B", difference: says("asks a week later"), market: null},
        }),
        position("essay", "2026-08-02", {direction: "no"}),
      ],
    }),
    question("q2", {
      settledBy: "person",
      predicate: [],
      now: null,
      chanceSays: "a person settles it, and no rule says what to ask of a future",
      state: "proposed",
      proposal: answer,
    }),
    question("q3", {state: "settled", resolution: answer}),
    question("q4", {
      state: "settled",
      afterTheFact: true,
      type: "numeric",
      unit: "months",
      range: {low: 0, high: 24},
      counts: "neither",
      resolution: {...answer, outcome: 6.9},
      positions: [
        position("ada", "2026-08-03", {
          quantiles: [
            {level: 0.1, value: 3},
            {level: 0.5, value: 6},
            {level: 0.9, value: 11},
          ],
        }),
      ],
    }),
    question("q5", {state: "void", voided: {...written(), why: says("The source is gone."), rests: nothing}}),
    question("q6", {state: "waiting", condition: says("A law comes into force."), isActive: false}),
  ];
  const score = {coverage: 0.5, crps: null, crpsOfRange: null, baseline: 12, peer: 3.2};
  return betsSchema.parse({
    asOf: AS_OF,
    ledgers: [{ledger: "shipped", entries: entry, head: "a".repeat(64)}],
    faults: variant === "usual" ? [] : [{ledger: "own", entry: 3, says: says("entry 3 was changed")}],
    later: 2,
    beliefs: [
      {
        ...written(),
        id: "b1",
        title: says("The lag stays"),
        claim: says("The lag stays where it is."),
        holder: says("somebody"),
        stated: "2026-04-15",
        source: URL,
        group: "thirteen",
        wouldChange: says("A lag of less than three months."),
        why: says("Restated."),
        status: "weakening",
        says: "Settled: 0 for it, 1 against; 1 open question leans 58% its way.",
        settledFor: 0,
        settledAgainst: 1,
        leaning: 0.58,
        questions: questions.map(({id}) => id),
        evidence: (["for", "against", "context"] as const).map((speaks) => ({
          ...written(),
          speaks,
          on: "2026-08-10",
          says: says(`It speaks ${speaks}.`),
          tier: "B",
          rests: {facts: ["no-such-row"], numbers: ["lag"], models: ["helios-11"], urls: [URL]},
        })),
      },
    ],
    questions,
    closingSoon: ["q1", "q2"],
    newlySettled: ["q3", "q4"],
    scoreboard: {
      forecasters: ["ada", "seed"].map((forecaster, row) => ({
        forecaster: says(forecaster),
        questions: 1 - row,
        binary: 1 - row,
        brier: row === 0 ? 0.16 : null,
        brierIndex: row === 0 ? 60 : null,
        log: row === 0 ? -0.51 : null,
        crpsOfRange: null,
        baseline: row === 0 ? 12 : 0,
        peer: row === 0 ? 3.2 : 0,
        adjustedBrier: row === 0 ? 0.18 : null,
        group: row === 0 ? 0 : null,
        running: 1,
        directions: row,
      })),
      scores: [
        {
          question: "q3",
          forecaster: says("ada"),
          type: "binary",
          brier: 0.16,
          log: -0.51,
          said: 0.6,
          ...score,
        },
      ],
      calibration: [
        {
          forecaster: says("ada"),
          bins: [
            {from: 0, to: 0.5, count: 0, said: null, happened: null, low: null, high: null},
            {from: 0.5, to: 1, count: 1, said: 0.6, happened: 1, low: 0.27, high: 1},
          ],
        },
      ],
      counts: {scored: 1, cannotTell: 0, void: 1, afterTheFact: 1, unresolved: 3},
    },
    facts: [],
  });
}
