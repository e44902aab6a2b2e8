import {describe, expect, it} from "vitest";
import {costDraws} from "../../src/advise/cost/cost-draws.ts";
import {selfHostCosts} from "../../src/advise/cost/self-host-cost.ts";
import {optionsOn} from "../../src/advise/options/options.ts";
import {loadCatalog} from "../../src/data/load-catalog.ts";
import {loadForceFacts} from "../../src/data/forces/load-force-facts.ts";
import {dayOf} from "../../src/dates.ts";
import {mean} from "../../src/numeric/quantile.ts";
import {workloadOptions} from "../../src/pipeline/own-evals-options.ts";
import {workload} from "../advise/made-options.ts";

const data = new URL("../../data", import.meta.url).pathname;
const on = dayOf("2026-11-23");
const catalog = loadCatalog(data);
const {selfhost} = loadForceFacts(`${data}/forces`);
const costs = costDraws(selfhost, {on, seed: 1, drawCount: 60});
const success = new Map([...catalog.models.keys()].map((id, i) => [id, 1 / (1 + i)]));

describe("options of a test for a workload", () => {
  const onPremises = workload({latency: "batch"});
  const limits = {...onPremises.limits, onPremises: true};

  it("are open weights on own machines where nothing may leave the house, at their expected cost a task", () => {
    const asked = {...onPremises, limits};
    const found = workloadOptions(catalog, asked, success, on, costs);
    expect(found.length).toBeGreaterThan(0);
    const own = optionsOn(catalog, success, on).options.filter(
      (option) => option.hosting === "self-hosted" && option.precision === 8,
    );
    for (const {model, cost, worth} of found) {
      expect(worth).toBe(asked.valueOfSuccess + asked.costOfFailure);
      const monthly = own
        .filter((option) => option.model === model)
        .map((option) =>
          mean(
            costs.draws
              .map(selfHostCosts(asked, option as Parameters<typeof selfHostCosts>[1]))
              .map((draw) => draw.monthly),
          ),
        );
      expect(cost).toBeCloseTo(Math.min(...monthly) / asked.tasksPerMonth, 9);
    }
  });

  it("take own machines only where they are cheaper than every host", () => {
    const cheap = (tasksPerMonth: number) =>
      new Map(
        workloadOptions(catalog, {...onPremises, tasksPerMonth}, success, on, costs).map(({model, cost}) => [
          model,
          cost,
        ]),
      );
    const [few, many] = [cheap(1000), cheap(100_000_000)];
    expect([...few].some(([model, cost]) => many.get(model)! < cost)).toBe(true);
    for (const [model, cost] of few) expect(many.get(model)).toBeLessThanOrEqual(cost);
  });
});
