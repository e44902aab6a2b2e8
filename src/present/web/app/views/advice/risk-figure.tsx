/** Ways to run the portfolio, from the most valuable to the least risky: what less risk costs. */
import {axisX, axisY, dot, gridY, line, plot} from "@observablehq/plot";
import {useCallback, useMemo} from "preact/hooks";
import type {PortfolioView} from "../../../../../advice-report.ts";
import {numberText} from "../../../../quantity-text.ts";
import {type Canvas, PlotFigure} from "../../kit.ts";
import {placedLabels} from "./placed-labels.ts";

type Point = PortfolioView["frontier"][number];

interface Props {
  readonly view: PortfolioView;
  /** Workloads by id. */
  readonly nameOf: ReadonlyMap<string, string>;
}

const HEIGHT = 300;
const MOST_WIDTH = 760;
const NARROW = 600;

export function RiskFigure({view: {frontier, says}, nameOf}: Props) {
  const said = useCallback((point: Point) => saidOf(point, nameOf), [nameOf]);
  const draw = useCallback((canvas: Canvas) => drawn(frontier, said, canvas), [frontier, said]);
  const table = useMemo(
    () => ({
      columns: ["advised", "risk (USD a year)", "net value (USD a year)", "cost (USD a year)", "options"],
      rows: frontier.map(({isAdvised, risk, netValue, cost, choices}) => [
        isAdvised ? "yes" : "no",
        risk,
        netValue,
        cost,
        choices.map(({workload, option}) => `${nameOf.get(workload) ?? workload}: ${option}`).join("; "),
      ]),
    }),
    [frontier, nameOf],
  );
  return (
    <PlotFigure
      name="advice-risk"
      title={says}
      note="Each dot is one way to run every workload: what it is worth against what suppliers' failures, bans and price rises are expected to cost, USD a year. Nothing else beats a dot on both. The number beside it is its running cost."
      description={frontier.map((point) => `${said(point)}.`).join(" ")}
      table={table}
      draw={draw}
    />
  );
}

function drawn(
  points: readonly Point[],
  said: (point: Point) => string,
  {width: room, ink}: Canvas,
): SVGSVGElement {
  const width = Math.min(room, MOST_WIDTH);
  const usd = (value: number) => numberText(value, "USD");
  const svg = plot({
    width,
    height: HEIGHT,
    marginLeft: 60,
    marginRight: 70,
    marginBottom: 42,
    className: "lagline",
    x: {zero: true, nice: true},
    y: {nice: true},
    marks: [
      gridY({stroke: ink.rule, strokeOpacity: 1, ticks: 5}),
      axisY({label: "worth", labelArrow: "none", tickSize: 0, ticks: 5, tickFormat: usd}),
      axisX({
        label: "expected loss to suppliers' events, USD a year",
        labelAnchor: "center",
        labelArrow: "none",
        tickSize: 5,
        ticks: width < NARROW ? 3 : 6,
        tickFormat: usd,
      }),
      line(points, {x: "risk", y: "netValue", stroke: ink.neutral}),
      dot(points, {
        x: "risk",
        y: "netValue",
        r: ({isAdvised}: Point) => (isAdvised ? 7 : 4),
        fill: ink.own,
        title: said,
      }),
    ],
    r: {type: "identity"},
  });
  const [x, y] = [svg.scale("x")!, svg.scale("y")!];
  const dots = [...points]
    .sort((a, b) => Number(b.isAdvised) - Number(a.isAdvised))
    .map(({isAdvised, cost, risk, netValue}) => ({
      name: `${isAdvised ? "as advised, " : ""}costs ${usd(cost)}`,
      x: x.apply(risk),
      y: y.apply(netValue),
      fill: ink.text,
      isBold: isAdvised,
    }));
  svg.insertAdjacentHTML("beforeend", placedLabels(dots, width, ink.paper));
  return svg as SVGSVGElement;
}

const saidOf = ({isAdvised, cost, netValue, risk, choices}: Point, nameOf: Props["nameOf"]): string =>
  [
    `${isAdvised ? "as advised: " : ""}worth ${numberText(netValue, "USD")}, at risk ${numberText(risk, "USD")}, costs ${numberText(cost, "USD")} a year`,
    ...choices.map(({workload, option}) => `${nameOf.get(workload) ?? workload}: ${option}`),
  ].join("\n");
