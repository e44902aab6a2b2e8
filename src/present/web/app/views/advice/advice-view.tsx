/** A portfolio edited in the page, and what to run for it by lagline on this machine. */
import {useState} from "preact/hooks";
import type {Advice} from "../../../../../advice-report.ts";
import {counted, numberText} from "../../../../quantity-text.ts";
import type {ViewProps} from "../../kit.ts";
import {askedAdvice} from "./asked-advice.ts";
import {WorkloadAdvicePart} from "./workload-part.tsx";

type State =
  | {readonly kind: "idle" | "working"}
  | {readonly kind: "faults"; readonly faults: readonly string[]}
  | {readonly kind: "advice"; readonly advice: Advice};

export default function AdviceView({report}: ViewProps<"advice">) {
  const {starts} = report.advice;
  const [text, setText] = useState(textOf(starts[0]));
  const [state, setState] = useState<State>({kind: "idle"});
  const advise = async () => {
    setState({kind: "working"});
    const answer = await askedAdvice(text);
    setState("faults" in answer ? {kind: "faults", faults: answer.faults} : {kind: "advice", advice: answer});
  };
  return (
    <>
      <h1>Advice</h1>
      <p class="prose">
        Describe your workloads, or change one of the examples. The text goes to lagline on the machine that
        serves this page, is not kept, and goes nowhere else.
      </p>
      <form
        class="portfolio"
        onSubmit={(event) => {
          event.preventDefault();
          void advise();
        }}
      >
        <label>
          Start from{" "}
          <select
            onChange={(event) => {
              const start = starts.find(({file}) => file === event.currentTarget.value);
              if (start) setText(textOf(start));
            }}
          >
            {starts.map(({file}) => (
              <option key={file}>{file}</option>
            ))}
          </select>
        </label>
        <label>
          Portfolio
          <textarea
            rows={18}
            spellcheck={false}
            value={text}
            onInput={(event) => setText(event.currentTarget.value)}
          />
        </label>
        <button type="submit" disabled={state.kind === "working"}>
          What to run
        </button>
      </form>
      <p role="status">{state.kind === "working" && "Weighing every option; this takes some seconds …"}</p>
      {state.kind === "faults" && (
        <ul role="alert" class="prose">
          {state.faults.map((fault) => (
            <li key={fault}>{fault}</li>
          ))}
        </ul>
      )}
      {state.kind === "advice" && <Advised advice={state.advice} />}
    </>
  );
}

const Advised = ({
  advice: {portfolio, workloads, view, record, caveats, about},
}: {
  readonly advice: Advice;
}) => (
  <article>
    <h2>
      Advice for {portfolio.name}: {counted(workloads.length, "workload")}, {portfolio.horizonMonths} months
    </h2>
    <p class="quiet">
      USD per year over the horizon, mean and {Math.round(about.level * 100)}% interval;{" "}
      {about.optionsPriced.toLocaleString("en-US")} options at the prices of {about.pricesAsOf}, abilities as
      of {about.abilitiesAsOf}.
    </p>
    {workloads.map((workload) => (
      <WorkloadAdvicePart key={workload.id} workload={workload} />
    ))}
    {view && (
      <section class="prose">
        <h2>The portfolio</h2>
        <p>{view.says}</p>
        <ul>
          {view.stresses.map(({id, what, loss}) => (
            <li key={id}>
              {what}: costs {loss.value === null ? "an unknown sum" : numberText(loss.value, loss.unit)} in
              the first year
            </li>
          ))}
        </ul>
      </section>
    )}
    <section class="prose">
      <h2>How such advice did in the past, and what to read with care</h2>
      <ul>
        {[...record, ...caveats].map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  </article>
);

const textOf = (start: {readonly lines: readonly string[]} | undefined): string =>
  (start?.lines ?? []).join("\n");
