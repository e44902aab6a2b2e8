/** What was read of a file, what was not, and how a portfolio can use it. */
import type {OwnFile} from "../../../../../pipeline/own-file.ts";
import {counted, countText, shareText} from "../../../../quantity-text.ts";
import {DataTable} from "../../kit.ts";

export type FileAnswer = {readonly file: string} & (
  | {readonly kind: "faults"; readonly faults: readonly string[]}
  | {readonly kind: "portfolio"}
  | {readonly kind: "beside"; readonly results: string}
  | {readonly kind: "filled"; readonly filled: readonly string[]; readonly added: readonly string[]}
  | {readonly kind: "taken"; readonly answer: OwnFile}
);

export const FileAnswerPart = ({answer}: {readonly answer: FileAnswer}) => (
  <li>
    <strong>{answer.file}</strong>: <Said answer={answer} />
  </li>
);

function Said({answer}: {readonly answer: FileAnswer}) {
  switch (answer.kind) {
    case "faults":
      return answer.faults.length === 1 ? (
        <>{answer.faults[0]}</>
      ) : (
        <ul>
          {answer.faults.map((fault) => (
            <li key={fault}>{fault}</li>
          ))}
        </ul>
      );
    case "portfolio":
      return <>it is the portfolio above now.</>;
    case "beside":
      return <>its scores are read from {answer.results}.</>;
    case "filled":
      return (
        <>
          {answer.filled.length > 0 && `volumes and tokens set for ${answer.filled.join(", ")}. `}
          {answer.added.length > 0 && `Added: ${answer.added.join(", ")}. `}A request stands for a task unless
          requests_per_task says otherwise.
        </>
      );
    case "taken":
      return answer.answer.kind === "usage" ? <Usage {...answer.answer} /> : <Evals {...answer.answer} />;
  }
}

const Usage = ({imported: {title, rows, added, leftOut, wasKnown}}: Extract<OwnFile, {kind: "usage"}>) => (
  <>
    {wasKnown
      ? "imported before, nothing to add."
      : `${title}, ${counted(rows, "request")}, ${countText(added)} of them new${leftOut > 0 ? `; ${counted(leftOut, "row")} left out for want of a time, a model or possible counts` : ""}.`}{" "}
    “Fill the portfolio from usage” puts volumes and tokens into the text above.
  </>
);

function Evals({imported, runs}: Extract<OwnFile, {kind: "evals"}>) {
  const {tool, wasKnown, runs: count, benchmarks, skipped, file} = imported;
  const unmatched = runs.filter(({model}) => model === null);
  const usable = benchmarks.filter((name) =>
    runs.some((run) => run.benchmark === name && run.model !== null),
  );
  return (
    <>
      {counted(count, "result")} of {tool}
      {wasKnown && ", as imported before"}.{" "}
      {usable.length > 0 && (
        <>
          A workload uses {usable.length === 1 ? "it" : "one of them"} with{" "}
          {usable.map((name, index) => (
            <span key={name}>
              {index > 0 && " or "}
              <code>{`quality: {own_eval: ${JSON.stringify(name)}}`}</code>
            </span>
          ))}
          .
        </>
      )}
      {count > 0 &&
        usable.length === 0 &&
        "No name in it is a model of the catalog, so it informs nothing yet. "}
      {skipped.length > 0 && (
        <ul>
          {skipped.map(({what, why}) => (
            <li key={`${what} ${why}`}>
              {what}: {why}
            </li>
          ))}
        </ul>
      )}
      {runs.length > 0 && (
        <DataTable
          name={`evals-${file}`}
          caption={`Results in ${file}, by the names written there`}
          rows={runs}
          keyOf={(run) => `${run.benchmark} ${run.name} ${run.metric}`}
          first={12}
          columns={[
            {title: "test", text: ({benchmark}) => benchmark},
            {title: "as written", text: ({name}) => name},
            {title: "model", text: ({model}) => model ?? "not matched"},
            {title: "score", value: ({score}) => score, text: ({score}) => shareText(score)},
            {
              title: "items",
              value: ({items}) => items,
              text: ({items}) => (items === null ? "–" : String(items)),
            },
            {title: "errors", value: ({errors}) => errors, text: ({errors}) => String(errors)},
          ]}
        />
      )}
      {unmatched.length > 0 && (
        <p>
          Nothing is guessed: in a terminal,{" "}
          {[...new Map(unmatched.map((run) => [run.name, run])).values()].map(({name, suggestion}, index) => (
            <span key={name}>
              {index > 0 && "; "}
              <code>{`lagline evals import --map '${name}=${suggestion ?? "<id>"}'`}</code>
            </span>
          ))}{" "}
          settles a name.
        </p>
      )}
    </>
  );
}
