import {describe, expect, it} from "vitest";
import {boardRatings} from "../../../src/measure/preference/board-ratings.ts";
import {
  latestRatings,
  type ObservedPreference,
  ratingError,
} from "../../../src/measure/preference/latest-ratings.ts";
import {preferenceLag} from "../../../src/measure/preference/preference-lag.ts";
import {preferenceMethod} from "../../../src/measure/preference/preference-method.ts";
import {DAYS_PER_MONTH, day} from "../../../src/units.ts";

const rated = (
  model: string,
  rating: number,
  more: Partial<ObservedPreference> = {},
): ObservedPreference => ({
  model,
  setting: "",
  board: "text",
  date: day(20_600),
  rating,
  low: rating,
  high: rating,
  ...more,
});
const ASOF = day(20_650);
const monthsAgo = (wait: number) => day(20_600 - wait * DAYS_PER_MONTH);
const model = (id: string, openness: "open" | "closed", wait: number) => ({
  id,
  openness,
  releaseDay: monthsAgo(wait),
});

describe("the latest ratings", () => {
  it("take the last one per model, setting and board by the as-of date", () => {
    const {ratings} = latestRatings(
      [
        rated("a", 1200, {date: day(20_500)}),
        rated("a", 1210),
        rated("a", 1900, {date: day(20_651)}),
        rated("a", 1300, {setting: "thinking"}),
        rated("a", 1000, {board: "webdev"}),
      ],
      ASOF,
      120,
    );
    expect(ratings.map(({board, setting, rating}) => [board, setting, rating])).toEqual([
      ["text", "", 1210],
      ["text", "thinking", 1300],
      ["webdev", "", 1000],
    ]);
  });

  it("leave out what the board has not renewed, and count it", () => {
    const {ratings, stale} = latestRatings(
      [rated("a", 1200), rated("b", 1250, {date: day(20_400)})],
      ASOF,
      120,
    );
    expect(ratings.map(({model: id}) => id)).toEqual(["a"]);
    expect(stale).toBe(1);
  });

  it("have the standard error of a 95% interval", () => {
    expect(ratingError(rated("a", 1200, {low: 1200 - 19.59964, high: 1200 + 19.59964}))).toBeCloseTo(10, 9);
  });
});

describe("the ratings of one board", () => {
  const both = Array.from({length: 30}, (_, k) => [
    rated(`m${k}`, 1200 + 5 * k, {setting: "no-thinking"}),
    rated(`m${k}`, 1240 + 5 * k, {setting: "max"}),
  ]).flat();

  it("bring settings to full effort by the effect seen within models, instead of taking the best", () => {
    const extra = rated("lucky", 1500, {setting: "no-thinking"});
    const lucky = rated("lucky", 1500, {setting: "max"});
    const {ratings} = boardRatings([...both, extra, lucky], "text", ASOF, preferenceMethod);
    const m0 = ratings.find((rating) => rating.model === "m0")!;
    // Forty points between the settings in thirty models, none in one: about 39 on average, shrunken a little.
    expect(m0.rating).toBeGreaterThan(1236);
    expect(m0.rating).toBeLessThan(1240.5);
    expect(m0.settings).toBe(2);
  });

  it("leave a model with one setting, and other boards, alone", () => {
    const {ratings} = boardRatings(
      [
        ...both,
        rated("single", 1111, {setting: "low", low: 1101.2, high: 1120.8}),
        rated("m0", 1, {board: "webdev"}),
      ],
      "text",
      ASOF,
      preferenceMethod,
    );
    const single = ratings.find((rating) => rating.model === "single")!;
    expect(single.rating).toBe(1111);
    expect(single.error).toBeCloseTo(9.8 / 1.959964, 9);
    expect(ratings).toHaveLength(31);
  });
});

describe("the lag on a preference board", () => {
  const models = [
    model("c-old", "closed", 20),
    model("c-mid", "closed", 9),
    model("c-new", "closed", 2),
    model("o-old", "open", 15),
    model("o-new", "open", 1),
  ];
  const preferences = [
    rated("c-old", 1200),
    rated("c-mid", 1300),
    rated("c-new", 1400),
    rated("o-old", 1190),
    rated("o-new", 1290),
    rated("unheard-of", 1900),
  ];
  const lag = (change: object = {}) =>
    preferenceLag({models, preferences, board: "text", asOf: ASOF, ...change});

  it("is the age of the first closed model rated at least as high as the best open one", () => {
    expect(lag()).toMatchObject({
      kind: "estimate",
      gap: {value: 110},
      bestOpen: {model: "o-new", share: 1},
      bestClosed: {model: "c-new", share: 1},
      nOpen: 2,
      nClosed: 3,
      unplaced: 1,
    });
    const own = lag();
    expect(own.kind === "estimate" && own.lag.value).toBeCloseTo(9, 9);
  });

  it("turns its sign when open leads", () => {
    const swapped = models.map((entry) => ({
      ...entry,
      openness: entry.openness === "open" ? "closed" : "open",
    }));
    const own = lag({models: swapped});
    expect(own.kind === "estimate" && own.lag.value).toBeCloseTo(-9, 9);
    expect(own.kind === "estimate" && own.gap.value).toBeCloseTo(-110, 9);
  });

  it("does not change when the whole board moves by a constant", () => {
    const moved = preferences.map((entry) => ({
      ...entry,
      rating: entry.rating + 100,
      low: entry.low + 100,
      high: entry.high + 100,
    }));
    expect(lag({preferences: moved})).toMatchObject({lag: (lag() as {lag: object}).lag});
  });

  it("is uncertain where ratings are: with wide intervals either side may lead", () => {
    const wide = preferences.map((entry) => ({...entry, low: entry.rating - 150, high: entry.rating + 150}));
    const own = lag({preferences: wide});
    if (own.kind !== "estimate") throw new Error("no estimate");
    expect(own.gap.interval.low).toBeLessThan(0);
    expect(own.gap.interval.high).toBeGreaterThan(150);
    // Standard error of the gap: 150 / 1.96 times the root of two; five more entries only widen it.
    expect(own.gap.interval.high - own.gap.interval.low).toBeGreaterThan(250);
  });

  it("says insufficient, with counts, on a board without open models", () => {
    const own = lag({models: models.filter(({openness}) => openness === "closed")});
    expect(own).toMatchObject({kind: "insufficient", nOpen: 0, nClosed: 3});
  });
});
