/** A sentence and where it comes from. */
import type {FactSource} from "../../forces-report.ts";
import type {Quantity} from "../../report.ts";

export interface SentenceSource {
  /** For instance `lag, rule R11`, or `tier B, 2026-10-22`. */
  readonly says: string;
  readonly url: string | null;
}

export interface Sentence {
  /** Ends in a full stop. */
  readonly text: string;
  readonly source: SentenceSource;
}

/** A sentence that rests on numbers of the Report. */
export const fromNumbers = (text: string, ...quantities: readonly Quantity[]): Sentence => ({
  text: ended(text),
  source: {says: quantities.map(({id, evidence}) => `${id}, rule ${evidence.rule}`).join("; "), url: null},
});

/** A sentence that restates one row of the facts. */
export const fromFact = (text: string, {url, tier, published}: FactSource): Sentence => ({
  text: ended(text),
  source: {says: [`tier ${tier}`, published].filter(Boolean).join(", "), url},
});

/** A sentence that rests on a rule applied to dated rows. */
export const fromRule = (text: string, rule: string): Sentence => ({
  text: ended(text),
  source: {says: `rule ${rule}`, url: null},
});

const ended = (text: string): string => {
  const trimmed = text.trim();
  const whole = `${trimmed.charAt(0).toUpperCase()}${trimmed.slice(1)}`;
  return /[.!?]$/.test(whole) ? whole : `${whole}.`;
};

/** `a`, `a and b`, `a, b and c`. */
export const listed = (items: readonly string[]): string =>
  items.length < 2 ? items.join("") : `${items.slice(0, -1).join(", ")} and ${items.at(-1)}`;
