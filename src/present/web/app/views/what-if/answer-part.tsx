/** What the engine has said: the sentence, the picture, the tables, and what it all hangs on. */
import {choose, route, type ViewProps} from "../../kit.ts";
import {countText} from "../../../../quantity-text.ts";
import {basisSentence, forcesRecord, hangsOnLines, movedTargets} from "../../../../scenario-view.ts";
import {EffectFigure, PICTURED, type Pictured} from "./effect-figure.tsx";
import {EffectTables} from "./effect-tables.tsx";
import {answer, isWhole} from "./engine.ts";

type Report = ViewProps<"whatIf" | "scenarios", "forecast" | "dailyGap">["report"];
const CHOICES = Object.keys(PICTURED) as Pictured[];

export function AnswerPart({report}: {readonly report: Report}) {
  const {effect, paths, done, faults} = answer.value;
  const pictured = CHOICES.find((one) => one === route.value.params.get("show")) ?? "frontiers";
  if (faults.length > 0) {
    return (
      <ul role="alert" class="prose">
        {faults.map((fault) => (
          <li key={fault}>{fault}</li>
        ))}
      </ul>
    );
  }
  const isAll = isWhole(answer.value);
  return (
    <>
      <div class="progress">
        <span role="status">
          {isAll
            ? `All ${countText(paths)} paths run.`
            : effect
              ? "Running …"
              : "Drawing the parameters from the record …"}
        </span>
        <progress max={paths} value={done} aria-label="Paths run" />
        <span class="quiet">
          {countText(done)} of {countText(paths)}
          {effect && !isAll ? `; shown: ${countText(effect.paths)}` : ""}
        </span>
      </div>
      {effect && (
        <article aria-label="What it would change" data-paths={effect.paths}>
          <p class="lead">{effect.sentence}</p>
          {movedTargets(effect.targets).length === 0 && <p>Nothing: no path differs.</p>}
          <div class="choices" role="group" aria-label="What is pictured">
            {CHOICES.map((one) => (
              <button
                key={one}
                type="button"
                aria-pressed={one === pictured}
                onClick={() => choose({show: one})}
              >
                {PICTURED[one]}
              </button>
            ))}
          </div>
          <EffectFigure effect={effect} report={report} pictured={pictured} />
          <EffectTables effect={effect} />
          <section class="prose">
            <h3>What the answer hangs on</h3>
            <p class="quiet">
              Share of the variance of the change after 24 months that knowing it would remove.
            </p>
            <ul>
              {(hangsOnLines(effect).length > 0
                ? hangsOnLines(effect)
                : ["No single parameter explains a hundredth of it: chance does."]
              ).map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
            <h3>What it rests on</h3>
            <ul>
              {effect.changes.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
            <p>{forcesRecord(report.forecast?.backtest)}</p>
            <p class="quiet">{basisSentence(effect)}</p>
          </section>
        </article>
      )}
    </>
  );
}
