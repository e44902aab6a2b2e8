/**
 * A Report about a world that does not exist, for tests of the surfaces: invented labs and models, a closed frontier
 * that rises steadily, and open releases that reach its level 5.9 months later. Deterministic and valid by schema.
 */
import {dayOf, isoDay} from "../../src/dates.ts";
import type {FrontierStep, LagRecord, ModelAbility, Quantity, Report, SeriesPoint} from "../../src/report.ts";
import {DAYS_PER_MONTH, day} from "../../src/units.ts";
import {syntheticForecast} from "./synthetic-forecast.ts";
import {syntheticForces} from "./synthetic-forces.ts";
import {syntheticWhatIf} from "./synthetic-whatif.ts";

export const AS_OF = "2026-08-31";
/** What a report can look like at its edges. */
export type Variant =
  | "usual"
  | "insufficient"
  | "censored"
  | "open-ahead"
  | "long-names"
  | "cjk-names"
  | "hostile-names"
  | "no-models";
export const VARIANTS: readonly Variant[] = [
  "usual",
  "insufficient",
  "censored",
  "open-ahead",
  "long-names",
  "cjk-names",
  "hostile-names",
  "no-models",
];

const LAG_MONTHS = 5.9;
const CLOSED_DATES = [
  "2023-03-14",
  "2023-11-06",
  "2024-03-04",
  "2024-06-20",
  "2024-12-05",
  "2025-04-16",
  "2025-08-07",
  "2025-11-18",
  "2026-02-05",
  "2026-05-21",
  "2026-08-06",
];
const CLOSED_LABS = ["Northlab", "Polar", "Meridian"];
const OPEN_LABS = ["Commons", "Larch", "Sapling"];

const name = (variant: Variant, side: "closed" | "open", index: number): string => {
  const plain = side === "closed" ? `Helios ${index + 1}` : `Grove ${index + 1}`;
  if (variant === "long-names")
    return `${plain} Experimental Preview With Extended Thinking (high effort, 2026-08 refresh)`;
  if (variant === "cjk-names")
    return side === "closed" ? `极光大模型 ${index + 1}` : `通用森林大語言模型 ${index + 1}`;
  if (variant === "hostile-names") return `${plain}\u001b[2J\u001b]0;owned\u0007\u202egnp.exe\u009b31m`;
  return plain;
};

/** A name or sentence of the facts in the manner of the variant. */
export function worded(variant: Variant, plain: string): string {
  if (variant === "long-names")
    return `${plain} Experimental Preview With Extended Thinking (2026-08 refresh)`;
  if (variant === "cjk-names") return `通用森林大語言模型 ${plain}`;
  if (variant === "hostile-names") return `${plain}\u001b[2J\u001b]0;owned\u0007\u202egnp.exe\u009b31m`;
  return plain;
}

export function quantity(id: string, label: string, fields: Partial<Quantity> = {}): Quantity {
  const value = fields.value === undefined ? 4.2 : fields.value;
  return {
    id,
    label,
    unit: "months",
    value,
    interval: value === null ? null : {low: value - 1.5, high: value + 2, level: 0.9, kind: "credible"},
    censored: "none",
    insufficient: null,
    n: 9,
    note: null,
    evidence: {rule: "R1", models: ["helios-11", "grove-10"], benchmarks: [], quantities: [], records: []},
    ...fields,
  };
}

const missing = (base: Quantity, reason: string): Quantity => ({
  ...base,
  value: null,
  interval: null,
  censored: "none",
  insufficient: reason,
});

