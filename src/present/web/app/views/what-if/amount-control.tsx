/** An amount by the ends of its distribution, each on a slider; by its text where it has no two ends. */
import {useId} from "preact/hooks";
import {type AmountEnds, amountEnds, amountText, endText} from "./amount-text.ts";
import type {AmountField} from "./lever-fields.ts";
import {Slider} from "./slider.tsx";

interface Props {
  readonly field: AmountField;
  /** Title of the change. */
  readonly of: string;
  readonly text: string;
  readonly onSet: (text: string, isDone: boolean) => void;
}

export function AmountControl({field, of, text, onSet}: Props) {
  const {label, unit, stops, without} = field;
  const id = useId();
  const ends = text === "" ? undefined : amountEnds(text);
  if (without !== undefined && text === "") {
    const middle = stops[Math.floor(stops.length / 2)]!;
    return (
      <p class="lever">
        <span>{without}</span>
        <button
          type="button"
          onClick={() => onSet(amountText({form: "uniform", low: middle, high: middle}, unit), true)}
        >
          {label} an ability
        </button>
      </p>
    );
  }
  if (!ends) {
    return (
      <label class="choice">
        {label} ({unit}){" "}
        <input type="text" value={text} onChange={(event) => onSet(event.currentTarget.value, true)} />
      </label>
    );
  }
  const moved = (end: "low" | "high", place: number): AmountEnds => {
    const value = stops[place]!;
    // An end that meets the other takes it along.
    return end === "low"
      ? {...ends, low: value, high: Math.max(value, ends.high)}
      : {...ends, low: Math.min(value, ends.low), high: value};
  };
  return (
    <>
      {(["low", "high"] as const).map((end) => {
        const word = end === "low" ? "at least" : "at most";
        return (
          <div key={end} class="lever">
            <label for={`${id}-${end}`}>
              {label} {word}
            </label>
            <output for={`${id}-${end}`}>{endText(ends[end], unit)}</output>
            <Slider
              id={`${id}-${end}`}
              name={`${of}, ${label} ${word}`}
              place={nearest(stops, ends[end])}
              last={stops.length - 1}
              says={endText(ends[end], unit)}
              onMove={(place, isDone) => onSet(amountText(moved(end, place), unit), isDone)}
            />
          </div>
        );
      })}
      {without !== undefined && (
        <p class="lever">
          <button type="button" onClick={() => onSet("", true)}>
            {without}
          </button>
        </p>
      )}
    </>
  );
}

/** The stop nearest to a value, which may have been written by hand. */
const nearest = (stops: readonly number[], value: number): number =>
  stops.reduce(
    (best, stop, place) => (Math.abs(stop - value) < Math.abs(stops[best]! - value) ? place : best),
    0,
  );
