/** What each option costs against how often it is right, both with their intervals. */
import {axisX, axisY, dot, gridY, plot, ruleX, ruleY} from "@observablehq/plot";
import {useCallback, useMemo} from "preact/hooks";
import type {OptionRow, WorkloadAdvice} from "../../../../../advice-report.ts";
import {placeText} from "../../../../advice-text.ts";
import {measureText, numberText, quantityText, valueText} from "../../../../quantity-text.ts";
import {type Canvas, type PlainTable, PlotFigure} from "../../kit.ts";
import {placedLabels} from "./placed-labels.ts";

const HEIGHT = 340;
const MOST_WIDTH = 860;
const NARROW = 600;
/** The axis goes this many times beyond the cheapest and the dearest. */
const MARGIN = 1.25;
const STEPS = [1, 2, 5];
const WIDE_STEPS = [1];
const RADIUS = {primary: 7, other: 4};

export function CostQualityFigure({workload}: {readonly workload: WorkloadAdvice}) {
  const {id, options, primary} = workload;
  const rows = useMemo(
    () => options.filter(({cost, success}) => (cost.value ?? 0) > 0 && success.value !== null),
    [options],
  );
  const draw = useCallback((canvas: Canvas) => drawn(rows, workload, canvas), [rows, workload]);
  const table = useMemo(() => tableOf(rows), [rows]);
  return (
    <PlotFigure
      name={`advice-${id}`}
      title={finding(workload)}
      note={`Share of tasks done right against USD per year, with 90% intervals; a list price has none. Orange: open weights; blue: closed${primary ? "; the large dot is the primary" : ""}.`}
      description={rows.map((row) => `${said(row)}.`).join(" ")}
      table={table}
      draw={draw}
    />
  );
}

function finding({name, primary, options}: WorkloadAdvice): string {
  if (!primary) return `What each option for “${name}” costs, and how often it is right`;
  const right = (row: OptionRow) => row.success.value ?? 0;
  const ablest = options.reduce((best, row) => (right(row) > right(best) ? row : best), primary);
  const own = `${primary.name} does ${valueText(primary.success)} right for ${measureText(primary.cost)}`;
  return ablest.model === primary.model
    ? `${own}; none of the others does more right`
    : `${own}; the ablest, ${ablest.name}, ${valueText(ablest.success)} for ${measureText(ablest.cost)}`;
}

function drawn(
  rows: readonly OptionRow[],
  {primary, fallback}: WorkloadAdvice,
  {width: room, ink}: Canvas,
): SVGSVGElement {
  const width = Math.min(room, MOST_WIDTH);
  const ends = rows.flatMap(({cost}) => [
    cost.value!,
    cost.interval?.low ?? cost.value!,
    cost.interval?.high ?? cost.value!,
  ]);
  const positive = ends.filter((cost) => cost > 0);
  const domain: [number, number] = [Math.min(...positive) / MARGIN, Math.max(...positive) * MARGIN];
  const svg = plot({
    width,
    height: HEIGHT,
    marginLeft: 44,
    marginRight: 24,
    marginBottom: 42,
    className: "lagline",
    x: {type: "log", domain},
    y: {nice: true},
    marks: [
      gridY({stroke: ink.rule, strokeOpacity: 1, ticks: 5}),
      axisY({label: null, tickSize: 0, ticks: 5, tickFormat: (share: number) => numberText(share, "share")}),
      axisX({
        label: "USD per year",
        labelAnchor: "center",
        labelArrow: "none",
        tickSize: 5,
        ticks: roundCosts(domain, width < NARROW ? WIDE_STEPS : STEPS),
        tickFormat: (cost: number) => numberText(cost, "USD"),
      }),
      ruleX(
        rows.filter(({success}) => success.interval),
        {
          x: (row: OptionRow) => row.cost.value,
          y1: (row: OptionRow) => row.success.interval!.low ?? 0,
          y2: (row: OptionRow) => row.success.interval!.high ?? 1,
          stroke: (row: OptionRow) => ink[row.openness],
          strokeOpacity: (row: OptionRow) => (row.id === primary?.id ? 0.9 : 0.28),
        },
      ),
      ruleY(
        rows.filter(({cost}) => cost.interval && (cost.interval.low ?? 0) > 0),
        {
          y: (row: OptionRow) => row.success.value,
          x1: (row: OptionRow) => row.cost.interval!.low,
          x2: (row: OptionRow) => row.cost.interval!.high ?? row.cost.value,
          stroke: (row: OptionRow) => ink[row.openness],
          strokeOpacity: (row: OptionRow) => (row.id === primary?.id ? 0.9 : 0.28),
        },
      ),
      dot(rows, {
        x: (row: OptionRow) => row.cost.value,
        y: (row: OptionRow) => row.success.value,
        r: (row: OptionRow) => (row.id === primary?.id ? RADIUS.primary : RADIUS.other),
        fill: (row: OptionRow) => ink[row.openness],
        title: said,
      }),
    ],
    r: {type: "identity"},
    color: {type: "identity"},
    opacity: {type: "identity"},
  });
  const [x, y] = [svg.scale("x")!, svg.scale("y")!];
  const rank = (row: OptionRow) =>
    row.id === primary?.id ? 0 : row.id === fallback?.id ? 1 : row.runsToday ? 2 : 3;
  const dots = [...rows]
    .sort((a, b) => rank(a) - rank(b))
    .map((row) => ({
      name: row.name,
      x: x.apply(row.cost.value!),
      y: y.apply(row.success.value!),
      fill: ink[row.openness],
      isBold: rank(row) === 0,
    }));
  svg.insertAdjacentHTML("beforeend", placedLabels(dots, width, ink.paper));
  return svg as SVGSVGElement;
}

/** 1, 2 and 5 times the powers of ten within the ends; all of these where that leaves fewer than two. */
function roundCosts([low, high]: readonly [number, number], steps: readonly number[]): number[] {
  const powers = Array.from({length: 16}, (_, power) => 10 ** power);
  const found = powers
    .flatMap((power) => steps.map((step) => step * power))
    .filter((cost) => cost >= low && cost <= high);
  return found.length < 2 && steps.length < STEPS.length ? roundCosts([low, high], STEPS) : found;
}

const tableOf = (rows: readonly OptionRow[]): PlainTable => ({
  columns: [
    "option",
    "weights",
    "cost (USD a year)",
    "cost, low",
    "cost, high",
    "tasks done right",
    "right, low",
    "right, high",
  ],
  rows: rows.map(({id, openness, cost, success}) => [
    id,
    openness,
    cost.value,
    cost.interval?.low ?? null,
    cost.interval?.high ?? null,
    success.value,
    success.interval?.low ?? null,
    success.interval?.high ?? null,
  ]),
});

const said = (row: OptionRow): string =>
  `${row.name} at ${placeText(row)}: ${quantityText(row.cost)}, right ${quantityText(row.success)}`;
