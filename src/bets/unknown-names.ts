/** Names in a question's rule that the facts do not have: a misspelt one would wait for ever. */
import {closestName} from "../data/closest-name.ts";
import type {Question} from "./entry.ts";
import type {FieldFault} from "./entry-reader.ts";
import {type ModelGroup, type RowFilter, testsOf} from "./predicate/predicate-schema.ts";
import type {Sight} from "./predicate/sight.ts";

/** @returns one fault per unknown name, each with the closest known one */
export function unknownNames(question: Question, sight: Sight): FieldFault[] {
  const rule = question.type === "binary" ? question.predicate : undefined;
  const value = question.type === "binary" ? undefined : question.value;
  const tests = rule ? testsOf(rule) : [];
  const numbers = [
    ...tests.flatMap((test) => (test.test === "number" ? [test.number] : [])),
    ...(value && "number" in value ? [value.number] : []),
  ];
  const groups: ModelGroup[] = [
    ...tests.flatMap((test) =>
      test.test === "best-model"
        ? [test.of, ...(typeof test.than === "number" ? [] : [test.than])]
        : test.test === "rank"
          ? [test.best, test.among]
          : test.test === "published-index"
            ? [test.of, test.minus]
            : test.test === "count-models"
              ? [test.of]
              : [],
    ),
    ...(value && "firstModel" in value ? [value.firstModel] : []),
  ];
  const filters: RowFilter[] = [
    ...tests.flatMap((test) =>
      test.test === "rows"
        ? [test.rows]
        : test.test === "newest-figure"
          ? [test.rows, ...(test.than ? [test.than] : [])]
          : [],
    ),
    ...(value && "firstRow" in value ? [value.firstRow] : []),
  ];
  return [
    ...unknown("number", numbers, [...sight.numbers.keys()]),
    ...unknown(
      "model",
      groups.flatMap(({models}) => models ?? []),
      sight.models.map(({model}) => model),
    ),
    ...unknown(
      "lab",
      groups.flatMap(({labs}) => labs ?? []),
      [...new Set(sight.models.map(({lab}) => lab))],
    ),
    ...(sight.facts
      ? unknown(
          "row",
          filters.flatMap(({ids}) => ids ?? []),
          rowIds(sight.facts),
        )
      : []),
  ];
}

const rowIds = ({
  finance,
  adoption,
  policy,
  distillation,
  events,
  distribution,
}: NonNullable<Sight["facts"]>): string[] =>
  [finance, adoption, policy, distillation, events, distribution].flatMap(
    (table: readonly {readonly id: string}[]) => table.map(({id}) => id),
  );

function unknown(what: string, names: readonly string[], known: readonly string[]): FieldFault[] {
  const all = new Set(known);
  return [...new Set(names)]
    .filter((name) => !all.has(name))
    .map((name) => {
      const closest = closestName(name, known);
      return {
        fault: "unknown",
        path: "predicate",
        says: `predicate: ${what} ${name}; one the facts know was expected${closest ? `, did you mean ${closest}?` : ""}`,
      };
    });
}
