/** The lag on different grounds: by domain, and by who has seen the test. */
import type {Quantity, Report} from "../../report.ts";
import {printable} from "../plain-text.ts";
import {levelText, measureText, quantityText} from "../quantity-text.ts";
import {framedChart} from "./framed-chart.ts";
import {type IntervalRow, intervalRows} from "./interval-rows.ts";
import {quantityMark} from "./quantity-mark.ts";
import {chartStyle} from "./style.ts";

/** @returns a standalone SVG; byte-identical for one Report */
export function lagByChart(report: Report): string {
  const {domains, access, about} = printable(report);
  const sorted = [...domains].sort(byValue);
  const row = (quantity: Quantity, ink: string): IntervalRow => ({
    kind: "values",
    label: quantity.label,
    marks: [quantityMark(quantity, ink)],
  });
  const {body, height} = intervalRows(
    [
      {kind: "heading", label: "By domain"},
      ...sorted.map((quantity) => row(quantity, chartStyle.own)),
      {kind: "gap"},
      {kind: "heading", label: "By who has seen the test"},
      ...access.map((quantity) => row(quantity, chartStyle.second)),
    ],
    "lag in months",
  );
  const level = [...domains, ...access].find(({interval}) => interval)?.interval;
  return framedChart({
    title: lagByFinding(domains),
    subtitle: `Months that open weights are behind closed models. ${level ? `Whiskers: ${levelText(level)} interval; an arrow goes on beyond the axis. ` : ""}Hollow dots are still running: at least so long.`,
    description: [...domains, ...access]
      .map((quantity) => `${quantity.label}: ${quantityText(quantity)}.`)
      .join(" "),
    height,
    body,
    about,
  });
}

/** The title says what is seen: the two ends of the domains whose interval is bounded and clear of zero. */
export function lagByFinding(domains: readonly Quantity[]): string {
  const known = [...domains]
    .sort(byValue)
    .filter(({interval}) => interval && interval.high !== null && (interval.low ?? 0) > 0);
  const [first, last] = [known[0], known.at(-1)];
  if (!first || !last || first === last) return "The lag of open weights by domain and by class of test";
  return `The lag depends on the task: ${measureText(first)} in ${first.label}, ${measureText(last)} in ${last.label}`;
}

/** Smallest first, those without a number last. */
function byValue(a: Quantity, b: Quantity): number {
  if (a.value === null || b.value === null) return a.value === b.value ? 0 : a.value === null ? 1 : -1;
  return a.value - b.value;
}
