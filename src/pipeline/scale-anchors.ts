/**
 * The two models that fix the scale, as of a day.
 *
 * Claude 3.5 Sonnet at 130 and GPT-5 at 150, as in Epoch's index. On an as-of date before they existed older models
 * stand in, at the values that Epoch's index of August 2026 gives them (https://epoch.ai/data/eci_scores.csv, CC BY
 * 4.0). That choice moves points only: it is one affine map of all abilities, under which no lag in months changes.
 */
import {InputError} from "../errors.ts";

export interface AnchorPoint {
  readonly id: string;
  readonly points: number;
}

export interface ScaleAnchors {
  readonly low: AnchorPoint;
  readonly high: AnchorPoint;
  /** False when a stand-in was needed. */
  readonly standard: boolean;
}

/** Most able first. */
const LADDER: readonly AnchorPoint[] = [
  {id: "gpt-5", points: 150},
  {id: "o1", points: 142.45},
  {id: "claude-3.5-sonnet-2024-06", points: 130},
  {id: "gpt-4-0314", points: 125.7},
  {id: "llama-65b", points: 109.24},
];
/** Anchors closer than this would let their own errors stretch the scale. */
const LEAST_SPAN = 10;

/**
 * The most able model of the ladder that is measured, and the next at least ten points below it.
 *
 * @throws InputError when two such models are not measured
 */
export function scaleAnchors(isMeasured: (model: string) => boolean): ScaleAnchors {
  const known = LADDER.filter(({id}) => isMeasured(id));
  const [high] = known;
  const low = known.find(({points}) => high.points - points >= LEAST_SPAN);
  if (!high || !low) {
    throw new InputError(
      "insufficient",
      `models that fix the scale: ${known.length === 0 ? "none" : known.map(({id}) => id).join(", ")} measured as of this day; two at least ${LEAST_SPAN} points apart were expected, which later as-of dates have`,
    );
  }
  return {low, high, standard: high === LADDER[0] && low === LADDER[2]};
}

/** Said beside points whose scale needed a stand-in. */
export const scaleNote = ({low, high, standard}: ScaleAnchors): {note?: string} =>
  standard
    ? {}
    : {
        note: `The scale is fixed by ${low.id} at ${low.points} and ${high.id} at ${high.points}, because its usual anchors were not both measured as of this day.`,
      };
