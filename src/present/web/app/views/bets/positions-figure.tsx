/** Who said what when, as a chance of yes that stands until it is replaced. */
import {axisX, axisY, dot, gridY, line, plot, text} from "@observablehq/plot";
import {useCallback, useMemo} from "preact/hooks";
import type {BetQuestion} from "../../../../../bets-report.ts";
import {chanceText} from "../../../../bet-text.ts";
import {counted} from "../../../../quantity-text.ts";
import {type Canvas, PlotFigure} from "../../kit.ts";

const HEIGHT = 260;
/** Least distance of two labels, as a share of the axis. */
const LABEL_STEP = 0.075;

interface Stand {
  readonly forecaster: string;
  readonly at: Date;
  readonly on: string;
  readonly p: number;
}

interface Track {
  readonly forecaster: string;
  readonly stands: readonly Stand[];
}

export function PositionsFigure({question, until}: {readonly question: BetQuestion; readonly until: string}) {
  const tracks = useMemo(() => tracksOf(question), [question]);
  const stands = tracks.flatMap((track) => track.stands);
  const draw = useCallback(
    (canvas: Canvas) => drawn(tracks, question, until, canvas),
    [tracks, question, until],
  );
  const table = useMemo(
    () => ({
      columns: ["on", "forecaster", "probability"],
      rows: stands.map(({on, forecaster, p}) => [on, forecaster, p]),
    }),
    [stands],
  );
  const latest = tracks.map(({forecaster, stands: own}) => `${forecaster} ${chanceText(own.at(-1)!.p)}`);
  return (
    <PlotFigure
      name={`bets-${question.id}`}
      title={`${counted(tracks.length, "forecaster")} with a probability: ${latest.join(", ")}`}
      note="Probability of yes. A position stands until its owner replaces it; none is changed or taken back."
      description={stands.map(({on, forecaster, p}) => `${on}, ${forecaster}: ${chanceText(p)}.`).join(" ")}
      table={table}
      draw={draw}
    />
  );
}

function tracksOf({positions}: BetQuestion): Track[] {
  const tracks = new Map<string, Stand[]>();
  for (const {forecaster, source, probability, on} of positions) {
    if (probability === null) continue;
    const name = source?.market ? `${forecaster} ${source.market}` : forecaster;
    const own = tracks.get(name) ?? [];
    own.push({forecaster: name, at: new Date(on), on, p: probability});
    tracks.set(name, own);
  }
  return [...tracks].map(([forecaster, stands]) => ({forecaster, stands}));
}

function drawn(
  tracks: readonly Track[],
  {opens, closes}: BetQuestion,
  until: string,
  {width, ink}: Canvas,
): SVGSVGElement {
  const days = [opens, closes, until, ...tracks.flatMap(({stands}) => stands.map(({on}) => on))].sort();
  const domain = [new Date(days[0]!), new Date(days.at(-1)!)];
  const colour = ({forecaster}: Track) => (forecaster === "lagline" ? ink.own : ink.second);
  const labels = spread(tracks.map((track) => ({track, y: track.stands.at(-1)!.p})));
  const end = new Date(closes < until ? closes : until);
  return plot({
    width,
    height: HEIGHT,
    marginLeft: 44,
    marginRight: width < 600 ? 110 : 170,
    className: "lagline",
    x: {type: "utc", domain},
    y: {domain: [0, 1]},
    marks: [
      gridY({stroke: ink.rule, strokeOpacity: 1, ticks: 5}),
      axisY({label: null, tickSize: 0, ticks: 5, tickFormat: (p: number) => `${Math.round(p * 100)}%`}),
      axisX({label: null, tickSize: 5, ticks: width < 600 ? 3 : 6}),
      ...tracks.flatMap((track) => {
        const last = track.stands.at(-1)!;
        return [
          line(last.at < end ? [...track.stands, {...last, at: end}] : track.stands, {
            x: "at",
            y: "p",
            curve: "step-after",
            stroke: colour(track),
            strokeWidth: 2,
          }),
          dot(track.stands, {
            x: "at",
            y: "p",
            r: 4,
            fill: colour(track),
            title: ({forecaster, on, p}: Stand) => `${forecaster}\n${on}: ${chanceText(p)}`,
          }),
        ];
      }),
      text(labels, {
        x: () => domain[1]!,
        y: "y",
        dx: 8,
        textAnchor: "start",
        fill: ({track}: {track: Track}) => colour(track),
        text: ({track}: {track: Track}) => `${short(track.forecaster)} ${chanceText(track.stands.at(-1)!.p)}`,
      }),
    ],
  }) as SVGSVGElement;
}

const short = (name: string): string => (name.length > 18 ? `${name.slice(0, 17)}…` : name);

/** The labels moved up just enough that none lies on another, and down again where they would leave the axis. */
function spread<Label extends {readonly y: number}>(labels: readonly Label[]): Label[] {
  const moved: Label[] = [];
  for (const label of [...labels].sort((a, b) => a.y - b.y)) {
    moved.push({...label, y: Math.max(label.y, (moved.at(-1)?.y ?? -1) + LABEL_STEP)});
  }
  const over = Math.max(0, (moved.at(-1)?.y ?? 0) - 1);
  return moved.map((label) => ({...label, y: label.y - over}));
}
