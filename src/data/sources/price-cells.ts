/** The three price columns. */
import {cell} from "./translating.ts";

/** @param input - US dollars per million tokens, as are the others */
export const perMtokCells = (input: number, output: number, cachedInput?: number) => ({
  input: cell(input),
  output: cell(output),
  cached_input: cachedInput === undefined ? "" : cell(cachedInput),
});

/** Dearer than any list price: a slip of unit. */
export const LARGEST_PER_MTOK = 10_000;
