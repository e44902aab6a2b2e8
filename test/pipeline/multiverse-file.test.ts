import {mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, describe, expect, it} from "vitest";
import {shippedMultiverse} from "../../src/pipeline/multiverse-file.ts";
import {syntheticReport} from "../present/synthetic-report.ts";
import {syntheticMultiverse} from "../present/synthetic-world.ts";

const folder = mkdtempSync(join(tmpdir(), "lagline-multiverse-"));
afterAll(() => rmSync(folder, {recursive: true, force: true}));

const report = syntheticReport();
const {about} = report;
const {value, interval} = report.headline.lag;
const own = {
  ...syntheticMultiverse,
  vintage: about.vintage,
  asOf: about.asOf,
  base: {months: value!, low: interval!.low, high: interval!.high},
};
const readBack = (made: object) => {
  const path = join(folder, "multiverse.json");
  writeFileSync(path, JSON.stringify(made));
  return shippedMultiverse(report, path);
};

describe("the multiverse that ships", () => {
  it("stands beside the headline it was made for", () => {
    expect(readBack(own)).toEqual(own);
  });

  it.each([
    ["facts", {vintage: "v000000000000"}],
    ["day", {asOf: "2020-01-01"}],
    ["number", {base: {...own.base, months: value! + 1e-9}}],
    ["interval", {base: {...own.base, high: null}}],
  ])("stays away from a headline with another %s", (_, change) => {
    expect(readBack({...own, ...change})).toBeUndefined();
  });

  it("is not needed", () => {
    expect(shippedMultiverse(report, join(folder, "none.json"))).toBeUndefined();
  });
});
