import type {BetBelief, BetQuestion, BetsReport} from "../../../../../bets-report.ts";
import {BELIEF_GROUPS, factsById, thirteenText} from "../../../../bet-text.ts";
import {counted} from "../../../../quantity-text.ts";
import {hrefOf, SourceLink} from "../../kit.ts";
import {questionStand} from "./question-stand.ts";
import {RestsOn} from "./rests-on.tsx";

const STATUSES = ["holding", "weakening", "broken", "unmeasurable"] as const;
const SPEAKS = [
  ["for", "For it"],
  ["against", "Against it"],
  ["context", "Beside it"],
] as const;

/** Each belief with its status and why, what would change our mind, its questions, and what speaks for and against it. */
export function BeliefsTab({bets}: {readonly bets: BetsReport}) {
  const {beliefs} = bets;
  const questions = new Map(bets.questions.map((question) => [question.id, question]));
  const counts = STATUSES.map((status) => ({
    status,
    count: beliefs.filter((belief) => belief.status === status).length,
  })).filter(({count}) => count > 0);
  return (
    <>
      <p class="prose lead">
        {beliefs.length === 0
          ? "No belief is written down yet."
          : `Of ${counted(beliefs.length, "belief")}, ${counts.map(({status, count}) => `${count} ${status}`).join(", ")}.`}
      </p>
      {BELIEF_GROUPS.map(([group, title]) => {
        const own = beliefs.filter((belief) => belief.group === group);
        return own.length === 0 ? null : (
          <section key={group}>
            <h2>{title}</h2>
            {group === "thirteen" && <p class="prose quiet">{thirteenText(own[0]!)}</p>}
            {own.map((belief) => (
              <Belief key={belief.id} belief={belief} questions={questions} bets={bets} />
            ))}
          </section>
        );
      })}
    </>
  );
}

function Belief({
  belief,
  questions,
  bets,
}: {
  readonly belief: BetBelief;
  readonly questions: ReadonlyMap<string, BetQuestion>;
  readonly bets: BetsReport;
}) {
  const facts = factsById(bets);
  return (
    <article class="prose" aria-labelledby={`belief-${belief.id}`}>
      <h3 id={`belief-${belief.id}`}>
        {belief.title}: <em>{belief.status}</em>
      </h3>
      <p>{belief.claim}</p>
      <p>Status: {belief.says}</p>
      <p>What would change our mind: {belief.wouldChange}</p>
      <details>
        <summary>
          {counted(belief.questions.length, "question")} and {counted(belief.evidence.length, "piece")} of
          evidence on {belief.id}
        </summary>
        <p class="quiet">
          {belief.holder}, {belief.stated}: <SourceLink url={belief.source}>the source</SourceLink>. How it
          was read: {belief.why}
        </p>
        <ul>
          {belief.questions.map((id) => {
            const question = questions.get(id)!;
            return (
              <li key={id}>
                <a href={hrefOf("bets", ["question", id])}>{question.asks}</a>{" "}
                <span class="quiet">
                  {questionStand(question)};{" "}
                  {question.counts === "neither" ? "counts neither way" : `yes counts ${question.counts} it`}
                </span>
              </li>
            );
          })}
        </ul>
        {SPEAKS.map(([speaks, title]) => {
          const own = belief.evidence.filter((one) => one.speaks === speaks);
          return own.length === 0 ? null : (
            <div key={speaks}>
              <h4>{title}</h4>
              <ol class="timeline wide">
                {own.map(({entry, ledger, on, says, rests}) => (
                  <li key={`${ledger}${entry}`}>
                    <time dateTime={on}>{on}</time>
                    <div>
                      {says} <RestsOn rests={rests} facts={facts} />
                    </div>
                  </li>
                ))}
              </ol>
            </div>
          );
        })}
      </details>
    </article>
  );
}
