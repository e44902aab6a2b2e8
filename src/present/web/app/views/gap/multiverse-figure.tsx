/** The headline with one choice of the method changed at a time: where it would lie, the largest mover first. */
import {axisX, dot, gridX, ruleX, ruleY, text, plot} from "@observablehq/plot";
import {useCallback, useMemo} from "preact/hooks";
import type {Multiverse} from "../../../../../multiverse-report.ts";
import {boundsText, numberText} from "../../../../quantity-text.ts";
import {type Canvas, PlotFigure} from "../../kit.ts";

type Alternative = Multiverse["choices"][number]["alternatives"][number];
interface Row extends Alternative {
  readonly choice: string;
  readonly chosen: string;
  readonly says: string;
}

const ROW = 34;
/** Labels stand above their interval, so that a telephone shows them whole. */
const LABEL_RISE = 13;

const months = (value: number): string => numberText(value, "months");

export function MultiverseFigure({multiverse}: {readonly multiverse: Multiverse}) {
  const rows = useMemo(() => rowsOf(multiverse), [multiverse]);
  const draw = useCallback((canvas: Canvas) => drawn(multiverse, rows, canvas), [multiverse, rows]);
  const table = useMemo(
    () => ({
      columns: ["choice", "made", "instead", "months", "low", "high", "shift", "no number because", "reason"],
      rows: multiverse.choices.flatMap(({choice, chosen, reason, alternatives}) =>
        alternatives.map(({value, months: at, low, high, shift, failed}) => [
          choice,
          chosen,
          value,
          at,
          low,
          high,
          shift,
          failed ?? "",
          reason,
        ]),
      ),
    }),
    [multiverse],
  );
  const {range, base} = multiverse;
  const failed = multiverse.choices.flatMap(({alternatives}) => alternatives).length - rows.length;
  return (
    <PlotFigure
      name="multiverse"
      title={`If one choice were made differently, the headline of ${months(base.months)} months would lie between ${months(range.low)} and ${months(range.high)}`}
      note={`Lag in months with 90% interval, each row with one choice of the method changed; the line is the headline.${failed > 0 ? ` ${failed} without a number are in the table.` : ""}`}
      description={rows.map(({says}) => says).join(". ")}
      table={table}
      draw={draw}
    />
  );
}

const rowsOf = ({choices}: Multiverse): Row[] =>
  choices.flatMap(({choice, chosen, alternatives}) =>
    alternatives
      .filter(({months: at}) => at !== null)
      .map((one) => ({
        ...one,
        choice,
        chosen,
        says: `${choice}, ${one.value} instead of ${chosen}: ${months(one.months!)} months${one.low === null && one.high === null ? "" : `, ${boundsText(one, "months")}`}`,
      })),
  );

function drawn({base}: Multiverse, rows: readonly Row[], {width, ink}: Canvas): SVGSVGElement {
  const highest = Math.max(base.months, ...rows.map(({months: at, high}) => high ?? at!));
  const lowest = Math.min(0, base.months, ...rows.map(({months: at, low}) => low ?? at!));
  return plot({
    width,
    height: 40 + ROW * rows.length,
    marginLeft: 14,
    marginRight: 16,
    marginTop: 22,
    marginBottom: 18,
    className: "lagline",
    x: {domain: [lowest, highest]},
    y: {type: "band", domain: rows.map((_, index) => index), axis: null},
    marks: [
      gridX({stroke: ink.rule, strokeOpacity: 1, ticks: 5}),
      axisX({anchor: "top", label: null, tickSize: 0, ticks: 5}),
      ruleX([base.months], {stroke: ink.own, strokeWidth: 1.5}),
      text(rows, {
        x: lowest,
        y: (_: Row, index: number) => index,
        dy: -LABEL_RISE + 6,
        textAnchor: "start",
        fill: ink.quiet,
        stroke: ink.paper,
        strokeWidth: 4,
        text: ({choice, value, months: at}: Row) => `${choice}: ${value} · ${months(at!)}`,
      }),
      ruleY(rows, {
        x1: ({low, months: at}: Row) => low ?? at,
        x2: ({high}: Row) => high ?? highest,
        y: (_: Row, index: number) => index,
        dy: 7,
        stroke: ink.second,
        strokeWidth: 2,
        strokeOpacity: 0.75,
      }),
      dot(rows, {
        x: "months",
        y: (_: Row, index: number) => index,
        dy: 7,
        r: 4.5,
        fill: ink.second,
        title: ({says}: Row) => says.replace(": ", "\n"),
      }),
    ],
  }) as SVGSVGElement;
}
