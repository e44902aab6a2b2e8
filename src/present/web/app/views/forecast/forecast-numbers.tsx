/** The forecast in numbers: what shares an axis stands together, frontiers apart from the distance between them. */
import type {ForecastReport} from "../../../../../forecast-report.ts";
import {levelSpan} from "../../../../value-span.ts";
import {IntervalFigure, type IntervalItem} from "../../kit.ts";

/** A level of the index has no zero that means anything; a lag or a distance has. */
const LEVELS = ["closed", "open"] as const;

export function ForecastNumbers({quantities}: Pick<ForecastReport, "quantities">) {
  const item = (quantity: IntervalItem["quantity"]): IntervalItem => ({quantity, ink: "second"});
  const levelOf = ({id}: IntervalItem["quantity"]) =>
    LEVELS.find((side) => id.startsWith(`forecast.${side}.`));
  const levels = quantities.filter(levelOf);
  const others = quantities.filter((quantity) => !levelOf(quantity));
  const units = [...new Set(others.map(({unit}) => unit))];
  return (
    <>
      {units.map((unit) => (
        <IntervalFigure
          key={unit}
          name={`forecast-${unit.replaceAll(" ", "-")}`}
          title={unit === "points" ? "The distance in numbers" : `The same in numbers: ${unit}`}
          axis={unit}
          groups={[{items: others.filter((quantity) => quantity.unit === unit).map(item)}]}
          {...(unit === "probability" ? {span: {low: 0, high: 1}} : {})}
        />
      ))}
      {levels.length > 0 && (
        <IntervalFigure
          name="forecast-frontiers"
          title="Both frontiers in numbers"
          axis="index points"
          span={levelSpan(
            levels.map(({value, interval}) => ({
              value,
              low: interval?.low ?? null,
              high: interval?.high ?? null,
            })),
          )}
          groups={LEVELS.map((side) => ({
            heading: `best ${side} ability`,
            items: levels
              .filter((quantity) => levelOf(quantity) === side)
              .map((quantity): IntervalItem => ({quantity, ink: side})),
          }))}
        />
      )}
    </>
  );
}
