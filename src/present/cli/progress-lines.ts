/**
 * Progress on stderr. A terminal gets one line that rewrites itself and is gone at the end; anything else gets one
 * plain line per stage, and only once the work has proved long.
 */
import type {Progress} from "../../options.ts";
import {plainText} from "../plain-text.ts";
import {clipped} from "../terminal/display-width.ts";
import type {World} from "./world.ts";

/** Work shorter than this is not worth a line in a log, and a terminal line redrawn faster only flickers. */
const LONG_MS = 2_000;
const REDRAW_MS = 80;
const CLEAR = "\r\u001b[2K";

export interface ProgressLines {
  readonly progress: Progress;
  /** Takes the line away; call before anything else is printed. */
  readonly finish: () => void;
}

export function progressLines({stderr, isTerminal, now, columns}: World): ProgressLines {
  const start = now();
  let drawn = false;
  let last = Number.NEGATIVE_INFINITY;
  let current: string | undefined;
  const told = new Set<string>();
  const onTerminal: Progress = (stage, done, total) => {
    if (stage === current && now() - last < REDRAW_MS && done < total) return;
    current = stage;
    last = now();
    drawn = true;
    const share = total > 1 ? `  ${done}/${total}` : "";
    stderr.write(`${CLEAR}${clipped(`${plainText(stage)}${share}`, (columns ?? 80) - 1)}`);
  };
  const onLog: Progress = (stage) => {
    if (now() - start < LONG_MS || told.has(stage)) return;
    told.add(stage);
    stderr.write(`lagline: ${plainText(stage)} ...\n`);
  };
  return {
    progress: isTerminal.stderr ? onTerminal : onLog,
    finish: () => {
      if (drawn) stderr.write(CLEAR);
      drawn = false;
    },
  };
}
