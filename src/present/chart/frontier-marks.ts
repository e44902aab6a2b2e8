/** The two frontiers as Plot marks: the same in the pictures of README and on the page. */
import {areaY, dot, line, type Markish} from "@observablehq/plot";
import {dayOf, parseDateSpan} from "../../dates.ts";
import type {FrontierStep} from "../../report.ts";

export type Side = "closed" | "open";
export const SIDES: readonly Side[] = ["closed", "open"];
export const DAY_MS = 86_400_000;

export interface FrontierPoint {
  readonly step: FrontierStep;
  readonly at: Date;
  readonly low: number;
  readonly high: number;
  readonly ability: number;
  /** False for the ends that only carry a line to the edges of the picture. */
  readonly isRecord: boolean;
}

/** Bands of the record holders' intervals, rising steps, and a dot per record: closed solid, open dashed and hollow. */
export function frontierMarks(
  points: Readonly<Record<Side, readonly FrontierPoint[]>>,
  ink: Readonly<Record<Side | "paper", string>>,
): Markish[] {
  return [
    ...SIDES.map((side) =>
      areaY(points[side], {
        x: "at",
        y1: "low",
        y2: "high",
        curve: "step-after",
        fill: ink[side],
        fillOpacity: 0.1,
      }),
    ),
    ...SIDES.flatMap((side) => [
      line(points[side], {
        x: "at",
        y: "ability",
        curve: "step-after",
        stroke: ink[side],
        strokeWidth: 2.2,
        strokeDasharray: side === "open" ? "5 2.5" : undefined,
      }),
      dot(
        points[side].filter(({isRecord}) => isRecord),
        {
          x: "at",
          y: "ability",
          r: 3.6,
          fill: side === "open" ? ink.paper : ink[side],
          stroke: ink[side],
          strokeWidth: 1.8,
        },
      ),
    ]),
  ];
}

/** The last day a date can mean, in days since 1970. */
export const lastDay = (date: string): number => parseDateSpan(date)?.latest ?? dayOf(date);

/** The steps from `start` to `end`, with the one standing at the start and the last one carried to the end; days. */
export function frontierPoints(steps: readonly FrontierStep[], start: number, end: number): FrontierPoint[] {
  const sorted = [...steps].sort((a, b) => lastDay(a.date) - lastDay(b.date));
  const inside = sorted.filter(({date}) => lastDay(date) >= start);
  const before = sorted.filter(({date}) => lastDay(date) < start).at(-1);
  const point = (step: FrontierStep, at: number, isRecord: boolean): FrontierPoint => {
    const {low, high, ability} = step;
    return {step, at: new Date(at * DAY_MS), low, high, ability, isRecord};
  };
  const last = inside.at(-1) ?? before;
  return [
    ...(before ? [point(before, start, false)] : []),
    ...inside.map((step) => point(step, lastDay(step.date), true)),
    ...(last ? [point(last, end, false)] : []),
  ];
}
