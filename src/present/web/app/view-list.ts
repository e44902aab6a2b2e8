/**
 * The views in the order of the menu.
 *
 * A view is a folder `views/<id>/` whose `<id>-view.tsx` exports one component as default; it is loaded when it is
 * first shown, after the parts of the Report it reads. Where the Report lacks one of them there is no such view.
 */
import type {ComponentType} from "preact";
import type {FirstScreenKey, SectionName, Sections} from "../report-sections.ts";

export interface ViewEntry {
  readonly id: string;
  readonly title: string;
  readonly reads: readonly SectionName[];
  /** Shown where they exist, but not needed. */
  readonly mayRead?: readonly SectionName[];
  /** A page reached from another view, which the menu marks instead. */
  readonly within?: string;
}

/** What a view gets: the parts it reads. */
export interface ViewProps<Reads extends SectionName = never, MayRead extends SectionName = never> {
  readonly report: Pick<Sections, FirstScreenKey | Reads> & Partial<Pick<Sections, MayRead>>;
}
export type ViewComponent = ComponentType<ViewProps>;

const GAP = [
  "definitions",
  "whyTheyDiffer",
  "published",
  "access",
  "groups",
  "dailyGap",
  "exclusions",
] as const;

export const VIEWS: readonly ViewEntry[] = [
  {id: "today", title: "Today", reads: []},
  {id: "gap", title: "Gap", reads: GAP, mayRead: ["multiverse"]},
  {id: "robustness", title: "Robustness", reads: ["robustness"]},
  {id: "forces", title: "Forces", reads: ["forces"]},
  {id: "forecast", title: "Forecast", reads: ["forecast", "dailyGap"], mayRead: ["whatIf"]},
  {id: "bets", title: "Bets", reads: ["bets"]},
  {id: "advice", title: "Advice", reads: ["advice"]},
  {id: "models", title: "Models", reads: ["models"]},
  {id: "method", title: "Method and data", reads: ["method", "exclusions"]},
  {id: "model", title: "Model", reads: ["models", "catalog"], mayRead: ["forces"], within: "models"},
  {id: "compare", title: "Compare", reads: ["models", "catalog"], within: "models"},
  {
    id: "what-if",
    title: "What if",
    reads: ["whatIf", "scenarios"],
    mayRead: ["forecast", "dailyGap"],
    within: "forecast",
  },
  {id: "lab", title: "Lab", reads: ["forces"], within: "forces"},
];

/** The panel behind every number: it may need anything that is in the Report. */
export const EXPLAIN: ViewEntry = {
  id: "explain",
  title: "Where the number comes from",
  reads: ["catalog", "method", "models", ...GAP, "robustness"],
  mayRead: ["forces", "forecast", "bets", "whatIf"],
};
