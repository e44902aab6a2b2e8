/** Others' figures, as the Report sets them beside ours. */
import type {Catalog} from "../data/catalog.ts";
import {isoSpan} from "../dates.ts";
import type {Report} from "../report.ts";

export const publishedRows = ({publishedEstimates}: Catalog): Report["published"] =>
  publishedEstimates.map(
    ({id, author, date, measure, unit, value, low, high, uncertainty, scope, period, url}) => ({
      id,
      author,
      date: isoSpan(date),
      measure,
      unit,
      value,
      low: low ?? null,
      high: high ?? null,
      uncertainty,
      scope,
      period,
      url,
    }),
  );
