/** The forces of a world that does not exist: a lab on its own money, one with a parent, and a law in force. */
import type {PolicyFact} from "../../src/data/forces/force-facts.ts";
import {dayOf} from "../../src/dates.ts";
import type {Deployment} from "../../src/forces/law/deployment.ts";
import type {
  FactSource,
  ForceFactRow,
  ForceLabReport,
  ForceQuantity,
  ForcesReport,
  HistoryRow,
} from "../../src/forces-report.ts";
import {type LawAnswer, lawAnswer, lawSection} from "../../src/pipeline/forces/law.ts";

const AS_OF = "2026-08-31";
const day = (text: string) => ({earliest: dayOf(text), latest: dayOf(text)});

const measure = (id: string, fields: Partial<PolicyFact>): PolicyFact => ({
  id,
  date: day("2026-03-01"),
  sourceUrl: `https://example.org/law/${id}`,
  sourceDate: day("2026-03-02"),
  tier: "A",
  confidence: "high",
  licence: "facts",
  retrieved: dayOf("2026-08-30"),
  place: {file: "policy.csv", row: 2},
  jurisdiction: "Arcadia",
  instrument: "Model Duties Act",
  status: "in-force",
  appliesToOpenWeights: "partially",
  summary: "Who runs a model says so.",
  ...fields,
});

const syntheticPolicy: readonly PolicyFact[] = [
  measure("arcadia-duties", {}),
  measure("arcadia-weights-bill", {
    date: day("2026-06-01"),
    sourceDate: day("2026-06-02"),
    instrument: "Weights Bill",
    status: "proposed",
    appliesToOpenWeights: "exempt",
    summary: "Would ask for a licence.\u001b[2J",
    tier: "C",
    confidence: "low",
  }),
  measure("utopia-ban", {
    date: day("2026-05-01"),
    jurisdiction: "Utopia-federal",
    instrument: "Import Ban",
    status: "failed",
    appliesToOpenWeights: "yes",
    summary: "Rejected in committee.",
  }),
];

export const syntheticLaw = (deployment: Deployment | undefined): LawAnswer =>
  lawAnswer({policy: syntheticPolicy, labs: new Map()}, dayOf(AS_OF), "v0123456789ab", deployment);

const source = (fact: string, fields: Partial<FactSource> = {}): FactSource => ({
  fact,
  url: `https://example.org/${fact}`,
  published: "2026-08-02",
  tier: "B",
  confidence: "medium",
  ...fields,
});

/** How the parts of the section are written: names made hostile or long, numbers taken away. */
export interface ForceWording {
  readonly name: (plain: string) => string;
  readonly lack: boolean;
}

/** A force quantity; without a number when the wording says so. */
function force(
  {lack}: ForceWording,
  id: string,
  label: string,
  unit: ForceQuantity["unit"],
  value: number,
  fields: Partial<ForceQuantity> = {},
): ForceQuantity {
  const facts = fields.facts ?? ["commons-2026-08-01-cash", "commons-2026-06-01-burn"];
  return {
    id,
    label,
    unit,
    value: lack ? null : value,
    interval: lack ? null : {low: value * 0.5, high: value * 2, level: 0.9, kind: "credible"},
    censored: "none",
    insufficient: lack ? "no figure is known" : null,
    n: facts.length,
    note: null,
    facts,
    tier: "B",
    confidence: "medium",
    prior: "none",
    evidence: {rule: "R31", models: [], benchmarks: [], quantities: [], records: []},
    ...fields,
  };
}

const historyRow = (date: string, type: string, summary: string, noticeDays: number | null): HistoryRow => ({
  date,
  announced: null,
  type,
  direction: type === "licence-change" ? "toward-restricted" : "none",
  noticeDays,
  models: ["grove-3"],
  summary,
  source: source(`commons-${date}-${type}`),
});

