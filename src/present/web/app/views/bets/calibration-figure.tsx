/** How often what was said with a probability came about, with 90% intervals, beside what it should be. */
import {axisX, axisY, dot, gridY, line, plot, ruleX} from "@observablehq/plot";
import {useCallback, useMemo} from "preact/hooks";
import type {BetsReport} from "../../../../../bets-report.ts";
import {counted} from "../../../../quantity-text.ts";
import {type Canvas, PlotFigure} from "../../kit.ts";

type Calibration = BetsReport["scoreboard"]["calibration"][number];

interface Bin {
  readonly count: number;
  readonly said: number;
  readonly happened: number;
  readonly low: number;
  readonly high: number;
}

const SIDE = 360;
const percent = (share: number): string => `${Math.round(share * 100)}%`;

export function CalibrationFigure({calibration}: {readonly calibration: Calibration}) {
  const {forecaster} = calibration;
  const bins = useMemo(() => calibration.bins.filter(({count}) => count > 0) as Bin[], [calibration]);
  const draw = useCallback(
    ({width, ink}: Canvas) =>
      plot({
        width: Math.min(width, SIDE),
        height: Math.min(width, SIDE),
        marginLeft: 44,
        marginBottom: 40,
        className: "lagline",
        x: {domain: [0, 1]},
        y: {domain: [0, 1]},
        marks: [
          gridY({stroke: ink.rule, strokeOpacity: 1, ticks: 5}),
          axisY({label: null, tickSize: 0, ticks: 5, tickFormat: percent}),
          axisX({
            label: "said",
            labelAnchor: "center",
            labelArrow: "none",
            tickSize: 0,
            ticks: 5,
            tickFormat: percent,
          }),
          line(
            [
              [0, 0],
              [1, 1],
            ],
            {stroke: ink.neutral, strokeDasharray: "3 3"},
          ),
          ruleX(bins, {x: "said", y1: "low", y2: "high", stroke: ink.own, strokeWidth: 2}),
          dot(bins, {
            x: "said",
            y: "happened",
            r: 5,
            fill: ink.own,
            title: saidOf,
          }),
        ],
      }) as SVGSVGElement,
    [bins],
  );
  const table = useMemo(
    () => ({
      columns: ["said", "happened", "low", "high", "cases"],
      rows: bins.map(({said, happened, low, high, count}) => [said, happened, low, high, count]),
    }),
    [bins],
  );
  const inside = bins.filter(({said, low, high}) => said >= low && said <= high).length;
  return (
    <PlotFigure
      name={`bets-calibration-${forecaster}`}
      title={`${forecaster}: what was said lies inside the interval of what happened in ${inside} of ${counted(bins.length, "group")}`}
      note="Share of cases that came about against the probability said, with its 90% interval; on the dashed line they agree."
      description={bins.map((bin) => `${saidOf(bin)}.`).join(" ")}
      table={table}
      draw={draw}
    />
  );
}

const saidOf = ({said, happened, low, high, count}: Bin): string =>
  `said ${percent(said)}, happened ${percent(happened)} (90% interval ${percent(low)} to ${percent(high)}), ${counted(count, "case")}`;
