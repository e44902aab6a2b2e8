import type {BetQuestion, BetsReport} from "../../../../../bets-report.ts";
import {STATE_WORDS} from "../../../../bet-text.ts";
import {counted, numberText} from "../../../../quantity-text.ts";
import {choose, DataTable, hrefOf, IntervalFigure, QuantityLink, route} from "../../kit.ts";
import {questionStand, saidBy} from "./question-stand.ts";

/** What closes soon, what was settled lately, and every question. */
export function QuestionsTab({bets}: {readonly bets: BetsReport}) {
  const byId = new Map(bets.questions.map((question) => [question.id, question]));
  const soon = bets.closingSoon.map((id) => byId.get(id)!);
  const settled = bets.newlySettled.map((id) => byId.get(id)!);
  const asked = (route.value.params.get("find") ?? "").toLowerCase();
  const found = bets.questions.filter(({id, asks, belief}) =>
    `${id} ${asks} ${belief ?? ""}`.toLowerCase().includes(asked),
  );
  const open = bets.questions.filter(({state}) => state === "open").length;
  const own = bets.questions.flatMap(({chance, ...question}) =>
    chance && chance.value !== null && question.state === "open" ? [{...question, chance}] : [],
  );
  return (
    <>
      <p class="prose lead">
        {counted(bets.questions.length, "question")}, {open} open, {soon.length} of them closing soon.
      </p>
      {own.length > 0 && (
        <IntervalFigure
          name="bets-chances"
          title={`lagline's own chance of yes on ${counted(own.length, "open question")}`}
          note="The share of futures, or of draws from a record, in which the question comes out yes; behind a name stands what it was computed from."
          axis="probability"
          span={{low: 0, high: 1}}
          groups={[
            {
              items: [...own]
                .sort((a, b) => b.chance.value! - a.chance.value!)
                .map(({id, asks, chance}) => ({
                  quantity: chance,
                  label: asks,
                  href: hrefOf("bets", ["question", id]),
                })),
            },
          ]}
        />
      )}
      <QuestionList title="Closing soon" questions={soon} />
      <QuestionList title="Newly settled" questions={settled} />
      <h2>Every question</h2>
      <form class="filters" role="search" onSubmit={(event) => event.preventDefault()}>
        <label>
          Find{" "}
          <input
            type="search"
            value={route.value.params.get("find") ?? ""}
            onInput={(event) => choose({find: event.currentTarget.value || undefined})}
          />
        </label>
        <span role="status">{counted(found.length, "question")}</span>
      </form>
      <DataTable
        name="bets-questions"
        caption="Every question, its state, and who says what"
        rows={found}
        keyOf={({id}) => id}
        first={25}
        columns={[
          {title: "id", text: ({id}) => id},
          {
            title: "question",
            text: ({asks}) => asks,
            cell: ({id, asks}) => <a href={hrefOf("bets", ["question", id])}>{asks}</a>,
          },
          {title: "belief", text: ({belief}) => belief ?? "–"},
          {title: "state", text: (question) => stateText(question)},
          {title: "closes", text: ({closes}) => closes},
          {
            title: "lagline",
            value: ({chance}) => chance?.value ?? null,
            text: ({chance}) => (chance?.value == null ? "–" : numberText(chance.value, chance.unit)),
            cell: ({chance}) => (chance?.value == null ? "–" : <QuantityLink quantity={chance} />),
          },
          {title: "others", text: (question) => saidBy(question).join("; ")},
        ]}
      />
    </>
  );
}

const stateText = (question: BetQuestion): string =>
  question.resolution ? questionStand(question) : STATE_WORDS[question.state];

const QuestionList = ({
  title,
  questions,
}: {
  readonly title: string;
  readonly questions: readonly BetQuestion[];
}) =>
  questions.length === 0 ? null : (
    <section>
      <h2>{title}</h2>
      <ol class="timeline wide">
        {questions.map((question) => {
          const day = question.resolution?.on ?? question.closes;
          return (
            <li key={question.id}>
              <time dateTime={day}>{day}</time>
              <div>
                <a href={hrefOf("bets", ["question", question.id])}>{question.asks}</a>
                <p class="quiet">
                  {questionStand(question)}
                  {question.chance?.value != null && (
                    <>
                      ; lagline <QuantityLink quantity={question.chance} />
                    </>
                  )}
                </p>
              </div>
            </li>
          );
        })}
      </ol>
    </section>
  );
