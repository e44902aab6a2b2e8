import {adviceQuantitiesOf} from "../../../advice-report.ts";
import {homeFolder} from "../../../cache/home-folder.ts";
import {labQuantitiesOf} from "../../../forces-report.ts";
import {methodRule} from "../../../method-rules.ts";
import {keptOrigins} from "../../../monitor/sync/kept-origins.ts";
import {syncDisk} from "../../../monitor/sync/sync-effects.ts";
import {quantitiesOf} from "../../../report.ts";
import {ADVICE, adviceExplanation} from "../../advice-explanation.ts";
import {explanation} from "../../explanation.ts";
import {printable} from "../../plain-text.ts";
import {explainableScreen, explainScreen} from "../../terminal/explain-screen.ts";
import {keptOriginLines} from "../../terminal/kept-origin-lines.ts";
import type {Command} from "../answer.ts";
import {adviceAsk} from "../portfolio-file.ts";

/** `lagline explain [number]`: one number taken apart, or all that can be. */
export const explain: Command = async ({pipeline, options, effects, args, flags, world}) => {
  const report = await pipeline.reportFor(options, effects);
  const [id] = args;
  if (id === "advice" || id?.startsWith(ADVICE)) {
    const advice = await pipeline.adviceFor(options, adviceAsk(flags.portfolio, world.env), effects);
    if (id === "advice") {
      const numbers = adviceQuantitiesOf(advice);
      return {
        json: () => ({
          about: advice.about,
          numbers: numbers.map(({id: name, label, unit}) => ({id: name, label, unit})),
        }),
        lines: (page) =>
          explainableScreen(printable(numbers), {hidden: 0, models: report.models.length}, page),
      };
    }
    const catalog = await pipeline.pricedCatalogFor(options);
    const explained = adviceExplanation({advice, report, catalog, rule: methodRule}, id);
    return {
      json: () => explained,
      lines: (page) => explainScreen(printable(explained), flags.all === true, page),
    };
  }
  if (id === undefined) {
    const quantities = quantitiesOf(report);
    const {labs, models} = report.robustness;
    const detail = new Set(
      [...labs, ...models]
        .map(({points}) => points.id)
        .concat(
          (report.forces?.use.series ?? []).flatMap(({newest, change}) => [
            newest?.id ?? "",
            change?.id ?? "",
          ]),
        )
        .concat((report.forces?.copying.experiments ?? []).map(({effect}) => effect.id))
        .concat((report.forces?.labs ?? []).flatMap((lab) => labQuantitiesOf(lab).map(({id}) => id))),
    );
    const shown = flags.all === true ? quantities : quantities.filter((quantity) => !detail.has(quantity.id));
    const counts = {hidden: quantities.length - shown.length, models: report.models.length};
    return {
      json: () => ({
        about: report.about,
        numbers: quantities.map(({id, label, unit}) => ({id, label, unit})),
      }),
      lines: (page) => explainableScreen(printable(shown), counts, page),
    };
  }
  const {catalog} = await pipeline.catalogFor(options);
  const explained = explanation({report, catalog, rule: methodRule}, id);
  const sources = explained.sources.map(({id: source}) => source);
  const kept = keptOrigins(homeFolder(world.env), sources, syncDisk);
  return {
    json: () => ({...explained, kept}),
    lines: (page) => [
      ...explainScreen(printable(explained), flags.all === true, page),
      ...keptOriginLines(printable(kept), explained, page),
    ],
  };
};
