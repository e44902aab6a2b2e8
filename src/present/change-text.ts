/** Numbers of a scenario's answer in words: states, and changes with their sign. */
import type {ScenarioTarget} from "../whatif-report.ts";
import {numberText} from "./quantity-text.ts";

type Unit = ScenarioTarget["unit"];

/** A state: `7.1`, `$0.42`, `69%`; a number of events with a digit, because it is a mean. */
export function stateText(value: number | null, {unit}: Pick<ScenarioTarget, "unit">): string {
  if (value === null) return "–";
  return unit === "events" ? value.toFixed(1) : numberText(value, unit, "bare");
}

/** A change: `+1.2`, `×0.85`, `−3%` points of a share. */
export function changeText(value: number | null, {unit, as}: Pick<ScenarioTarget, "unit" | "as">): string {
  if (value === null) return "–";
  if (as === "ratio") return `×${value.toFixed(2)}`;
  return unit === "events" ? signed(value, 1) : signed(unit === "share" ? 100 * value : value, digits(unit));
}

/** The unit of a change, for the end of a label. */
export const changeUnit = ({unit, as}: Pick<ScenarioTarget, "unit" | "as">): string =>
  as === "ratio" ? "factor" : unit === "share" ? "% points" : unit;

const digits = (unit: Unit): number => (unit === "ratio" ? 2 : 1);

function signed(value: number, places: number): string {
  const text = Math.abs(value).toFixed(places);
  return Number(text) === 0 ? text : `${value < 0 ? "−" : "+"}${text}`;
}