function lab(wording: ForceWording, id: string, parent: string | null): ForceLabReport {
  const q = (name: string, unit: ForceQuantity["unit"], value: number, fields: Partial<ForceQuantity> = {}) =>
    force(wording, `money.${id}.${name}`, `${id}: ${name}`, unit, value, fields);
  const missing = (name: string, unit: ForceQuantity["unit"], why: string) =>
    q(name, unit, 0, {
      value: null,
      interval: null,
      insufficient: why,
      facts: [],
      tier: "none",
      confidence: "low",
    });
  const c = (name: string, unit: ForceQuantity["unit"], value: number, fields: Partial<ForceQuantity> = {}) =>
    force(wording, `continuity.${id}.${name}`, `${id}: ${name}`, unit, value, {
      facts: [`commons-2026-05-01-retirement`],
      ...fields,
    });
  const own = parent === null;
  const says = own
    ? "burn is unknown and inferred from the money raised"
    : `${id} is paid for by ${parent}: its runway is the will of ${parent}`;
  return {
    id,
    name: wording.name(id === "commons" ? "Commons" : "Larch"),
    country: "CN",
    kind: "startup",
    control: own ? "independent" : "parent",
    parent,
    openWeights: "yes",
    families: "Grove",
    note: "",
    source: source(`lab-${id}`),
    facts: 4,
    money: {
      says,
      revenue: q("revenue", "USD per year", 4.2e8),
      burn: own ? q("burn", "USD per year", 6e8) : null,
      cash: own ? q("cash", "USD", 9e8) : null,
      commitments: missing("commitments", "USD", "no figure is known"),
      valuation: q("valuation", "USD", 2.5e10),
      runway: own
        ? q("runway", "months", 18.4, {
            prior: "partly",
            interval: wording.lack ? null : {low: 4.4, high: null, level: 0.9, kind: "credible"},
          })
        : missing("runway", "months", says),
      short: own
        ? [3, 6, 12, 24].map((months) => ({
            months,
            withoutNewMoney: q(`short.${months}`, "probability", months / 40, {
              interval: null,
              prior: "partly",
            }),
            withRaising: q(`short.${months}.raising`, "probability", months / 60, {
              interval: null,
              prior: "partly",
            }),
          }))
        : [],
      breakEven: own
        ? [
            q("revenue-needed", "USD per year", 2e9),
            q("keep-pace-cost", "USD per year", 7e8),
            q("pays.now", "probability", 0, {interval: null}),
            q("pays.12", "probability", 0.02, {interval: null}),
          ]
        : [],
      perDollar: null,
    },
    continuity: {
      weights: {
        opens: "yes",
        history: "open since 2024",
        lastFlagship: {model: "grove-9", name: wording.name("Grove 9"), date: "2026-08-02"},
        noNewFlagship: c("no-open-flagship.within.12", "probability", 0.2, {note: "9 open flagships known"}),
        licences: [
          {
            model: "grove-8",
            name: wording.name("Grove 8"),
            date: "2026-05-01",
            licence: "MIT",
            licenceClass: "permissive",
          },
          {
            model: "grove-9",
            name: wording.name("Grove 9"),
            date: "2026-08-02",
            licence: "",
            licenceClass: "conditional",
          },
        ],
        licenceDrift: 0.5,
      },
      service: {
        hazards: [
          {
            hazard: "short-notice-deprecation",
            label: "retires a model under six months' notice",
            events: 1,
            allEvents: 7,
            supplierYears: 24,
            rate: c("short-notice-deprecation", "events per year", 0.6),
            within: c("short-notice-deprecation.within.12", "probability", 0.42),
          },
          {
            hazard: "company-failure",
            label: "fails as a company",
            events: 0,
            allEvents: 0,
            supplierYears: 13,
            rate: c("company-failure", "events per year", 0.03, {
              facts: [],
              tier: "none",
              confidence: "low",
              prior: "wholly",
            }),
            within: c("company-failure.within.12", "probability", 0.03, {
              facts: [],
              tier: "none",
              confidence: "low",
              prior: "wholly",
            }),
          },
        ],
        notice: c("notice", "days", 92),
        promisedDays: 180,
        belowPromise: 1,
      },
    },
    history: [
      historyRow("2026-05-01", "retirement", wording.name("Grove 3 is shut down."), 92),
      historyRow("2026-07-01", "licence-change", wording.name("Grove 8 may not be hosted."), null),
    ],
    scheduled: [historyRow("2026-12-01", "retirement", "Grove 4 ends.", 120)],
    withheld: [
      {
        model: "helios-10",
        from: "2026-05-01",
        to: null,
        why: "held-back",
        brief: false,
        source: source("held"),
      },
      {model: "helios-9", from: "2026-04-01", to: null, why: "held-back", brief: true, source: null},
    ],
  };
}

const factRow = (id: string, fields: Partial<ForceFactRow> = {}): ForceFactRow => ({
  id,
  table: "finance",
  date: "2026-08-01",
  who: "commons",
  what: "cash_usd",
  low: 8e8,
  value: 9e8,
  high: 1e9,
  unit: "USD",
  says: "reported",
  url: `https://example.org/${id}`,
  published: "2026-08-02",
  tier: "B",
  confidence: "medium",
  licence: "facts",
  retrieved: "2026-08-30",
  ...fields,
});

