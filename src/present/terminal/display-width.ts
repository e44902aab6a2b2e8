/**
 * How many terminal cells a text takes: two for East Asian wide and full-width characters and emoji, none for
 * combining marks (Unicode UAX #11, ranges of categories W and F).
 */
const WIDE: readonly (readonly [number, number])[] = [
  [0x1100, 0x115f],
  [0x231a, 0x231b],
  [0x23e9, 0x23ec],
  [0x2e80, 0x303e],
  [0x3041, 0x33ff],
  [0x3400, 0x4dbf],
  [0x4e00, 0x9fff],
  [0xa000, 0xa4cf],
  [0xa960, 0xa97f],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe30, 0xfe6f],
  [0xff00, 0xff60],
  [0xffe0, 0xffe6],
  [0x16fe0, 0x18cff],
  [0x1aff0, 0x1b2ff],
  [0x1f300, 0x1f64f],
  [0x1f680, 0x1f6ff],
  [0x1f900, 0x1faff],
  [0x20000, 0x3fffd],
];
const ZERO = /[\p{Mn}\p{Me}\p{Cf}]/u;

/** Cells of one line of text without escape sequences. */
export function displayWidth(text: string): number {
  let cells = 0;
  for (const char of text) cells += cellsOf(char);
  return cells;
}

/** The text if it fits `width` cells, else its beginning with `…`. */
export function clipped(text: string, width: number): string {
  if (displayWidth(text) <= width) return text;
  if (width < 1) return "";
  let cells = 0;
  let kept = "";
  for (const char of text) {
    cells += cellsOf(char);
    if (cells > width - 1) break;
    kept += char;
  }
  return `${kept.trimEnd()}…`;
}

/** The text clipped and filled with spaces to exactly `width` cells. */
export function padded(text: string, width: number, align: "left" | "right" = "left"): string {
  const fitting = clipped(text, width);
  const fill = " ".repeat(Math.max(0, width - displayWidth(fitting)));
  return align === "left" ? fitting + fill : fill + fitting;
}

/**
 * Words set into lines of at most `width` cells; a longer word is cut.
 *
 * @param hanging - what every line after the first starts with, counted within `width`
 * @param first - what the first line starts with
 */
export function wrapped(text: string, width: number, hanging = "", first = hanging): string[] {
  const room = width - Math.max(displayWidth(hanging), displayWidth(first));
  const words = text.split(/\s+/).filter(Boolean);
  const lines: string[] = [];
  let line = first;
  let isEmpty = true;
  for (const word of words.flatMap((word) => pieces(word, room))) {
    const joined = isEmpty ? `${line}${word}` : `${line} ${word}`;
    if (!isEmpty && displayWidth(joined) > width) {
      lines.push(line);
      line = `${hanging}${word}`;
    } else {
      line = joined;
    }
    isEmpty = false;
  }
  return isEmpty ? lines : [...lines, line];
}

function cellsOf(char: string): number {
  const code = char.codePointAt(0)!;
  if (code < 0x300) return 1;
  if (ZERO.test(char)) return 0;
  return WIDE.some(([first, last]) => code >= first && code <= last) ? 2 : 1;
}

function pieces(word: string, width: number): string[] {
  if (displayWidth(word) <= width) return [word];
  const parts: string[] = [];
  let part = "";
  for (const char of word) {
    if (displayWidth(part + char) > width) {
      parts.push(part);
      part = "";
    }
    part += char;
  }
  return [...parts, part];
}
