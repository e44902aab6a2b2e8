import {describe, expect, it} from "vitest";
import type {LagEstimate, LagFigure, LagRecord, Statistic} from "../../../src/measure/lag/estimate.ts";
import {sideBySide} from "../../../src/measure/lag/side-by-side.ts";
import {whyTheyDiffer} from "../../../src/measure/lag/why-they-differ.ts";
import {day} from "../../../src/units.ts";
import {syntheticWorld} from "./synthetic-world.ts";

const statistic = (id: string, value: number): Statistic => ({
  id,
  label: id,
  unit: "months",
  value,
  point: value,
  censored: "none",
  pointCensored: "none",
  interval: {low: value - 1, high: value + 1, level: 0.9, censored: "none"},
});

const made = (
  rule: LagFigure["rule"],
  variant: string,
  value: number,
  more: Partial<LagFigure> = {},
): LagFigure => ({
  kind: "estimate",
  rule,
  variant,
  ...statistic("main", value),
  label: rule,
  definition: "",
  records: [],
  leftOut: [],
  window: {from: day(20_000), to: day(20_365)},
  n: {closed: 9, open: 9, records: 0},
  draws: {used: 100, dropped: 0, reason: ""},
  also: [],
  spread: undefined,
  ...more,
});

const record = (censored: LagRecord["censored"], recordShare = 1): LagRecord => ({
  model: "m",
  date: {earliest: day(20_000), latest: day(20_000)},
  matchedBy: undefined,
  months: 3,
  censored,
  interval: {low: 3, high: 3, level: 0.8},
  recordShare,
  censoredShare: censored === "none" ? 0 : 1,
});

const said = (estimates: readonly LagEstimate[], others: Parameters<typeof whyTheyDiffer>[1] = []) =>
  new Map(whyTheyDiffer(estimates, others).sentences.map(({id, text}) => [id, text]));

