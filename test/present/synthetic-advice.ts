/**
 * An advice about a world that does not exist: a workload with everything an advice can say, closed primary and open
 * fallback, and one for which nothing is allowed. Valid by schema.
 */
import {type Advice, adviceSchema, type OptionRow} from "../../src/advice-report.ts";
import {AS_OF, quantity} from "./synthetic-report.ts";

const of = (id: string, label: string, fields: Parameters<typeof quantity>[2]) => ({
  ...quantity(`advice.${id}`, label, fields),
  facts: [],
  tier: null,
  confidence: null,
  prior: "none" as const,
});
const number = (id: string, label: string, fields: Parameters<typeof quantity>[2]) =>
  of(`tickets.${id}`, label, fields);
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
    success: number(`${id}.success`, "Tasks done right", {
      value: openness === "closed" ? 0.95 : 0.89,
      unit: "share",
      interval: {low: 0.8, high: 0.98, level: 0.9, kind: "credible"},
    }),
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
      sentence:
        "Run Helios 11 at host: $120k a year ($10.00 a task), worth more than Grove 10 at host in 71% of draws.",
      verdict: "leaning",
      primary,
      fallback,
      fallbackNote: "another supplier",
      ahead: share("ahead", "Chance that the primary is worth more", 0.71),
      route: {
        first: fallback,
        then: primary,
        escalated: share("route.escalated", "Share sent on", 0.08),
        success: share("route.success", "Share done right by both", 0.96),
        gain: dollars("route.gain", "Gain of two models", 30_000),
        says: "Start with Grove 10; send the 8% of tasks that visibly fail to Helios 11: $30.0k a year more than one model alone.",
      },
      options: [primary, fallback],
      seen: {
        options: 9,
        compared: 2,
        dearer: 3,
        ruledOut: [{why: "licences: it is non-commercial", count: 4, examples: ["elm-3@host", "elm-4@host"]}],
      },
      ruleOfThumb: {
        expects: "closed",
        openAhead: share("open-ahead", "Chance that open is worth more", 0.29),
        verdict: "held",
        says: "user-driven work, so the rule of thumb expects closed; closed is worth more in 71% of draws",
      },
      evidence: "public tests",
      why: ["It is right more often."],
      flips: ["Grove 10 would lead at half its price."],
      sensitivities: [
        {
          what: "volume",
          low: {at: "half", margin: -20_000, leads: "Grove 10"},
          high: {at: "twice", margin: 190_000, leads: "Helios 11"},
          flips: true,
        },
        {
          what: "switching cost",
          low: {at: "half", margin: 80_000, leads: "Helios 11"},
          high: {at: "twice", margin: 80_000, leads: "Helios 11"},
          flips: false,
        },
      ],
      selfHost: {
        option: "grove-10@self-hosted",
        name: "Grove 10",
        runs: "own machines: copies of 2×B300 at 4 bits",
        cost: dollars("self-host.cost", "Cost on own machines", 459_000),
        breakEven: number("self-host.break-even", "Volume from which own machines pay", {
          value: 930_000,
          unit: "tasks per month",
          interval: {low: 380_000, high: null, level: 0.9, kind: "credible"},
        }),
        comparedWith: "Helios 11 at host",
        copies: 2,
        utilisation: share("self-host.utilisation", "Share of own machines used", 0.04),
        people: share("self-host.people", "Share of the cost that is people", 0.39),
        drivers: [
          {
            what: "people",
            low: {at: "0.4 engineers", value: 315_000},
            high: {at: "2.0 engineers", value: 610_000},
          },
          {
            what: "price of a GPU hour",
            low: {at: "$6.00", value: 406_000},
            high: {at: "$7.78", value: 478_000},
          },
        ],
      },
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
      overTime: {
        says: "A switch within it pays in 82.0% of futures; being free to make it is worth $66.0k a year.",
        flexibility: dollars("flexibility", "Worth of being free to switch", 66_000),
        switches: share("switches", "Chance of switching", 0.82),
        regretOfWaiting: dollars("waiting", "Regret of waiting", 12_000),
      },
    },
    {
      id: "vault",
      name: "Read the vault",
      kind: "extraction",
      style: "repetitive",
      domain: "general",
      tasksPerYear: 100,
      assumed: [{field: "latency", value: "batch"}],
      sentence: "No option is allowed.",
      verdict: "nothing allowed",
      primary: null,
      fallback: null,
      fallbackNote: "nothing is allowed",
      ahead: null,
      route: null,
      options: [],
      seen: {options: 9, compared: 0, dearer: 0, ruledOut: []},
      ruleOfThumb: {expects: "open", openAhead: null, verdict: "cannot be told", says: "nothing is allowed"},
      evidence: "",
      why: [],
      flips: [],
      sensitivities: [],
      selfHost: null,
      triggers: [],
      overTime: null,
    },
  ],
  view: {
    cost: of("portfolio.cost", "Cost of the portfolio", {
      value: 120_000,
      unit: "USD per year",
      interval: null,
    }),
    netValue: of("portfolio.net-value", "Worth of the portfolio", {
      value: 900_000,
      unit: "USD per year",
      interval: {low: 700_000, high: 1_100_000, level: 0.9, kind: "credible"},
    }),
    suppliers: [{name: "host", share: 1, costPerYear: 120_000, workloads: 1}],
    origins: [{name: "US", share: 1, costPerYear: 120_000, workloads: 1}],
    licences: [{name: "proprietary", share: 1, costPerYear: 120_000, workloads: 1}],
    stresses: [
      {
        id: "polar-fails",
        what: "Polar fails",
        loss: of("portfolio.stress.polar-fails", "Cost if Polar fails", {
          value: 81_000,
          unit: "USD",
          interval: null,
        }),
        workloads: ["tickets"],
        uncovered: ["tickets"],
      },
    ],
    frontier: [
      {
        cost: 120_000,
        netValue: 900_000,
        risk: 9_000,
        choices: [{workload: "tickets", option: "helios-11@host"}],
        isAdvised: true,
      },
      {
        cost: 40_000,
        netValue: 820_000,
        risk: 1_000,
        choices: [{workload: "tickets", option: "grove-10@host"}],
        isAdvised: false,
      },
    ],
    says: "Less risk can be had: $8.0k a year of it for $80.0k of value.",
  },
  record: ["It was right in the past in 6 of 10 cases."],
  caveats: ["Prices move."],
  facts: [],
});
