/** What every view may use: loaded once with the frame, shared by all views. */
export {DataTable, type DataColumn} from "./kit/data-table.tsx";
export {FactTable, gradeText} from "./kit/fact-table.tsx";
export {Figure, type FigureProps} from "./kit/figure.tsx";
export {FrontierFigure} from "./kit/frontier-figure.tsx";
export {fileInks, type InkName, type Inks, pageInks} from "./kit/inks.ts";
export {IntervalFigure, type IntervalGroup, type IntervalItem} from "./kit/interval-figure.tsx";
export {Markdown} from "./kit/markdown.tsx";
export {csvOf, type PlainCell, type PlainTable} from "./kit/plain-table.ts";
export {PlainTableView} from "./kit/plain-table-view.tsx";
export {type Canvas, PlotFigure, type PlotFigureProps} from "./kit/plot-figure.tsx";
export {intervalPhrase, QuantityLink} from "./kit/quantity-link.tsx";
export {SourceLink} from "./kit/source-link.tsx";
export {saveFile, textFile} from "./kit/save-file.ts";
export {Tabs} from "./kit/tabs.tsx";
export {choose, hrefHere, hrefOf, type Route, route} from "./route.ts";
export {firstScreen, hasSection} from "./sections.ts";
export type {ViewComponent, ViewEntry, ViewProps} from "./view-list.ts";
