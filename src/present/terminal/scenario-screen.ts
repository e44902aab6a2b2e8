/** `lagline whatif <scenario>`: what it changes, by which force and when, and what the answer hangs on. */
import type {TrackRecordReport} from "../../forecast-report.ts";
import type {About} from "../../report.ts";
import type {ScenarioEffect, ScenarioTarget} from "../../whatif-report.ts";
import {changeText, changeUnit, stateText} from "../change-text.ts";
import {basisSentence, forcesRecord, hangsOnLines, movedTargets, visibleParts} from "../scenario-view.ts";
import {wrapped} from "./display-width.ts";
import {colophon, heading, type Page, paragraph} from "./page.ts";
import {sparkline} from "./sparkline.ts";
import {table} from "./table.ts";

export function scenarioScreen(
  {about, effect, record}: {about: About; effect: ScenarioEffect; record?: TrackRecordReport},
  page: Page,
): string[] {
  const {title, argues, sources, changes, sentence, targets, level} = effect;
  const percent = `${Math.round(100 * level)}%`;
  return [
    ...wrapped(title, page.width).map(page.ink.strong),
    ...(argues === "" ? [] : paragraph(page, argues)),
    ...sources.flatMap((source) => wrapped(source, page.width, "    ", "  ").map(page.ink.quiet)),
    "",
    ...changes.flatMap((change) => wrapped(`· ${change}`, page.width, "    ", "  ")),
    "",
    ...paragraph(page, sentence, "").map(page.ink.strong),
    "",
    ...heading(page, "Without and with it", "medians; events: means"),
    ...stateLines(targets, page),
    "",
    ...heading(page, "What changes", `mean change, and where ${percent} of the paths lie`),
    ...changeLines(targets, page),
    "",
    ...forceLines(effect, page),
    ...hangsOnPart(effect, page),
    ...paragraph(page, `${basisSentence(effect)} ${forcesRecord(record)}`).map(page.ink.quiet),
    ...colophon(page, {about}),
  ];
}

const months = ({horizons}: ScenarioTarget): string[] => horizons.map((one) => `${one.months} m`);

function stateLines(targets: readonly ScenarioTarget[], page: Page): string[] {
  const always = ["closed", "open", "gap", "lag"];
  const changed = movedTargets(targets).map(({id}) => id);
  const rows = targets
    .filter(({id}) => always.includes(id) || changed.includes(id))
    .map((target) => [
      target.label,
      ...target.horizons.map(
        (one) => `${stateText(one.without.value, target)} → ${stateText(one.with.value, target)}`,
      ),
    ]);
  const [first, second, third, last] = months(targets[0]);
  const right = {align: "right"} as const;
  const columns = [
    {title: "", min: 18},
    {title: first, ...right, drop: 3},
    {title: second, ...right},
    {title: third, ...right, drop: 1},
    {title: last, ...right, drop: 2},
  ];
  return [...table(columns, rows, {width: page.width, head: page.ink.quiet}).lines];
}

function changeLines(targets: readonly ScenarioTarget[], page: Page): string[] {
  const rows = movedTargets(targets).map((target) => [
    `${target.label}, ${changeUnit(target)}`,
    ...target.horizons.map(({change}) => {
      const [value, low, high] = [change.value, change.low, change.high].map((one) =>
        changeText(one, target),
      );
      return low === high ? value : `${value} [${low}, ${high}]`;
    }),
  ]);
  if (rows.length === 0) return paragraph(page, "Nothing: no path differs.");
  const right = {align: "right"} as const;
  const {lines, dropped} = table(
    [
      {title: "", min: 18},
      {title: "6 m", ...right, drop: 3},
      {title: "12 m", ...right},
      {title: "24 m", ...right, drop: 1},
      {title: "36 m", ...right, drop: 2},
    ],
    rows,
    {width: page.width, head: page.ink.quiet},
  );
  return [
    ...lines,
    ...(dropped.length > 0
      ? paragraph(page, `Not shown at this width: ${dropped.join(", ")}.`).map(page.ink.quiet)
      : []),
  ];
}

/** The parts that forces have in the change of the open frontier, else of the closed one. */
function forceLines({path, from}: ScenarioEffect, page: Page): string[] {
  const {target, parts} = visibleParts(path);
  if (parts.length === 0) return [];
  const at = (byQuarter: readonly number[], quarter: number) =>
    changeText(byQuarter[quarter], {unit: "points", as: "amount"});
  const right = {align: "right"} as const;
  const {lines} = table(
    [
      {title: `best ${target} ability, points`, min: 16},
      {title: "12 m", ...right},
      {title: "24 m", ...right},
      {title: "36 m", ...right},
      {title: "half by", ...right},
      {title: "over three years", drop: 1},
    ],
    parts.map(({label, byQuarter, halfBy}) => [
      label,
      at(byQuarter, 4),
      at(byQuarter, 8),
      at(byQuarter, 12),
      halfBy === null ? "–" : `${halfBy} m`,
      sparkline(
        byQuarter.map((value) => ({date: from, value: Math.abs(value), low: 0, high: 0})),
        byQuarter.length,
      ),
    ]),
    {width: page.width, head: page.ink.quiet},
  );
  return [
    ...heading(page, "By which force, and when", "mean parts; switched on one after the other, they add up"),
    ...lines,
    "",
  ];
}

function hangsOnPart(effect: ScenarioEffect, page: Page): string[] {
  const lines = hangsOnLines(effect);
  return [
    ...heading(page, "What the answer hangs on", "share of the variance of the change after 24 months"),
    ...(lines.length === 0
      ? paragraph(page, "No single parameter explains a hundredth of it: chance does.")
      : [
          ...lines.flatMap((line) => wrapped(line, page.width, "    ", "  ")),
          ...paragraph(
            page,
            "Knowing a parameter would narrow the answer by its share; the rest is chance and what parameters do together.",
          ).map(page.ink.quiet),
        ]),
    "",
  ];
}
