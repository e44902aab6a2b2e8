/**
 * The library: the same functions the command line uses.
 *
 * `reportFor` gives the whole Report; the rest are its parts, for programs that bring their own facts or draws.
 */
export type {Catalog, DateConvention, Model, Price, Result} from "./data/catalog.ts";
export {loadCatalog} from "./data/load-catalog.ts";
export {type CatalogView, catalogAsOf} from "./data/as-of.ts";
export {factsVintage} from "./data/facts-vintage.ts";
export {dayOf, isoDay} from "./dates.ts";
export {FitError, InputError, InputErrors} from "./errors.ts";
export {catchUp} from "./measure/lag/catch-up.ts";
export {dailyLookBack} from "./measure/lag/daily-look-back.ts";
export type {LagEstimate, LagInput} from "./measure/lag/estimate.ts";
export {frontierLine} from "./measure/lag/frontier-line.ts";
export {kernelRecords} from "./measure/lag/kernel-records.ts";
export {lastDayNotBetter} from "./measure/lag/last-day-not-better.ts";
export {levelCrossing} from "./measure/lag/level-crossing.ts";
export {recordLookBack} from "./measure/lag/record-look-back.ts";
export {trendLine} from "./measure/lag/trend-line.ts";
export {verticalGap} from "./measure/gap.ts";
export {oneVintage, spliceVintages} from "./measure/index-vintage.ts";
export type {AbilityDraws, Release} from "./measure/instrument.ts";
export {method, methodHash} from "./method.ts";
export type {Multiverse} from "./multiverse-report.ts";
export type {Cache, Effects, InstrumentId, Progress, ReportOptions} from "./options.ts";
export {catalogFor, defaultOptions, fileCache, multiverseFor, quietEffects, reportFor} from "./pipeline.ts";
export {frontiersChart} from "./present/chart/frontiers-chart.ts";
export {type Quantity, type Report, quantitiesOf, reportSchema} from "./report.ts";
