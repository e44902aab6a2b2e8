import {BAND_TARGETS} from "../../forecast-series.ts";
import {withForecast} from "../../forecast-view.ts";
import {printable} from "../../plain-text.ts";
import {forecastScreen} from "../../terminal/forecast-screen.ts";
import type {Command} from "../answer.ts";
import {oneOf, wholeNumber} from "../report-options.ts";

/** Months shown without --months: two years say most of what can be said. */
const MONTHS = 24;

/** `lagline forecast`: the fan, the numbers, every forecaster, and the back-test beside them. */
export const forecast: Command = async ({pipeline, options, effects, flags}) => {
  const asked = flags.months as string | undefined;
  const months = wholeNumber("--months", asked, [1, 36], MONTHS);
  const target = oneOf("--target", flags.target as string | undefined, BAND_TARGETS, "lag");
  const report = withForecast(await pipeline.reportFor(options, effects));
  return {
    json: () => ({about: report.about, forecast: report.forecast}),
    lines: (page) => forecastScreen(printable(report), {months, target}, page),
  };
};
