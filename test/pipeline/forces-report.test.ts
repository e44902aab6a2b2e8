/** The forces on the shipped facts, with abilities from the ECI mode: they are quick, and the section does not care. */
import {mkdtempSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import {beforeAll, describe, expect, it} from "vitest";
import {catalogAsOf} from "../../src/data/as-of.ts";
import type {Catalog} from "../../src/data/catalog.ts";
import type {ForceFacts} from "../../src/data/forces/force-facts.ts";
import {knownFacts} from "../../src/data/forces/known-facts.ts";
import {loadCatalog} from "../../src/data/load-catalog.ts";
import {dayOf, parseDateSpan} from "../../src/dates.ts";
import {forceQuantitiesOf, type ForcesReport, forcesSchema} from "../../src/forces-report.ts";
import {lawMethod} from "../../src/forces/law/law-method.ts";
import {forceMethod} from "../../src/forces/force-method.ts";
import {revenueBacktest} from "../../src/forces/money/revenue-backtest.ts";
import type {AbilityDraws} from "../../src/measure/instrument.ts";
import {methodRule} from "../../src/method-rules.ts";
import {inProcess} from "../../src/numeric/chunked.ts";
import {forceFactsIn, forcesKnownTo, forcesReport} from "../../src/pipeline/forces-report.ts";
import {backtests} from "../../src/pipeline/forces/backtests.ts";
import {breakEvenAnswer} from "../../src/pipeline/forces/break-evens.ts";
import {lawAnswer} from "../../src/pipeline/forces/law.ts";
import {eciInstrument} from "../../src/pipeline/instrument-eci.ts";
import {explanation} from "../../src/present/explanation.ts";
import type {Report} from "../../src/report.ts";
import {day} from "../../src/units.ts";
import {syntheticReport} from "../present/synthetic-report.ts";

const folder = fileURLToPath(new URL("../../data", import.meta.url));
const PAST = dayOf("2026-07-15");

let facts: ForceFacts;
let catalog: Catalog;
let abilities: AbilityDraws;
let now: ForcesReport;
let past: ForcesReport;

const pastOf = (all: ForceFacts) =>
  forcesReport({facts: all, catalog: catalogAsOf(catalog, PAST).catalog, abilities, asOf: PAST, seed: 1});

beforeAll(async () => {
  catalog = loadCatalog(folder);
  facts = forceFactsIn(folder)!;
  ({abilities} = await eciInstrument(catalog, {
    seed: 1,
    draws: 40,
    key: "forces",
    cache: undefined,
    progress: () => {},
    run: inProcess,
  }));
  now = forcesReport({facts, catalog, abilities, asOf: forcesKnownTo(facts, catalog.coveredTo), seed: 1});
  past = pastOf(facts);
}, 60_000);

describe("the forces on the shipped facts", () => {
  it("have the shape every surface reads, and survive the way through JSON", () => {
    for (const section of [now, past]) {
      const read = JSON.parse(JSON.stringify(section)) as unknown;
      expect(forcesSchema.safeParse(read).error).toBeUndefined();
      expect(read).toEqual(section);
    }
  });

  it("name each number once", () => {
    for (const section of [now, past]) {
      const ids = forceQuantitiesOf(section).map(({id}) => id);
      expect(ids.length).toBeGreaterThan(300);
      expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
    }
  });

  it("hold every number that stands anywhere in the section, so that each can be explained", () => {
    const found: string[] = [];
    const walk = (value: unknown): void => {
      if (typeof value !== "object" || value === null) return;
      if ("evidence" in value && "id" in value) found.push(value.id as string);
      for (const inner of Object.values(value)) walk(inner);
    };
    walk(now);
    expect(found.sort()).toEqual(
      forceQuantitiesOf(now)
        .map(({id}) => id)
        .sort(),
    );
  });

  it("give every lab of the facts a page", () => {
    const labs = [...facts.labs.values()].filter(({role}) => role === "lab").map(({id}) => id);
    expect(now.labs.map(({id}) => id).sort()).toEqual(labs.sort());
  });

  it("give a lab with a parent no runway, and every other a value with the reason of its doubt", () => {
    for (const {money, parent} of now.labs) {
      expect(money.runway.value === null).toBe(parent !== null);
      expect(money.short.length).toBe(parent === null ? 4 : 0);
      if (parent !== null) expect(money.says).toContain(parent);
      else if (money.runway.prior !== "none") expect(money.says).not.toBe("");
    }
  });

  it("explain each number by a published rule and exactly its own rows", () => {
    const report = {...syntheticReport(), forces: now} as Report;
    const known = new Set(now.facts.map(({id}) => id));
    expect(known.size).toBe(now.facts.length);
    for (const quantity of forceQuantitiesOf(now)) {
      const explained = explanation({report, catalog, rule: methodRule}, quantity.id);
      expect(explained.rule, quantity.id).not.toBeNull();
      expect(quantity.facts.filter((id) => !known.has(id))).toEqual([]);
      expect(explained.force!.facts.map(({id}) => id).sort()).toEqual([...quantity.facts].sort());
      if (quantity.value === null) expect(quantity.insufficient, quantity.id).not.toBeNull();
      else expect(Number.isFinite(quantity.value), quantity.id).toBe(true);
    }
  });

  it("say that the prior alone speaks where a number of money or continuity has no row", () => {
    for (const {id, value, facts: rows, prior} of forceQuantitiesOf(now)) {
      if (!/^money\..*\.(burn|cash|runway)$/.test(id) || value === null || rows.length > 0) continue;
      expect(prior, id).toBe("wholly");
    }
  });

  it("tell changes of the last 90 days only, each with its window", () => {
    const last = dayOf(now.asOf);
    expect(now.changes.length).toBeGreaterThan(5);
    for (const {date, days, source} of now.changes) {
      const age = last - parseDateSpan(date)!.latest;
      expect(age, source.fact).toBeLessThan(days);
      if (days === 90) expect(age).toBeGreaterThanOrEqual(30 - 31);
    }
  });
});

describe("break-even under a reader's assumptions", () => {
  const at = () => ({asOf: dayOf(now.asOf), seed: 1});

  it("is the section's own without any", () => {
    const answer = breakEvenAnswer(facts, at(), {});
    for (const {id, money} of now.labs) expect(answer.get(id) ?? [], id).toEqual(money.breakEven);
  });

  it("needs less revenue when more of it is left after serving it", () => {
    const needed = (margin: number) =>
      breakEvenAnswer(facts, at(), {grossMargin: {low: margin, mode: margin, high: margin}})
        .get("z-ai")!
        .find(({id}) => id.endsWith("revenue-needed"))!.value!;
    expect(needed(0.8)).toBeLessThan(needed(0.2));
  });
});

describe("the ends of services", () => {
  const endOf = (model: string) => now.serviceEnds.find((end) => end.model === model);

  it("tell what is over from what is announced, with the row that says so", () => {
    expect(endOf("claude-opus-4")!.state).toBe("retired");
    expect(endOf("gpt-5")).toMatchObject({state: "scheduled", on: "2026-12-11"});
    expect(endOf("deepseek-v4-pro")).toBeUndefined();
    for (const {state, on, noticeDays} of now.serviceEnds) {
      if (state === "retired") expect(on).not.toBeNull();
      if (on === null) expect(noticeDays).toBeNull();
      else if (on.length === 10) expect(on > now.asOf).toBe(state === "scheduled");
    }
  });

  it("hold no row that became known later", () => {
    const later = past.serviceEnds.filter(({source}) => source.published && dayOf(source.published) > PAST);
    expect(later).toEqual([]);
  });
});

describe("the back-tests in the section", () => {
  it("say how many cases they judge and give a number only where these can tell something", () => {
    expect(now.backtests.map(({id}) => id)).toEqual([
      "backtest.runway.raised",
      "backtest.runway.sold",
      "backtest.runway.tightened",
      "backtest.revenue.coverage",
      "backtest.flagship.error",
    ]);
    for (const {id, says, n, value} of now.backtests) {
      expect(value.id).toBe(id);
      expect(value.n).toBe(n);
      expect(value.value === null, id).toBe(/too few|nothing can be told/.test(says));
      expect(says).toMatch(new RegExp(`\\b${n}\\b`));
    }
  });

  it("give the same revenue coverage as the back-test itself", () => {
    const asOf = dayOf(now.asOf);
    const drawCount = forceMethod.backtestDrawCount.value;
    const {coverage, predictions} = revenueBacktest(knownFacts(facts, asOf), {
      until: asOf,
      seed: 1,
      drawCount,
    });
    const shown = now.backtests.find(({id}) => id === "backtest.revenue.coverage")!;
    expect(shown.value.value).toBe(coverage);
    expect([...shown.value.facts].sort()).toEqual(predictions.map(({fact}) => fact).sort());
  });

  it("tell nothing before there is a past to judge", () => {
    const asOf = dayOf("2023-06-30");
    const early = backtests({
      facts: knownFacts(facts, asOf),
      catalog: catalogAsOf(catalog, asOf).catalog,
      asOf,
      until: asOf,
      seed: 1,
    });
    expect(early.slice(0, 4).map(({value}) => value.value)).toEqual([null, null, null, null]);
  });
});

describe("the forces as of an earlier day", () => {
  const known = (date: string | null) => date === null || parse(date) <= PAST;
  const parse = (date: string) =>
    date.length === 4 ? dayOf(`${date}-01-01`) : parseDateSpan(date)!.earliest;

  it("show no row, event or measure that became known later", () => {
    expect(past.laterFacts).toBeGreaterThan(50);
    expect(past.facts.filter(({date, published}) => !known(date) || !known(published))).toEqual([]);
    expect(past.law.measures.filter(({source}) => !known(source.published))).toEqual([]);
    expect(past.changes.filter(({date}) => !known(date))).toEqual([]);
    for (const {history, withheld, continuity} of past.labs) {
      expect(
        [...history, ...withheld.map(({from}) => ({date: from}))].filter(({date}) => !known(date)),
      ).toEqual([]);
      expect(continuity.weights.licences.filter(({date}) => !known(date))).toEqual([]);
      expect(continuity.weights.history).not.toMatch(/(Aug|Sep|Oct|Nov|Dec)[a-z]* 2026/);
    }
  });

  it("are the same bytes when all that came later is taken away", () => {
    const knownLater = {...knownFacts(facts, PAST), labs: facts.labs};
    const {laterFacts, law, labs, ...rest} = pastOf({
      ...knownLater,
      policy: facts.policy,
      events: facts.events,
    });
    expect(laterFacts).toBeLessThan(past.laterFacts);
    expect({law, labs, ...rest}).toEqual((({laterFacts: _, ...same}) => same)(past));
  });

  it("do not change with what happens afterwards", () => {
    const event = facts.events[0]!;
    const later = day(PAST + 20);
    const planted = {
      ...event,
      id: "planted",
      lab: "deepseek",
      type: "suspension" as const,
      date: {earliest: later, latest: later},
      sourceDate: {earliest: later, latest: later},
      retrieved: later,
      announced: undefined,
    };
    const {laterFacts, ...rest} = pastOf({...facts, events: [...facts.events, planted as typeof event]});
    expect(laterFacts).toBe(past.laterFacts + 1);
    expect(rest).toEqual((({laterFacts: _, ...same}) => same)(past));
  });
});

describe("a folder of facts", () => {
  it("without tables on the forces has none", () => {
    expect(forceFactsIn(mkdtempSync(join(tmpdir(), "lagline-no-forces-")))).toBeUndefined();
  });
});

describe("the law of a deployment", () => {
  const deployment = {
    jurisdiction: "eu",
    sector: "commercial",
    modelOrigin: "CN",
    hosting: "self-hosted",
    fineTuned: true,
    openWeights: true,
  } as const;

  it("finds the same measures however the place is spelt, and says it is no legal advice", () => {
    const asOf = dayOf(now.asOf);
    const answer = lawAnswer(facts, asOf, "v", deployment);
    expect(answer.law.notice).toBe(lawMethod.notice.value);
    expect(answer.touching.length).toBeGreaterThan(2);
    expect(answer).toEqual(lawAnswer(facts, asOf, "v", {...deployment, jurisdiction: "EU"}));
    const all = answer.touching.length + answer.ruledOut.length + answer.over.length;
    expect(all).toBe(answer.law.measures.length);
  });

  it("refuses a lab that no fact names", () => {
    expect(() => lawAnswer(facts, dayOf(now.asOf), "v", {...deployment, lab: "deepsek"})).toThrow(
      /did you mean deepseek\?/,
    );
  });
});
