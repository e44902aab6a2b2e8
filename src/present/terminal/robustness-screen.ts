/** `lagline robustness`: do open models lose more on tests they cannot have seen? */
import type {Quantity, Report} from "../../report.ts";
import {
  boundsText,
  counted,
  countText,
  levelText,
  numberText,
  quantityText,
  unitText,
} from "../quantity-text.ts";
import {wrapped} from "./display-width.ts";
import {colophon, heading, type Page, paragraph} from "./page.ts";
import {quantityCells, reasonsBelow} from "./quantity-cells.ts";
import {quantityStrips} from "./quantity-strips.ts";
import {table} from "./table.ts";

const SHOWN = 6;

export type RobustnessView = Pick<Report, "about" | "robustness" | "models">;

/** @param all - every lab and model instead of the first of each */
export function robustnessScreen(report: RobustnessView, all: boolean, page: Page): string[] {
  const {robustness} = report;
  const limit = all ? Number.POSITIVE_INFINITY : SHOWN;
  return [
    ...wrapped(robustness.finding, page.width).map(page.ink.strong),
    "",
    ...(levels(report) ? [page.ink.quiet(`intervals: ${levels(report)}`)] : []),
    ...classes(report, page),
    ...heading(page, robustness.ratio.label),
    ...paragraph(page, quantityText(robustness.ratio)),
    ...robustness.published.flatMap(({author, publicMonths, privateMonths, ratio}) =>
      paragraph(
        page,
        `${author}: ${numberText(ratio, "ratio")} (${numberText(privateMonths, "months")} over ${numberText(publicMonths, "months")} months)`,
      ),
    ),
    "",
    ...byClass(page, "Labs", [...robustness.labs].sort(byValue).map(short), limit),
    ...byClass(page, "Models", [...robustness.models].sort(byAbility(report)).map(short), limit),
    ...heading(page, "Read with care"),
    ...robustness.caveats.flatMap((caveat) => wrapped(caveat, page.width, "    ", "  - ")),
    "",
    ...colophon(page, report),
  ];
}

function levels({robustness}: RobustnessView): string {
  const interval = robustness.classes.find(({points}) => points.interval)?.points.interval;
  return interval ? levelText(interval) : "";
}

/** One block per class of evidence: the difference in points and months, ratio, two checks, and what it rests on. */
function classes({robustness}: RobustnessView, page: Page): string[] {
  if (robustness.classes.length === 0) return ["  The facts hold no class of evidence to compare."];
  return robustness.classes.flatMap((entry) => {
    const quantities = [entry.points, entry.months, entry.ratio, entry.matchedPairs];
    const {lines} = table(
      [{title: "measure", min: 20}, {title: "value", align: "right"}, {title: "interval"}],
      quantities.map((quantity) => {
        const [value, interval] = quantityCells(page, quantity);
        const unit = unitText(quantity.unit);
        return [
          quantity.label,
          {...value, text: `${value.text} ${quantity.value === null ? "" : unit}`.trim()},
          interval,
        ];
      }),
      {width: page.width},
    );
    const counts = `${counted(entry.openModels, "open model")}, ${counted(entry.closedModels, "closed model")}, ${counted(entry.results, "result")}`;
    return [
      ...heading(page, `On ${entry.class} evidence`, counts),
      ...lines,
      ...placebo(entry.placebo, page),
      ...reasonsBelow(page, quantities),
      "",
    ];
  });
}

function placebo(check: RobustnessView["robustness"]["classes"][number]["placebo"], page: Page): string[] {
  if (!check) return paragraph(page, "Too few models to shuffle openness as a check.").map(page.ink.quiet);
  const {observed, pValue} = check;
  const text = `With openness shuffled among models of like ability the difference is ${boundsText(check, "points")} points; observed ${numberText(observed, "points")}, p = ${pValue.toFixed(3)}.`;
  return paragraph(page, text).map(page.ink.quiet);
}

/** The quantity under its label less what the heading above it says already. */
const short = ({points, class: name}: {readonly points: Quantity; readonly class: string}) => ({
  class: name,
  points: {...points, label: points.label.replace(` on ${name} evidence`, "")},
});

/** One panel per class of evidence, the first entries of each. */
function byClass(
  page: Page,
  title: string,
  entries: readonly {readonly class: string; readonly points: Quantity}[],
  limit: number,
): string[] {
  return [...new Set(entries.map((entry) => entry.class))].sort().flatMap((name) => {
    const own = entries.filter((entry) => entry.class === name).map(({points}) => points);
    const hidden = own.length - Math.min(limit, own.length);
    return [
      ...heading(page, `${title} on ${name} evidence`, "index points"),
      ...quantityStrips(page, own.slice(0, limit)),
      ...(hidden > 0
        ? paragraph(page, `${countText(hidden)} more: --all shows them.`).map(page.ink.quiet)
        : []),
      "",
    ];
  });
}

/** Largest shortfall first, those without a number last. */
function byValue(a: {readonly points: Quantity}, b: {readonly points: Quantity}): number {
  return (a.points.value ?? Number.POSITIVE_INFINITY) - (b.points.value ?? Number.POSITIVE_INFINITY) || 0;
}

/** Most able first: they are what people choose between. */
function byAbility({models}: RobustnessView) {
  const ability = new Map(models.map((model) => [model.model, model.ability ?? Number.NEGATIVE_INFINITY]));
  const of = (id: string) => ability.get(id) ?? Number.NEGATIVE_INFINITY;
  return (a: {readonly model: string}, b: {readonly model: string}): number =>
    of(a.model) === of(b.model) ? (a.model < b.model ? -1 : 1) : of(b.model) - of(a.model);
}
