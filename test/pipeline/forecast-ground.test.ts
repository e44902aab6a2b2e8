/** The ground of a forecast on the shipped facts, at a past day: the leak that back-tests would never show. */
import {fileURLToPath} from "node:url";
import {describe, expect, it} from "vitest";
import {catalogAsOf} from "../../src/data/as-of.ts";
import type {DatedFact, ForceFacts} from "../../src/data/forces/force-facts.ts";
import {publishedBy} from "../../src/data/forces/known-facts.ts";
import {loadCatalog} from "../../src/data/load-catalog.ts";
import {dayOf} from "../../src/dates.ts";
import {sidesOf} from "../../src/measure/sides.ts";
import {stream} from "../../src/numeric/random.ts";
import {forecastGround, type Measurement} from "../../src/pipeline/forecast-ground.ts";
import {forceFactsIn} from "../../src/pipeline/forces-report.ts";

const folder = fileURLToPath(new URL("../../data", import.meta.url));
const ON = dayOf("2026-02-28");

/** Abilities made up at random: what is asked here is which facts are seen, not how able anybody is. */
function measuredOn(): Measurement {
  const {catalog} = catalogAsOf(loadCatalog(folder), ON);
  const models = [...catalog.models.keys()];
  const random = stream(5);
  const drawCount = 8;
  const abilities = {
    models,
    point: Float64Array.from(models, () => 140 + 8 * random.normal()),
    draws: Float64Array.from({length: drawCount * models.length}, () => 140 + 8 * random.normal()),
    drawCount,
  };
  const {closed, open} = sidesOf(catalog, models, "weights");
  return {catalog, abilities, closed, open, asOf: ON};
}

describe("the ground of a forecast at a past day", () => {
  const all = forceFactsIn(folder)!;
  const tables = Object.entries(all).filter(([name]) => name !== "labs") as [string, DatedFact[]][];
  const isPublished = (fact: DatedFact) => publishedBy(fact) <= ON;
  const onlyPublished = {
    labs: all.labs,
    ...Object.fromEntries(tables.map(([name, rows]) => [name, rows.filter(isPublished)])),
  } as ForceFacts;

  it("is the same whether or not the folder holds pages that were published later", () => {
    const later = tables.flatMap(([, rows]) => rows.filter((row) => !isPublished(row)));
    expect(later.length).toBeGreaterThan(50);
    const measured = measuredOn();
    const groundOf = (facts: ForceFacts) => forecastGround(measured, {facts, knownTo: ON, seed: 1});
    expect(groundOf(all).forces).toEqual(groundOf(onlyPublished).forces);
  });
});
