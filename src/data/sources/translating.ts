/** Collects what a translation finds, so that a feed's own file holds only what is particular to it. */
import type {Claim, FeedRow, Skipped, Translation, Unmatched} from "./feed.ts";
import type {ModelNames, NamedModel, Reading} from "./model-names.ts";

const EXAMPLES = 5;

export class Translating {
  readonly #names: ModelNames;
  readonly #rows: FeedRow[] = [];
  readonly #unmatched = new Map<string, number>();
  readonly #skipped = new Map<string, {count: number; examples: string[]}>();
  readonly #claims: Claim[] = [];
  readonly #broken: {part: string; why: string}[] = [];
  readonly #malformed: {part: string; what: string}[] = [];

  constructor(names: ModelNames) {
    this.#names = names;
  }

  /** The model of a name; counts the row as unmatched or left out when there is none. */
  model(name: string, readings: readonly Reading[] = [{name, setting: ""}]): NamedModel | undefined {
    const found = this.#names.named(readings);
    if (found === "left out") this.skip("left out by an alias", name);
    else if (found === undefined) this.#unmatched.set(name, (this.#unmatched.get(name) ?? 0) + 1);
    else return found;
    return undefined;
  }

  row(row: FeedRow): void {
    this.#rows.push(row);
  }

  skip(why: string, example: string): void {
    const entry = this.#skipped.get(why) ?? {count: 0, examples: []};
    entry.count++;
    if (entry.examples.length < EXAMPLES && !entry.examples.includes(example)) entry.examples.push(example);
    this.#skipped.set(why, entry);
  }

  claim(claim: Claim): void {
    this.#claims.push(claim);
  }

  /** @param why - one sentence without full stop */
  breaks(part: string, why: string): void {
    this.#broken.push({part, why});
  }

  malformed(part: string, what: string): void {
    this.#malformed.push({part, what});
  }

  get done(): Translation {
    const skipped: Skipped[] = [...this.#skipped].map(([why, entry]) => ({why, ...entry}));
    const unmatched: Unmatched[] = [...this.#unmatched].map(([name, rows]) => ({name, rows}));
    return {
      rows: this.#rows,
      unmatched: unmatched.sort((a, b) => b.rows - a.rows || (a.name < b.name ? -1 : 1)),
      claims: this.#claims,
      skipped,
      broken: this.#broken,
      malformed: this.#malformed,
    };
  }
}

/** A number as upstream writes it; undefined for a blank, NaN and anything else. */
export function numberIn(text: unknown): number | undefined {
  if (typeof text === "number") return Number.isFinite(text) ? text : undefined;
  if (typeof text !== "string" || !/^\s*[-+]?(\d+\.?\d*|\.\d+)([eE][-+]?\d+)?\s*$/.test(text)) return undefined;
  const value = Number(text);
  return Number.isFinite(value) ? value : undefined;
}

/** A number as our tables write it: at most `digits` decimals, no exponent. */
export const cell = (value: number, digits = 6): string => String(Number(value.toFixed(digits)));
