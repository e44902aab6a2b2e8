/** What to run for each workload of a portfolio: one that ships, or the reader's own where a server can advise on it. */
import {useEffect} from "preact/hooks";
import {choose, route, type ViewProps} from "../../kit.ts";
import {Advised} from "./advised.tsx";
import {ask, asked, chosen, isKnown, OWN, ownText, portfolioText} from "./advice-state.ts";
import {FileDrop} from "./file-drop.tsx";
import {PortfolioForm} from "./portfolio-form.tsx";

export default function AdviceView({report}: ViewProps<"advice">) {
  const {starts, service} = report.advice;
  const wanted = route.value.params.get("start");
  useEffect(() => {
    const known = starts.some(({file}) => file === wanted) || (wanted === OWN && ownText.value !== undefined);
    if (wanted !== undefined && known) chosen.value = wanted;
    else if (chosen.value === "") chosen.value = starts[0]?.file ?? OWN;
  }, [wanted]);
  const text = portfolioText(starts);
  const isStart = starts.some(({file}) => file === chosen.value);
  useEffect(() => {
    // Shipped portfolios need no question; a text is asked about when the reader says so.
    if ((isStart || isKnown(text)) && asked.value.text !== text) void ask(text, starts);
  }, [isStart, chosen.value]);
  const state = asked.value;
  return (
    <>
      <h1>Advice</h1>
      <p class="prose">
        {service === null
          ? "What to run for each workload of a portfolio, at the prices of the day, and what would change it. These are the portfolios that ship; to edit one, or to ask about your own, run lagline serve on your machine."
          : "What to run for each workload of a portfolio, at the prices of the day, and what would change it. Change one of the examples or write your own: the text goes to lagline on the machine that serves this page, is not kept, and goes nowhere else."}
      </p>
      <PortfolioForm
        starts={starts}
        service={service}
        text={text}
        pick={(file) => {
          chosen.value = file;
          choose({start: file});
        }}
      />
      {service !== null && <FileDrop service={service} text={text} />}
      <p role="status" class={state.kind === "working" ? "waiting" : undefined}>
        {state.kind === "working" && "Weighing every option; this takes some seconds …"}
      </p>
      {state.kind === "faults" && (
        <ul role="alert" class="prose">
          {state.faults.map((fault) => (
            <li key={fault}>{fault}</li>
          ))}
        </ul>
      )}
      {state.kind === "advice" && state.text !== text && (
        <p class="prose" role="note">
          The text above has changed since; this is the advice on what it was.
        </p>
      )}
      {state.kind === "advice" && <Advised advice={state.advice} />}
    </>
  );
}
