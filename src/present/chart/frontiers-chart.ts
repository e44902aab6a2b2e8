/** The best closed and the best open model over time, and the lag between them as a bar. */
import {areaY, axisX, axisY, dot, gridY, line} from "@observablehq/plot";
import {dayOf, parseDateSpan} from "../../dates.ts";
import type {FrontierStep, Quantity, Report} from "../../report.ts";
import {DAYS_PER_MONTH} from "../../units.ts";
import {printable} from "../plain-text.ts";
import {measureText, numberText, quantityText} from "../quantity-text.ts";
import {framedChart} from "./framed-chart.ts";
import {plotMarkup} from "./plot-markup.ts";
import {chartStyle, SIDE_INK} from "./style.ts";
import {type Box, fittingText, overlaps, svgText, tenth, textWidth} from "./svg-text.ts";

type Side = "closed" | "open";
const SIDES: readonly Side[] = ["closed", "open"];

/** Shown span: since the first open models worth comparing, and short enough that half a year is an inch. */
const WINDOW_MONTHS = 42;
const HEIGHT = 420;
const MARGIN = {top: 12, right: 150, bottom: 34, left: 56};
const LABEL_WIDTH = 150;
const Y_TICKS = 6;
/** Bold letters are wider than estimated. */
const END_LABEL_AIR = 34;
const DAY_MS = 86_400_000;

interface Point {
  readonly step: FrontierStep;
  readonly at: Date;
  readonly low: number;
  readonly high: number;
  readonly ability: number;
  /** False for the ends that only carry a line to the edges of the picture. */
  readonly isRecord: boolean;
}

/** @returns a standalone SVG; byte-identical for one Report */
export function frontiersChart(raw: Report): string {
  const report = printable(raw);
  const {about, headline, frontiers} = report;
  const end = lastDay(about.asOf);
  const start = end - WINDOW_MONTHS * DAYS_PER_MONTH;
  const points = {
    closed: pointsOf(frontiers.closed, start, end),
    open: pointsOf(frontiers.open, start, end),
  };
  const all = SIDES.flatMap((side) => points[side]);
  const title = finding(headline.lag);
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
      axisX({
        label: null,
        ticks: "year",
        tickFormat: (date: Date) => String(date.getUTCFullYear()),
        tickSize: 5,
      }),
      ...SIDES.flatMap((side) => [
        areaY(points[side], {
          x: "at",
          y1: "low",
          y2: "high",
          curve: "step-after",
          fill: SIDE_INK[side],
          fillOpacity: 0.1,
        }),
      ]),
      ...SIDES.flatMap((side) => [
        line(points[side], {
          x: "at",
          y: "ability",
          curve: "step-after",
          stroke: SIDE_INK[side],
          strokeWidth: 2.2,
          strokeDasharray: side === "open" ? "5 2.5" : undefined,
        }),
        dot(
          points[side].filter(({isRecord}) => isRecord),
          {
            x: "at",
            y: "ability",
            r: 3.6,
            fill: side === "open" ? chartStyle.paper : SIDE_INK[side],
            stroke: SIDE_INK[side],
            strokeWidth: 1.8,
          },
        ),
      ]),
    ],
  });
  const place = {x: (at: Date) => drawn.x(at), y: (ability: number) => drawn.y(ability)};
  const lag = lagBar(report, points, place);
  const body = [drawn.markup, ...lag.markup, ...labels(points, place, lag.boxes)].join("\n");
  return framedChart({title, subtitle, description: description(report), height: HEIGHT, body, about});
}

interface Place {
  readonly x: (at: Date) => number;
  readonly y: (ability: number) => number;
}

const lastDay = (date: string): number => parseDateSpan(date)?.latest ?? dayOf(date);
const dateAt = (days: number): Date => new Date(days * DAY_MS);

/** The steps inside the window, with the one standing at its start and the last one carried to its end. */
function pointsOf(steps: readonly FrontierStep[], start: number, end: number): Point[] {
  const sorted = [...steps].sort((a, b) => lastDay(a.date) - lastDay(b.date));
  const inside = sorted.filter(({date}) => lastDay(date) >= start);
  const before = sorted.filter(({date}) => lastDay(date) < start).at(-1);
  const point = (step: FrontierStep, at: number, isRecord: boolean): Point => {
    const {low, high, ability} = step;
    return {step, at: dateAt(at), low, high, ability, isRecord};
  };
  const last = inside.at(-1) ?? before;
  return [
    ...(before ? [point(before, start, false)] : []),
    ...inside.map((step) => point(step, lastDay(step.date), true)),
    ...(last ? [point(last, end, false)] : []),
  ];
}

/** The side whose best model is better today; the other one follows. */
function leaderOf({closed, open}: Record<Side, readonly Point[]>): Side {
  const [best, rival] = [closed.at(-1)?.ability, open.at(-1)?.ability];
  return rival !== undefined && (best === undefined || rival > best) ? "open" : "closed";
}

