/** A slider over stops; every move is told, and the last one as such. */
interface Props {
  readonly id: string;
  /** For readers who hear it. */
  readonly name: string;
  readonly place: number;
  /** Highest place. */
  readonly last: number;
  /** The value at the place, in words. */
  readonly says: string;
  readonly onMove: (place: number, isDone: boolean) => void;
}

export const Slider = ({id, name, place, last, says, onMove}: Props) => (
  <input
    id={id}
    type="range"
    min={0}
    max={last}
    step={1}
    value={place}
    aria-label={name}
    aria-valuetext={says}
    onInput={(event) => onMove(Number(event.currentTarget.value), false)}
    onChange={(event) => onMove(Number(event.currentTarget.value), true)}
  />
);
