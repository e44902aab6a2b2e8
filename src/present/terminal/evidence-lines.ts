/** What something rests on, in lines of a terminal. */
import type {BetsReport} from "../../bets-report.ts";
import type {ForceFactRow} from "../../forces-report.ts";
import {wrapped} from "./display-width.ts";
import {gradeText} from "./fact-lines.ts";
import type {Page} from "./page.ts";

/** What something rests on: fact rows with their grade and page, then numbers, models and pages. */
export function evidenceLines(
  {facts, numbers, models, urls}: BetsReport["beliefs"][number]["evidence"][number]["rests"],
  rows: ReadonlyMap<string, ForceFactRow>,
  page: Page,
  indent = "    ",
): string[] {
  const quiet = (text: string) => wrapped(text, page.width, `${indent}  `, indent).map(page.ink.quiet);
  return [
    ...facts.flatMap((id) => {
      const row = rows.get(id);
      return quiet(
        row
          ? `${row.table}.csv ${id} (${gradeText(row)})${row.url ? ` ${row.url}` : ""}`
          : `${id} (not among these facts)`,
      );
    }),
    ...(numbers.length > 0 ? quiet(`numbers: ${numbers.join(", ")}`) : []),
    ...(models.length > 0 ? quiet(`models: ${models.join(", ")}`) : []),
    ...urls.flatMap((url) => quiet(url)),
  ];
}
