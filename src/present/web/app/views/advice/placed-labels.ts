/** Names beside the dots of a picture, as many as find room: the first ones first, none over another or over a dot. */
import {type Box, overlaps, svgText, textWidth} from "../../../../chart/svg-text.ts";

export interface Labelled {
  readonly name: string;
  readonly x: number;
  readonly y: number;
  readonly fill: string;
  readonly isBold: boolean;
}

const SIZE = 12;
const GAP = 9;
const DOT = 5;

/**
 * @param width - of the picture, in pixels
 * @param paper - its ground, which keeps lines off the letters
 * @returns markup, to be added to the picture
 */
export function placedLabels(dots: readonly Labelled[], width: number, paper: string): string {
  const taken: Box[] = dots.map(({x, y}) => ({left: x - DOT, right: x + DOT, top: y - DOT, bottom: y + DOT}));
  const placed: string[] = [];
  for (const {name, x, y, fill, isBold} of dots) {
    const long = textWidth(name, SIZE) * (isBold ? 1.08 : 1);
    const places = [
      {left: x + GAP, base: y + 4},
      {left: x - GAP - long, base: y + 4},
      {left: x - long / 2, base: y - GAP},
      {left: x - long / 2, base: y + GAP + 9},
    ];
    const found = places.find(({left, base}) => {
      const box = {left, right: left + long, top: base - 10, bottom: base + 3};
      const isInside = box.left >= 0 && box.right <= width;
      return isInside && !taken.some((other) => overlaps(box, other));
    });
    if (!found) continue;
    taken.push({left: found.left, right: found.left + long, top: found.base - 10, bottom: found.base + 3});
    placed.push(
      svgText(name, found.left, found.base, {
        size: SIZE,
        fill,
        halo: paper,
        ...(isBold ? {weight: 700} : {}),
      }),
    );
  }
  return `<g class="labels" text-anchor="start" pointer-events="none">${placed.join("")}</g>`;
}
