/**
 * Colours of the charts: on the page they are CSS variables, so that they follow light and dark; in a file they are
 * those of the pictures in README.
 */
import {chartStyle} from "../../../chart/style.ts";

export type InkName = "closed" | "open" | "own" | "second" | "neutral" | "text" | "quiet" | "rule" | "paper";
export type Inks = Readonly<Record<InkName, string>>;

const NAMES: readonly InkName[] = [
  "closed",
  "open",
  "own",
  "second",
  "neutral",
  "text",
  "quiet",
  "rule",
  "paper",
];

export const pageInks = Object.fromEntries(NAMES.map((name) => [name, `var(--${name})`])) as Inks;
export const fileInks: Inks = chartStyle;
