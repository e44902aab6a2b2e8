/** The picture of an answer: what was measured, then what is expected with the scenario and without it. */
import {areaY, axisX, axisY, dot, gridY, line, plot, ruleX, text} from "@observablehq/plot";
import {useCallback, useMemo} from "preact/hooks";
import type {Report, SeriesPoint} from "../../../../../report.ts";
import type {ScenarioEffect, ScenarioTarget} from "../../../../../whatif-report.ts";
import {DAYS_PER_MONTH} from "../../../../../units.ts";
import {changeText, stateText} from "../../../../change-text.ts";
import {YEAR_AXIS} from "../../../../chart/year-axis.ts";
import {dayNumber, type PastPoint} from "../../../../forecast-series.ts";
import {type Canvas, type InkName, PlotFigure} from "../../kit.ts";

export type Pictured = "frontiers" | "lag" | "gap";
export const PICTURED: Readonly<Record<Pictured, string>> = {
  frontiers: "both frontiers",
  lag: "lag of open",
  gap: "gap in points",
};

interface Props {
  readonly effect: ScenarioEffect;
  readonly report: Pick<Report, "frontiers" | "dailyLag"> & {readonly dailyGap?: readonly SeriesPoint[]};
  readonly pictured: Pictured;
}

interface Row {
  readonly at: Date;
  readonly months: number;
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly says: string;
}

interface Line {
  readonly target: ScenarioTarget;
  readonly ink: InkName;
  readonly past: readonly {readonly at: Date; readonly value: number}[];
  readonly without: readonly Row[];
  readonly withIt: readonly Row[];
}

const HEIGHT = {wide: 380, narrow: 300};
const NARROW = 560;
const PAST_MONTHS = 18;
const DAY_MS = 86_400_000;
const LABEL_GAP = 15;
/** Ends closer than this are one line to the eye. */
const SAME = 0.05;

export function EffectFigure({effect, report, pictured}: Props) {
  const lines = useMemo(() => linesOf(effect, report, pictured), [effect, report, pictured]);
  const draw = useCallback((canvas: Canvas) => drawn(lines, canvas), [lines]);
  const table = useMemo(
    () => ({
      columns: [
        "of",
        "months ahead",
        ...["without", "with", "change"].flatMap((state) => [state, `${state} low`, `${state} high`]),
      ],
      rows: lines.flatMap(({target}) =>
        target.horizons.map((one) => [
          target.label,
          one.months,
          ...[one.without, one.with, one.change].flatMap(({value, low, high}) => [value, low, high]),
        ]),
      ),
    }),
    [lines],
  );
  const percent = `${Math.round(100 * effect.level)}%`;
  return (
    <PlotFigure
      name={`what-if-${effect.id}-${pictured}`}
      title={finding(lines)}
      note={`${pictured === "lag" ? "Months" : "Index points"}. Left of the rule as measured; right of it medians by the forces forecast after 6, 12, 24 and 36 months, solid with the scenario and dotted without. Bands hold ${percent} of the paths with it.`}
      description={lines
        .flatMap(({target, withIt}) =>
          withIt
            .filter(({months}) => months > 0)
            .map(({says}) => `${target.label}, ${says.replaceAll("\n", ", ")}.`),
        )
        .join(" ")}
      table={table}
      draw={draw}
    />
  );
}

/** Two years ahead, for the side or the distance that is pictured; of two the one that moves more. */
function finding(lines: readonly Line[]): string {
  const at = ({target}: Line) => target.horizons.find(({months}) => months === 24)!;
  const [first] = [...lines].sort(
    (a, b) => Math.abs(at(b).change.value ?? 0) - Math.abs(at(a).change.value ?? 0),
  );
  if (!first) return "Nothing to draw";
  const {target} = first;
  const {without, with: withIt} = at(first);
  const unit = target.unit === "months" ? "months" : "points";
  const label = `${target.label.charAt(0).toUpperCase()}${target.label.slice(1)}`;
  return `${label} after 24 months: ${stateText(withIt.value, target)} ${unit} with it, ${stateText(without.value, target)} without`;
}

