import {createServer, type Server} from "node:http";
import {existsSync, mkdirSync, readFileSync, utimesSync, writeFileSync} from "node:fs";
import type {AddressInfo} from "node:net";
import {join} from "node:path";
import fc from "fast-check";
import {describe, expect, it} from "vitest";
import type {Workload} from "../../src/advise/portfolio/portfolio.ts";
import type {Advice, Trigger} from "../../src/advice-report.ts";
import type {Price} from "../../src/data/catalog.ts";
import {dayOf} from "../../src/dates.ts";
import {InputError} from "../../src/errors.ts";
import {atomFeed} from "../../src/monitor/watch/atom-feed.ts";
import {chanceOf} from "../../src/monitor/watch/chance.ts";
import {checked} from "../../src/monitor/watch/checked.ts";
import {conditionSchema, conditionText, matches} from "../../src/monitor/watch/condition.ts";
import {delivered, type Delivery, nodeDelivery} from "../../src/monitor/watch/deliver.ts";
import {look} from "../../src/monitor/watch/look.ts";
import {conditionForms, type KnownNames, parseCondition} from "../../src/monitor/watch/parse-condition.ts";
import {placeNamed} from "../../src/monitor/watch/places.ts";
import type {Look, Sight} from "../../src/monitor/watch/sight.ts";
import {triggerConditions} from "../../src/monitor/watch/trigger-conditions.ts";
import {stepped} from "../../src/monitor/watch/stepped.ts";
import {
  type Firing,
  readWatchBook,
  type Watch,
  type WatchBook,
  writeWatchBook,
} from "../../src/monitor/watch/watch-book.ts";
import {quantileSorted} from "../../src/numeric/quantile.ts";
import {stream} from "../../src/numeric/random.ts";
import {heldLock} from "../../src/store/held-lock.ts";
import {usdPerMtok} from "../../src/units.ts";
import {xmlFault} from "../charts/xml-fault.ts";
import {syntheticReport} from "../present/synthetic-report.ts";
import {failingDisk, madeFolder} from "../store/made-store.ts";
import {madeCatalog, madeModel, provenance} from "./made-catalog.ts";

const KNOWN: KnownNames = {
  numbers: new Map([
    ["lag", "months"],
    ["lag.domain.coding", "months"],
    ["money.moonshot-ai.runway", "months"],
    ["bet.q1.chance", "probability"],
    ["ability.kimi-k2.6", "points"],
  ]),
  models: ["kimi-k2.6", "kimi-k2", "gpt-5"],
  labs: ["moonshot-ai", "mistral", "deepseek"],
  places: ["EU", "China"],
  evals: ["tickets"],
  bets: ["q1"],
};
const parsed = (text: string) => parseCondition(text, KNOWN);
const thrown = (act: () => unknown): string => {
  try {
    act();
  } catch (error) {
    expect(error).toBeInstanceOf(InputError);
    return (error as Error).message;
  }
  throw new Error("nothing was thrown");
};

