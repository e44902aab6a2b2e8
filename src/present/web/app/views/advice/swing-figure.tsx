/**
 * A tornado: how far a number swings when one input goes from its low to its high end, the widest first. It is a table, so
 * that it is read row by row by people who hear it, stands in print, and wraps on a narrow page.
 */
import {axisX, axisY, gridX, plot, ruleX, ruleY} from "@observablehq/plot";
import type {SelfHostAdvice, Sensitivity} from "../../../../../advice-report.ts";
import {framedChart} from "../../../../chart/framed-chart.ts";
import {chartStyle} from "../../../../chart/style.ts";
import {niceTicks} from "../../../../nice-ticks.ts";
import {numberText} from "../../../../quantity-text.ts";
import {valueSpan} from "../../../../value-span.ts";
import {Figure, fileInks, firstScreen, type PlainTable} from "../../kit.ts";

export interface Swing {
  readonly what: string;
  readonly low: SwingEnd;
  readonly high: SwingEnd;
  /** Another model leads at one of the ends. */
  readonly flips: boolean;
}

interface SwingEnd {
  /** The input there, in words. */
  readonly at: string;
  /** USD a year. */
  readonly value: number;
  /** Who leads there, where that is not the primary. */
  readonly leads?: string;
}

export const leadSwings = (sensitivities: readonly Sensitivity[], primary: string): Swing[] =>
  sensitivities.map(({what, low, high, flips}) => {
    const end = ({at, margin, leads}: Sensitivity["low"]): SwingEnd => ({
      at,
      value: margin,
      ...(leads === primary ? {} : {leads}),
    });
    return {what, low: end(low), high: end(high), flips};
  });

export const driverSwings = ({drivers}: SelfHostAdvice): Swing[] =>
  drivers.map((driver) => ({...driver, flips: false}));

interface Props {
  readonly name: string;
  readonly title: string;
  readonly note: string;
  readonly swings: readonly Swing[];
}

const TICKS = 4;
const MARGIN = {left: 250, right: 24, bottom: 34, row: 24};

export function SwingFigure({name, title, note, swings}: Props) {
  const [widest] = swings;
  if (!widest) return null;
  const finding = `${title}: ${widest.what} most, ${usd(widest.low.value)} to ${usd(widest.high.value)}`;
  const span = valueSpan(
    swings.map(({low, high}) => ({
      value: low.value,
      low: Math.min(low.value, high.value),
      high: Math.max(low.value, high.value),
    })),
  );
  const ticks = niceTicks(span.low, span.high, TICKS);
  const domain = {low: Math.min(span.low, ticks[0]!), high: Math.max(span.high, ticks.at(-1)!)};
  const share = (value: number) => (100 * (value - domain.low)) / (domain.high - domain.low);
  return (
    <Figure
      name={name}
      title={finding}
      note={note}
      table={tableOf(swings)}
      svg={() => file(finding, note, swings)}
      isTabular
    >
      <table class="intervals swings">
        <thead>
          <tr>
            <th scope="col" class="label">
              <span class="unseen">what is changed</span>
            </th>
            <th scope="col" class="value">
              low end
            </th>
            <th scope="col" class="strip">
              <span class="unseen">USD a year, drawn</span>
              <div class="axis" aria-hidden="true">
                {ticks.map((tick) => (
                  <span key={tick} style={{left: `${share(tick)}%`}}>
                    {usd(tick)}
                  </span>
                ))}
              </div>
            </th>
            <th scope="col" class="value">
              high end
            </th>
          </tr>
        </thead>
        <tbody>
          {swings.map(({what, low, high, flips}) => (
            <tr key={what}>
              <th scope="row" class="label">
                {what}
                {flips && <small>flips the choice</small>}
              </th>
              <End end={low} />
              <td class="strip">
                <Bar
                  from={share(low.value)}
                  to={share(high.value)}
                  ticks={ticks.map((tick) => [tick, share(tick)])}
                  flips={flips}
                />
              </td>
              <End end={high} />
            </tr>
          ))}
        </tbody>
      </table>
    </Figure>
  );
}

const usd = (value: number): string => numberText(value, "USD");

const End = ({end: {at, value, leads}}: {readonly end: SwingEnd}) => (
  <td class="value">
    {usd(value)}
    <small>
      {at}
      {leads !== undefined && `; ${leads} leads`}
    </small>
  </td>
);

/** Decoration: the same ends stand in words beside it. */
const Bar = ({
  from,
  to,
  ticks,
  flips,
}: {
  readonly from: number;
  readonly to: number;
  readonly ticks: readonly (readonly [number, number])[];
  readonly flips: boolean;
}) => (
  <svg class="strip" width="100%" height="22" aria-hidden="true" focusable="false">
    {ticks.map(([tick, at]) => (
      <line
        key={tick}
        x1={`${at}%`}
        x2={`${at}%`}
        y1="0"
        y2="22"
        stroke={tick === 0 ? "var(--neutral)" : "var(--rule)"}
      />
    ))}
    <line
      x1={`${Math.min(from, to)}%`}
      x2={`${Math.max(from, to, Math.min(from, to) + 0.6)}%`}
      y1="11"
      y2="11"
      stroke={flips ? "var(--second)" : "var(--own)"}
      stroke-width="10"
    />
  </svg>
);

const tableOf = (swings: readonly Swing[]): PlainTable => ({
  columns: [
    "what",
    "low end",
    "value there (USD a year)",
    "leads",
    "high end",
    "value there (USD a year)",
    "leads",
    "flips",
  ],
  rows: swings.map(({what, low, high, flips}) => [
    what,
    low.at,
    low.value,
    low.leads ?? "",
    high.at,
    high.value,
    high.leads ?? "",
    flips ? "yes" : "no",
  ]),
});

/** The picture alone, as a file. */
function file(title: string, note: string, swings: readonly Swing[]): string {
  const height = swings.length * MARGIN.row + MARGIN.bottom + 10;
  const svg = plot({
    width: chartStyle.width,
    height,
    marginLeft: MARGIN.left,
    marginRight: MARGIN.right,
    marginBottom: MARGIN.bottom,
    y: {type: "band", domain: swings.map(({what}) => what)},
    marks: [
      gridX({stroke: fileInks.rule, strokeOpacity: 1, ticks: TICKS}),
      ruleX([0], {stroke: fileInks.neutral}),
      axisX({
        label: "USD a year",
        labelAnchor: "center",
        labelArrow: "none",
        tickSize: 0,
        ticks: TICKS,
        tickFormat: usd,
      }),
      axisY({label: null, tickSize: 0}),
      ruleY(swings, {
        y: "what",
        x1: ({low}: Swing) => low.value,
        x2: ({high}: Swing) => high.value,
        stroke: ({flips}: Swing) => (flips ? fileInks.second : fileInks.own),
        strokeWidth: 11,
      }),
    ],
    color: {type: "identity"},
  });
  svg.querySelector("style")?.remove();
  return framedChart({
    title,
    subtitle: note,
    description: swings
      .map(({what, low, high}) => `${what}: ${low.at} ${usd(low.value)}, ${high.at} ${usd(high.value)}.`)
      .join(" "),
    height,
    body: new XMLSerializer().serializeToString(svg),
    about: firstScreen.about,
  });
}
