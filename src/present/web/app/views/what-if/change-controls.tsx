/** One change of a scenario under the reader's hand: what it names, how large it is, and from when. */
import {useId} from "preact/hooks";
import {isoDay, parseDateSpan} from "../../../../../dates.ts";
import type {RawChange} from "../../../../../forecast/scenario/settings.ts";
import type {ScenarioSource} from "../../../../../pipeline/whatif-answers.ts";
import {AmountControl} from "./amount-control.tsx";
import {controlsOf} from "./lever-fields.ts";
import {Slider} from "./slider.tsx";

interface Props {
  readonly change: RawChange;
  readonly source: Pick<ScenarioSource, "choices" | "labs" | "ground">;
  /** `isDone` when the hand has left the control. */
  readonly onSet: (field: string, value: string, isDone: boolean) => void;
  readonly onRemove?: () => void;
}

export function ChangeControls({change, source, onSet, onRemove}: Props) {
  const kind = change.change!;
  const controls = controlsOf(kind);
  if (!controls) return null;
  return (
    <fieldset class="change">
      <legend>{controls.title}</legend>
      {controls.fields.map((field) =>
        field.kind === "amount" ? (
          <AmountControl
            key={field.name}
            field={field}
            of={controls.title}
            text={change[field.name] ?? ""}
            onSet={(value, isDone) => onSet(field.name, value, isDone)}
          />
        ) : (
          <Choice
            key={field.name}
            label={field.label}
            value={change[field.name] ?? ""}
            options={choicesOf(source, `${kind}.${field.name}`)}
            onSet={(value) => onSet(field.name, value, true)}
          />
        ),
      )}
      <FromControl
        of={controls.title}
        text={change.from ?? ""}
        asOf={source.ground.asOf}
        onSet={(value, isDone) => onSet("from", value, isDone)}
      />
      {onRemove && (
        <button type="button" onClick={onRemove}>
          Take away: {controls.title}
        </button>
      )}
    </fieldset>
  );
}

/** What a field may name, with the word people know it by. */
function choicesOf({choices, labs}: Pick<ScenarioSource, "choices" | "labs">, key: string) {
  const names = new Map(labs.map(({id, name}) => [id, name]));
  return ((choices as Record<string, readonly string[]>)[key] ?? []).map((value) => ({
    value,
    text: names.get(value) ?? value.replaceAll("-", " "),
  }));
}

interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly options: readonly {readonly value: string; readonly text: string}[];
  readonly onSet: (value: string) => void;
}

function Choice({label, value, options, onSet}: ChoiceProps) {
  const isKnown = options.some((option) => option.value === value);
  return (
    <label class="choice">
      {label}{" "}
      <select value={value} onChange={(event) => onSet(event.currentTarget.value)}>
        {!isKnown && <option value={value}>{value.slice(0, 40) || "choose"}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.text}
          </option>
        ))}
      </select>
    </label>
  );
}

/** Months after the as-of date that a slider reaches: the last changes of a path of 36 show nothing. */
const LAST_MONTH = 30;

interface FromProps {
  readonly of: string;
  readonly text: string;
  readonly asOf: ScenarioSource["ground"]["asOf"];
  readonly onSet: (value: string, isDone: boolean) => void;
}

function FromControl({of, text, asOf, onSet}: FromProps) {
  const id = useId();
  const [year, month] = isoDay(asOf).split("-").map(Number);
  const written = (after: number) => {
    const at = year! * 12 + month! - 1 + after;
    return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, "0")}`;
  };
  const span = parseDateSpan(text);
  const [atYear, atMonth] = span ? isoDay(span.earliest).split("-").map(Number) : [year, month];
  const place = Math.max(0, Math.min(LAST_MONTH, (atYear! - year!) * 12 + atMonth! - month!));
  return (
    <div class="lever">
      <label for={id}>from</label>
      <output for={id}>{text.slice(0, 40) || "–"}</output>
      <Slider
        id={id}
        name={`${of}, from`}
        place={place}
        last={LAST_MONTH}
        says={text || written(place)}
        onMove={(after, isDone) => onSet(written(after), isDone)}
      />
    </div>
  );
}
