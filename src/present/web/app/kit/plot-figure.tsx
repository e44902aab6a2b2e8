/**
 * A chart drawn by Observable Plot at the width there is, redrawn when that changes.
 *
 * A mark with a title says it when pointed at or focused with the keyboard; readers who hear the page get it as the
 * mark's name.
 */
import type {ComponentChildren} from "preact";
import {useEffect, useRef, useState} from "preact/hooks";
import {framedChart} from "../../../chart/framed-chart.ts";
import {chartStyle} from "../../../chart/style.ts";
import {firstScreen} from "../sections.ts";
import {Figure} from "./figure.tsx";
import {fileInks, type Inks, pageInks} from "./inks.ts";
import type {PlainTable} from "./plain-table.ts";

/** Pixels between the margins of an upright A4 or letter sheet. */
const SHEET = 700;

export interface Canvas {
  /** Pixels. */
  readonly width: number;
  readonly ink: Inks;
}

export interface PlotFigureProps {
  readonly name: string;
  readonly title: string;
  readonly note?: string;
  /** For readers who do not see it. */
  readonly description: string;
  readonly table: PlainTable;
  readonly draw: (canvas: Canvas) => SVGSVGElement;
  readonly children?: ComponentChildren;
}

interface Tip {
  readonly text: string;
  readonly left: number;
  readonly top: number;
}

export function PlotFigure({name, title, note, description, table, draw, children}: PlotFigureProps) {
  const place = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  const [tip, setTip] = useState<Tip>();

  useEffect(() => {
    const observer = new ResizeObserver(([entry]) => setWidth(Math.floor(entry!.contentRect.width)));
    observer.observe(place.current!);
    return () => observer.disconnect();
  }, []);

  useEffect(() => {
    if (width === 0) return;
    const show = (pixels: number) => {
      const svg = bare(draw({width: pixels, ink: pageInks}));
      svg.setAttribute("role", "group");
      svg.setAttribute("aria-label", description);
      speakTitles(svg, (mark, text) =>
        setTip(mark && text ? {text, ...above(mark, place.current!)} : undefined),
      );
      place.current!.replaceChildren(svg);
      setTip(undefined);
    };
    show(width);
    // A sheet is narrower than most screens: drawn for it, the words keep their size.
    const print = () => show(Math.min(width, SHEET));
    const back = () => show(width);
    addEventListener("beforeprint", print);
    addEventListener("afterprint", back);
    return () => {
      removeEventListener("beforeprint", print);
      removeEventListener("afterprint", back);
    };
  }, [width, draw, description]);

  const svg = () => {
    const drawn = bare(draw({width: chartStyle.width, ink: fileInks}));
    return framedChart({
      title,
      subtitle: note ?? "",
      description,
      height: Number(drawn.getAttribute("height")),
      body: new XMLSerializer().serializeToString(drawn),
      about: firstScreen.about,
    });
  };
  return (
    <Figure name={name} title={title} note={note} table={table} svg={svg}>
      <div class="plot">
        <div ref={place} />
        {tip && (
          <div class="tip" role="status" style={{left: `${tip.left}px`, top: `${tip.top}px`}}>
            {tip.text}
          </div>
        )}
      </div>
      {children}
    </Figure>
  );
}

/**
 * Without Plot's own style element, which the page's content policy forbids (figure.css says the same), and without its
 * names of groups, which no reader hears.
 */
function bare(svg: SVGSVGElement): SVGSVGElement {
  svg.querySelector("style")?.remove();
  for (const group of svg.querySelectorAll("g[aria-label]")) group.removeAttribute("aria-label");
  return svg;
}

/** Turns each mark's title into a name that can be focused, and reports which one is looked at. */
function speakTitles(svg: SVGSVGElement, look: (mark?: Element, text?: string) => void): void {
  for (const title of svg.querySelectorAll("title")) {
    const mark = title.parentElement as unknown as SVGElement;
    const text = title.textContent;
    title.remove();
    const link = mark.closest("a");
    const target = link ?? mark;
    target.setAttribute("aria-label", text.replaceAll("\n", ", "));
    if (!link) {
      target.setAttribute("role", "img");
      target.setAttribute("tabindex", "0");
    }
    for (const event of ["pointerenter", "focus"]) target.addEventListener(event, () => look(mark, text));
    for (const event of ["pointerleave", "blur"]) target.addEventListener(event, () => look());
  }
}

/** The middle of the mark's upper edge, kept inside the picture. */
function above(mark: Element, frame: HTMLElement): {left: number; top: number} {
  const [outer, inner] = [frame.getBoundingClientRect(), mark.getBoundingClientRect()];
  const middle = inner.left + inner.width / 2 - outer.left;
  const HALF = 110;
  return {left: Math.max(HALF, Math.min(outer.width - HALF, middle)), top: inner.top - outer.top - 6};
}