describe("a condition in words", () => {
  it.each([
    [
      "lag.coding < 3 months",
      {kind: "number", id: "lag.domain.coding", compare: "<", value: 3, unit: "months"},
    ],
    [
      "lag.domain.coding<3",
      {kind: "number", id: "lag.domain.coding", compare: "<", value: 3, unit: "months"},
    ],
    [
      "price per task of anything as able as gpt-5 at 3000/500/2000 tokens x 3 in batches under 0.02 USD a task",
      {
        kind: "task-price",
        models: "*",
        asAbleAs: "gpt-5",
        load: {tokens: {input: 3000, output: 500, cached: 2000}, requestsPerTask: 3, latency: "batch"},
        compare: "<",
        usd: 0.02,
        within: null,
      },
    ],
    [
      "own eval tickets of kimi-k2 below 70%",
      {kind: "own-eval", eval: "tickets", model: "kimi-k2", compare: "<", share: 0.7},
    ],
    ["lag above 10 month", {kind: "number", id: "lag", compare: ">", value: 10, unit: "months"}],
    [
      "bet.q1.chance >= 80%",
      {kind: "number", id: "bet.q1.chance", compare: ">=", value: 0.8, unit: "probability"},
    ],
    [
      "runway of Moonshot-AI under 12 months",
      {kind: "number", id: "money.moonshot-ai.runway", compare: "<", value: 12, unit: "months"},
    ],
    ["lag moves by 0.5 months", {kind: "moves", id: "lag", by: 0.5, unit: "months"}],
    [
      "price of anything with ability >= 150 below 1 USD",
      {kind: "price", models: "*", ability: 150, openness: null, compare: "<", usd: 1},
    ],
    [
      "price of open kimi-* below $0.5 USD per Mtok",
      {kind: "price", models: "kimi-*", ability: null, openness: "open", compare: "<", usd: 0.5},
    ],
    ["price of kimi-k2 changes", {kind: "model-change", what: "price", models: "kimi-k2"}],
    ["LICENCE of kimi-* changes", {kind: "model-change", what: "licence", models: "kimi-*"}],
    ["dates of kimi-k2.6 change", {kind: "model-change", what: "dates", models: "kimi-k2.6"}],
    ["weights of grok-* open", {kind: "weights-open", models: "grok-*"}],
    ["a model I run is deprecated", {kind: "deprecated", models: "mine"}],
    ["kimi-* is retired", {kind: "deprecated", models: "kimi-*"}],
    ["best open model reaches 160 points", {kind: "frontier", side: "open", points: 160}],
    ["new open record", {kind: "record", side: "open"}],
    ["new model", {kind: "new-model", openness: null, lab: null}],
    ["new open model from deepseek", {kind: "new-model", openness: "open", lab: "deepseek"}],
    ["new event at mistral", {kind: "supplier-event", lab: "mistral"}],
    ["new law in eu", {kind: "law", place: "EU"}],
    ["bet q1 settles", {kind: "bet", id: "q1"}],
  ] as const)("%s", (text, condition) => {
    expect(parsed(text)).toEqual(condition);
    expect(conditionSchema.parse(condition)).toEqual(condition);
    expect(parsed(conditionText(parsed(text)))).toEqual(condition);
  });

  it("has an example for each form, and each is understood", () => {
    const known = {...KNOWN, numbers: new Map([...KNOWN.numbers])};
    for (const [, example] of conditionForms) expect(() => parseCondition(example, known)).not.toThrow();
  });

  it.each([
    ["", /^missing condition, column 1: the end; a condition was expected, `lagline watch forms`/],
    ["lag.codng < 3 months", /^unknown condition, column 1: "lag.codng"; did you mean lag\.coding\?/],
    ["lag.coding < three", /column 14: "three"; a number was expected/],
    ["lag.coding < 3 points", /column 16: "points"; months was expected, the unit of that number/],
    ["lag.coding < 30%", /column 14: "30%"; a number of months was expected, not a percentage/],
    [
      "lag.coding = 3",
      /column 12: "="; "<", "<=", ">", ">=", "below", "under", "above" or "over" was expected/,
    ],
    ["lag.coding <", /^missing condition, column 13: the end; a number was expected/],
    ["lag < 3 months please", /column 9: "months please"; months was expected/],
    [
      "licence of kimi-9 changes",
      /column 12: "kimi-9"; did you mean kimi-k2\?|column 12: "kimi-9"; no model/,
    ],
    ["licence kimi-k2 changes", /column 9: "kimi-k2"; "of" was expected/],
    [
      "licence of kimi-* chnges",
      /column 19: "chnges"; "changes" or "change" was expected, did you mean changes\?/,
    ],
    ["runway of mistrl < 3", /column 11: "mistrl"; did you mean mistral\?/],
    ["runway of mistral < 3", /^unknown condition, column 11: "money\.mistral\.runway"/],
    ["price of anything below 0 USD", /column 25: "0"; a price above zero/],
    ["lag moves by 0 months", /a move of more than zero/],
    ["new open thing", /"record" or "model" was expected/],
    ["new open record now", /column 17: "now"; nothing more was expected/],
    ["new law in Atlantis", /column 12: "Atlantis"; no place has this name/],
    ["bet q9 settles", /column 5: "q9"/],
    ["__proto__ < 3", /^unknown condition, column 1: "__proto__"/],
    ["constructor is deprecated", /^unknown condition, column 1: "constructor"/],
    ["lag < 1e309", /column 7: "1e309"; a number was expected/],
    ["x".repeat(301), /^invalid condition: 301 characters; at most 300/],
    ["lag \u001b[31m< 3", /control characters/],
  ])("refuses %j with the column and a way on", (text, sentence) => {
    expect(thrown(() => parsed(text))).toMatch(sentence);
  });

  it("whatever is typed, is read or refused in one sentence, at once", () => {
    const words = fc.constantFrom(
      "lag",
      "price",
      "of",
      "kimi-*",
      "<",
      "3",
      "months",
      "new",
      "open",
      "record",
      "anything",
      "with",
      "ability",
      ">=",
      "a",
      "model",
      "I",
      "run",
      "is",
      "*",
      "****",
      "(a+)+$",
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.array(words, {maxLength: 12}).map((all) => all.join(" ")),
          fc.string({maxLength: 60}),
        ),
        (text) => {
          try {
            expect(conditionSchema.safeParse(parsed(text)).success).toBe(true);
          } catch (error) {
            expect(error).toBeInstanceOf(InputError);
          }
        },
      ),
      {numRuns: 500},
    );
    const start = performance.now();
    expect(matches(`${"*a".repeat(40)}b`, "a".repeat(120))).toBe(false);
    expect(performance.now() - start).toBeLessThan(200);
  });
});

