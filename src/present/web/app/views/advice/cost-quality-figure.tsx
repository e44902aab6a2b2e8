/** What each option costs against how often it is right. */
import {axisX, axisY, dot, gridY, plot, text} from "@observablehq/plot";
import {useCallback, useMemo} from "preact/hooks";
import type {OptionRow, WorkloadAdvice} from "../../../../../advice-report.ts";
import {numberText, valueText} from "../../../../quantity-text.ts";
import {type Canvas, PlotFigure} from "../../kit.ts";

const HEIGHT = 300;

export function CostQualityFigure({workload}: {readonly workload: WorkloadAdvice}) {
  const {id, name, options, primary} = workload;
  const rows = useMemo(
    () => options.filter(({cost, success}) => (cost.value ?? 0) > 0 && success.value !== null),
    [options],
  );
  const draw = useCallback(
    ({width, ink}: Canvas) =>
      plot({
        width: Math.min(width, 760),
        height: HEIGHT,
        marginLeft: 48,
        marginRight: 24,
        marginBottom: 40,
        className: "lagline",
        x: {type: "log"},
        y: {nice: true},
        marks: [
          gridY({stroke: ink.rule, strokeOpacity: 1, ticks: 5}),
          axisY({
            label: null,
            tickSize: 0,
            ticks: 5,
            tickFormat: (share: number) => `${Math.round(share * 100)}%`,
          }),
          axisX({
            label: "USD per year",
            labelAnchor: "center",
            labelArrow: "none",
            tickSize: 5,
            ticks: width < 600 ? 2 : 4,
            tickFormat: "~s",
          }),
          dot(rows, {
            x: (row: OptionRow) => row.cost.value,
            y: (row: OptionRow) => row.success.value,
            r: (row: OptionRow) => (row.id === primary?.id ? 7 : 4),
            fill: (row: OptionRow) => ink[row.openness],
            title: said,
          }),
          text(
            rows.filter((row) => row.id === primary?.id),
            {
              x: (row: OptionRow) => row.cost.value,
              y: (row: OptionRow) => row.success.value,
              text: "name",
              dy: -14,
              fill: ink.text,
              fontWeight: "bold",
            },
          ),
        ],
        r: {type: "identity"},
        color: {type: "identity"},
      }) as SVGSVGElement,
    [rows, primary],
  );
  const table = useMemo(
    () => ({
      columns: ["option", "weights", "cost (USD a year)", "tasks done right"],
      rows: rows.map((row) => [row.id, row.openness, row.cost.value, row.success.value]),
    }),
    [rows],
  );
  return (
    <PlotFigure
      name={`advice-${id}`}
      title={
        primary
          ? `${primary.name} costs ${valueText(primary.cost)} a year and does ${numberText(primary.success.value!, "share")} of “${name}” right`
          : `What each option for “${name}” costs, and how often it is right`
      }
      note="Share of tasks done right against cost per year. Orange: open weights; blue: closed; the large dot is the primary."
      description={rows.map((row) => `${said(row)}.`).join(" ")}
      table={table}
      draw={draw}
    />
  );
}

const said = ({name, host, cost, success}: OptionRow): string =>
  `${name} at ${host}: ${valueText(cost)} a year, ${valueText(success)} right`;
