/** What is written into the picture of the frontiers: the lag as a bar, and the names of the record holders. */
import type {Quantity} from "../../report.ts";
import {DAYS_PER_MONTH} from "../../units.ts";
import {measureText, numberText} from "../quantity-text.ts";
import {DAY_MS, type FrontierPoint, type Side, SIDES} from "./frontier-marks.ts";
import {chartStyle} from "./style.ts";
import {type Box, fittingText, overlaps, svgText, tenth, textWidth} from "./svg-text.ts";

const LABEL_WIDTH = 150;
/** Bold letters are wider than estimated. */
const END_LABEL_AIR = 34;

/** The plot to write into: its size, margins, colours and scales. */
export interface FrontierStage {
  readonly width: number;
  readonly height: number;
  readonly margin: {readonly left: number; readonly right: number; readonly bottom: number};
  readonly ink: Readonly<Record<Side | "text" | "paper", string>>;
  readonly x: (at: Date) => number;
  readonly y: (ability: number) => number;
}

/** @returns SVG markup, drawn over the plot */
export function frontierLabels(
  lag: Quantity,
  points: Readonly<Record<Side, readonly FrontierPoint[]>>,
  stage: FrontierStage,
): string[] {
  const bar = lagBar(lag, points, stage);
  return [...bar.markup, ...names(points, stage, bar.boxes)];
}

/** The side whose best model is better today; the other one follows. */
function leaderOf({closed, open}: Readonly<Record<Side, readonly FrontierPoint[]>>): Side {
  const [best, rival] = [closed.at(-1)?.ability, open.at(-1)?.ability];
  return rival !== undefined && (best === undefined || rival > best) ? "open" : "closed";
}

/** A bar as long as the lag, ending where the latest record of the side that follows came out, at its height. */
function lagBar(
  lag: Quantity,
  points: Readonly<Record<Side, readonly FrontierPoint[]>>,
  {x, y, margin, ink}: FrontierStage,
): {markup: string[]; boxes: Box[]} {
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
  const [from, to] = [Math.max(left, margin.left), right];
  const previous = followers.filter(({at}) => at < latest.at).at(-1);
  const isFreeBelow = !previous || y(previous.ability) - height > 19;
  const isRoomy = to - from > 2 * half + 14;
  const middle = (from + to) / 2;
  const style = {size, fill: ink.text, weight: 700, halo: ink.paper} as const;
  const baseline = isFreeBelow ? height + 15 : height - 8;
  const label = isRoomy
    ? svgText(text, middle, baseline, {...style, anchor: "middle"})
    : svgText(text, from - 8, height + 4.5, {...style, anchor: "end"});
  const box = isRoomy
    ? {left: middle - half, right: middle + half, top: baseline - 13, bottom: baseline + 4}
    : {left: from - 12 - 2 * half, right: to, top: height - 11, bottom: height + 8};
  const [a, b, h] = [tenth(from), tenth(to), tenth(height)];
  const bar = `<path d="M${a},${h}H${b}M${a},${tenth(height - 5)}V${tenth(height + 5)}M${b},${tenth(height - 5)}V${tenth(height + 5)}" fill="none" stroke="${ink.text}" stroke-width="1.6"/>`;
  return {markup: [bar, label], boxes: [box, {left: from, right: to, top: height - 6, bottom: height + 6}]};
}

/**
 * Names of record holders: above and left of the leading side's dots, below and right of the other's, where rising
 * steps leave room.
 * The newest come first; one that would touch another is left out. The two latest stand beside their lines' ends.
 */
function names(
  points: Readonly<Record<Side, readonly FrontierPoint[]>>,
  {x, y, width: stageWidth, height, margin, ink}: FrontierStage,
  taken: readonly Box[],
): string[] {
  const size = chartStyle.size.label;
  const boxes: Box[] = [...taken];
  const edge = stageWidth - margin.right;
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
    const fill = ink[end.side];
    const lines = [
      {text: end.side === "open" ? "Best open" : "Best closed", weight: 400 as const},
      {text: step.name, weight: 700 as const},
      {text: `${numberText(step.ability, "points")} points`, weight: 400 as const},
    ];
    for (const [row, {text, weight}] of lines.entries()) {
      markup.push(
        svgText(fittingText(text, margin.right - END_LABEL_AIR, size), edge + 10, top - 10 + row * 15, {
          size,
          fill,
          weight,
        }),
      );
    }
    boxes.push({left: edge + 6, right: stageWidth, top: top - 22, bottom: top + 24});
  }
  for (const {side, point} of newestFirst(points)) {
    const text = fittingText(point.step.name, LABEL_WIDTH, size);
    const [width, cx, cy] = [textWidth(text, size), x(point.at), y(point.ability)];
    const isLeft = side === leader;
    const box = isLeft
      ? {left: cx - 8 - width, right: cx - 6, top: cy - 19, bottom: cy - 3}
      : {left: cx + 7, right: cx + 9 + width, top: cy + 5, bottom: cy + 20};
    const isOutside = box.left < margin.left || box.right > edge || box.bottom > height - margin.bottom;
    if (isOutside || boxes.some((other) => overlaps(box, other))) continue;
    boxes.push(box);
    markup.push(
      svgText(text, isLeft ? cx - 7 : cx + 8, isLeft ? cy - 7 : cy + 16, {
        size,
        fill: ink[side],
        anchor: isLeft ? "end" : "start",
        halo: ink.paper,
      }),
    );
  }
  return markup;
}

function newestFirst(
  points: Readonly<Record<Side, readonly FrontierPoint[]>>,
): {side: Side; point: FrontierPoint}[] {
  return SIDES.flatMap((side) =>
    points[side]
      .filter(({isRecord}) => isRecord)
      .slice(0, -1)
      .map((point) => ({side, point})),
  ).sort((a, b) => b.point.at.getTime() - a.point.at.getTime());
}
