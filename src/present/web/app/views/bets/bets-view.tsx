/** Beliefs in public, the questions that test them, and who was right. */
import {counted} from "../../../../quantity-text.ts";
import {route, Tabs, type ViewProps} from "../../kit.ts";
import {BeliefsTab} from "./beliefs-tab.tsx";
import {QuestionPage} from "./question-page.tsx";
import {QuestionsTab} from "./questions-tab.tsx";
import {ScoresTab} from "./scores-tab.tsx";

const TABS = [
  ["beliefs", "Beliefs"],
  ["questions", "Questions"],
  ["scores", "Scores"],
] as const;

export default function BetsView({report}: ViewProps<"bets">) {
  const [tab = "beliefs", id = ""] = route.value.path;
  const bets = report.bets!;
  const question = bets.questions.find((one) => one.id === id);
  return (
    <>
      {tab === "question" ? (
        <QuestionPage key={id} question={question} id={id} bets={bets} />
      ) : (
        <>
          <h1>Bets</h1>
          <Tabs view="bets" current={tab} tabs={TABS} />
          {bets.faults.length > 0 && (
            <div role="alert" class="prose">
              <p>
                The ledger is not as it was written; <code>lagline bets verify</code> has all of it.
              </p>
              <ul>
                {bets.faults.map(({ledger, entry, says}) => (
                  <li key={`${ledger}${entry}${says}`}>
                    {ledger}: {says}
                  </li>
                ))}
              </ul>
            </div>
          )}
          {tab === "beliefs" && <BeliefsTab bets={bets} />}
          {tab === "questions" && <QuestionsTab bets={bets} />}
          {tab === "scores" && <ScoresTab bets={bets} />}
        </>
      )}
      <p class="quiet prose">
        Seen on {bets.asOf}
        {bets.ledgers.map(({ledger, entries, head}) => (
          <span key={ledger}>
            ; {ledger} ledger: {counted(entries, "entry", "entries")} to <code>{head.slice(0, 12)}</code>
          </span>
        ))}
        {bets.later > 0 && `; ${counted(bets.later, "later record")} not seen`}. Positions are never changed:
        each record carries the hash of the one before.
      </p>
    </>
  );
}