describe("why the definitions differ", () => {
  it("names the shortest and the longest rule with their numbers", () => {
    expect(
      said([made("daily-look-back", "a", 8), made("catch-up", "b", 5.25), made("trend-line", "c", 6)]).get(
        "range",
      ),
    ).toBe(
      "On the same abilities and dates, 3 rules give from 5.3 months, “catch-up” (b), to 8.0 months, “daily-look-back” (a).",
    );
  });

  it("names the rule shown first among those that print alike", () => {
    const rules = [
      made("daily-look-back", "a", 8),
      made("last-day-not-better", "b", 8.01),
      made("trend-line", "c", 6),
    ];
    expect(said(rules).get("range")).toContain("to 8.0 months, “daily-look-back” (a).");
  });

  it("calls numbers that print alike equal, and does not speak of a difference", () => {
    const sentences = said([made("daily-look-back", "a", 5.01), made("record-look-back", "b", 4.99)]);
    expect(sentences.get("range")).toBe("All 2 rules give 5.0 months.");
    expect(sentences.get("quiet-days")).toMatch(/today both give 5\.0 months\.$/);
    expect(sentences.get("agreement")).toMatch(/^All 90% intervals overlap/);
  });

  it("says what asking for a clear lead takes off, and nothing of the kind when it takes off nothing", () => {
    const strict = made("last-day-not-better", "strict", 8);
    const shorter = made("last-day-not-better", "paired, one-sided 95%", 6.3);
    const unpaired = made("last-day-not-better", "unpaired z 1.96", 4.4);
    const sentences = said([strict, shorter, unpaired]);
    expect(sentences.get("tolerance")).toContain(
      "shortens the same rule from 8.0 to 6.3 months: leads too small",
    );
    expect(sentences.get("pairing")).toContain("shortens it to 4.4.");
    const same = said([strict, made("last-day-not-better", "paired, one-sided 95%", 8)]);
    expect(same.get("tolerance")).toContain("changes nothing at this precision");
    const longer = said([shorter, made("last-day-not-better", "unpaired z 1.96", 7)]);
    expect(longer.get("pairing")).toContain("lengthens it to 7.0.");
    expect(said([strict]).has("tolerance")).toBe(false);
  });

  it("says which way quiet days move the daily lag", () => {
    const records = made("record-look-back", "b", 6);
    expect(said([made("daily-look-back", "a", 7), records]).get("quiet-days")).toContain(
      "longer by 1.0 months",
    );
    expect(said([made("daily-look-back", "a", 5.5), records]).get("quiet-days")).toContain(
      "shorter by 0.5 months",
    );
  });

  it("counts the closed records that still stand, leaving out those that are records in few draws", () => {
    const records = [record("none"), record("right"), record("right"), record("right", 0.2)];
    expect(said([made("catch-up", "KM", 7, {records})]).get("waiting")).toContain(
      "from 3 closed records instead of back from open ones; 2 of them have not been matched yet",
    );
    expect(said([made("catch-up", "KM", 7, {records: [record("none")]})]).get("waiting")).toContain(
      "from 1 closed record instead of back from open ones; all of them have been matched",
    );
  });

  it("says “at least” of a median that has not been reached", () => {
    const unreached = made("catch-up", "KM", 9, {censored: "right", records: [record("right")]});
    expect(said([unreached]).get("waiting")).toContain("1 of them has not been matched yet");
    expect(said([unreached]).get("waiting")).toMatch(/its median is at least 9\.0 months\.$/);
  });

  it("says that open leads only on a day on which it does", () => {
    const daily = (last: number) =>
      said([made("daily-look-back", "a", 2, {also: [statistic("last-day", last)]})]).get("today");
    expect(daily(-1.5)).toContain("−1.5 months (open leads), less than the 2.0");
    expect(daily(3)).toContain("3.0 months, more than the 2.0");
    expect(daily(3)).not.toContain("leads");
    expect(daily(-0.01)).toContain("0.0 months, less");
    expect(daily(2)).toContain("the same as the mean");
  });

  it("speaks of history only where the levels reach back further than the daily window", () => {
    const daily = made("daily-look-back", "a", 6);
    const long = made("level-crossing", "strict", 4, {window: {from: day(19_500), to: day(20_365)}});
    expect(said([daily, long]).get("history")).toContain("2.0 months less than the daily lag");
    expect(said([daily, made("level-crossing", "strict", 4)]).has("history")).toBe(false);
  });

  it("claims that intervals do not overlap only where they do not", () => {
    const apart = said([made("daily-look-back", "a", 8), made("level-crossing", "strict", 3)]);
    expect(apart.get("agreement")).toContain("ends at 4.0 and “daily-look-back” (a) begins at 7.0");
    const bound = made("catch-up", "KM", 3, {interval: {low: 2, high: 4, level: 0.9, censored: "right"}});
    expect(said([made("daily-look-back", "a", 8), bound]).get("agreement")).toMatch(/^All 90%/);
  });

  it("separates what dates do from what rules do", () => {
    const headline = made("daily-look-back", "a", 8);
    const moved = {label: "with o3 dated by availability", estimate: made("daily-look-back", "a", 7.2)};
    expect(said([headline], [moved]).get("dates")).toBe(
      "Dates alone move it: with o3 dated by availability, “daily-look-back” (a) gives 7.2 months instead of 8.0.",
    );
    const unmoved = {...moved, estimate: headline};
    expect(said([headline], [unmoved]).get("dates")).toContain("still gives 8.0 months");
  });

  it("says what could not be computed and why, and leaves points out of a comparison of months", () => {
    const absent: LagEstimate = {
      kind: "insufficient",
      rule: "trend-line",
      variant: "",
      label: "Trend",
      insufficient: "fewer than 4 closed records",
      n: {closed: 2, open: 3},
    };
    const points = made("vertical-gap", "mean", 99, {unit: "points"});
    const {paragraph, sentences} = whyTheyDiffer([made("daily-look-back", "a", 8), absent, points]);
    expect(sentences[0].text).toBe("One rule could be computed: “daily-look-back” (a) gives 8.0 months.");
    expect(paragraph).toContain("Not computed: “Trend”, because fewer than 4 closed records.");
    expect(paragraph).not.toContain("99");
    expect(whyTheyDiffer([]).paragraph).toMatch(/^No rule could be computed/);
  });

  it("is a paragraph of full sentences in worlds of any kind: behind, level, ahead, sparse", () => {
    for (const lagMonths of [12, 6, 1, 0, -4])
      for (const releases of [4, 30]) {
        const {input} = syntheticWorld({seed: lagMonths + 20, lagMonths, drawCount: 30, noise: 1, releases});
        const estimates = sideBySide(input);
        const {paragraph, sentences} = whyTheyDiffer(estimates);
        expect(paragraph).not.toMatch(/NaN|Infinity|undefined|null|−0\.0/);
        for (const {text} of sentences) expect(text).toMatch(/^[A-Z].*\.$/s);
        const values = estimates.flatMap((e) =>
          e.kind === "estimate" && e.unit === "months" ? [e.value] : [],
        );
        if (values.length > 1) {
          const low = Math.min(...values);
          expect(sentences[0].text).toContain(Math.abs(low).toFixed(1));
        }
      }
  });
});
