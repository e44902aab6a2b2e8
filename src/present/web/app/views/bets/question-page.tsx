import type {BetAnswer, BetPosition, BetQuestion, BetsReport} from "../../../../../bets-report.ts";
import {
  factsById,
  outcomeText,
  quantilesText,
  standText,
  STATE_WORDS,
  wordingOf,
} from "../../../../bet-text.ts";
import {counted} from "../../../../quantity-text.ts";
import {DataTable, hrefOf, QuantityLink, SourceLink} from "../../kit.ts";
import {PositionsFigure} from "./positions-figure.tsx";
import {RestsOn} from "./rests-on.tsx";

interface Props {
  readonly question: BetQuestion | undefined;
  readonly id: string;
  readonly bets: BetsReport;
}

/** One question in full, from its answer and wording down to every position and the hash of its record. */
export function QuestionPage({question, id, bets}: Props) {
  if (!question) {
    return (
      <section class="prose">
        <h1>There is no question named {id.slice(0, 60)}</h1>
        <p>
          <a href={hrefOf("bets", ["questions"])}>Every question</a>
        </p>
      </section>
    );
  }
  const belief = bets.beliefs.find((one) => one.id === question.belief);
  const {resolution, proposal, voided, predicate, now, chance, positions} = question;
  const facts = factsById(bets);
  const answer = (title: string, one: BetAnswer) => (
    <section class="prose">
      <h2>
        {title}: {outcomeText(one.outcome, question.unit)}
      </h2>
      <p>
        {one.why} <RestsOn rests={one.rests} facts={facts} />
      </p>
      <p class="quiet">
        Known on {one.on}, recorded {one.at} by {one.by}
        {one.vintage && `, facts ${one.vintage}, method ${one.method}`}.
      </p>
    </section>
  );
  return (
    <article>
      <h1>{question.asks}</h1>
      <p class="quiet">
        <a href={hrefOf("bets", ["questions"])}>Every question</a>. {question.id},{" "}
        {STATE_WORDS[question.state]}
        {belief && `; tests the belief “${belief.title}”`}
        {question.counts !== "neither" && `, yes speaks ${question.counts} it`}
        {question.afterTheFact && "; asked after the fact: scores nobody"}.
      </p>
      {resolution && answer("Settled", resolution)}
      {proposal && answer("Answered, waiting for a second person", proposal)}
      {voided && (
        <section class="prose">
          <h2>Void</h2>
          <p>
            {voided.why} ({voided.at}, {voided.by})
          </p>
        </section>
      )}
      {!resolution && !voided && question.chanceSays !== "" && (
        <section class="prose">
          <h2>lagline&apos;s own probability</h2>
          <p>
            {chance ? (
              <>
                <QuantityLink quantity={chance} as="whole" />: the {question.chanceSays}.
              </>
            ) : question.chanceQuantiles.length > 0 ? (
              `Below ${quantilesText(question.chanceQuantiles, question.unit)}: ${question.chanceSays}.`
            ) : (
              `None: ${question.chanceSays}.`
            )}
          </p>
        </section>
      )}
      {positions.some(({probability}) => probability !== null) && (
        <PositionsFigure question={question} until={bets.asOf} />
      )}
      <section>
        <h2>Positions</h2>
        {positions.length === 0 ? (
          <p>Nobody has taken one.</p>
        ) : (
          <Positions positions={positions} id={question.id} />
        )}
      </section>
      {predicate.length > 0 && (
        <section class="prose">
          <h2>The rule a machine reads</h2>
          <ul>
            {predicate.map((line, at) => (
              <li key={at}>{line.trim()}</li>
            ))}
          </ul>
          {now && (
            <p>
              On these facts: {now.answer.replaceAll("-", " ")}. {now.says}.{" "}
              <RestsOn rests={now.rests} facts={facts} />
            </p>
          )}
        </section>
      )}
      <section>
        <h2>Wording</h2>
        <dl class="wording prose">
          {wordingOf(question).map(([name, says]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{says}</dd>
            </div>
          ))}
        </dl>
      </section>
      <p class="quiet prose">
        Asked on {question.at} by {question.by}: entry {question.entry} of the {question.ledger} ledger,{" "}
        <code>{question.hash.slice(0, 16)}</code>.
        {question.corrections.map(({at, by, fields, why}) => (
          <span key={`${at}${why}`}>
            {" "}
            Corrected on {at} by {by} ({fields.join(", ")}): {why}
          </span>
        ))}
      </p>
    </article>
  );
}

const Positions = ({positions, id}: {readonly positions: readonly BetPosition[]; readonly id: string}) => (
  <DataTable
    name={`bets-${id}-positions`}
    caption={counted(positions.length, "position")}
    rows={positions}
    keyOf={({ledger, entry}) => `${ledger}${entry}`}
    columns={[
      {title: "on", text: ({on}) => on},
      {title: "forecaster", text: ({forecaster}) => forecaster},
      {title: "position", value: ({probability}) => probability, text: standText},
      {title: "why", text: ({why}) => why},
      {
        title: "asked elsewhere as",
        text: ({source}) => source?.difference ?? "",
        cell: ({source}) =>
          source ? (
            <>
              {source.difference} <SourceLink url={source.url}>tier {source.tier}</SourceLink>
            </>
          ) : (
            ""
          ),
      },
    ]}
  />
);
