/** A picture that stands alone: finding as title, units below, the plot, and what it rests on at the foot. */
import type {Report} from "../../report.ts";
import {chartStyle} from "./style.ts";
import {escapedXml, svgText, textLines} from "./svg-text.ts";

export interface Frame {
  /** The finding, a sentence. */
  readonly title: string;
  readonly subtitle: string;
  /** For readers who do not see it: what the picture shows, with its numbers. */
  readonly description: string;
  readonly height: number;
  /** Markup of the plot area, drawn with its origin at the area's top left. */
  readonly body: string;
  readonly about: Report["about"];
}

const {width, margin, size} = chartStyle;

/** @returns one well-formed SVG document, ending with a line break */
export function framedChart({title, subtitle, description, height, body, about}: Frame): string {
  const room = width - 2 * margin;
  const titleLines = textLines(title, room, size.title);
  const subtitleLines = textLines(subtitle, room, size.subtitle);
  const top = margin + 12;
  const titles = titleLines.map((line, index) =>
    svgText(line, margin, top + index * 25, {
      size: size.title,
      fill: chartStyle.text,
      weight: 700,
      font: chartStyle.serif,
    }),
  );
  const below = top + titleLines.length * 25 - 3;
  const subtitles = subtitleLines.map((line, index) =>
    svgText(line, margin, below + index * 17, {size: size.subtitle, fill: chartStyle.quiet}),
  );
  const bodyTop = below + subtitleLines.length * 17 - 4;
  const foot = bodyTop + height + 22;
  const sources = sourceLines(about);
  const total = Math.round(foot + sources.length * 14 + 8);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${total}" viewBox="0 0 ${width} ${total}" role="img" aria-labelledby="title desc" font-family="${escapedXml(chartStyle.sans)}">`,
    `<title id="title">${escapedXml(title)}</title>`,
    `<desc id="desc">${escapedXml(description)}</desc>`,
    `<rect width="${width}" height="${total}" rx="6" fill="${chartStyle.paper}"/>`,
    ...titles,
    ...subtitles,
    `<g transform="translate(0,${bodyTop})">`,
    body,
    "</g>",
    ...sources.map((line, index) =>
      svgText(line, margin, foot + index * 14, {size: size.source, fill: chartStyle.quiet}),
    ),
    "</svg>",
    "",
  ].join("\n");
}

/** Two lines: what was known, and how it was looked at. */
const sourceLines = ({asOf, vintage, method, dates, instrument, draws, seed}: Report["about"]): string[] => [
  `lagline · as of ${asOf} · facts ${vintage} · method ${method}`,
  `clock: ${dates} · instrument: ${instrument} · ${draws} draws, seed ${seed}`,
];
