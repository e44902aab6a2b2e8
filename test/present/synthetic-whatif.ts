/** What-if answers for screens: made numbers, no forecast behind them. */
import type {OddsRow, ScenarioEffect, ScenarioTarget, WhatIf} from "../../src/whatif-report.ts";
import {madeGround} from "../forecast/forces/made-ground.ts";
import {forcesGround} from "../../src/forecast/forces/forces-ground.ts";
import {fieldChoices} from "../../src/forecast/scenario/field-choices.ts";
import type {Ground} from "../../src/forecast/ground.ts";
import {shippedScenarios} from "../../src/pipeline/scenario-files.ts";
import type {ScenarioSource} from "../../src/pipeline/whatif-answers.ts";
import type {Quantity} from "../../src/report.ts";

type Make = (id: string, label: string, more: Partial<Quantity>) => Quantity;

export function syntheticWhatIf(quantity: Make, lack: (made: Quantity) => Quantity): WhatIf {
  const change = (target: string, months: number, value: number) =>
    lack(
      quantity(`whatif.money-ends.${target}.${months}`, `change of ${target} after ${months} months`, {
        value,
        unit: target === "lag" ? "months" : "points",
        interval: {low: value - 2, high: value + 2, level: 0.9, kind: "prediction"},
      }),
    );
  return {
    from: "2026-09-01",
    odds: [syntheticOdds(quantity, lack)],
    scenarios: [
      {
        id: "money-ends",
        title: "Money for open labs ends",
        sentence: "Lag of open: +0.4 months after 12, +1.6 after 24.",
        lag: [change("lag", 12, 0.4), change("lag", 24, 1.6)],
        open: [change("open", 12, -0.5), change("open", 24, -2.2)],
      },
    ],
  };
}

export function syntheticOdds(quantity: Make, lack: (made: Quantity) => Quantity): OddsRow {
  const probability = lack(
    quantity("odds.open-first", "open first overall, by 2027-09-01", {
      value: 0.14,
      unit: "probability",
      interval: {low: 0.05, high: 0.14, level: 0.9, kind: "spread"},
    }),
  );
  return {
    id: "open-first",
    question: "Is an open model the best of all on some day? By 2027-09-01.",
    by: "2027-09-01",
    probability,
    forecasters: [
      {id: "trend", name: "trend", probability: 0.14},
      {id: "forces", name: "forces", probability: 0.05},
    ],
    resolves: "Resolved on lagline's index of that day.",
    record: "Single chances have no record yet.",
  };
}

/** A world small enough to be run in a test, with the scenarios that ship. */
export function syntheticScenarios(): ScenarioSource {
  const {asOf, worlds, dropped, ...forces} = madeGround();
  const ground: Ground = {asOf, worlds, dropped, forces};
  const labs = [
    ...forces.labs.slice(0, 2).map(({id, name, country}) => ({id, name, country})),
    {id: "meta", name: "Meta", country: "US"},
  ];
  return {
    ground,
    labs,
    seed: 1,
    scenarios: shippedScenarios(),
    choices: fieldChoices({followed: forcesGround(ground).labs, all: labs}),
  };
}

const target = (
  id: string,
  label: string,
  unit: ScenarioTarget["unit"],
  as: ScenarioTarget["as"],
  change: readonly number[],
): ScenarioTarget => ({
  id,
  label,
  unit,
  as,
  horizons: [6, 12, 24, 36].map((months, i) => ({
    months,
    without: {value: 10 + i, low: 5, high: 15},
    with: {value: 10 + i + change[i], low: 5, high: 15},
    change: {
      value: change[i],
      low: as === "ratio" ? change[i] : change[i] - 2,
      high: as === "ratio" ? change[i] : change[i] + 2,
    },
  })),
});

export const syntheticEffect: ScenarioEffect = {
  id: "money-ends",
  title: "Money for open labs ends",
  argues: "Somebody says that money ends.",
  sources: ["https://example.org/money"],
  changes: ["money of open labs changes by -80% from 2027-01-01"],
  from: "2026-09-01",
  paths: 10_000,
  level: 0.9,
  sentence: "Lag of open: +0.4 months after 12, +1.6 after 24.",
  targets: [
    target("closed", "best closed ability", "points", "amount", [0, 0, 0, 0]),
    target("open", "best open ability", "points", "amount", [-0.1, -0.5, -2.2, -3.1]),
    target("gap", "gap, closed minus open", "points", "amount", [0.1, 0.5, 2.2, 3.1]),
    target("lag", "lag of open on the day", "months", "amount", [0, 0.4, 1.6, 2.5]),
    target("price.160", "lowest price of ability 160", "USD per Mtok", "ratio", [1, 1, 1, 1]),
    target("events.short", "labs whose cash was used up", "events", "count", [0, 0.2, 0.9, 1.4]),
  ],
  path: [
    {
      force: "research",
      label: "open labs' research",
      target: "open",
      byQuarter: [0, 0, -0.1, -0.3, -0.5, -0.8, -1.1, -1.6, -2.2, -2.5, -2.8, -3, -3.1],
      halfBy: 21,
    },
  ],
  hangsOn: [{target: "lag", months: 24, what: "open labs' own research, points a year", share: 0.12}],
};
