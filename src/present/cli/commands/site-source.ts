import {oneAtATime} from "../../web/one-at-a-time.ts";
import {shippedPortfolios, startOf} from "../../web/shipped-portfolios.ts";
import type {AdviceService} from "../../web/report-sections.ts";
import type {AdviceSource, SiteSource} from "../../web/site-files.ts";
import type {Ask} from "../answer.ts";

/**
 * What the page shows: the Report, the facts behind it, what scenarios run on, the shipped portfolios with their advice,
 * and the multiverse where it ships or was asked for.
 *
 * @param service - what the page's server takes; null for files
 */
export async function siteSource(ask: Ask, service: AdviceService | null): Promise<SiteSource> {
  const {pipeline, options, effects, flags} = ask;
  const report = await pipeline.reportFor(options, effects);
  const {catalog} = await pipeline.catalogFor(options);
  const multiverse =
    pipeline.shippedMultiverse(report) ??
    (flags.multiverse === true ? await pipeline.multiverseFor(options, effects) : undefined);
  return {
    report,
    catalog,
    // Costs of own machines and suppliers' conduct are facts on the forces: without them there is no advice.
    ...(report.forces ? {advice: adviceSource(ask, service)} : {}),
    ...(multiverse === undefined ? {} : {multiverse}),
    ...(report.whatIf ? {scenarios: () => pipeline.scenarioSourceFor(options, effects)} : {}),
  };
}

/** Each advice is worked out when it is asked for, one at a time. */
function adviceSource({pipeline, options, effects}: Ask, service: AdviceService | null): AdviceSource {
  const files = shippedPortfolios();
  const queued = oneAtATime();
  return {
    starts: files.map(startOf),
    service,
    adviceOf: ({file}) => {
      const asked = files.find((one) => startOf(one).file === file)!;
      return queued(() => pipeline.shippedAdviceFor(options, asked, effects));
    },
    priced: () => pipeline.pricedCatalogFor(options),
  };
}
