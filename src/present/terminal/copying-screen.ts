/** `lagline copying`: does open follow what can be called, and who says who copied, with what speaks against it. */
import type {CopyingReport} from "../../forces-report.ts";
import {counted, countText, measureText, quantityText, reasonText} from "../quantity-text.ts";
import {wrapped} from "./display-width.ts";
import {type Footing, footing, sourceText} from "./fact-lines.ts";
import {heading, type Page, paragraph} from "./page.ts";

const SHOWN = 8;

type Claim = CopyingReport["defences"][number];

/** @param all - every row instead of the first of each list */
export function copyingScreen(foot: Footing, copying: CopyingReport, all: boolean, page: Page): string[] {
  const limit = all ? Number.POSITIVE_INFINITY : SHOWN;
  const {coupling, delay, none, withoutIt, advantage, yearAhead, months} = copying;
  return [
    ...wrapped(copying.finding, page.width).map(page.ink.strong),
    "",
    ...heading(
      page,
      "How closely open follows what can be called",
      months ? `${months.count} months, ${months.from.slice(0, 7)} to ${months.to.slice(0, 7)}` : "",
    ),
    ...[coupling, delay, none, withoutIt, advantage, yearAhead].flatMap((quantity) =>
      wrapped(`${quantity.label}: ${quantityText(quantity)}`, page.width, "    ", "  "),
    ),
    ...(coupling.note ? paragraph(page, coupling.note).map(page.ink.quiet) : []),
    "",
    ...experiments(copying, limit, page),
    "",
    ...parties(copying, limit, page),
    ...claimList("What suppliers did about it", copying.defences, limit, page),
    ...claimList("What governments and companies said they would do", copying.responses, limit, page),
    ...claimList("Measured, about nobody accused", copying.otherMeasurements, limit, page),
    ...footing(foot, page),
  ];
}

/** Those with a number first, then why the others have none, counted. */
function experiments({experiments: rows}: CopyingReport, limit: number, page: Page): string[] {
  const found = rows.filter(({effect}) => effect.value !== null);
  const without = new Map<string, string[]>();
  for (const {model, effect} of rows.filter(({effect}) => effect.value === null)) {
    const why = reasonText(effect).replace(
      /^it lasted \d+ days, and what is shorter than (\d+)/,
      "what is shorter than $1 days",
    );
    without.set(why, [...(without.get(why) ?? []), model]);
  }
  return [
    ...heading(
      page,
      "When a closed model was withheld",
      `${counted(rows.length, "span")}, ${counted(found.length, "natural experiment")}`,
    ),
    ...found.flatMap(({model, why, from, to, effect, source}) =>
      wrapped(
        `${model}, ${why.replaceAll("-", " ")}, ${from} to ${to ?? "now"}: open gained ${measureText(effect)} against other months (${quantityText(effect).replace(/^[^(]*\(|\)$/g, "")})${source ? ` · ${sourceText(source)}` : ""}`,
        page.width,
        "    ",
        "  ",
      ),
    ),
    ...(found.length > 0
      ? paragraph(page, "Negative if withholding slowed open down. One release each: read the width.").map(
          page.ink.quiet,
        )
      : []),
    ...[...without]
      .slice(0, limit)
      .flatMap(([why, models]) =>
        wrapped(`– no number for ${models.join(", ")}: ${why}.`, page.width, "    ", "  ").map(
          page.ink.quiet,
        ),
      ),
  ];
}

function parties({parties: rows}: CopyingReport, limit: number, page: Page): string[] {
  if (rows.length === 0) return [];
  return [
    ...heading(
      page,
      "Accusations and what speaks against them",
      "claims of those who make them; nothing here weighs them",
    ),
    ...rows.flatMap(({party, claims, counter, measurements}) => [
      ...wrapped(
        `${party}: ${counted(claims.length, "claim")}, ${counted(counter.length, "counter-claim")}, ${counted(measurements.length, "measurement")}`,
        page.width,
        "    ",
        "  ",
      ).map(page.ink.strong),
      ...claims.slice(0, limit).flatMap((claim) => claimLines("claim", claim, page)),
      ...(counter.length === 0
        ? paragraph(page, "against: nothing known, which is no verdict", "    ").map(page.ink.quiet)
        : counter.slice(0, limit).flatMap((claim) => claimLines("against", claim, page))),
      ...measurements.slice(0, limit).flatMap((claim) => claimLines("measured", claim, page)),
    ]),
    "",
  ];
}

function claimLines(role: string, {date, by, magnitude, summary, source}: Claim, page: Page): string[] {
  return [
    ...wrapped(
      `${role}: ${date} ${by.join(", ")}: ${summary}${magnitude === null ? "" : ` (${magnitude})`}`,
      page.width,
      "      ",
      "    ",
    ),
    ...wrapped(sourceText(source), page.width, "      ").map(page.ink.quiet),
  ];
}

function claimList(title: string, rows: readonly Claim[], limit: number, page: Page): string[] {
  if (rows.length === 0) return [];
  const newest = [...rows].reverse();
  return [
    ...heading(page, title, counted(rows.length, "row")),
    ...newest.slice(0, limit).flatMap((claim) => claimLines(claim.type.replaceAll("-", " "), claim, page)),
    ...(newest.length > limit
      ? paragraph(page, `${countText(newest.length - limit)} earlier: --all shows them.`).map(page.ink.quiet)
      : []),
    "",
  ];
}
