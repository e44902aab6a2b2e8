/** `lagline mcp` as a process of its own, over a world that does not exist. */
import {main} from "../../../src/present/cli/main.ts";
import {processWorld} from "../../../src/present/cli/world.ts";
import {defaultOptions} from "../../../src/pipeline.ts";
import {syntheticCatalog} from "../synthetic-catalog.ts";
import {syntheticReport} from "../synthetic-report.ts";

const report = syntheticReport();
const world = processWorld();
const pipeline = {
  ...(await world.pipeline()),
  defaultOptions,
  reportFor: async () => report,
  catalogFor: async () => ({catalog: syntheticCatalog(report)}),
};
process.exitCode = await main(["mcp"], {...world, pipeline: async () => pipeline});
