import type {SiteSource} from "../../web/site-files.ts";
import type {Ask} from "../answer.ts";

/** What the page shows: the Report, the facts behind it, what scenarios run on, the multiverse where it ships or was asked for. */
export async function siteSource({pipeline, options, effects, flags}: Ask): Promise<SiteSource> {
  const report = await pipeline.reportFor(options, effects);
  const {catalog} = await pipeline.catalogFor(options);
  const multiverse =
    pipeline.shippedMultiverse(report) ??
    (flags.multiverse === true ? await pipeline.multiverseFor(options, effects) : undefined);
  return {
    report,
    catalog,
    ...(multiverse === undefined ? {} : {multiverse}),
    ...(report.whatIf ? {scenarios: () => pipeline.scenarioSourceFor(options, effects)} : {}),
  };
}
