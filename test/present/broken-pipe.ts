/** Prints a Report far larger than a pipe holds, in this very process; a test closes the pipe or interrupts it. */
import {main} from "../../src/present/cli/main.ts";
import {processWorld} from "../../src/present/cli/world.ts";
import {syntheticReport} from "./synthetic-report.ts";

const report = syntheticReport();
const large = {...report, changes: Array.from({length: 40_000}, () => report.changes[0]!)};
const isSlow = process.argv[2] === "slow";
process.exitCode = await main(["--json"], {
  ...processWorld(),
  pipeline: async () => ({
    defaultOptions: {facts: ".", dates: "weights", instrument: "lagline", seed: 1, draws: 400},
    reportFor: async () => {
      if (isSlow) {
        process.stderr.write("working\n");
        await new Promise((resolve) => setTimeout(resolve, 30_000));
      }
      return large;
    },
    catalogFor: async () => {
      throw new Error("not asked for");
    },
    multiverseFor: async () => {
      throw new Error("not asked for");
    },
    shippedMultiverse: () => undefined,
    backtestFor: async () => {
      throw new Error("not asked for");
    },
    lawFor: async () => {
      throw new Error("not asked for");
    },
    breakEvensFor: async () => {
      throw new Error("not asked for");
    },
    whatIfFor: async () => {
      throw new Error("not asked for");
    },
    scenarioSourceFor: async () => {
      throw new Error("not asked for");
    },
    oddsFor: async () => {
      throw new Error("not asked for");
    },
    shippedAdviceFor: () => Promise.reject(new Error("not asked for")),
    adviceFor: async () => {
      throw new Error("not asked for");
    },
    sightFor: async () => {
      throw new Error("not asked for");
    },
    chancesFor: async () => {
      throw new Error("not asked for");
    },
    pricedCatalogFor: async () => {
      throw new Error("not asked for");
    },
    adviceBacktestFor: async () => {
      throw new Error("not asked for");
    },
    fileCache: () => undefined,
  }),
});
