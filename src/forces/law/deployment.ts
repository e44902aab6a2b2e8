/** What a company runs, as far as it decides which measures touch it. */

export type ModelOrigin = "US" | "CN" | "other";

/** Where the weights run: on machines the company controls, at a provider abroad, at a provider at home. */
export type Hosting = "self-hosted" | "foreign-api" | "domestic-api";

/** The parts of the economy that known measures tell apart; "other" for everything they do not. */
export const SECTORS = [
  "commercial",
  "consumer-companion",
  "federal-civilian",
  "federal-contractor",
  "defence",
  "federally-funded-research",
  "other",
] as const;
export type Sector = (typeof SECTORS)[number];

/** Any field may be "unknown": what depends on it is then shown as "may apply". */
export interface Deployment {
  /** As in the facts: EU, US-federal, US-CA, China, or any other place; "EU-DE" lies in EU, "US-TX" in the US. */
  readonly jurisdiction: string;
  readonly sector: Sector | "unknown";
  readonly modelOrigin: ModelOrigin | "unknown";
  readonly hosting: Hosting | "unknown";
  readonly fineTuned: boolean | "unknown";
  readonly openWeights: boolean | "unknown";
  /** Id of the model's lab, where known: some measures name a lab. */
  readonly lab?: string;
}
