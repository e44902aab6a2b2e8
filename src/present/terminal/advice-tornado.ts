/** Tornadoes in text: how far a number swings when one input goes from its low to its high end, widest first. */
import type {WorkloadAdvice} from "../../advice-report.ts";
import {numberText} from "../quantity-text.ts";
import {heading, type Page} from "./page.ts";
import {table} from "./table.ts";

const BAR = 21;

/** The primary's lead over the best other model. */
export function sensitivityLines({sensitivities, ahead}: WorkloadAdvice, page: Page): string[] {
  if (sensitivities.length === 0) return [];
  const ends = sensitivities.map(({what, low, high, flips}) => ({
    what,
    low: [low.at, low.margin] as const,
    high: [high.at, high.margin] as const,
    mark: flips ? "flips" : "",
  }));
  return [
    ...heading(page, "  Lead of the primary, USD a year, one input at a time", ahead ? "" : ""),
    ...swingTable(ends, page),
  ];
}

/** The yearly cost on own machines. */
export function driverLines({selfHost}: WorkloadAdvice, page: Page): string[] {
  if (!selfHost) return [];
  const ends = selfHost.drivers.map(({what, low, high}) => ({
    what,
    low: [low.at, low.value] as const,
    high: [high.at, high.value] as const,
    mark: "",
  }));
  return [
    ...heading(page, `  What drives the cost of ${selfHost.name} on own machines, USD a year`),
    ...swingTable(ends, page),
  ];
}

interface Swing {
  readonly what: string;
  readonly low: readonly [string, number];
  readonly high: readonly [string, number];
  readonly mark: string;
}

function swingTable(swings: readonly Swing[], page: Page): string[] {
  const values = swings.flatMap(({low, high}) => [low[1], high[1]]);
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const cell = (value: number) =>
    most > least ? Math.round(((value - least) / (most - least)) * (BAR - 1)) : 0;
  const {lines} = table(
    [
      {title: "", min: 12},
      {title: "low end", min: 10, drop: 1},
      {title: "", align: "right"},
      {title: "", drop: 2},
      {title: "", align: "right"},
      {title: "high end", min: 10, drop: 1},
      {title: ""},
    ],
    swings.map(({what, low, high, mark}) => {
      const [from, to] = [Math.min(cell(low[1]), cell(high[1])), Math.max(cell(low[1]), cell(high[1]))];
      const bar = Array.from({length: BAR}, (_, at) =>
        at >= from && at <= to ? "━" : at === cell(0) && least < 0 && most > 0 ? "┊" : " ",
      ).join("");
      return [
        what,
        {text: low[0], ink: page.ink.quiet},
        numberText(low[1], "USD"),
        bar,
        numberText(high[1], "USD"),
        {text: high[0], ink: page.ink.quiet},
        mark,
      ];
    }),
    {width: page.width, indent: 4, head: page.ink.quiet},
  );
  return [...lines];
}
