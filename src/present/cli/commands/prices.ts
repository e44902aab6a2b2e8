import {dayOf} from "../../../dates.ts";
import {priceHistory} from "../../../forces/prices/price-history.ts";
import {modelNamed} from "../../model-dossier.ts";
import {forcesOf} from "../../lab-view.ts";
import {plainText, printable} from "../../plain-text.ts";
import {modelPricesScreen, pricesScreen} from "../../terminal/prices-screen.ts";
import type {Command} from "../answer.ts";

/** `lagline prices`: the price of ability; with --model, one model's list prices by host. */
export const prices: Command = async ({pipeline, options, effects, flags}) => {
  if (typeof flags.model === "string") {
    const {catalog} = await pipeline.catalogFor(options);
    const {id, name} = modelNamed(catalog, flags.model);
    const report = await pipeline.reportFor(options, effects);
    const {asOf} = forcesOf(report);
    const rows = priceHistory(catalog, dayOf(asOf)).rows.filter(({model}) => model === id);
    return {
      json: () => ({about: report.about, asOf, model: id, prices: rows}),
      lines: (page) =>
        modelPricesScreen(printable({about: report.about, asOf}), plainText(name), printable(rows), page),
    };
  }
  const report = await pipeline.reportFor(options, effects);
  const {prices: section, asOf} = forcesOf(report);
  return {
    json: () => ({about: report.about, asOf, prices: section}),
    lines: (page) =>
      pricesScreen(printable({about: report.about, asOf}), printable(section), flags.all === true, page),
  };
};