describe("the chance that a number lies below a value", () => {
  const figure = (
    value: number,
    low: number | null,
    high: number | null,
    censored: "none" | "right" = "none",
  ) => ({
    value,
    interval: {low, high, level: 0.9, kind: "credible" as const},
    censored,
  });

  it("is 5%, 50% and 95% at the ends and the middle, whatever the shape", () => {
    const skewed = figure(6, 5, 9);
    expect([5, 6, 9].map((at) => chanceOf(skewed, "<", at))).toEqual(
      [0.05, 0.5, 0.95].map((p) => expect.closeTo(p, 6)),
    );
    expect(chanceOf(skewed, ">", 9)).toBeCloseTo(0.05, 6);
  });

  it("is within six points of the share of skewed draws", () => {
    const random = stream(7, 1);
    const draws = Float64Array.from({length: 20_000}, () => Math.exp(1 + 0.5 * random.normal())).sort();
    const made = figure(quantileSorted(draws, 0.5), quantileSorted(draws, 0.05), quantileSorted(draws, 0.95));
    for (const at of [1, 1.5, 2, 2.7, 3.5, 5, 7, 10]) {
      const share = draws.filter((value) => value < at).length / draws.length;
      expect(Math.abs(chanceOf(made, "<", at)! - share)).toBeLessThan(0.06);
    }
  });

  it("is sure for a number without an interval, unknown without a number, and bounded by open ends", () => {
    expect(chanceOf({value: 2, interval: null, censored: "none"}, "<", 3)).toBe(1);
    expect(chanceOf({value: 3, interval: null, censored: "none"}, "<", 3)).toBe(0);
    expect(chanceOf({value: 3, interval: null, censored: "none"}, "<=", 3)).toBe(1);
    expect(chanceOf({value: null, interval: null, censored: "none"}, "<", 3)).toBeUndefined();
    expect(chanceOf(figure(24, 10, null), "<", 1000)).toBe(0.5);
    expect(chanceOf(figure(24, 10, null, "right"), "<", 20)).toBe(0);
    expect(chanceOf(figure(24, 10, null, "right"), ">", 20)).toBe(1);
  });
});

