/**
 * The Report in the pieces the page loads: what the first screen shows comes with the page, every other part of the
 * Report is a file of its own that is fetched when a view asks for it.
 *
 * A new part of the Report needs no entry here: it becomes a section under its own name.
 */
import type {Advice} from "../../advice-report.ts";
import type {Benchmark, DataLicence, Lab, Model, Source} from "../../data/catalog.ts";
import type {MethodRule} from "../../method-rules.ts";
import type {Multiverse} from "../../multiverse-report.ts";
import type {ScenarioSource} from "../../pipeline/whatif-answers.ts";
import type {Report} from "../../report.ts";
import type {PackedRows} from "./packed-rows.ts";

export const FIRST_SCREEN = ["about", "headline", "frontiers", "dailyLag", "domains", "changes"] as const;
export type FirstScreenKey = (typeof FIRST_SCREEN)[number] | "teasers";

/** One arguable constant of the method, with its reason and what else could be chosen. */
export interface ChoiceRow {
  readonly area: string;
  readonly name: string;
  readonly value: unknown;
  readonly reason: string;
  readonly alternatives: readonly string[];
}

export interface MethodSection {
  readonly rules: readonly MethodRule[];
  readonly choices: readonly ChoiceRow[];
  readonly sources: readonly Source[];
  readonly licences: readonly DataLicence[];
}

/** What lies behind the numbers: the parts of the catalog that explanations and model pages read, as plain values. */
export interface CatalogSection {
  readonly models: readonly (readonly [string, Model])[];
  readonly benchmarks: readonly (readonly [string, Benchmark])[];
  readonly labs: readonly (readonly [string, Lab])[];
  readonly sources: readonly (readonly [string, Source])[];
  readonly results: PackedRows;
  readonly prices: PackedRows;
  readonly preferences: PackedRows;
}

/** A view's finding in one sentence, for the first screen. */
export interface Teaser {
  readonly view: string;
  readonly title: string;
  readonly sentence: string;
}

/** Portfolios to start from, each with an advice of its own under its name. */
export interface AdviceSection {
  readonly starts: readonly AdviceStart[];
  /** What the server of this page does with what it is sent; null for a page of files, which has none. */
  readonly service: AdviceService | null;
}

export interface AdviceStart {
  readonly file: string;
  /** By line, because a string on its way to the page loses its line breaks. */
  readonly lines: readonly string[];
  /** Where its advice is found. */
  readonly advice: AdviceName;
}
export type AdviceName = `advice.${string}`;

export interface AdviceService {
  /** Most bytes of a portfolio. */
  readonly portfolioBytes: number;
  /** Most bytes of a file of evals or usage; null where the server can be reached from other machines and takes none. */
  readonly fileBytes: number | null;
}

/** Everything a view can read, by name. */
export interface Sections extends Report {
  readonly teasers: readonly Teaser[];
  readonly method: MethodSection;
  readonly catalog: CatalogSection;
  /** Present where it ships for this headline or was asked for: it re-runs the headline under every choice. */
  readonly multiverse: Multiverse;
  readonly advice: AdviceSection;
  /** What the page runs scenarios on. */
  readonly scenarios: ScenarioSource;
  /** List prices of the day that advices are given on. */
  readonly advicePrices: PackedRows;
  readonly [name: AdviceName]: Advice;
}
export type SectionName = keyof Sections;

/** The parts of a Report that are not on the first screen and hold something, by name. */
export function reportSections(report: Report): Map<SectionName, unknown> {
  const first = new Set<string>(FIRST_SCREEN);
  return new Map(
    Object.entries(report).filter(
      ([key, value]) => key !== "schema" && !first.has(key) && value !== null,
    ) as [SectionName, unknown][],
  );
}

export const firstScreenOf = (report: Report): Pick<Sections, FirstScreenKey> => {
  const own = Object.fromEntries(FIRST_SCREEN.map((key) => [key, report[key]])) as Pick<
    Report,
    (typeof FIRST_SCREEN)[number]
  >;
  return {...own, teasers: teasersOf(report)};
};

function teasersOf({whyTheyDiffer, robustness, forces}: Report): Teaser[] {
  const change = forces?.changes[0];
  return [
    {view: "gap", title: "Why published figures differ", sentence: firstSentence(whyTheyDiffer)},
    {
      view: "robustness",
      title: "On tests nobody could train on",
      sentence: firstSentence(robustness.finding),
    },
    ...(forces ? [{view: "forces", title: "What moves the gap", sentence: forces.copying.finding}] : []),
    ...(change
      ? [{view: "forces", title: "Newest force", sentence: `${change.date}: ${change.sentence}`}]
      : []),
  ];
}

/** Up to the first full stop that ends a sentence. */
const firstSentence = (text: string): string =>
  /^.*?[.:](?=\s+[A-Z“]|$)/s.exec(text)?.[0].replace(/:$/, ".") ?? text;
