/** The best closed and the best open model over time, and the lag between them as a bar. */
import {axisX, axisY, gridY} from "@observablehq/plot";
import type {Quantity, Report} from "../../report.ts";
import {DAYS_PER_MONTH} from "../../units.ts";
import {printable} from "../plain-text.ts";
import {numberText, quantityText} from "../quantity-text.ts";
import {framedChart} from "./framed-chart.ts";
import {frontierLabels} from "./frontier-labels.ts";
import {DAY_MS, frontierMarks, frontierPoints, lastDay, SIDES} from "./frontier-marks.ts";
import {plotMarkup} from "./plot-markup.ts";
import {chartStyle} from "./style.ts";
import {svgText} from "./svg-text.ts";
import {YEAR_AXIS} from "./year-axis.ts";

/** Shown span: since the first open models worth comparing, and short enough that half a year is an inch. */
export const WINDOW_MONTHS = 42;
const HEIGHT = 420;
const MARGIN = {top: 12, right: 150, bottom: 34, left: 56};
const Y_TICKS = 6;

/** @returns a standalone SVG; byte-identical for one Report */
export function frontiersChart(raw: Report): string {
  const report = printable(raw);
  const {about, headline, frontiers} = report;
  const end = lastDay(about.asOf);
  const start = end - WINDOW_MONTHS * DAYS_PER_MONTH;
  const points = {
    closed: frontierPoints(frontiers.closed, start, end),
    open: frontierPoints(frontiers.open, start, end),
  };
  const all = SIDES.flatMap((side) => points[side]);
  const title = frontiersFinding(headline.lag);
  const subtitle =
    "Ability of the best model of each side in index points, where Claude 3.5 Sonnet is 130 and GPT-5 is 150. Bands are intervals of the record holder's ability.";
  if (all.length === 0) {
    const text = "No release has a measured ability: there is no frontier to draw.";
    const body = svgText(text, chartStyle.margin, 30, {size: 13, fill: chartStyle.text});
    return framedChart({title, subtitle, description: text, height: 60, body, about});
  }
  const from = Math.max(start, Math.min(...all.map(({at}) => at.getTime() / DAY_MS)));
  const drawn = plotMarkup({
    width: chartStyle.width,
    height: HEIGHT,
    marginTop: MARGIN.top,
    marginRight: MARGIN.right,
    marginBottom: MARGIN.bottom,
    marginLeft: MARGIN.left,
    x: {type: "utc", domain: [new Date(from * DAY_MS), new Date(end * DAY_MS)]},
    y: {domain: [Math.min(...all.map(({low}) => low)) - 1, Math.max(...all.map(({high}) => high)) + 2]},
    marks: [
      gridY({stroke: chartStyle.rule, strokeOpacity: 1, ticks: Y_TICKS}),
      axisY({label: null, tickSize: 0, ticks: Y_TICKS}),
      axisX(YEAR_AXIS),
      ...frontierMarks(points, chartStyle),
    ],
  });
  const stage = {
    width: chartStyle.width,
    height: HEIGHT,
    margin: MARGIN,
    ink: chartStyle,
    x: (at: Date) => drawn.x(at),
    y: (ability: number) => drawn.y(ability),
  };
  const body = [drawn.markup, ...frontierLabels(headline.lag, points, stage)].join("\n");
  return framedChart({
    title,
    subtitle,
    description: frontiersDescription(report),
    height: HEIGHT,
    body,
    about,
  });
}

/** The headline's first clause alone: the rest of the sentence belongs to the text beside the picture. */
export function frontiersFinding(lag: Quantity): string {
  if (lag.value === null) return "How far open-weight models are behind closed ones cannot be said yet";
  const size = `${lag.censored === "right" ? "at least " : ""}${numberText(Math.abs(lag.value), lag.unit)} ${lag.unit}`;
  return `Open-weight models are ${size} ${lag.value < 0 ? "ahead of" : "behind"} closed ones`;
}

export function frontiersDescription({headline, frontiers}: Pick<Report, "headline" | "frontiers">): string {
  const latest = SIDES.flatMap((side) => {
    const step = frontiers[side].at(-1);
    return step
      ? [
          `The best ${side} model is ${step.name} by ${step.lab} of ${step.date}, at ${numberText(step.ability, "points")} points.`,
        ]
      : [`There is no ${side} model with a measured ability.`];
  });
  return [
    `Two rising step lines over time. ${headline.lag.label}: ${quantityText(headline.lag)}.`,
    ...latest,
  ].join(" ");
}
