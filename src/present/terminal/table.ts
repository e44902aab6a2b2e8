/**
 * Columns of text aligned by terminal cells.
 *
 * Room is made in a fixed order: flexible columns shrink to their minimum first, then whole columns go, the highest
 * `drop` first. What went is named, so that a narrow terminal never hides a column silently.
 */
import {displayWidth, padded, wrapped} from "./display-width.ts";
import type {Paint} from "./ink.ts";

export interface Column {
  readonly title: string;
  readonly align?: "left" | "right";
  /** Smallest width this column may be clipped to; absent means never clipped. */
  readonly min?: number;
  /** What does not fit goes on below instead of being clipped. */
  readonly wraps?: boolean;
  /** Order of leaving when room is short, highest first; absent means it stays. */
  readonly drop?: number;
}

export interface Cell {
  readonly text: string;
  readonly ink: Paint;
}

export interface Table {
  readonly lines: readonly string[];
  /** Titles of columns left out for want of room. */
  readonly dropped: readonly string[];
}

const GAP = 2;

/**
 * @param rows - one text or inked cell per column
 * @param width - terminal cells available, indent included
 * @param head - ink of the title line; no title line without it
 */
export function table(
  columns: readonly Column[],
  rows: readonly (readonly (string | Cell)[])[],
  {width, indent = 2, head}: {width: number; indent?: number; head?: Paint},
): Table {
  const natural = columns.map(({title}, index) =>
    Math.max(head ? displayWidth(title) : 0, ...rows.map((row) => displayWidth(textOf(row[index]!)))),
  );
  const room = width - indent;
  let kept = columns.map((_, index) => index);
  let widths = fitted(kept, columns, natural, room);
  while (widths === undefined) {
    const leaving = kept.reduce((best, index) =>
      dropOf(columns, index) > dropOf(columns, best) ? index : best,
    );
    if (dropOf(columns, leaving) < 0) {
      widths = squeezed(kept, natural, room);
      break;
    }
    kept = kept.filter((index) => index !== leaving);
    widths = fitted(kept, columns, natural, room);
  }
  const sizes = widths;
  const line = (cells: readonly (string | Cell)[]): string =>
    (
      " ".repeat(indent) +
      kept
        .map((index, place) => {
          const cell = cells[index]!;
          const full = padded(textOf(cell), sizes[place]!, columns[index]!.align);
          const text = place === kept.length - 1 ? full.trimEnd() : full;
          return typeof cell === "string" ? text : cell.ink(text);
        })
        .join(" ".repeat(GAP))
    ).trimEnd();
  const linesOf = (cells: readonly (string | Cell)[]): string[] => {
    const pieces = cells.map((cell, index) =>
      columns[index]!.wraps && kept.includes(index)
        ? wrapped(textOf(cell), sizes[kept.indexOf(index)]!)
        : [textOf(cell)],
    );
    return Array.from({length: Math.max(...pieces.map(({length}) => length))}, (_, at) =>
      line(
        cells.map((cell, index) => {
          const text = pieces[index]![at] ?? "";
          return typeof cell === "string" ? text : {text, ink: cell.ink};
        }),
      ),
    );
  };
  const title = head ? [line(columns.map((column) => ({text: column.title, ink: head})))] : [];
  return {
    lines: [...title, ...rows.flatMap(linesOf)],
    dropped: columns.filter((_, index) => !kept.includes(index)).map((column) => column.title),
  };
}

const textOf = (cell: string | Cell): string => (typeof cell === "string" ? cell : cell.text);
const dropOf = (columns: readonly Column[], index: number): number => columns[index]!.drop ?? -1;

/** Widths that fit, shrinking the widest flexible column one cell at a time; undefined when none do. */
function fitted(
  kept: readonly number[],
  columns: readonly Column[],
  natural: readonly number[],
  room: number,
): number[] | undefined {
  const widths = kept.map((index) => natural[index]!);
  let excess = widths.reduce((sum, width) => sum + width, 0) + GAP * (kept.length - 1) - room;
  while (excess > 0) {
    let widest = -1;
    for (const [place, index] of kept.entries()) {
      const min = columns[index]!.min;
      if (min === undefined || widths[place]! <= min) continue;
      if (widest < 0 || widths[place]! > widths[widest]!) widest = place;
    }
    if (widest < 0) return undefined;
    widths[widest]! -= 1;
    excess -= 1;
  }
  return widths;
}

/** The last resort on a very narrow terminal: the widest columns give way, whatever they asked for. */
function squeezed(kept: readonly number[], natural: readonly number[], room: number): number[] {
  const widths = kept.map((index) => natural[index]!);
  const total = () => widths.reduce((sum, width) => sum + width, 0) + GAP * (kept.length - 1);
  while (total() > room && Math.max(...widths) > 1) widths[widths.indexOf(Math.max(...widths))]! -= 1;
  return widths;
}
