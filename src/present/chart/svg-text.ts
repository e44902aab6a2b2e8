/** Text in SVG without a browser: escaping, and widths estimated widely enough that no common font overruns them. */
import {displayWidth} from "../terminal/display-width.ts";

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Mean advance of a sans-serif letter in ems, on the wide side. */
const LETTER = 0.56;

/** Estimated width in pixels; wide characters count twice. */
export const textWidth = (text: string, size: number): number => displayWidth(text) * size * LETTER;

/** Words set into as few lines of at most `width` pixels as they need, of about equal length. */
export function textLines(text: string, width: number, size: number): string[] {
  const full = filledLines(text, width, size);
  for (let share = 0.55; share < 1; share += 0.05) {
    const balanced = filledLines(text, width * share, size);
    if (balanced.length === full.length) return balanced;
  }
  return full;
}

function filledLines(text: string, width: number, size: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const last = lines.at(-1);
    if (last !== undefined && textWidth(`${last} ${word}`, size) <= width)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** The beginning of a text that fits, with `…` when something is missing. */
export function fittingText(text: string, width: number, size: number): string {
  if (textWidth(text, size) <= width) return text;
  let kept = "";
  for (const char of text) {
    if (textWidth(`${kept}${char}…`, size) > width) break;
    kept += char;
  }
  return `${kept.trimEnd()}…`;
}

export const overlaps = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/** Text as XML content or attribute value. */
export const escapedXml = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

export interface TextStyle {
  readonly size: number;
  readonly fill: string;
  readonly anchor?: "start" | "middle" | "end";
  readonly weight?: 400 | 600 | 700;
  readonly font?: string;
  /** A stroke of paper behind the letters, so that a line below does not cut them. */
  readonly halo?: string;
}

/** One `<text>` element; coordinates rounded to a tenth of a pixel. */
export function svgText(text: string, x: number, y: number, style: TextStyle): string {
  const {size, fill, anchor = "start", weight = 400, font, halo} = style;
  const extra = [
    anchor === "start" ? "" : ` text-anchor="${anchor}"`,
    weight === 400 ? "" : ` font-weight="${weight}"`,
    font ? ` font-family="${escapedXml(font)}"` : "",
    halo ? ` stroke="${halo}" stroke-width="3" stroke-linejoin="round" paint-order="stroke"` : "",
  ].join("");
  return `<text x="${tenth(x)}" y="${tenth(y)}" font-size="${size}" fill="${fill}"${extra}>${escapedXml(text)}</text>`;
}

export const tenth = (value: number): string => String(Math.round(value * 10) / 10);