/** The section; `empty` has no lab, no row and no series. */
export function syntheticForces(wording: ForceWording, empty = false): ForcesReport {
  const q = (
    id: string,
    label: string,
    unit: ForceQuantity["unit"],
    value: number,
    fields: Partial<ForceQuantity> = {},
  ) => force(wording, id, label, unit, value, {facts: [], tier: null, confidence: null, ...fields});
  const claim = (type: string, by: string) => ({
    date: "2026-07-01",
    type,
    by: [by],
    about: ["commons"],
    magnitude: "3 accounts",
    summary: wording.name("Outputs were collected."),
    source: source(`claim-${by}`, {tier: "C", confidence: "low"}),
  });
  return {
    asOf: AS_OF,
    says: "4 dated facts known.",
    laterFacts: 2,
    labs: empty ? [] : [lab(wording, "commons", null), lab(wording, "larch", "Conifer Group")],
    spend: [q("money.points-per-doubling", "Ability gained per doubling of the money raised", "points", 3.1)],
    copying: {
      finding: "The coupling is not told apart from zero on 34 months.",
      coupling: q("copying.coupling", "Share of the distance that open closes per month", "per month", 0.16),
      delay: q("copying.delay", "Delay with which open follows", "months", 2),
      none: q("copying.none", "Confidence that open does not follow at all", "probability", 0.28, {
        interval: null,
      }),
      withoutIt: q("copying.without", "Months by which the lag would be larger", "months", 10),
      advantage: q("copying.advantage", "Forecast error saved per month", "points", 0.1),
      yearAhead: q("copying.year-ahead", "Error saved over the next year", "points", 0, {
        value: null,
        interval: null,
        insufficient: "1 whole year, and 3 are needed",
      }),
      delays: [{delay: 2, weight: 1}],
      months: empty ? null : {from: "2023-12-31", to: "2026-08-31", count: 33},
      experiments: empty
        ? []
        : [
            {
              model: "helios-5",
              why: "held-back",
              from: "2025-01-01",
              to: "2025-04-01",
              days: 90,
              effect: q(
                "copying.experiment.helios-5.2025-01-01",
                "Open gain while it was held back",
                "points per year",
                -1.5,
              ),
              source: source("held-5"),
            },
          ],
      parties: empty
        ? []
        : [
            {
              party: "commons",
              claims: [claim("accusation", "polar")],
              counter: [claim("counter-evidence", "meridian")],
              measurements: [],
            },
          ],
      defences: empty ? [] : [claim("technical-defence", "polar")],
      responses: [],
      otherMeasurements: [],
    },
    law: lawSection(empty ? [] : syntheticPolicy, dayOf(AS_OF)),
    use: {
      series: empty
        ? []
        : [
            {
              name: "openrouter_token_share_open | percent",
              channel: "router-tokens",
              counts: "tokens through a model router",
              bias: "Self-selected developers.",
              metric: "openrouter_token_share_open",
              unit: "percent",
              points: ["2025-08-01", "2026-08-01"].map((date, i) => ({
                date,
                segment: wording.name("all tokens"),
                value: 33 + 20 * i,
                low: 30 + 20 * i,
                high: 35 + 20 * i,
                note: "",
                source: source(`share-${i}`),
              })),
              newest: q("use.open-share", "Open share of router tokens", "share", 0.53, {
                facts: ["share-0", "share-1"],
                tier: "B",
                confidence: "medium",
              }),
              change: q("use.change.open-share", "Change of the open share", "shares per year", 0.2, {
                facts: ["share-0", "share-1"],
                tier: "B",
                confidence: "medium",
              }),
            },
          ],
      loops: empty
        ? []
        : [
            {
              lab: "commons",
              name: wording.name("Commons"),
              loop: "online-rl",
              says: "trains on user feedback while the product runs",
              since: "2026-03-01",
              effects: [
                {
                  product: "Grove Code",
                  date: "2026-03-01",
                  effect: "more suggestions accepted",
                  value: 28,
                  unit: "percent",
                  note: "vendor claim",
                  markedAsClaim: true,
                  source: source("loop"),
                },
              ],
            },
          ],
      age: {
        date: empty ? null : "2026-08-24",
        covered: empty ? 0 : 0.6,
        median: q("use.age.median", "Age of the model behind the median listed router token", "days", 45),
        models: empty ? [] : [{model: "grove-9", ageDays: 20, share: 0.4}],
      },
      againstSizeClass: q("use.size-class", "Downloads against the median of the size class", "ratio", 0, {
        value: null,
        interval: null,
        insufficient: "no downloads per model over time are in the facts",
      }),
    },
    prices: {
      levels: [130, 150].map((level, i) => ({
        level,
        now: q(`price.ability.${level}`, `Lowest list price of ability ${level}`, "USD per Mtok", 0.2 + i),
        decline: {
          recorded: q(`price.decline.${level}.recorded`, "Yearly fall, as recorded", "per year", 0.6),
          backCast: q(`price.decline.${level}.back-cast`, "Yearly fall, dated back", "per year", 0.3),
        },
        months: empty
          ? []
          : ["2026-05-31", "2026-06-30", "2026-07-31"].map((date, m) => ({
              date,
              value: m === 0 && i === 1 ? null : 3 / (m + 1),
              low: null,
              high: null,
              reached: m === 0 && i === 1 ? 0.1 : 1,
            })),
        cheapest: empty
          ? []
          : [
              {
                model: "grove-9",
                name: wording.name("Grove 9"),
                provider: "Host One",
                blend: 0.2,
                share: 0.9,
                source: {
                  source: "prices",
                  url: "https://example.org/prices",
                  read: "2026-08-01",
                  tier: "A" as const,
                  confidence: "high" as const,
                },
              },
            ],
        ratio: q(`price.ratio.${level}`, `Open over closed at ability ${level}`, "ratio", 0.4),
      })),
      typicalRatio: q("price.ratio.typical", "Price of an open model over closed ones", "ratio", 0.22),
      hosts: q("price.hosts", "Cheapest third party over the lab's own price", "ratio", 0.7),
      hostRows: empty
        ? []
        : [{model: "grove-9", own: 0.4, thirdParty: 0.2, provider: "Host One", ratio: 0.5}],
      quotes: empty ? 0 : 12,
      left: [],
    },
    serviceEnds: empty
      ? []
      : [
          {
            model: "grove-9",
            state: "scheduled",
            on: "2026-12-01",
            noticeDays: 120,
            source: source("commons-2026-12-01-retirement"),
          },
        ],
    backtests: empty
      ? []
      : [
          {
            id: "backtest.revenue.coverage",
            question: "Did later revenue figures fall where the estimates said?",
            says: wording.name("15 of 18 later figures fell inside."),
            n: 18,
            value: q("backtest.revenue.coverage", "Share of stated figures inside", "share", 0.83),
          },
        ],
    changes: empty
      ? []
      : [
          {
            date: "2026-08-20",
            days: 30,
            force: "continuity",
            who: wording.name("Commons"),
            sentence: wording.name("Grove 9 opened its weights"),
            moves: "the open frontier, if it is better",
            when: "once its results are in",
            weight: 5,
            source: source("change-1"),
          },
          {
            date: "2026-06-20",
            days: 90,
            force: "money",
            who: "Larch",
            sentence: "raised $2.00 bn; second round",
            moves: "how long its money lasts",
            when: "already counted in its runway",
            weight: 4,
            source: source("change-2"),
          },
          {
            date: "2026-06-10",
            days: 90,
            force: "money",
            who: "Sapling",
            sentence: "raised $0.01 bn",
            moves: "how long its money lasts",
            when: "already counted in its runway",
            weight: 1,
            source: source("change-3"),
          },
        ],
    facts: empty
      ? []
      : [
          factRow("commons-2026-08-01-cash"),
          factRow("commons-2026-06-01-burn", {
            date: "2026-06-01",
            what: "annual_burn_usd",
            low: null,
            high: null,
            value: 6e8,
          }),
          factRow("commons-2026-05-01-retirement", {
            table: "events",
            date: "2026-05-01",
            what: "retirement",
            low: null,
            value: 92,
            high: null,
            unit: "days of notice",
            says: wording.name("Grove 3 is shut down."),
          }),
          factRow("share-0", {
            table: "adoption",
            who: "all tokens",
            what: "open share",
            unit: "percent",
            low: 30,
            value: 33,
            high: 35,
          }),
          factRow("share-1", {
            table: "adoption",
            who: "all tokens",
            what: "open share",
            unit: "percent",
            low: 50,
            value: 53,
            high: 55,
          }),
        ],
  };
}