describe("telling once", () => {
  const level = (chance: number | undefined): Look => ({kind: "level", chance, says: "lag is 3 months"});
  const run = (chances: readonly (number | undefined)[], enter = 0.8): number[] => {
    let state: Watch["state"] = {kind: "unseen"};
    return chances.flatMap((chance, day) => {
      const step = stepped({state, enter}, level(chance), `2026-06-${String(day + 1).padStart(2, "0")}`);
      state = step.state;
      return step.told.length > 0 ? [day] : [];
    });
  };

  it("happens when the chance reaches the level, and again only after it fell to one half", () => {
    expect(run([0.2, 0.79, 0.8, 0.75, 0.85, 0.55, 0.9, 0.5, 0.79, 0.81])).toEqual([2, 9]);
  });

  it("does not flap on an estimate that wanders around the level", () => {
    const random = stream(3, 9);
    const wandering = Array.from({length: 28}, () => 0.8 + 0.08 * (2 * random.uniform() - 1));
    expect(run(wandering)).toHaveLength(1);
    expect(
      wandering.filter((chance, i) => i > 0 && chance >= 0.8 && wandering[i - 1]! < 0.8).length,
    ).toBeGreaterThan(4);
  });

  it("keeps its mind while there is no number", () => {
    expect(run([0.9, undefined, 0.9, undefined, 0.4, undefined, 0.9])).toEqual([0, 6]);
  });

  it("never tells more often with more hysteresis, for any history", () => {
    fc.assert(
      fc.property(fc.array(fc.double({min: 0, max: 1, noNaN: true}), {maxLength: 28}), (chances) => {
        const crossings = chances.filter(
          (chance, i) => chance >= 0.8 && (i === 0 || chances[i - 1]! < 0.8),
        ).length;
        expect(run(chances).length).toBeLessThanOrEqual(crossings);
      }),
    );
  });

  it("of changes: only what is new or different since the first look, each once, even when it comes back", () => {
    const change = (on: "new" | "changed", entries: Record<string, string>): Look => ({
      kind: "change",
      now: new Map(Object.entries(entries)),
      on,
      sentence: (key, now, before) => `${key} ${before ?? "-"} ${now}`,
    });
    let state: Watch["state"] = {kind: "unseen"};
    const tell = (seen: Look) => {
      const step = stepped({state, enter: 0.8}, seen, "2026-06-01");
      state = step.state;
      return step.told.map(({what}) => what);
    };
    expect(tell(change("new", {a: "1"}))).toEqual([]);
    expect(tell(change("new", {a: "1", b: "2"}))).toEqual(["b - 2"]);
    expect(tell(change("new", {a: "1"}))).toEqual([]);
    expect(tell(change("new", {a: "9", b: "2"}))).toEqual([]);
    state = {kind: "unseen"};
    expect(tell(change("changed", {a: "MIT"}))).toEqual([]);
    expect(tell(change("changed", {a: "MIT", b: "MIT"}))).toEqual([]);
    expect(tell(change("changed", {a: "closed", b: "MIT"}))).toEqual(["a MIT closed"]);
  });

  it("of moves: from where it was last told, so that small steps add up", () => {
    let state: Watch["state"] = {kind: "unseen"};
    const told = [6, 6.4, 6.8, 7.1, 7.2, undefined, 6.05].map((value) => {
      const step = stepped(
        {state, enter: 0.8},
        {kind: "move", value, by: 1, says: (a, b) => `${b} to ${a}`},
        "2026-06-01",
      );
      state = step.state;
      return step.told.map(({what}) => what);
    });
    expect(told.flat()).toEqual(["6 to 7.1", "7.1 to 6.05"]);
  });
});

