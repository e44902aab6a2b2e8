/** One question in full: what decides it, what the rule gives today, who said what. */
import type {BetQuestion} from "../../../../../bets-report.ts";
import {numberText} from "../../../../quantity-text.ts";
import {QuantityLink, SourceLink} from "../../kit.ts";

export const QuestionPage = ({question}: {readonly question: BetQuestion}) => {
  const {
    asks,
    state,
    opens,
    closes,
    resolves,
    chance,
    chanceSays,
    now,
    positions,
    resolution,
    voided,
    predicate,
    terms,
    why,
  } = question;
  return (
    <article class="prose">
      <h2>{asks}</h2>
      <p>
        {state}; open from {opens}, closes {closes}, resolves {resolves}. {why}
      </p>
      <p>
        lagline: {chance ? <QuantityLink quantity={chance} as="whole" /> : "no number"}; {chanceSays}.
      </p>
      {now && (
        <p>
          On these facts the rule gives: {now.answer}. {now.says}
        </p>
      )}
      {resolution && (
        <p>
          <strong>Settled: {String(resolution.outcome)}</strong>, {resolution.on}. {resolution.why}
        </p>
      )}
      {voided && <p>Void: {voided.why}</p>}
      <h3>What decides it</h3>
      <ul>
        <li>
          {terms.metric}; {terms.rule}; {terms.cohort}; dates: {terms.dates}
        </li>
        <li>
          source: <SourceLink url={question.source}>{question.source}</SourceLink>; else {question.fallback}
        </li>
        <li>
          ties: {question.ties}; revisions: {question.revisions}; void when: {question.voids}
        </li>
        {predicate.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {positions.length > 0 && (
        <>
          <h3>Who said what</h3>
          <ol class="timeline">
            {positions.map((position) => (
              <li key={position.hash}>
                <time dateTime={position.on}>{position.on}</time>
                <div>
                  <strong>{position.forecaster}</strong>{" "}
                  {position.probability !== null
                    ? numberText(position.probability, "probability")
                    : (position.direction ??
                      position.quantiles
                        .map(({level, value}) => `${Math.round(level * 100)}%: ${value}`)
                        .join(", "))}
                  . {position.why}{" "}
                  {position.source && (
                    <SourceLink url={position.source.url}>{`tier ${position.source.tier}`}</SourceLink>
                  )}
                </div>
              </li>
            ))}
          </ol>
        </>
      )}
    </article>
  );
};
