import type {EvidenceTable, Test} from "./evidence-table.ts";

/**
 * The cells of some tests alone, as a table of its own in which those tests are the reference.
 *
 * @param minFamilies - models with fewer families among these tests are left out
 */
export function subsetTable(
  {models, tests, cells}: EvidenceTable,
  is: (test: Test) => boolean,
  minFamilies: number,
): EvidenceTable {
  const inside = cells.filter(({test}) => is(tests[test]));
  const families = new Map<number, Set<string>>();
  for (const {model, test} of inside)
    families.set(model, (families.get(model) ?? new Set()).add(tests[test].family));
  const kept = inside.filter(({model}) => families.get(model)!.size >= minFamilies);
  const modelIndex = [...new Set(kept.map(({model}) => model))].sort((a, b) => a - b);
  const testIndex = [...new Set(kept.map(({test}) => test))].sort((a, b) => a - b);
  return {
    models: modelIndex.map((m) => models[m]),
    tests: testIndex.map((t) => ({...tests[t], classes: []})),
    cells: kept.map((cell) => ({
      ...cell,
      model: modelIndex.indexOf(cell.model),
      test: testIndex.indexOf(cell.test),
    })),
    resultCount: kept.length,
    dropped: [],
  };
}
