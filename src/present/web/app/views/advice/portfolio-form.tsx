/** The portfolio: chosen, written, taken away. */
import type {AdviceService, AdviceStart} from "../../../report-sections.ts";
import {saveFile, textFile} from "../../kit.ts";
import {ask, asked, chosen, OWN, ownText, write} from "./advice-state.ts";

interface Props {
  readonly starts: readonly AdviceStart[];
  /** Null where nobody can advise on another text. */
  readonly service: AdviceService | null;
  readonly text: string;
  readonly pick: (file: string) => void;
}

const ROWS = 18;

export function PortfolioForm({starts, service, text, pick}: Props) {
  const save = () =>
    saveFile(chosen.value === OWN ? "portfolio.yaml" : chosen.value, textFile(text, "application/yaml"));
  const chooser = (
    <label>
      {service === null ? "Portfolio" : "Start from"}{" "}
      <select value={chosen.value} onChange={(event) => pick(event.currentTarget.value)}>
        {starts.map(({file}) => (
          <option key={file} value={file}>
            {file}
          </option>
        ))}
        {ownText.value !== undefined && <option value={OWN}>your own text</option>}
      </select>
    </label>
  );
  if (service === null)
    return (
      <div class="portfolio">
        {chooser}
        <details>
          <summary>The portfolio as text</summary>
          <pre tabIndex={0}>{text}</pre>
        </details>
        <div class="choices">
          <button type="button" onClick={save}>
            Download the portfolio
          </button>
        </div>
      </div>
    );
  return (
    <form
      class="portfolio"
      onSubmit={(event) => {
        event.preventDefault();
        void ask(text, starts);
      }}
    >
      {chooser}
      <label>
        Portfolio
        <textarea
          rows={ROWS}
          spellcheck={false}
          maxLength={service.portfolioBytes}
          value={text}
          onInput={(event) => write(event.currentTarget.value)}
        />
      </label>
      <div class="choices">
        <button type="submit" class="main" disabled={asked.value.kind === "working"}>
          What to run
        </button>
        <button type="button" onClick={save}>
          Download the portfolio
        </button>
      </div>
    </form>
  );
}
