import type {BetsReport} from "../../../../../bets-report.ts";
import {counted} from "../../../../quantity-text.ts";
import {DataTable, hrefOf} from "../../kit.ts";
import {CalibrationFigure} from "./calibration-figure.tsx";

/** Every forecaster's scores, calibration with intervals, and what was not scored. */
export function ScoresTab({bets}: {readonly bets: BetsReport}) {
  const {forecasters, counts, calibration, scores} = bets.scoreboard;
  return (
    <>
      <p class="prose lead">
        {counts.scored === 0
          ? "Nobody has a score yet: no question that was asked before its answer was known is settled."
          : `${counted(counts.scored, "settled question")} scored.`}
      </p>
      <p class="prose">
        Beside them: {counts.unresolved} not settled yet, {counts.void} void, {counts.cannotTell} that could
        not be told, {counts.afterTheFact} asked after the fact, which score nobody.
      </p>
      <DataTable
        name="bets-forecasters"
        caption="Who stands on how many questions, and how they did"
        rows={forecasters}
        keyOf={({forecaster}) => forecaster}
        columns={[
          {title: "forecaster", text: ({forecaster}) => forecaster},
          {title: "questions", value: ({questions}) => questions, text: ({questions}) => String(questions)},
          {title: "Brier", value: ({brier}) => brier, text: ({brier}) => fixed(brier, 3)},
          {title: "index", value: ({brierIndex}) => brierIndex, text: ({brierIndex}) => fixed(brierIndex, 1)},
          {title: "log", value: ({log}) => log, text: ({log}) => fixed(log, 2)},
          {
            title: "CRPS",
            value: ({crpsOfRange}) => crpsOfRange,
            text: ({crpsOfRange}) => (crpsOfRange === null ? "–" : `${(crpsOfRange * 100).toFixed(1)}%`),
          },
          {
            title: "baseline",
            value: ({questions, baseline}) => (questions === 0 ? null : baseline),
            text: ({questions, baseline}) => fixed(questions === 0 ? null : baseline, 0),
          },
          {
            title: "peer",
            value: ({questions, peer}) => (questions === 0 ? null : peer),
            text: ({questions, peer}) => fixed(questions === 0 ? null : peer, 0),
          },
          {
            title: "adjusted",
            value: ({adjustedBrier}) => adjustedBrier,
            text: ({adjustedBrier}) => fixed(adjustedBrier, 3),
          },
          {title: "standing on", value: ({running}) => running, text: ({running}) => String(running)},
          {
            title: "directions only",
            value: ({directions}) => directions,
            text: ({directions}) => String(directions),
          },
        ]}
      />
      <p class="prose quiet">
        Brier: lower is better, 0.25 is always saying 50%. Index: 100 is perfect, 50 is always saying 50%.
        Baseline and peer: Metaculus&apos;s, in points, higher is better; peer compares with the others on the
        same days. Adjusted: the Brier score it would have had over all questions of its group. CRPS: mean
        error of distributions as a share of the question&apos;s range. Rules R66 to R68.
      </p>
      {calibration
        .filter(({bins}) => bins.some(({count}) => count > 0))
        .map((one) => (
          <CalibrationFigure key={one.forecaster} calibration={one} />
        ))}
      {scores.length > 0 && (
        <DataTable
          name="bets-scores"
          caption="By question"
          rows={scores}
          keyOf={({question, forecaster}) => `${question} ${forecaster}`}
          first={25}
          columns={[
            {
              title: "question",
              text: ({question}) => question,
              cell: ({question}) => <a href={hrefOf("bets", ["question", question])}>{question}</a>,
            },
            {title: "forecaster", text: ({forecaster}) => forecaster},
            {
              title: "said",
              value: ({said}) => said,
              text: ({said}) => (said === null ? "–" : `${Math.round(said * 100)}%`),
            },
            {
              title: "Brier or CRPS",
              value: ({brier, crps}) => brier ?? crps,
              text: ({brier, crps}) => fixed(brier ?? crps, 3),
            },
            {title: "peer", value: ({peer}) => peer, text: ({peer}) => fixed(peer, 1)},
            {
              title: "days held",
              value: ({coverage}) => coverage,
              text: ({coverage}) => `${Math.round(coverage * 100)}%`,
            },
          ]}
        />
      )}
    </>
  );
}

const fixed = (value: number | null, digits: number): string =>
  value === null ? "–" : value.toFixed(digits);
