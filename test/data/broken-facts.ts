/** Sets of facts broken in one place, and what the loader tells about them. */
import {expect, it} from "vitest";
import {loadCatalog} from "../../src/data/load-catalog.ts";
import {InputErrors} from "../../src/errors.ts";
import {tinyFacts, withFolder, writeFacts} from "./fixtures.ts";

export type Overrides = Readonly<Record<string, string | undefined>>;

/** The faults told about the tiny facts with overrides; none when they are valid. */
export function faultsOf(overrides: Overrides): {message: string; file?: string; row?: number}[] {
  return withFolder((folder) => {
    try {
      loadCatalog(writeFacts(folder, overrides));
    } catch (error) {
      expect(error).toBeInstanceOf(InputErrors);
      return (error as InputErrors).errors.map(({message, place}) => ({
        message,
        file: place?.file,
        row: place?.row,
      }));
    }
    return [];
  });
}

export const tiny = tinyFacts();
export const replaced = (path: string, from: string, to: string): Overrides => {
  expect(tiny[path]).toContain(from);
  return {[path]: tiny[path].replace(from, to)};
};
export const added = (path: string, row: string): Overrides => ({[path]: `${tiny[path]}${row}\n`});
export const result = (row: string): Overrides => added("results/board.csv", `${row},board,CC-BY-4.0,2026-06-01`);

/** What is broken, the override that breaks it, the sentence, file and row it must be told with. */
export type Broken = readonly [string, Overrides, RegExp, string, number | undefined];

/** One test per broken set: told by sentence, file and row. */
export function eachIsTold(broken: readonly Broken[]): void {
  it.each(broken)("%s", (_, overrides, sentence, file, row) => {
    const faults = faultsOf(overrides);
    const told = faults.find(({message}) => sentence.test(message));
    expect(told, faults.map(({message}) => message).join("\n")).toBeDefined();
    expect({file: told?.file, row: told?.row}).toEqual({file, row});
  });
}