describe("what a condition sees", () => {
  const price = (model: string, input: number, output: number): Price => ({
    model,
    provider: "host",
    input: usdPerMtok(input),
    output: usdPerMtok(output),
    provenance,
  });
  const report = syntheticReport();
  const [first, second] = report.models.filter(({ability}) => ability !== null);
  const sight = (
    prices: readonly Price[] = [],
    models = [madeModel({id: first!.model}), madeModel({id: second!.model, openness: "open"})],
  ): Sight => ({
    catalog: {...madeCatalog({models}), prices},
    forces: undefined,
    report,
    today: dayOf("2026-06-01"),
    mine: [],
    evals: [],
  });
  const priced = (ability: number | null, usd: number, prices: readonly Price[]) =>
    look({kind: "price", models: "*", ability, openness: null, compare: "<", usd}, sight(prices));

  it("the price of an ability with the chance that the model has it", () => {
    const at = first!.ability!;
    expect(priced(at - 50, 1, [price(first!.model, 0.5, 1)])).toMatchObject({chance: expect.closeTo(1, 3)});
    expect(priced(at, 1, [price(first!.model, 0.5, 1)])).toMatchObject({chance: expect.closeTo(0.5, 2)});
    expect(priced(at + 50, 1, [price(first!.model, 0.5, 1)])).toMatchObject({chance: expect.closeTo(0, 3)});
    expect(priced(at - 50, 0.6, [price(first!.model, 0.5, 1)])).toMatchObject({chance: 0});
    expect(priced(null, 1, [])).toMatchObject({
      chance: undefined,
      says: "no list price of such a model is known",
    });
  });

  it("a cheaper offer never makes it less likely, and a free tier counts as none", () => {
    const dear = [price(first!.model, 2, 4)];
    const cheap = [...dear, price(second!.model, 0.1, 0.2)];
    const chance = (seen: Look) => (seen.kind === "level" ? seen.chance! : Number.NaN);
    expect(chance(priced(100, 1, cheap))).toBeGreaterThanOrEqual(chance(priced(100, 1, dear)));
    expect(priced(null, 1, [price(first!.model, 0, 0)])).toMatchObject({chance: undefined});
  });

  it("the price of a task by the tokens of the workload, among the offers its limits allow", () => {
    const {model, ability} = first!;
    const load = {
      tokens: {input: 3000, output: 500, cached: 2000},
      requestsPerTask: 3,
      latency: "interactive" as const,
    };
    const limits = {
      dataResidency: "any" as const,
      licences: ["permissive" as const, "conditional" as const, "non-commercial" as const, "closed" as const],
      excludedOrigins: [],
      originsNotAtHome: [],
      onPremises: false,
      excluded: [],
    };
    const asked = (usd: number, changes: object = {}) =>
      look(
        {kind: "task-price", models: "*", asAbleAs: model, load, compare: "<", usd, within: null, ...changes},
        sight([{...price(model, 2, 10), cachedInput: usdPerMtok(0.2)}]),
      );
    expect(ability).not.toBeNull();
    // 3 requests of 1,000 new tokens at 2, 2,000 repeated at 0.2 and 500 written at 10 USD per million: 0.0222 USD.
    expect(asked(0.0223)).toMatchObject({chance: 1, says: `${model} at host costs 0.0222 USD a task`});
    expect(asked(0.0221)).toMatchObject({chance: 0});
    expect(asked(0.0223, {load: {...load, tokens: {...load.tokens, cached: 0}}})).toMatchObject({chance: 0});
    const within = (more: object) => ({within: {workload: "Triage", limits: {...limits, ...more}}});
    expect(asked(0.0223, within({}))).toMatchObject({chance: 1});
    expect(asked(0.0223, within({excluded: ["host"]}))).toMatchObject({
      chance: undefined,
      says: "no list price of such a model is known",
    });
    expect(asked(0.0223, {asAbleAs: "gone"})).toMatchObject({chance: undefined});
  });

  it("an own eval with what its number of tasks leaves open", () => {
    const asked = (score: number, items: number | undefined, share: number) =>
      look(
        {kind: "own-eval", eval: "tickets", model: "kimi-k2", compare: "<", share},
        {
          ...sight(),
          evals: [{id: "tickets", results: [{model: "kimi-k2", score, ...(items ? {items} : {})}]}],
        },
      );
    expect(asked(0.5, 100, 0.5)).toMatchObject({
      chance: expect.closeTo(0.5, 6),
      says: "kimi-k2 did 50% of 100 tasks of tickets right",
    });
    // scipy.stats.beta.cdf(share, right + 1/2, wrong + 1/2), SciPy 1.17.1.
    const exact = [
      [50, 100, 0.6, 0.9786],
      [15, 20, 0.7, 0.3227],
      [2, 20, 0.2, 0.873],
      [38, 40, 0.9, 0.1421],
      [9, 12, 0.6, 0.1438],
    ] as const;
    for (const [right, items, share, expected] of exact) {
      const {chance} = asked(right / items, items, share) as {chance: number};
      expect(Math.abs(chance - expected)).toBeLessThan(0.02);
    }
    expect(asked(0.5, undefined, 0.6)).toMatchObject({chance: 1});
    expect(
      look({kind: "own-eval", eval: "other", model: "kimi-k2", compare: "<", share: 0.5}, sight()),
    ).toMatchObject({chance: undefined, says: "no run of kimi-k2 on other is imported"});
  });

  it("a licence that changed, with what it was", () => {
    const before = look(
      {kind: "model-change", what: "licence", models: "k*"},
      sight([], [madeModel({id: "k1", licence: "MIT"})]),
    );
    const after = look(
      {kind: "model-change", what: "licence", models: "k*"},
      sight([], [madeModel({id: "k1", licence: "Research only"})]),
    );
    const {state} = stepped({state: {kind: "unseen"}, enter: 0.8}, before, "2026-06-01");
    expect(stepped({state, enter: 0.8}, after, "2026-06-02").told).toEqual([
      {what: "the licence of k1 went from MIT (unknown) to Research only (unknown)", before: "MIT (unknown)"},
    ]);
  });

  it("every number of the report by its id", () => {
    expect(
      look({kind: "number", id: "lag", compare: "<", value: 1000, unit: "months"}, sight()),
    ).toMatchObject({kind: "level", chance: 1});
    expect(look({kind: "number", id: "gone", compare: "<", value: 1, unit: "months"}, sight())).toMatchObject(
      {chance: undefined},
    );
  });

  it("nothing before the first look at records, models and bets of an empty world", () => {
    for (const condition of [
      {kind: "record", side: "open"},
      {kind: "new-model", openness: null, lab: null},
      {kind: "bet", id: "q1"},
      {kind: "deprecated", models: "mine"},
    ] as const)
      expect(
        stepped({state: {kind: "unseen"}, enter: 0.8}, look(condition, sight()), "2026-06-01").told,
      ).toEqual([]);
  });
});