function steps(variant: Variant, side: "closed" | "open"): FrontierStep[] {
  const shift = side === "open" ? LAG_MONTHS * DAYS_PER_MONTH : 0;
  const lift = variant === "open-ahead" && side === "open" ? 12 : 0;
  return CLOSED_DATES.map((date, index): FrontierStep => {
    const at = dayOf(date) + shift;
    const ability = 108 + index * 5 + (index % 3) * 0.7 + lift;
    return {
      model: `${side === "closed" ? "helios" : "grove"}-${index + 1}`,
      name: name(variant, side, index),
      lab: (side === "closed" ? CLOSED_LABS : OPEN_LABS)[index % 3]!,
      date: isoDay(day(at)),
      ability,
      low: ability - 2.2,
      high: ability + 2.4,
      recordProbability: 0.9,
    };
  }).filter(({date}) => date <= AS_OF);
}

function records(closed: readonly FrontierStep[], open: readonly FrontierStep[]): LagRecord[] {
  return closed
    .map((step): LagRecord => {
      const match = open.find(({ability}) => ability >= step.ability);
      const months = (dayOf(match?.date ?? AS_OF) - dayOf(step.date)) / DAYS_PER_MONTH;
      return {
        model: step.model,
        date: step.date,
        matchedBy: match?.model ?? null,
        months,
        low: match ? months - 1 : months,
        high: match ? months + 1 : null,
        recordShare: step.recordProbability,
        censored: match ? "none" : "right",
      };
    })
    .reverse();
}

function series(base: number, amplitude: number): SeriesPoint[] {
  return Array.from({length: 24}, (_, index) => {
    const value = base + amplitude * Math.sin(index / 4);
    return {date: isoDay(day(dayOf(AS_OF) - (23 - index) * 30)), value, low: value - 1.4, high: value + 1.9};
  });
}

function modelRows(
  variant: Variant,
  closed: readonly FrontierStep[],
  open: readonly FrontierStep[],
): ModelAbility[] {
  if (variant === "no-models") return [];
  const rows = [...closed, ...open].map((step): ModelAbility => {
    const isOpen = step.model.startsWith("grove");
    const index = Number(step.model.split("-")[1]);
    return {
      model: step.model,
      name: step.name,
      lab: step.lab,
      country: isOpen ? "CN" : "US",
      openness: isOpen ? "open" : "closed",
      licenceClass: isOpen ? (index % 2 ? "permissive" : "conditional") : "proprietary",
      announced: step.date,
      available: step.date,
      weights: isOpen ? step.date : null,
      paramsB: isOpen ? 30 * index : null,
      memoryGb: isOpen ? 36 * index : null,
      results: 40 - index,
      ability: step.ability,
      low: step.low,
      high: step.high,
      eci: step.ability - 0.6,
      inputPrice: isOpen ? 0.3 : 3,
      outputPrice: isOpen ? 1.2 : 15,
    };
  });
  const unmeasured: ModelAbility = {
    ...rows[0]!,
    model: "sprout-1",
    name: "Sprout 1",
    lab: "Sapling",
    openness: "unknown",
    licenceClass: "unknown",
    announced: null,
    available: "2026-01",
    country: "",
    results: 1,
    ability: null,
    low: null,
    high: null,
    eci: null,
    inputPrice: null,
    outputPrice: null,
  };
  return [...rows, unmeasured];
}

