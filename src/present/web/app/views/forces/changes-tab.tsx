import type {ForceChange} from "../../../../../forces-report.ts";
import {gradeText, SourceLink} from "../../kit.ts";

/** What happened in the last 90 days, and what it should move. */
export const ChangesTab = ({changes}: {readonly changes: readonly ForceChange[]}) => (
  <section>
    <h2>What happened in the last 90 days, and what it should move</h2>
    {changes.length === 0 && <p>Nothing in these facts.</p>}
    <ol class="timeline wide">
      {changes.map(({date, force, who, sentence, moves, when, source}) => (
        <li key={`${date}${who}${sentence}`}>
          <time dateTime={date}>{date}</time>
          <div>
            <strong>{force}</strong> {who}: {sentence}
            <p class="quiet">
              → {moves}; {when}. <SourceLink url={source.url}>{gradeText(source)}</SourceLink>
            </p>
          </div>
        </li>
      ))}
    </ol>
  </section>
);