describe("what would make one switch", () => {
  it("becomes conditions, each once, and what cannot be watched says why", () => {
    const trigger = (measure: string, subject: string, threshold: number | null, domain = "general") =>
      ({
        measure,
        subject,
        threshold,
        domain,
        workload: "w",
        says: `${measure} ${subject}`,
      }) as unknown as Trigger;
    const triggers = [
      trigger("ability", "best open model", 158.04),
      trigger("ability", "best closed model", 170, "coding"),
      trigger("event", "mistral", null),
      trigger("licence", "mistral", null),
      trigger("event", "openrouter", null),
      trigger("price", "kimi-k2", 0.01),
      trigger("own-eval", "kimi-k2", 0.4),
    ];
    const advice = {workloads: [{triggers}, {triggers: triggers.slice(0, 1)}]} as unknown as Advice;
    const workload = {
      id: "w",
      name: "Triage",
      tokens: {input: 3000, output: 500, cached: 0},
      requestsPerTask: 2,
      latency: "interactive",
      limits: {licences: ["permissive"], excludedOrigins: ["China"], originsNotAtHome: [], excluded: []},
      quality: {ownEval: "tickets"},
    } as unknown as Workload;
    const {conditions, left} = triggerConditions(advice, [workload], KNOWN.labs);
    expect(conditions.map(conditionText)).toEqual([
      "best open model reaches 158 points",
      "new event at mistral",
      "price per task of anything as able as kimi-k2 at 3000/500 tokens x 2 below 0.01 USD, within the limits of Triage",
      "own eval tickets of kimi-k2 below 0.4",
    ]);
    const [, , priced] = conditions;
    expect(priced).toMatchObject({within: {limits: {excludedOrigins: ["China"]}}});
    // All but the price, whose limits stand in the portfolio, can be typed.
    const typed = conditions.filter((condition) => condition !== priced);
    expect(typed.map((condition) => parsed(conditionText(condition)))).toEqual(typed);
    expect(left.map(({says}) => says)).toEqual(["w: ability best closed model", "w: event openrouter"]);
    const unnamed = {...workload, quality: {}} as unknown as Workload;
    expect(triggerConditions(advice, [unnamed], KNOWN.labs).left).toContainEqual({
      says: "w: own-eval kimi-k2",
      why: expect.stringContaining("names no own_eval"),
    });
  });
});

const watch = (more: Partial<Watch> = {}): Watch => ({
  id: "w1",
  text: "lag < 1000 months",
  condition: {kind: "number", id: "lag", compare: "<", value: 1000, unit: "months"},
  enter: 0.8,
  places: [{kind: "terminal"}],
  mine: [],
  added: "2026-06-01",
  state: {kind: "unseen"},
  ...more,
});
const book = (watches: readonly Watch[], firings: readonly Firing[] = []): WatchBook => ({
  schema: "lagline-watch/1",
  next: 9,
  watches: [...watches],
  firings: [...firings],
});
const anySight: Sight = {
  catalog: madeCatalog({models: []}),
  forces: undefined,
  report: syntheticReport(),
  today: dayOf("2026-06-01"),
  mine: [],
  evals: [],
};

