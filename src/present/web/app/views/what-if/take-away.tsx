/** The question to take away: as a link with what it was made from, and as a command. */
import type {About} from "../../../../../report.ts";
import {jsonText} from "../../../../plain-text.ts";
import {CopyButton, saveFile, textFile} from "../../kit.ts";
import {type AskedScenario, commandFor, linkFor} from "./asked-scenario.ts";
import {type Answer, answer, isWhole} from "./engine.ts";

export function TakeAway({asked, about}: {readonly asked: AskedScenario; readonly about: About}) {
  const now = answer.value;
  const command = commandFor(asked, about);
  return (
    <div class="take-away">
      <CopyButton text={`${location.href.replace(/#.*$/s, "")}${linkFor(asked, about)}`}>
        Copy link
      </CopyButton>
      <p>The same in a terminal:</p>
      <pre tabIndex={0} aria-label="Command">
        <code>
          {command.flatMap((part, i) => [
            i > 0 && " ",
            <span key={part} class="word">
              {part}
            </span>,
          ])}
        </code>
      </pre>
      <CopyButton text={command.join(" ")}>Copy command</CopyButton>
      <p class="copy">
        <button type="button" disabled={!isWhole(now)} onClick={() => saveAnswer(now, about)}>
          Answer as JSON
        </button>
      </p>
    </div>
  );
}

/** What `lagline whatif --json` prints. */
const saveAnswer = ({effect}: Answer, about: About): void =>
  saveFile(
    `lagline-what-if-${effect!.id}-${about.asOf}.json`,
    textFile(jsonText({about, effect}), "application/json"),
  );
