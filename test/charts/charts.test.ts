import {parseHTML} from "linkedom";
import {describe, expect, it} from "vitest";
import {definitionsChart} from "../../src/present/chart/definitions-chart.ts";
import {forecastChart} from "../../src/present/chart/forecast-chart.ts";
import {frontiersChart} from "../../src/present/chart/frontiers-chart.ts";
import {lagByChart} from "../../src/present/chart/lag-by-chart.ts";
import {type Box, overlaps, textWidth} from "../../src/present/chart/svg-text.ts";
import type {Report} from "../../src/report.ts";
import {syntheticReport, VARIANTS} from "../present/synthetic-report.ts";
import {xmlFault} from "./xml-fault.ts";

const CHARTS: readonly {name: string; draw: (report: Report) => string}[] = [
  {name: "frontiers", draw: frontiersChart},
  {name: "lag-by", draw: lagByChart},
  {name: "definitions", draw: definitionsChart},
  {name: "forecast", draw: forecastChart},
];

const elements = (svg: string, selector: string) => [
  ...parseHTML(`<html><body>${svg}</body></html>`).document.querySelectorAll(selector),
];
const attribute = (element: {getAttribute(name: string): string | null}, name: string) =>
  Number(element.getAttribute(name));

/** Boxes of the labels that lagline places itself, in the coordinates of their own group. */
function labelBoxes(svg: string): (Box & {text: string})[] {
  return elements(svg, "text[font-size][fill]")
    .filter((element) => element.closest("g[aria-label]") === null)
    .map((element) => {
      const [x, y, size] = [
        attribute(element, "x"),
        attribute(element, "y"),
        attribute(element, "font-size"),
      ];
      const isInside = element.parentElement?.getAttribute("transform") ?? "";
      const shift = Number(/translate\(0,([\d.]+)\)/.exec(isInside)?.[1] ?? 0);
      const width = textWidth(element.textContent ?? "", size) * 0.98;
      const anchor = element.getAttribute("text-anchor");
      const left = anchor === "end" ? x - width : anchor === "middle" ? x - width / 2 : x;
      return {
        text: element.textContent ?? "",
        left,
        right: left + width,
        top: y + shift - size * 0.8,
        bottom: y + shift + size * 0.1,
      };
    });
}

describe.each(CHARTS)("the $name chart", ({name, draw}) => {
  it("is the picture that was looked at and approved", async () => {
    await expect(draw(syntheticReport())).toMatchFileSnapshot(`./${name}.svg`);
  });

  it.each(VARIANTS)("is one well-formed document without a missing number: %s", (variant) => {
    const svg = draw(syntheticReport(variant));
    expect(xmlFault(svg)).toBeUndefined();
    expect(svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
    expect(svg).not.toMatch(/NaN|undefined|null|Infinity/);
    expect(svg).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/);
  });

  it.each(VARIANTS)("keeps its labels apart and inside the picture: %s", (variant) => {
    const svg = draw(syntheticReport(variant));
    const boxes = labelBoxes(svg);
    const [root] = elements(svg, "svg");
    expect(boxes.length).toBeGreaterThan(3);
    for (const box of boxes) {
      expect(box.left, box.text).toBeGreaterThanOrEqual(0);
      expect(box.right, box.text).toBeLessThanOrEqual(attribute(root!, "width"));
      expect(box.bottom, box.text).toBeLessThanOrEqual(attribute(root!, "height"));
    }
    const pairs = boxes.flatMap((a, index) => boxes.slice(index + 1).map((b) => [a, b] as const));
    expect(pairs.filter(([a, b]) => overlaps(a, b)).map(([a, b]) => [a.text, b.text])).toEqual([]);
  });

  it("is the same bytes for the same Report", () => {
    expect(draw(syntheticReport())).toBe(draw(syntheticReport()));
  });

  it("speaks to readers who do not see it, and brings its own paper", () => {
    const svg = draw(syntheticReport());
    expect(svg).toMatch(/role="img" aria-labelledby="title desc"/);
    expect(svg).toMatch(/<title id="title">[^<]{10,}<\/title>/);
    expect(svg).toMatch(/<desc id="desc">[^<]*\d\.\d[^<]*<\/desc>/);
    expect(svg).toMatch(/<rect width="820" height="\d+" rx="6" fill="#fffdf8"\/>/);
  });

  it("names facts, method, day and clock at its foot", () => {
    const {about} = syntheticReport();
    const svg = draw(syntheticReport());
    for (const part of [about.vintage, about.method, about.asOf, `clock: ${about.dates}`])
      expect(svg).toContain(part);
  });
});

describe("the frontiers chart", () => {
  it("has a dot for every record of its window and names the latest of each side", () => {
    const report = syntheticReport();
    const svg = frontiersChart(report);
    const {closed, open} = report.frontiers;
    expect(elements(svg, '[aria-label="dot"] circle')).toHaveLength(closed.length + open.length);
    const names = elements(svg, "text").map(({textContent}) => textContent);
    expect(names).toContain(closed.at(-1)!.name);
    expect(names).toContain(open.at(-1)!.name);
  });

  it("draws the lag as long as the Report says it is", () => {
    const report = syntheticReport();
    const svg = frontiersChart(report);
    const [, from, to] = /d="M([\d.]+),[\d.]+H([\d.]+)M/.exec(svg)!;
    const dots = elements(svg, '[aria-label="dot"] circle').map((dot) => attribute(dot, "cx"));
    const byDate = report.frontiers.closed.map(({date}) => Date.parse(date));
    const [first, last] = [byDate[2]!, byDate.at(-1)!];
    const pixelsPerDay =
      (dots[report.frontiers.closed.length - 1]! - dots[2]!) / ((last - first) / 86_400_000);
    expect((Number(to) - Number(from)) / pixelsPerDay / 30.436875).toBeCloseTo(report.headline.lag.value!, 1);
    expect(svg).toContain(">5.9 months</text>");
  });

  it("draws no bar without a lag, and says so when there is nothing to draw", () => {
    expect(frontiersChart(syntheticReport("insufficient"))).not.toContain("months</text>");
    expect(frontiersChart(syntheticReport("no-models"))).toContain("there is no frontier to draw");
  });
});

describe("the comparison charts", () => {
  it("have one dot per quantity with a number, and the reason of every other", () => {
    const report = syntheticReport();
    const shown = [...report.domains, ...report.access];
    const svg = lagByChart(report);
    expect(elements(svg, "circle.value")).toHaveLength(shown.filter(({value}) => value !== null).length);
    for (const {insufficient} of shown) if (insufficient) expect(svg).toContain(`no number: ${insufficient}`);
  });

  it("put published figures in months beside our own, leaving out those that are no plain number", () => {
    const svg = definitionsChart(syntheticReport());
    expect(svg).toContain("The Observatory, 2026-05");
    expect(svg).not.toContain("The Bureau");
    expect(elements(svg, "circle.value")).toHaveLength(syntheticReport().definitions.length + 1);
  });

  it("draw a value still running as a hollow dot", () => {
    const hollow = elements(lagByChart(syntheticReport()), "circle.value").filter(
      (dot) => dot.getAttribute("fill") === "#fffdf8",
    );
    expect(hollow).toHaveLength(1);
  });
});
