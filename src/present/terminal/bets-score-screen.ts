/** `lagline bets score`: every forecaster's scores, calibration, and what was not scored. */
import type {BetsReport} from "../../bets-report.ts";
import {counted} from "../quantity-text.ts";
import {footing} from "./bets-screen.ts";
import {heading, type Page, paragraph} from "./page.ts";
import {type Column, table} from "./table.ts";

export function betsScoreScreen(bets: BetsReport, page: Page): string[] {
  const {forecasters, counts, calibration, scores} = bets.scoreboard;
  return [
    ...heading(page, "Scores", counted(counts.scored, "settled question")),
    ...paragraph(
      page,
      `Beside them: ${counts.unresolved} not settled yet, ${counts.void} void, ${counts.cannotTell} that could not be told, ${counts.afterTheFact} asked after the fact, which score nobody.`,
    ),
    "",
    ...(counts.scored === 0
      ? nothingYet(bets, page)
      : [...board(forecasters, page), ...byQuestion(scores, page), ...calibrated(calibration, page)]),
    ...paragraph(
      page,
      "Brier: lower is better, 0.25 is always saying 50%. Brier index: 100 is perfect, 50 is always saying 50%. Baseline and peer: Metaculus's, in points, higher is better; peer compares with the others on the same days. Adjusted: the Brier score it would have had over all questions of its group. CRPS: mean error of distributions as a share of the question's range. METHOD.md R66 to R68.",
      "",
    ).map(page.ink.quiet),
    ...footing(bets, page),
  ];
}

function nothingYet({scoreboard}: BetsReport, page: Page): string[] {
  const columns: Column[] = [
    {title: "forecaster", min: 10},
    {title: "standing on", align: "right"},
    {title: "directions only", align: "right"},
  ];
  return [
    ...paragraph(
      page,
      "Nobody has a score yet: every settled question was asked after its answer was known.",
    ),
    ...table(
      columns,
      scoreboard.forecasters.map(({forecaster, running, directions}) => [
        forecaster,
        String(running),
        directions === 0 ? "" : String(directions),
      ]),
      {width: page.width, head: page.ink.quiet},
    ).lines,
    "",
  ];
}

function board(forecasters: BetsReport["scoreboard"]["forecasters"], page: Page): string[] {
  const fixed = (value: number | null, digits: number) => (value === null ? "–" : value.toFixed(digits));
  const columns: Column[] = [
    {title: "forecaster", min: 10},
    {title: "questions", align: "right"},
    {title: "Brier", align: "right"},
    {title: "index", align: "right", drop: 3},
    {title: "log", align: "right", drop: 4},
    {title: "CRPS", align: "right", drop: 2},
    {title: "baseline", align: "right"},
    {title: "peer", align: "right"},
    {title: "adjusted", align: "right", drop: 1},
    {title: "standing on", align: "right", drop: 5},
  ];
  const rows = forecasters.map((one) => [
    one.forecaster,
    String(one.questions),
    fixed(one.brier, 3),
    fixed(one.brierIndex, 1),
    fixed(one.log, 2),
    one.crpsOfRange === null ? "–" : `${(one.crpsOfRange * 100).toFixed(1)}%`,
    one.questions === 0 ? "–" : fixed(one.baseline, 0),
    one.questions === 0 ? "–" : fixed(one.peer, 0),
    one.adjustedBrier === null
      ? "–"
      : `${fixed(one.adjustedBrier, 3)}${one.group ? ` (group ${one.group + 1})` : ""}`,
    String(one.running),
  ]);
  return [...table(columns, rows, {width: page.width, head: page.ink.quiet}).lines, ""];
}

function byQuestion(scores: BetsReport["scoreboard"]["scores"], page: Page): string[] {
  const columns: Column[] = [
    {title: "question"},
    {title: "forecaster", min: 8},
    {title: "said", align: "right"},
    {title: "Brier or CRPS", align: "right"},
    {title: "peer", align: "right"},
    {title: "days held", align: "right", drop: 1},
  ];
  const rows = scores.map(({question, forecaster, said, brier, crps, peer, coverage}) => [
    question,
    forecaster,
    said === null ? "–" : `${Math.round(said * 100)}%`,
    (brier ?? crps ?? 0).toFixed(3),
    peer.toFixed(1),
    `${Math.round(coverage * 100)}%`,
  ]);
  return [
    ...heading(page, "By question"),
    ...table(columns, rows, {width: page.width, head: page.ink.quiet}).lines,
    "",
  ];
}

function calibrated(rows: BetsReport["scoreboard"]["calibration"], page: Page): string[] {
  return rows.flatMap(({forecaster, bins}) => {
    const columns: Column[] = [
      {title: "said"},
      {title: "happened", align: "right"},
      {title: "90% interval", align: "right"},
      {title: "cases", align: "right"},
    ];
    const cells = bins
      .filter(({count}) => count > 0)
      .map(({said, happened, low, high, count}) => [
        `${Math.round(said! * 100)}%`,
        `${Math.round(happened! * 100)}%`,
        `${Math.round(low! * 100)} to ${Math.round(high! * 100)}%`,
        String(count),
      ]);
    return [
      ...heading(page, `Calibration of ${forecaster}`),
      ...table(columns, cells, {width: page.width, head: page.ink.quiet}).lines,
      "",
    ];
  });
}
