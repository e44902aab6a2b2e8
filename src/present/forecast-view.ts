import {InputError} from "../errors.ts";
import type {ForecastReport} from "../forecast-report.ts";
import type {Report} from "../report.ts";

/**
 * A Report whose forecast can be shown.
 *
 * @throws InputError when there is none
 */
export function withForecast(report: Report): Report & {readonly forecast: ForecastReport} {
  const {forecast} = report;
  if (forecast) return {...report, forecast};
  throw new InputError(
    "insufficient",
    `forecast as of ${report.about.asOf}: none; models of both sides and a back-test to stand beside it were expected`,
  );
}
