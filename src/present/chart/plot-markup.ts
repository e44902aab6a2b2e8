/** Observable Plot without a browser: marks in, SVG markup and scales out. */
import {type PlotOptions, plot} from "@observablehq/plot";
import {parseHTML} from "linkedom";
import {chartStyle} from "./style.ts";

export interface PlotMarkup {
  /** An `<svg>` element to nest into a page. */
  readonly markup: string;
  readonly x: (value: number | Date) => number;
  readonly y: (value: number | string) => number;
}

/** @param options - as Plot takes them; fonts, colours and class name are set here */
export function plotMarkup(options: PlotOptions): PlotMarkup {
  const {document} = parseHTML("<!doctype html><html><body></body></html>");
  const drawn = plot({
    ...options,
    document,
    className: "lagline",
    style: {
      background: "transparent",
      color: chartStyle.quiet,
      fontFamily: chartStyle.sans,
      fontSize: "11px",
    },
  });
  const applied = (name: "x" | "y") => {
    const scale = drawn.scale(name);
    const shift = (scale?.bandwidth ?? 0) / 2;
    return (value: number | Date | string) => Number(scale?.apply(value)) + shift;
  };
  drawn.querySelector("style")?.remove();
  return {markup: drawn.outerHTML, x: applied("x"), y: applied("y")};
}