/** The synthetic Report in one of its variants; the same value on every call. */
export function syntheticReport(variant: Variant = "usual"): Report {
  const empty = variant === "no-models";
  const closed = empty ? [] : steps(variant, "closed");
  const open = empty ? [] : steps(variant, "open");
  const lack = variant === "insufficient" || empty;
  const reason = "fewer than 3 closed records in the window";
  const orLack = (q: Quantity) => (lack ? missing(q, reason) : q);
  const sign = variant === "open-ahead" ? -1 : 1;
  const evidence = {
    rule: "R12",
    models: empty ? [] : [closed.at(-1)!.model, open.at(-1)!.model],
    benchmarks: [],
    quantities: [],
    records: records(closed, open),
  };
  const headlineLag = quantity("lag", "Lag of open weights", {
    value: sign * LAG_MONTHS,
    interval: {
      low: sign * LAG_MONTHS - 1.5,
      high: variant === "censored" ? null : sign * LAG_MONTHS + 2.2,
      level: 0.9,
      kind: "credible",
    },
    censored: variant === "censored" ? "right" : "none",
    n: closed.length,
    evidence,
  });
  const domainNames = [
    "coding",
    "agentic",
    "math",
    "reasoning",
    "knowledge",
    "science",
    "multimodal",
    "language",
  ];
  const domains = domainNames.map((domain, index) => {
    const q = quantity(`lag.domain.${domain}`, domain, {
      value: sign * (2.1 + index * 0.9),
      interval: {
        low: sign * (2.1 + index * 0.9) - 1.2 - index * 0.2,
        high: index === 4 ? null : sign * (2.1 + index * 0.9) + 1.6 + index * 0.3,
        level: 0.9,
        kind: "credible",
      },
      censored: index === 4 ? "right" : "none",
      n: 4 + index,
    });
    return lack || index === 6 ? missing(q, "2 open models with results; 3 are needed") : q;
  });
  const accessNames = ["public", "semi-private", "private", "fresh"];
  const access = accessNames.map((name, index) =>
    orLack(quantity(`lag.access.${name}`, name, {value: sign * (3.4 + index * 1.7), n: 6 + index})),
  );
  const definitionNames = ["daily look-back", "level crossing", "catch-up time", "record look-back"];
  const definitions = (["lagline", "eci"] as const).flatMap((instrument, row) =>
    definitionNames.map((label, index) => ({
      instrument,
      lag: orLack(
        quantity(`lag.${instrument}.${label.replaceAll(" ", "-")}`, label, {
          value: sign * (3.6 + index * 1.3 + row * 0.4),
          censored: index === 2 ? "right" : "none",
        }),
      ),
      says: `How long ${label} takes, in months.`,
    })),
  );
  const points = (id: string, label: string, value: number) =>
    orLack(
      quantity(id, label, {
        value,
        unit: "points",
        interval: {low: value - 1.2, high: value + 1.2, level: 0.9, kind: "credible"},
      }),
    );
  return {
    schema: "lagline-report/1",
    about: {
      product: "lagline",
      version: "0.1.0",
      vintage: "v0123456789ab",
      method: "m0123456789ab",
      asOf: AS_OF,
      coveredTo: AS_OF,
      dates: "weights",
      instrument: "lagline",
      seed: 1,
      draws: 400,
      level: 0.9,
      models: closed.length + open.length,
      benchmarks: empty ? 0 : 14,
      results: empty ? 0 : 512,
    },
    headline: {
      sentence: lack
        ? "How far open-weight models are behind closed ones cannot be said yet: fewer than 3 closed records in the window."
        : "Open-weight models reach the level of the best closed model 5.9 months later.",
      lag: lack ? missing(headlineLag, reason) : headlineLag,
      gap: orLack(quantity("gap", "Gap in ability", {value: sign * 7.4, unit: "points", evidence})),
      trend: orLack(
        quantity("trend", "Trend of the lag", {
          value: -0.3,
          unit: "months per year",
          interval: {low: -1.1, high: 0.6, level: 0.9, kind: "bootstrap"},
        }),
      ),
      range: {
        low: orLack(
          quantity("lag.range.low", "Smallest lag of any definition", {value: sign * 3.6, interval: null}),
        ),
        high: orLack(
          quantity("lag.range.high", "Largest lag of any definition", {value: sign * 7.9, interval: null}),
        ),
        definitions: 4,
        instruments: 2,
      },
    },
    frontiers: {closed, open},
    dailyLag: empty ? [] : series(sign * 5.5, 1.2),
    dailyGap: empty ? [] : series(sign * 7, 1.5),
    definitions,
    whyTheyDiffer:
      "The daily look-back asks how old the closed ability is that open weights have today; the catch-up time follows each closed record until it is matched and keeps those still waiting.",
    published: [
      {
        id: "observatory-2026-05",
        author: "The Observatory",
        date: "2026-05",
        measure: "mean horizontal gap",
        unit: "months",
        value: "4.4",
        low: 3.1,
        high: 5.6,
        uncertainty: "90% interval",
        scope: "all",
        period: "2023-01..2026-05",
        url: "https://example.org/observatory",
      },
      {
        id: "bureau-2026-06",
        author: "The Bureau",
        date: "2026-06-30",
        measure: "one model against a frontier",
        unit: "months",
        value: "about 8",
        low: null,
        high: null,
        uncertainty: "",
        scope: "nine private benchmarks",
        period: "2026-06",
        url: "https://example.org/bureau",
      },
    ],
    domains,
    access,
    groups: [
      {
        group: "country",
        says: "Lag of the best open model of each country.",
        lags: ["CN", "US"].map((code, index) =>
          orLack(quantity(`lag.country.${code}`, code, {value: sign * (4 + 3 * index)})),
        ),
      },
    ],
    robustness: {
      finding: lack
        ? "Whether open models do worse on unseen tests cannot be said yet."
        : "At equal ability, open models score lower on private tests by 1.8 points.",
      classes: accessNames.map((name, index) => ({
        class: name,
        points: points(`robustness.${name}.points`, `${name} tests`, 0 - 0.6 * index),
        months: orLack(
          quantity(`robustness.${name}.months`, `${name} tests in months`, {value: 0.4 * index}),
        ),
        ratio: orLack(
          quantity(`robustness.${name}.ratio`, `lag on ${name} tests over public`, {
            value: 1 + 0.2 * index,
            unit: "ratio",
          }),
        ),
        matchedPairs: orLack(
          points(`robustness.${name}.pairs`, `matched pairs on ${name} tests`, 0 - 0.5 * index),
        ),
        placebo: index === 3 ? null : {observed: 0 - 0.6 * index, low: -0.5, high: 0.5, pValue: 0.04},
        openModels: 40 + index,
        closedModels: 50 + index,
        results: 300 + index,
      })),
      ratio: orLack(
        quantity("robustness.ratio", "Private lag over public lag", {
          value: 1.62,
          unit: "ratio",
          interval: {low: 0.9, high: 2.7, level: 0.9, kind: "bootstrap"},
        }),
      ),
      labs: ["Commons", "Larch"].map((lab, index) => ({
        openness: "open" as const,
        lab,
        class: "private",
        points: points(`robustness.lab.${lab.toLowerCase()}`, `${lab} on private tests`, -1.1 - index),
      })),
      models: empty
        ? []
        : [
            {
              model: "grove-10",
              class: "private",
              points: points("robustness.model.grove-10", "Grove 10 on private tests", -2.3),
            },
          ],
      published: [
        {author: "Somebody", publicMonths: 5, privateMonths: 9, ratio: 1.8, url: "https://example.org/lag"},
      ],
      caveats: ["Access classes differ in domain as well as in who has seen them."],
    },
    bets: null,
    forces: syntheticForces({name: (plain) => worded(variant, plain), lack}, empty),
    forecast: empty ? null : syntheticForecast(AS_OF, sign),
    whatIf: empty ? null : syntheticWhatIf(quantity, orLack),
    changes: empty
      ? []
      : [
          {
            date: "2026-08-06",
            kind: "closed-record",
            model: "helios-11",
            sentence: `${name(variant, "closed", 10)} set the closed record.`,
          },
          {
            date: "2026-08-02",
            kind: "open-record",
            model: "grove-9",
            sentence: `${name(variant, "open", 8)} set the open record.`,
          },
        ],
    models: modelRows(variant, closed, open),
    exclusions: [
      {
        what: "results",
        why: "score outside the range of its benchmark",
        count: 3,
        examples: ["helios-2 on alpha"],
      },
    ],
  };
}