describe("a check", () => {
  it("fires once: a second look at the same facts tells nothing", () => {
    const once = checked(book([watch()]), () => anySight);
    expect(once.fired).toHaveLength(1);
    expect(once.fired[0]!.what).toMatch(/^lag is .* months \(90%: .*; it holds with probability 100%$/);
    expect(checked(once.book, () => anySight).fired).toEqual([]);
  });

  it("forgets old firings only when they arrived everywhere", () => {
    const old = (i: number, isDone: boolean): Firing => ({
      id: `f${i}`,
      watch: "w1",
      condition: "c",
      day: "2026-01-01",
      what: "w",
      before: null,
      vintage: "v",
      method: "m",
      places: [{kind: "terminal"}],
      delivered: isDone ? ["terminal"] : [],
    });
    const many = Array.from({length: 300}, (_, i) => old(i, i % 2 === 0));
    const {firings} = checked(book([], many), () => anySight).book;
    expect(firings.filter(({delivered: there}) => there.length === 0)).toHaveLength(150);
    expect(firings.length).toBeLessThan(300);
  });
});

describe("the file of watches", () => {
  it("is what was written, and a damaged one is named, not made anew", () => {
    const home = madeFolder();
    const {book: told} = checked(
      book([watch(), watch({id: "w2", places: [{kind: "webhook", url: "https://example.org/"}]})]),
      () => anySight,
    );
    writeWatchBook(home, told);
    expect(readWatchBook(home)).toEqual(told);
    for (const text of [
      "",
      "{",
      '{"schema":"lagline-watch/1"}',
      JSON.stringify({...told, watches: [{...watch(), condition: {kind: "code", run: "1"}}]}),
    ]) {
      writeFileSync(join(home, "watch.json"), text);
      expect(thrown(() => readWatchBook(home))).toMatch(
        /^invalid file of watches: it cannot be read; .*\[.*watch\.json\]$/,
      );
      expect(readFileSync(join(home, "watch.json"), "utf8")).toBe(text);
    }
  });

  it("is whole after a run killed at any step", () => {
    const home = madeFolder();
    writeWatchBook(home, book([watch()]));
    for (const steps of [0, 1]) {
      expect(() => writeWatchBook(home, book([]), failingDisk(steps, "kill"))).toThrow("killed");
      expect(readWatchBook(home).watches).toHaveLength(1);
    }
    expect(thrown(() => writeWatchBook(home, book([]), failingDisk(0, "full")))).toMatch(
      /^insufficient disk space/,
    );
  });

  it("is changed by one process at a time, and a lock left behind does not last", () => {
    const path = join(madeFolder(), "deep", "watch.lock");
    const release = heldLock(path, "check of the watches");
    expect(thrown(() => heldLock(path, "check of the watches"))).toMatch(
      /^conflicting check of the watches: another process is at it/,
    );
    release();
    heldLock(path, "check")();
    writeFileSync(path, "999999999");
    heldLock(path, "check")();
    writeFileSync(path, String(process.pid));
    utimesSync(path, new Date(0), new Date(0));
    heldLock(path, "check")();
    expect(existsSync(path)).toBe(false);
  });
});

/** The checker reads elements; the first line is the declaration. */
const withoutDeclaration = (xml: string): string => xml.slice(xml.indexOf("\n") + 1);

describe("delivery", () => {
  const firing = (id: string, places: Firing["places"], what = "it happened"): Firing => ({
    id,
    watch: "w1",
    condition: "lag < 3 months",
    day: "2026-06-01",
    what,
    before: "lag is 4 months",
    vintage: "v0123456789ab",
    method: "m0",
    places,
    delivered: [],
  });
  const noPost: Delivery = {...nodeDelivery, post: async () => 200};

  it("to a file and a feed happens once, even when it was not remembered", async () => {
    const folder = madeFolder();
    const places = [
      placeNamed(`file:${join(folder, "deep", "told.jsonl")}`),
      placeNamed(`feed:${join(folder, "told.xml")}`),
    ];
    const start = book([], [firing("a", places), firing("b", places)]);
    for (let forgetful = 0; forgetful < 3; forgetful++) await delivered(start, noPost, () => {});
    const lines = readFileSync(join(folder, "deep", "told.jsonl"), "utf8")
      .trim()
      .split("\n");
    expect(lines.map((line) => (JSON.parse(line) as Firing).id)).toEqual(["a", "b"]);
    const feed = readFileSync(join(folder, "told.xml"), "utf8");
    expect(xmlFault(withoutDeclaration(feed))).toBeUndefined();
    expect(feed.match(/urn:lagline:firing:b/g)).toHaveLength(1);
  });

  it("keeps what others wrote into the file", async () => {
    const path = join(madeFolder(), "told.jsonl");
    writeFileSync(path, "mine, without a line end");
    await delivered(book([], [firing("a", [placeNamed(`file:${path}`)])]), noPost, () => {});
    expect(readFileSync(path, "utf8")).toMatch(/^mine, without a line end\n\{"id":"a".*\}\n$/);
  });

  it("is remembered place by place, and tried again where it failed", async () => {
    const folder = madeFolder();
    const places = [
      placeNamed("webhook:https://example.org/hook"),
      placeNamed(`file:${join(folder, "told.jsonl")}`),
    ];
    const calls: string[] = [];
    const saved: WatchBook[] = [];
    const flaky = (status: number): Delivery => ({
      ...nodeDelivery,
      post: async (_, body, headers) => {
        calls.push(`${headers["lagline-firing"]} ${(JSON.parse(body) as Firing).id}`);
        return status;
      },
    });
    const first = await delivered(book([], [firing("a", places)]), flaky(503), (one) => saved.push(one));
    expect(first.undelivered).toEqual([
      {
        firing: "a",
        place: "webhook:https://example.org/hook",
        why: "the answer was 503; 200 to 299 was expected",
      },
    ]);
    expect(saved).toHaveLength(1);
    const second = await delivered(first.book, flaky(200), (one) => saved.push(one));
    expect(second.undelivered).toEqual([]);
    expect(calls).toEqual(["a a", "a a"]);
    const third = await delivered(second.book, flaky(200), () => {});
    expect([calls.length, third.book]).toEqual([2, second.book]);
  });

  it("to a place that cannot be written is no loss: it waits", async () => {
    const folder = madeFolder();
    mkdirSync(join(folder, "told.jsonl"));
    const place = placeNamed(`file:${join(folder, "told.jsonl")}`);
    const {undelivered, book: after} = await delivered(book([], [firing("a", [place])]), noPost, () => {});
    expect(undelivered).toHaveLength(1);
    expect(after.firings[0]!.delivered).toEqual([]);
  });

  it("to a real webhook is one small post that follows no redirect and does not wait for ever", async () => {
    const seen: {method: string; id: string | undefined; bytes: number; path: string}[] = [];
    const server: Server = createServer((request, response) => {
      let bytes = 0;
      request.on("data", (chunk: Buffer) => (bytes += chunk.length));
      request.on("end", () => {
        seen.push({
          method: request.method!,
          id: request.headers["lagline-firing"] as string,
          bytes,
          path: request.url!,
        });
        if (request.url === "/away") response.writeHead(302, {location: "/other"}).end();
        else response.writeHead(204).end();
      });
    });
    await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
    try {
      const {port} = server.address() as AddressInfo;
      const hook = placeNamed(`webhook:http://127.0.0.1:${port}/hook`);
      const away = placeNamed(`webhook:http://127.0.0.1:${port}/away`);
      const {undelivered} = await delivered(book([], [firing("a", [hook, away])]), nodeDelivery, () => {});
      expect(undelivered).toMatchObject([{why: "the answer was 302; 200 to 299 was expected"}]);
      expect(seen.map(({method, id, path}) => [method, id, path])).toEqual([
        ["POST", "a", "/hook"],
        ["POST", "a", "/away"],
      ]);
      expect(seen[0]!.bytes).toBeLessThan(2_000);
    } finally {
      await new Promise((done) => server.close(done));
    }
  });

  it.each([
    ["webhook:http://example.org/x", /an https address was expected/],
    ["webhook:ftp://example.org/x", /an https address was expected/],
    ["webhook:https://me:secret@example.org/", /one without was expected/],
    ["webhook:nowhere", /the address of a webhook/],
    ["file:", /a path was expected/],
    ["file:a\0b", /a path was expected/],
    ["mail:me@example.org", /terminal, file:<path>, feed:<path> or webhook/],
    ["", /terminal, file/],
  ])("refuses %j as a place", (text, sentence) => {
    const message = thrown(() => placeNamed(text));
    expect(message).toMatch(sentence);
    expect(message).not.toContain("secret");
  });

  it("as a feed is well-formed XML whatever the facts say", () => {
    fc.assert(
      fc.property(fc.string({unit: "binary", maxLength: 60}), fc.string({maxLength: 40}), (what, id) => {
        expect(xmlFault(withoutDeclaration(atomFeed([firing(id, [], what)])))).toBeUndefined();
      }),
    );
  });
});
