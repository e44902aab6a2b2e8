/** Chance of running short over the months to come, without new money and raising as before. */
import {axisX, axisY, dot, gridY, line, plot, text} from "@observablehq/plot";
import {useCallback, useMemo} from "preact/hooks";
import type {ForceLabReport} from "../../../../../forces-report.ts";
import {numberText} from "../../../../quantity-text.ts";
import {type Canvas, PlotFigure} from "../../kit.ts";

const HEIGHT = 240;

interface Row {
  readonly months: number;
  readonly chance: number;
}

export function ShortFigure({lab: {id, name, money}}: {readonly lab: ForceLabReport}) {
  const series = useMemo(() => {
    const rows = (pick: (one: (typeof money.short)[number]) => number | null): Row[] => [
      {months: 0, chance: 0},
      ...money.short.flatMap((one) => {
        const chance = pick(one);
        return chance === null ? [] : [{months: one.months, chance}];
      }),
    ];
    return {
      "without new money": rows(({withoutNewMoney}) => withoutNewMoney.value),
      "raising as before": rows(({withRaising}) => withRaising.value),
    };
  }, [money]);
  const draw = useCallback((canvas: Canvas) => drawn(series, canvas), [series]);
  const table = useMemo(
    () => ({
      columns: ["within months", "without new money", "raising as before"],
      rows: money.short.map(({months, withoutNewMoney, withRaising}) => [
        months,
        withoutNewMoney.value,
        withRaising.value,
      ]),
    }),
    [money],
  );
  const last = money.short.at(-1)!;
  const chance = last.withoutNewMoney.value;
  return (
    <PlotFigure
      name={`short-${id}`}
      title={
        chance === null
          ? `${name}: chance of running short`
          : `${name} runs short within ${last.months} months with a chance of ${numberText(chance, "probability")}, without new money`
      }
      description={money.short
        .map(({months, withoutNewMoney, withRaising}) =>
          withoutNewMoney.value === null || withRaising.value === null
            ? ""
            : `Within ${months} months: ${numberText(withoutNewMoney.value, "probability")}, raising ${numberText(withRaising.value, "probability")}.`,
        )
        .join(" ")}
      table={table}
      draw={draw}
    />
  );
}

function drawn(series: Readonly<Record<string, readonly Row[]>>, {width, ink}: Canvas): SVGSVGElement {
  const lines = Object.entries(series);
  return plot({
    width: Math.min(width, 720),
    height: HEIGHT,
    marginLeft: 44,
    marginRight: 130,
    className: "lagline",
    y: {domain: [0, 1]},
    marks: [
      gridY({stroke: ink.rule, strokeOpacity: 1, ticks: 5}),
      axisY({
        label: null,
        tickSize: 0,
        ticks: 5,
        tickFormat: (share: number) => `${Math.round(share * 100)}%`,
      }),
      axisX({
        label: "months from now",
        labelAnchor: "center",
        labelArrow: "none",
        tickSize: 5,
        ticks: [0, 3, 6, 12, 24],
      }),
      ...lines.flatMap(([name, rows], index) => [
        line(rows, {
          x: "months",
          y: "chance",
          stroke: ink.own,
          strokeWidth: 2,
          strokeDasharray: index > 0 ? "4 3" : undefined,
        }),
        dot(rows.slice(1), {
          x: "months",
          y: "chance",
          r: 4,
          fill: index > 0 ? ink.paper : ink.own,
          stroke: ink.own,
          title: ({months, chance}: Row) =>
            `${name}\nwithin ${months} months: ${numberText(chance, "probability")}`,
        }),
        text(rows.slice(-1), {
          x: "months",
          y: "chance",
          text: () => name,
          dx: 9,
          dy: index > 0 ? 7 : -7,
          textAnchor: "start",
          fill: ink.own,
        }),
      ]),
    ],
  }) as SVGSVGElement;
}
