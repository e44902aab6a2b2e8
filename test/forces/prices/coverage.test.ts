/**
 * Measured on 250 worlds each, 90% intervals: the yearly fall is held in 85% of worlds of rare steps (a fall is found in 91%),
 * and in all worlds that wander around a line, where the interval is wider than need be. The typical ratio of open to closed
 * is held in 92%.
 */
import {describe, expect, it} from "vitest";
import {dayOf} from "../../../src/dates.ts";
import {openClosedRatioAt, typicalOpenClosedRatio} from "../../../src/forces/prices/open-closed-price.ts";
import {priceOfAbility} from "../../../src/forces/prices/price-of-ability.ts";
import {type Random, stream} from "../../../src/numeric/random.ts";
import {type Day, day} from "../../../src/units.ts";
import {abilities, dear, dearPrices, facts, type MadePrice} from "./price-world.ts";

const WORLDS = 250;
const MONTHS = 17;

/** Month starts from January 2025. */
const monthStart = (m: number): Day => day(Date.UTC(2025, m, 1) / 86_400_000);

/** Share of worlds whose 90% interval of the yearly fall holds the truth, and its mean width. */
function declineCoverage(truth: number, logPrices: (random: Random) => number[]) {
  const ids = ["good", ...dear.map(({id}) => id)];
  const drawn = abilities(
    ids,
    Array.from({length: 100}, () => [150, ...dear.map(() => 100)]),
  );
  let held = 0;
  let positive = 0;
  for (let w = 0; w < WORLDS; w++) {
    const path = logPrices(stream(11, w));
    const prices: MadePrice[] = path.map((log, m) => ({
      model: "good",
      input: Math.exp(log),
      from: monthStart(m),
      to: monthStart(m + 1),
    }));
    const {interval} = priceOfAbility(
      {
        facts: facts([{id: "good"}, ...dear], [...prices, ...dearPrices]),
        abilities: drawn,
        asOf: day(monthStart(MONTHS) - 1),
        seed: w,
      },
      145,
    ).decline.recorded;
    if (interval!.low! <= truth && truth <= interval!.high!) held++;
    if (interval!.low! > 0) positive++;
  }
  return {held: held / WORLDS, power: positive / WORLDS};
}

describe("the interval of the yearly fall holds the truth as often as it says, within the noise of 250 worlds", () => {
  it("when prices fall by rare steps", () => {
    // A cut comes in three months of ten and takes 0.4 on average off the log price: 1 - exp(-12 · 0.12).
    const {held, power} = declineCoverage(1 - Math.exp(-1.44), (random) => {
      let log = 3;
      return Array.from({length: MONTHS}, () => {
        const now = log;
        if (random.uniform() < 0.3) log += 0.4 * Math.log(1 - random.uniform());
        return now;
      });
    });
    expect(held).toBeGreaterThan(0.8);
    expect(power).toBeGreaterThan(0.6);
  });

  it("when prices wander around a line", () => {
    const {held} = declineCoverage(1 - Math.exp(-0.6), (random) => {
      let noise = 0;
      return Array.from({length: MONTHS}, (_, m) => {
        noise = 0.6 * noise + 0.15 * random.normal();
        return 3 - 0.05 * m + noise;
      });
    });
    expect(held).toBeGreaterThan(0.87);
  });
});

describe("the typical ratio of open to closed prices", () => {
  it("holds a known ratio as often as it says, with noisy abilities and few models", () => {
    const TRUE_LOG_RATIO = Math.log(0.4);
    let held = 0;
    for (let w = 0; w < WORLDS; w++) {
      const random = stream(12, w);
      const models = Array.from({length: 60}, (_, i) => ({
        id: `m${i}`,
        openness: i < 30 ? ("open" as const) : ("closed" as const),
        ability: 130 + 20 * random.uniform(),
      }));
      const prices = models.map(({id, openness, ability}) => ({
        model: id,
        input: Math.exp(
          0.08 * (ability - 140) + (openness === "open" ? TRUE_LOG_RATIO : 0) + 0.5 * random.normal(),
        ),
      }));
      // The fit sees each ability with error 1, and its draws are spread as widely around what it saw.
      const seen = models.map(({ability}) => ability + random.normal());
      const rows = Array.from({length: 200}, () => seen.map((value) => value + random.normal()));
      const ids = models.map(({id}) => id);
      const ratio = typicalOpenClosedRatio({
        facts: facts(models, prices),
        abilities: abilities(ids, rows),
        asOf: dayOf("2026-06-30"),
        seed: w,
      });
      if (ratio.interval!.low! <= 0.4 && 0.4 <= ratio.interval!.high!) held++;
    }
    expect(held / WORLDS).toBeGreaterThan(0.82);
  });

  it("at a level is that of the two cheapest, whatever the rest cost", () => {
    const ids = ["o", "c"];
    const ratio = openClosedRatioAt(
      {
        facts: facts(
          [{id: "o", openness: "open"}, {id: "c"}],
          [
            {model: "o", input: 3},
            {model: "c", input: 2},
          ],
        ),
        abilities: abilities(ids, [[150, 150]]),
        asOf: dayOf("2026-06-30"),
        seed: 1,
      },
      140,
    );
    expect(ratio.value).toBe(1.5);
  });
});
