/** Ability over time of the models found. */
import {axisX, axisY, dot, gridY, plot} from "@observablehq/plot";
import {useCallback, useMemo} from "preact/hooks";
import {parseDateSpan} from "../../../../../dates.ts";
import type {About, ModelAbility} from "../../../../../report.ts";
import {clockDate} from "../../../../model-selection.ts";
import {boundsText, counted, numberText} from "../../../../quantity-text.ts";
import {type Canvas, hrefOf, PlotFigure} from "../../kit.ts";
import {YEAR_AXIS} from "../../../../chart/year-axis.ts";

interface Props {
  readonly models: readonly ModelAbility[];
  readonly dates: About["dates"];
}

interface Placed {
  readonly model: ModelAbility;
  readonly at: Date;
  readonly date: string;
}

const DAY_MS = 86_400_000;
const HEIGHT = {wide: 360, narrow: 260};
const NARROW = 600;

export function ModelsFigure({models, dates}: Props) {
  const placed = useMemo(() => placedModels(models, dates), [models, dates]);
  const draw = useCallback((canvas: Canvas) => drawn(placed, canvas), [placed]);
  const table = useMemo(
    () => ({
      columns: ["model", "lab", "side", "date", "ability (points)", "low", "high"],
      rows: placed.map(({model, date}) => [
        model.name,
        model.lab,
        model.openness,
        date,
        model.ability,
        model.low,
        model.high,
      ]),
    }),
    [placed],
  );
  if (placed.length === 0) return null;
  const sides = (["closed", "open"] as const).map((side) => ({
    side,
    count: placed.filter(({model}) => model.openness === side).length,
  }));
  const says = sides.map(({side, count}) => `${count.toLocaleString("en-US")} ${side}`).join(" and ");
  return (
    <PlotFigure
      name="models"
      title={`Ability by date: ${says}`}
      note="Index points; solid blue dots are closed, hollow orange ones open. Point at a dot or reach it with the keyboard for its name."
      description={`A scatter of ${counted(placed.length, "model")} by date and ability.`}
      table={table}
      draw={draw}
    />
  );
}

function placedModels(models: readonly ModelAbility[], dates: About["dates"]): Placed[] {
  return models.flatMap((model) => {
    const date = clockDate(model, dates) ?? model.announced;
    const span = date === null ? undefined : parseDateSpan(date);
    return model.ability === null || !span || date === null
      ? []
      : [{model, date, at: new Date(span.latest * DAY_MS)}];
  });
}

function drawn(placed: readonly Placed[], {width, ink}: Canvas): SVGSVGElement {
  const side = (wanted: "open" | "closed" | "unknown") =>
    placed.filter(({model}) => model.openness === wanted);
  const marks = (["unknown", "closed", "open"] as const).map((openness) => {
    const colour = openness === "unknown" ? ink.neutral : ink[openness];
    return dot(side(openness), {
      x: "at",
      y: ({model}: Placed) => model.ability,
      r: 3.4,
      fill: openness === "open" ? ink.paper : colour,
      stroke: colour,
      strokeWidth: 1.4,
      href: ({model}: Placed) => hrefOf("model", [model.model]),
      title: ({model, date}: Placed) =>
        `${model.name}\n${model.lab}, ${model.openness}, ${date}\n${numberText(model.ability!, "points")} points (${boundsText(model, "points")})`,
    });
  });
  return plot({
    width,
    height: width < NARROW ? HEIGHT.narrow : HEIGHT.wide,
    marginLeft: 34,
    className: "lagline",
    x: {type: "utc"},
    marks: [
      gridY({stroke: ink.rule, strokeOpacity: 1, ticks: 5}),
      axisY({label: null, tickSize: 0, ticks: 5}),
      axisX(YEAR_AXIS),
      ...marks,
    ],
  }) as SVGSVGElement;
}
