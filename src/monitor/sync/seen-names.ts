/** Upstream names as shipped rows of the same upstream were matched by people: exact names that are no aliases yet. */
import {tableCells} from "../../data/sources/layered-facts.ts";
import type {FactFile} from "../../data/fact-files.ts";

/** By feed: shipped sources that read the same upstream before. */
const SAME_UPSTREAM: Readonly<Record<string, RegExp>> = {
  "models.dev": /^models\.dev/,
  openrouter: /^openrouter/,
  lmarena: /^lmarena-hf/,
};

/** Name and model, from the `raw_name` of prices and of ratings. */
export function seenNames(shipped: readonly FactFile[], feed: string): (readonly [string, string])[] {
  const pattern = SAME_UPSTREAM[feed];
  if (!pattern) return [];
  return (
    shipped
      .filter(({path}) => /^(prices|preferences)\//.test(path))
      .flatMap(({bytes}) => tableCells(bytes))
      // A name that carried its setting is read again by its endings, not as a model of its own.
      .filter(({source, raw_name: name, setting}) => pattern.test(source) && name && !setting)
      .map(({raw_name: name, model}) => [name, model] as const)
  );
}
