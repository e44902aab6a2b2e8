/** One watch after one look: its new state, and what it has to tell. */
import type {Look} from "./sight.ts";
import type {Watch, WatchState} from "./watch-book.ts";
import {watchMethod} from "./watch-method.ts";

export interface Told {
  readonly what: string;
  readonly before: string | null;
}

export interface Step {
  readonly state: WatchState;
  readonly told: readonly Told[];
}

/**
 * A level is told when its chance reaches `enter` and counts as over at one half; a change is told once per thing; a
 * move is told when the number is that far from where it was last told, and starts from there again. The first look
 * at a change or a move only remembers.
 */
export function stepped({state, enter}: Pick<Watch, "state" | "enter">, seen: Look, day: string): Step {
  if (seen.kind === "level") return levelStep(state, enter, seen, day);
  if (seen.kind === "move") return moveStep(state, seen, day);
  return changeStep(state, seen, day);
}

function levelStep(
  state: WatchState,
  enter: number,
  {chance, says}: Extract<Look, {kind: "level"}>,
  day: string,
): Step {
  const before = state.kind === "level" ? state : undefined;
  const wasHolding = before?.isHolding ?? false;
  // Without a number nothing has happened: the watch stays as it was.
  const isHolding =
    chance === undefined
      ? wasHolding
      : wasHolding
        ? chance > Math.min(enter, watchMethod.leave.value) || chance >= enter
        : chance >= enter;
  const next: WatchState = {kind: "level", isHolding, chance: chance ?? null, says, day};
  if (!isHolding || wasHolding) return {state: next, told: []};
  return {
    state: next,
    told: [
      {
        what: `${says}; it holds with probability ${percent(chance!)}`,
        before: before
          ? `${before.says}${before.chance === null ? "" : `, probability ${percent(before.chance)}`} on ${before.day}`
          : null,
      },
    ],
  };
}

function changeStep(
  state: WatchState,
  {now, on, sentence}: Extract<Look, {kind: "change"}>,
  day: string,
): Step {
  if (state.kind !== "change") return {state: {kind: "change", seen: Object.fromEntries(now), day}, told: []};
  const seen = new Map(Object.entries(state.seen));
  const told: Told[] = [];
  for (const [key, value] of now) {
    const before = seen.get(key);
    const isNews = on === "new" ? before === undefined : before !== undefined && before !== value;
    if (isNews) told.push({what: sentence(key, value, before), before: before ?? null});
  }
  // What is gone stays remembered: a thing that comes back was told already.
  return {state: {kind: "change", seen: {...state.seen, ...Object.fromEntries(now)}, day}, told};
}

function moveStep(state: WatchState, {value, by, says}: Extract<Look, {kind: "move"}>, day: string): Step {
  const from = state.kind === "move" ? state.from : null;
  if (value === undefined) return {state: {kind: "move", from, day}, told: []};
  if (from === null) return {state: {kind: "move", from: value, day}, told: []};
  if (Math.abs(value - from) < by) return {state: {kind: "move", from, day}, told: []};
  return {state: {kind: "move", from: value, day}, told: [{what: says(value, from), before: String(from)}]};
}

export const percent = (chance: number): string => `${Math.round(chance * 100)}%`;
