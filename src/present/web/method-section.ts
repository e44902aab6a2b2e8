/** The method as the page shows it: rules as published, every arguable choice, the sources and their licences. */
import type {Catalog} from "../../data/catalog.ts";
import {publishedRules} from "../../method-rules.ts";
import {method} from "../../method.ts";
import type {ChoiceRow, MethodSection} from "./report-sections.ts";

export const methodSection = ({sources, licences}: Pick<Catalog, "sources" | "licences">): MethodSection => ({
  rules: publishedRules(),
  choices: choiceRows(method),
  sources: [...sources.values()],
  licences: [...licences.values()],
});

/** Every choice of an area's method object, however deep it sits. */
export function choiceRows(areas: Readonly<Record<string, unknown>>): ChoiceRow[] {
  const rows: ChoiceRow[] = [];
  const visit = (area: string, path: readonly string[], value: unknown): void => {
    if (typeof value !== "object" || value === null) return;
    if ("reason" in value && "value" in value && typeof value.reason === "string") {
      const alternatives =
        "alternatives" in value && Array.isArray(value.alternatives) ? value.alternatives : [];
      rows.push({
        area,
        name: path.join("."),
        value: value.value,
        reason: value.reason,
        alternatives: alternatives.map((one: unknown) =>
          typeof one === "string" ? one : JSON.stringify(one),
        ),
      });
      return;
    }
    for (const [key, inside] of Object.entries(value)) visit(area, [...path, key], inside);
  };
  for (const [area, choices] of Object.entries(areas)) visit(area, [], choices);
  return rows;
}
