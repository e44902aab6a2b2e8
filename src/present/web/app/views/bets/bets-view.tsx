/** Beliefs as questions that can come out wrong, who says what, and who was right. */
import type {BetQuestion} from "../../../../../bets-report.ts";
import {counted, numberText} from "../../../../quantity-text.ts";
import {DataTable, hrefOf, QuantityLink, route, SourceLink, Tabs, type ViewProps} from "../../kit.ts";
import {QuestionPage} from "./question-page.tsx";

const TABS = [
  ["beliefs", "Beliefs"],
  ["questions", "Questions"],
  ["record", "Record"],
] as const;

export default function BetsView({report}: ViewProps<"bets">) {
  const [tab = "beliefs", id] = route.value.path;
  const bets = report.bets!;
  const question = tab === "question" ? bets.questions.find((one) => one.id === id) : undefined;
  return (
    <>
      <h1>Bets</h1>
      <p class="prose quiet">
        Seen on {bets.asOf}.{" "}
        {bets.ledgers
          .map(
            ({ledger, entries, head}) =>
              `Ledger ${ledger}: ${counted(entries, "entry", "entries")}, head ${head.slice(0, 12)}`,
          )
          .join("; ")}
        .{bets.faults.length > 0 && ` ${counted(bets.faults.length, "fault")} in the ledgers.`}
      </p>
      <Tabs view="bets" current={tab === "question" ? "questions" : tab} tabs={TABS} />
      {tab === "beliefs" &&
        bets.beliefs.map((belief) => (
          <section key={belief.id} class="prose">
            <h2>{belief.title}</h2>
            <p>
              <strong>{belief.status}</strong>: {belief.says}
            </p>
            <p>{belief.claim}</p>
            <p class="quiet">
              {belief.holder}, {belief.stated}; <SourceLink url={belief.source}>{belief.source}</SourceLink>.
              What would change it: {belief.wouldChange}
            </p>
            <p>
              Questions:{" "}
              {belief.questions.map((one, index) => (
                <span key={one}>
                  {index > 0 && ", "}
                  <a href={hrefOf("bets", ["question", one])}>{one}</a>
                </span>
              ))}
            </p>
          </section>
        ))}
      {tab === "questions" && <Questions questions={bets.questions} soon={bets.closingSoon} />}
      {tab === "question" &&
        (question ? (
          <QuestionPage question={question} />
        ) : (
          <p role="alert">There is no question named {(id ?? "").slice(0, 60)}.</p>
        ))}
      {tab === "record" && <Record scoreboard={bets.scoreboard} />}
    </>
  );
}

const Questions = ({questions, soon}: {questions: readonly BetQuestion[]; soon: readonly string[]}) => (
  <DataTable
    name="questions"
    caption={`${counted(questions.length, "question")}, of which ${soon.length} close soon`}
    rows={questions}
    keyOf={({id}) => id}
    first={100}
    columns={[
      {
        title: "question",
        text: ({id}) => id,
        cell: ({id}) => <a href={hrefOf("bets", ["question", id])}>{id}</a>,
      },
      {title: "asks", text: ({asks}) => asks},
      {title: "state", text: ({state}) => state},
      {title: "closes", text: ({closes}) => closes},
      {title: "resolves", text: ({resolves}) => resolves},
      {
        title: "lagline's chance",
        value: ({chance}) => chance?.value ?? null,
        text: ({chance}) => (chance?.value == null ? "–" : numberText(chance.value, "probability")),
        cell: ({chance}) => (chance ? <QuantityLink quantity={chance} as="value" /> : "–"),
      },
      {title: "answer", text: ({resolution}) => (resolution === null ? "" : String(resolution.outcome))},
    ]}
  />
);

type Scoreboard = NonNullable<ViewProps<"bets">["report"]["bets"]>["scoreboard"];

const Record = ({scoreboard}: {readonly scoreboard: Scoreboard}) => {
  const {counts, forecasters, calibration} = scoreboard;
  const bins = calibration.flatMap(({forecaster, bins: some}) =>
    some.filter(({count}) => count > 0).map((bin) => ({forecaster, ...bin})),
  );
  return (
    <>
      <p class="prose">
        {counted(counts.scored, "question")} scored; {counts.unresolved} not resolved yet, {counts.cannotTell}{" "}
        cannot be told, {counts.void} void, {counts.afterTheFact} asked after the fact and scoring nobody.
      </p>
      {forecasters.length > 0 && (
        <DataTable
          name="forecasters-record"
          caption="Who was right: Brier and logarithmic score (lower is better), and how many questions still run"
          rows={forecasters}
          keyOf={({forecaster}) => forecaster}
          columns={[
            {title: "forecaster", text: ({forecaster}) => forecaster},
            {title: "questions", value: ({questions}) => questions, text: ({questions}) => String(questions)},
            {
              title: "Brier",
              value: ({brier}) => brier,
              text: ({brier}) => (brier === null ? "–" : brier.toFixed(3)),
            },
            {title: "log", value: ({log}) => log, text: ({log}) => (log === null ? "–" : log.toFixed(3))},
            {title: "running", value: ({running}) => running, text: ({running}) => String(running)},
          ]}
        />
      )}
      {bins.length > 0 && (
        <DataTable
          name="calibration"
          caption="Calibration: what was said, and how often it happened, with a 90% interval"
          rows={bins}
          keyOf={({forecaster, from}) => `${forecaster} ${from}`}
          columns={[
            {title: "forecaster", text: ({forecaster}) => forecaster},
            {
              title: "said",
              value: ({said}) => said,
              text: ({said}) => (said === null ? "–" : numberText(said, "probability")),
            },
            {
              title: "happened",
              value: ({happened}) => happened,
              text: ({happened}) => (happened === null ? "–" : numberText(happened, "probability")),
            },
            {
              title: "interval",
              text: ({low, high}) =>
                low === null || high === null
                  ? "–"
                  : `${numberText(low, "probability")} to ${numberText(high, "probability")}`,
            },
            {title: "questions", value: ({count}) => count, text: ({count}) => String(count)},
          ]}
        />
      )}
    </>
  );
};
