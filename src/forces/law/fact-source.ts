/** Where a displayed row comes from: page, its date, tier and confidence travel with everything shown. */
import type {Confidence, SourcedFact, SourceTier} from "../../data/forces/force-facts.ts";
import {type DateSpan, isoDay, isoSpan} from "../../dates.ts";

export interface FactSource {
  /** Id of the row in its table. */
  readonly fact: string;
  /** Null where the row has no page. */
  readonly url: string | null;
  /** `YYYY-MM-DD`, `YYYY-MM` or `YYYY`; null where the row has no page. */
  readonly published: string | null;
  /** A primary, B edited, C blog or aggregator, none without page. */
  readonly tier: SourceTier;
  readonly confidence: Confidence;
}

export const factSource = ({id, sourceUrl, sourceDate, tier, confidence}: SourcedFact): FactSource => ({
  fact: id,
  url: sourceUrl ?? null,
  published: sourceDate === undefined ? null : pageDate(sourceDate),
  tier,
  confidence,
});

const LONGEST_MONTH = 31;

/** A page of which only the year is known keeps its year: its first month would be a date nobody gave. */
export const pageDate = (span: DateSpan): string =>
  span.latest - span.earliest > LONGEST_MONTH ? isoDay(span.earliest).slice(0, 4) : isoSpan(span);
