/** An advice about a world that does not exist: one workload, a closed primary and an open fallback. Valid by schema. */
import {type Advice, adviceSchema, type OptionRow} from "../../src/advice-report.ts";
import {AS_OF, quantity} from "./synthetic-report.ts";

const number = (id: string, label: string, fields: Parameters<typeof quantity>[2]) => ({
  ...quantity(`advice.tickets.${id}`, label, fields),
  facts: [],
  tier: null,
  confidence: null,
  prior: "none" as const,
});
const share = (id: string, label: string, value: number) =>
  number(id, label, {value, unit: "probability", interval: null});
const dollars = (id: string, label: string, value: number) =>
  number(id, label, {
    value,
    unit: "USD per year",
    interval: {low: value * 0.8, high: value * 1.3, level: 0.9, kind: "credible"},
  });

const option = (name: string, openness: OptionRow["openness"], value: number, cost: number): OptionRow => {
  const id = name.toLowerCase().replace(" ", "-");
  return {
    id: `${id}@host`,
    model: id,
    name,
    lab: "Polar",
    host: "host",
    runs: "API price",
    origin: "US",
    openness,
    licence: openness,
    continuity: "one supplier",
    runsToday: false,
    netValue: dollars(`${id}.net-value`, "Net value", value),
    cost: dollars(`${id}.cost`, "Cost", cost),
    success: share(`${id}.success`, "Tasks done right", openness === "closed" ? 0.95 : 0.89),
    best: share(`${id}.best`, "Chance of being the best", openness === "closed" ? 0.7 : 0.3),
    regret: dollars(`${id}.regret`, "Expected loss", 1000),
  };
};
const primary = option("Helios 11", "closed", 900_000, 120_000);
const fallback = option("Grove 10", "open", 820_000, 40_000);

export const syntheticAdvice: Advice = adviceSchema.parse({
  schema: "lagline-advice/1",
  about: {
    vintage: "v0123456789ab",
    method: "m0123456789ab",
    abilitiesAsOf: AS_OF,
    pricesAsOf: AS_OF,
    draws: 2000,
    abilityDraws: 400,
    seed: 1,
    level: 0.9,
    optionsPriced: 2,
    unmeasured: 0,
  },
  portfolio: {name: "good", horizonMonths: 24, discountRate: 0.1, assumed: []},
  workloads: [
    {
      id: "tickets",
      name: "Answer tickets",
      kind: "support",
      style: "user-driven",
      domain: "general",
      tasksPerYear: 12_000,
      assumed: [],
      sentence: "Run Helios 11 at host.",
      verdict: "leaning",
      primary,
      fallback,
      fallbackNote: "another supplier",
      ahead: null,
      route: null,
      options: [primary, fallback],
      seen: {options: 2, compared: 2, dearer: 0, ruledOut: []},
      ruleOfThumb: {expects: "closed", openAhead: null, verdict: "held", says: "closed was expected"},
      evidence: "public tests",
      why: ["It is right more often."],
      flips: ["Grove 10 would lead at half its price."],
      sensitivities: [],
      selfHost: null,
      triggers: [
        {
          id: "tickets.event",
          workload: "tickets",
          measure: "event",
          subject: "polar",
          threshold: null,
          unit: "none",
          direction: "occurs",
          domain: "general",
          says: "Polar suspends access",
          then: "move to Grove 10",
          probability: share("trigger", "Chance that it fires", 0.36),
        },
      ],
      overTime: null,
    },
  ],
  view: null,
  record: ["It was right in the past in 6 of 10 cases."],
  caveats: ["Prices move."],
  facts: [],
});
