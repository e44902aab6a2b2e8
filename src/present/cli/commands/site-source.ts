import type {SiteSource} from "../../web/site-files.ts";
import type {Ask} from "../answer.ts";

/** What the page shows: the Report, the facts behind it, and the multiverse where it ships or was asked for. */
export async function siteSource({pipeline, options, effects, flags}: Ask): Promise<SiteSource> {
  const report = await pipeline.reportFor(options, effects);
  const {catalog} = await pipeline.catalogFor(options);
  const multiverse =
    pipeline.shippedMultiverse(report) ??
    (flags.multiverse === true ? await pipeline.multiverseFor(options, effects) : undefined);
  return multiverse === undefined ? {report, catalog} : {report, catalog, multiverse};
}