function linesOf(effect: ScenarioEffect, report: Props["report"], pictured: Pictured): Line[] {
  const sides = ["closed", "open"] as const;
  const ids = pictured === "frontiers" ? sides : [pictured];
  const start = dayNumber(effect.from);
  const since = start - PAST_MONTHS * DAYS_PER_MONTH;
  const dated = (points: readonly PastPoint[]) =>
    points.map(({date, value}) => ({at: new Date(dayNumber(date) * DAY_MS), value}));
  return ids.map((id): Line => {
    const target = effect.targets.find((one) => one.id === id)!;
    const measured =
      id === "lag" ? report.dailyLag : id === "gap" ? (report.dailyGap ?? []) : stepsOf(report.frontiers[id]);
    const past = dated(measured).filter(({at}) => at.getTime() >= since * DAY_MS);
    const now = past.at(-1);
    const first =
      now === undefined ? [] : [row(start, 0, {value: now.value, low: now.value, high: now.value}, "today")];
    const isSteps = pictured === "frontiers";
    const rows = (state: "without" | "with") => [
      ...first,
      ...target.horizons.flatMap((one) => {
        const {value, low, high} = one[state];
        const says = `${one.months} months ahead\nwith it ${stateText(one.with.value, target)} (${stateText(one.with.low, target)} to ${stateText(one.with.high, target)})\nwithout ${stateText(one.without.value, target)}\nchange ${changeText(one.change.value, target)}`;
        return value === null || low === null || high === null
          ? []
          : [row(start + one.months * DAYS_PER_MONTH, one.months, {value, low, high}, says)];
      }),
    ];
    return {
      target,
      ink: id === "closed" || id === "open" ? id : "own",
      past: isSteps && now ? [...past, {at: new Date(start * DAY_MS), value: now.value}] : past,
      without: rows("without"),
      withIt: rows("with"),
    };
  });
}

const stepsOf = (steps: Report["frontiers"]["open"]): PastPoint[] =>
  steps.map(({date, ability}) => ({date, value: ability}));

const row = (
  day: number,
  months: number,
  values: Pick<Row, "value" | "low" | "high">,
  says: string,
): Row => ({
  at: new Date(day * DAY_MS),
  months,
  ...values,
  says,
});

function drawn(lines: readonly Line[], {width, ink}: Canvas): SVGSVGElement {
  const height = width < NARROW ? HEIGHT.narrow : HEIGHT.wide;
  const isFrontiers = lines.length > 1;
  const start = lines[0]?.withIt[0]?.at;
  const values = lines.flatMap(({past, without, withIt}) => [
    ...past.map(({value}) => value),
    ...without.map(({value}) => value),
    ...withIt.flatMap(({low, high}) => [low, high]),
  ]);
  const [least, most] = [Math.min(...values, ...(isFrontiers ? [] : [0])) - 1, Math.max(...values) + 1];
  return plot({
    width,
    height,
    marginTop: 14,
    marginLeft: 36,
    marginRight: width < NARROW ? 96 : 120,
    className: "lagline",
    x: {type: "utc"},
    y: {domain: [least, most]},
    marks: [
      gridY({stroke: ink.rule, strokeOpacity: 1, ticks: 5}),
      axisY({label: null, tickSize: 0, ticks: 5}),
      axisX(YEAR_AXIS),
      ...(start ? [ruleX([start], {stroke: ink.neutral, strokeDasharray: "2 3"})] : []),
      ...lines.flatMap(({ink: name, past, without, withIt}) => [
        areaY(withIt, {x: "at", y1: "low", y2: "high", fill: ink[name], fillOpacity: 0.13}),
        line(past, {
          x: "at",
          y: "value",
          stroke: ink[name],
          strokeWidth: 2,
          ...(isFrontiers ? {curve: "step-after" as const} : {}),
        }),
        line(without, {
          x: "at",
          y: "value",
          stroke: ink[name],
          strokeWidth: 1.8,
          strokeDasharray: "1 4",
          strokeLinecap: "round",
        }),
        line(withIt, {x: "at", y: "value", stroke: ink[name], strokeWidth: 2}),
        dot(withIt.slice(1), {x: "at", y: "value", r: 3, fill: ink[name]}),
        dot(withIt.slice(1), {x: "at", y: "value", r: 9, fill: ink[name], fillOpacity: 0, title: "says"}),
      ]),
      ...endLabels(lines, (value) => ((value - least) / (most - least)) * (height - 44)).map(
        ({at, value, label, ink: name, shift}) =>
          text([{at, value}], {
            x: "at",
            y: "value",
            text: () => label,
            textAnchor: "start",
            dx: 8,
            dy: shift,
            fill: ink[name],
            fontWeight: "bold",
          }),
      ),
    ],
  }) as SVGSVGElement;
}

/** Names beside the ends of the lines, moved apart where they would lie on each other. */
function endLabels(lines: readonly Line[], heightOf: (value: number) => number) {
  const ends = lines
    .flatMap(({target, ink, without, withIt}) => {
      const [here, there] = [withIt.at(-1), without.at(-1)];
      const side = ink === "own" ? "" : target.id;
      if (here && there && Math.abs(here.value - there.value) < SAME)
        return [{row: here, label: side || "with it or without", ink}];
      return [
        {row: here, label: `${side} with it`.trim(), ink},
        {row: there, label: `${side} without`.trim(), ink},
      ];
    })
    .flatMap(({row: last, label, ink}) =>
      last ? [{at: last.at, value: last.value, label, ink, height: heightOf(last.value)}] : [],
    )
    .sort((a, b) => a.height - b.height);
  let below = Number.NEGATIVE_INFINITY;
  return ends.map((end) => {
    const height = Math.max(end.height, below + LABEL_GAP);
    below = height;
    return {...end, shift: end.height - height};
  });
}