/** A bar as long as the lag, ending where the latest record of the side that follows came out, at its height. */
function lagBar(
  {headline}: Report,
  points: Record<Side, readonly Point[]>,
  {x, y}: Place,
): {markup: string[]; boxes: Box[]} {
  const {lag} = headline;
  const side: Side = (lag.value ?? 0) < 0 ? "closed" : "open";
  const followers = points[side].filter(({isRecord}) => isRecord);
  const latest = followers.at(-1);
  if (!latest || lag.value === null || lag.unit !== "months") return {markup: [], boxes: []};
  const right = x(latest.at);
  const left = x(new Date(latest.at.getTime() - Math.abs(lag.value) * DAYS_PER_MONTH * DAY_MS));
  const height = y(latest.ability);
  const text = measureText(lag);
  const size = 13;
  const half = textWidth(text, size) / 2;
  const [from, to] = [Math.max(left, MARGIN.left), right];
  const previous = followers.filter(({at}) => at < latest.at).at(-1);
  const isFreeBelow = !previous || y(previous.ability) - height > 19;
  const isRoomy = to - from > 2 * half + 14;
  const middle = (from + to) / 2;
  const style = {size, fill: chartStyle.text, weight: 700, halo: chartStyle.paper} as const;
  const baseline = isFreeBelow ? height + 15 : height - 8;
  const label = isRoomy
    ? svgText(text, middle, baseline, {...style, anchor: "middle"})
    : svgText(text, from - 8, height + 4.5, {...style, anchor: "end"});
  const box = isRoomy
    ? {left: middle - half, right: middle + half, top: baseline - 13, bottom: baseline + 4}
    : {left: from - 12 - 2 * half, right: to, top: height - 11, bottom: height + 8};
  const [a, b, h] = [tenth(from), tenth(to), tenth(height)];
  const bar = `<path d="M${a},${h}H${b}M${a},${tenth(height - 5)}V${tenth(height + 5)}M${b},${tenth(height - 5)}V${tenth(height + 5)}" fill="none" stroke="${chartStyle.text}" stroke-width="1.6"/>`;
  return {markup: [bar, label], boxes: [box, {left: from, right: to, top: height - 6, bottom: height + 6}]};
}

/**
 * Names of record holders: above and left of the leading side's dots, below and right of the other's, where rising
 * steps leave room.
 * The newest come first; one that would touch another is left out. The two latest stand beside their lines' ends.
 */
function labels(points: Record<Side, readonly Point[]>, {x, y}: Place, taken: readonly Box[]): string[] {
  const size = chartStyle.size.label;
  const boxes: Box[] = [...taken];
  const edge = chartStyle.width - MARGIN.right;
  const markup: string[] = [];
  const leader = leaderOf(points);
  const ends = SIDES.flatMap((side) => {
    const last = points[side].at(-1);
    return last ? [{side, last, at: y(last.ability)}] : [];
  }).sort((a, b) => a.at - b.at);
  for (const [index, end] of ends.entries()) {
    const previous = ends[index - 1];
    const top = Math.max(end.at, previous ? previous.at + 46 : end.at);
    end.at = top;
    const {step} = end.last;
    const fill = SIDE_INK[end.side];
    const lines = [
      {text: end.side === "open" ? "Best open" : "Best closed", weight: 400 as const},
      {text: step.name, weight: 700 as const},
      {text: `${numberText(step.ability, "points")} points`, weight: 400 as const},
    ];
    for (const [row, {text, weight}] of lines.entries()) {
      markup.push(
        svgText(fittingText(text, MARGIN.right - END_LABEL_AIR, size), edge + 10, top - 10 + row * 15, {
          size,
          fill,
          weight,
        }),
      );
    }
    boxes.push({left: edge + 6, right: chartStyle.width, top: top - 22, bottom: top + 24});
  }
  for (const {side, point} of newestFirst(points)) {
    const text = fittingText(point.step.name, LABEL_WIDTH, size);
    const [width, cx, cy] = [textWidth(text, size), x(point.at), y(point.ability)];
    const isLeft = side === leader;
    const box = isLeft
      ? {left: cx - 8 - width, right: cx - 6, top: cy - 19, bottom: cy - 3}
      : {left: cx + 7, right: cx + 9 + width, top: cy + 5, bottom: cy + 20};
    const isOutside = box.left < MARGIN.left || box.right > edge || box.bottom > HEIGHT - MARGIN.bottom;
    if (isOutside || boxes.some((other) => overlaps(box, other))) continue;
    boxes.push(box);
    markup.push(
      svgText(text, isLeft ? cx - 7 : cx + 8, isLeft ? cy - 7 : cy + 16, {
        size,
        fill: SIDE_INK[side],
        anchor: isLeft ? "end" : "start",
        halo: chartStyle.paper,
      }),
    );
  }
  return markup;
}

function newestFirst(points: Record<Side, readonly Point[]>): {side: Side; point: Point}[] {
  return SIDES.flatMap((side) =>
    points[side]
      .filter(({isRecord}) => isRecord)
      .slice(0, -1)
      .map((point) => ({side, point})),
  ).sort((a, b) => b.point.at.getTime() - a.point.at.getTime());
}

/** The headline's first clause alone: the rest of the sentence belongs to the text beside the picture. */
function finding(lag: Quantity): string {
  if (lag.value === null) return "How far open-weight models are behind closed ones cannot be said yet";
  const size = `${lag.censored === "right" ? "at least " : ""}${numberText(Math.abs(lag.value), lag.unit)} ${lag.unit}`;
  return `Open-weight models are ${size} ${lag.value < 0 ? "ahead of" : "behind"} closed ones`;
}

function description({headline, frontiers}: Report): string {
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
