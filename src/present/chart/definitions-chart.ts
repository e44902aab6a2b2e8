/** One question, several definitions: the lag under each, on both instruments, beside what others published. */
import type {Report} from "../../report.ts";
import {printable} from "../plain-text.ts";
import {boundsText, levelText, measureText, numberText, quantityText} from "../quantity-text.ts";
import {framedChart} from "./framed-chart.ts";
import {type IntervalMark, type IntervalRow, intervalRows} from "./interval-rows.ts";
import {quantityMark} from "./quantity-mark.ts";
import {chartStyle} from "./style.ts";

const INK = {lagline: chartStyle.own, eci: chartStyle.second} as const;
const NAME = {lagline: "lagline's index", eci: "ECI compatibility mode"} as const;
const INSTRUMENTS = ["lagline", "eci"] as const;

/** @returns a standalone SVG; byte-identical for one Report */
export function definitionsChart(report: Report): string {
  const {definitions, published, headline, about} = printable(report);
  const inMonths = definitions.filter(({lag}) => lag.unit === "months");
  const labels = [...new Set(inMonths.map(({lag}) => lag.label))];
  const own = labels.map((label): IntervalRow => {
    const same = inMonths.filter(({lag}) => lag.label === label);
    return {
      kind: "values",
      label,
      marks: same.map(({lag, instrument}) => quantityMark(lag, INK[instrument])),
    };
  });
  const keys = INSTRUMENTS.filter((id) => inMonths.some(({instrument}) => instrument === id)).map((id) => ({
    text: NAME[id],
    ink: INK[id],
  }));
  const others = published.flatMap(publishedRow);
  const {body, height} = intervalRows(
    [
      {kind: "heading", label: "By definition", keys},
      ...own,
      ...(others.length > 0
        ? [{kind: "gap"} as const, {kind: "heading", label: "Published by others"} as const, ...others]
        : []),
    ],
    "lag in months",
  );
  const level = inMonths.find(({lag}) => lag.interval)?.lag.interval;
  const {low, high} = headline.range;
  return framedChart({
    title:
      low.value === null || high.value === null
        ? "The lag of open weights by definition"
        : `The definition decides the number: from ${measureText(low)} to ${measureText(high)}`,
    subtitle: `Lag of open weights by definition and instrument. ${level ? `Whiskers: ${levelText(level)} interval; published ones as their authors give them. ` : ""}Hollow dots are still running: at least so long.`,
    description: inMonths
      .map(({instrument, lag}) => `${lag.label} on ${NAME[instrument]}: ${quantityText(lag)}.`)
      .join(" "),
    height,
    body,
    about,
  });
}

/** A published figure in months whose value is one plain number; others cannot be placed on an axis. */
function publishedRow({author, date, value, unit, low, high}: Report["published"][number]): IntervalRow[] {
  if (unit !== "months" || !/^-?\d+(\.\d+)?$/.test(value.trim())) return [];
  const interval = low === null && high === null ? "" : `  (${boundsText({low, high}, "months")})`;
  const mark: IntervalMark = {
    value: Number(value),
    low,
    high,
    isRunning: false,
    ink: chartStyle.neutral,
    says: `${numberText(Number(value), "months")}${interval}`,
  };
  return [{kind: "values", label: `${author}, ${date.slice(0, 7)}`, marks: [mark]}];
}
