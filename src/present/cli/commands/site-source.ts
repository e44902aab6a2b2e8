import type {SiteSource} from "../../web/site-files.ts";
import type {Ask} from "../answer.ts";

/** What the page shows: the Report, the facts behind it, and the multiverse where it was asked for. */
export async function siteSource({pipeline, options, effects, flags}: Ask): Promise<SiteSource> {
  const report = await pipeline.reportFor(options, effects);
  const {catalog} = await pipeline.catalogFor(options);
  if (flags.multiverse !== true) return {report, catalog};
  return {report, catalog, multiverse: await pipeline.multiverseFor(options, effects)};
}
