/**
 * Evals, usage logs and portfolios of the reader's own, by drop or by button. A portfolio is read in the page; the rest is
 * imported by lagline on this machine as its commands do, one file after the other.
 */
import {signal} from "@preact/signals";
import {useState} from "preact/hooks";
import type {AdviceService} from "../../../report-sections.ts";
import {forget, write} from "./advice-state.ts";
import {type FileAnswer, FileAnswerPart} from "./file-answer.tsx";
import {filledWithUsage, sentFile} from "./sent-file.ts";

/** What became of each file, newest first, for as long as the page is open. */
const answers = signal<readonly FileAnswer[]>([]);
const busy = signal("");

const PORTFOLIO = /\.ya?ml$/i;
const MEGABYTE = 1e6;

interface Props {
  readonly service: AdviceService;
  readonly text: string;
}

export function FileDrop({service, text}: Props) {
  const [isOver, setIsOver] = useState(false);
  const {fileBytes} = service;
  const take = (files: Iterable<File>) => void taken([...files], service);
  const fill = async () => {
    busy.value = "Reading usage …";
    const answer = await filledWithUsage(text);
    busy.value = "";
    if (!("faults" in answer)) write(answer.lines.join("\n"));
    answers.value = [
      "faults" in answer
        ? {file: "Usage", kind: "faults", faults: answer.faults}
        : {file: "Usage", kind: "filled", filled: answer.filled, added: answer.added},
      ...answers.value,
    ];
  };
  return (
    <section class="own-files" aria-label="Your own files">
      <h2>Your own evals, usage and portfolio</h2>
      <div
        class={isOver ? "drop over" : "drop"}
        onDragOver={(event) => {
          event.preventDefault();
          setIsOver(true);
        }}
        onDragLeave={() => setIsOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setIsOver(false);
          take(event.dataTransfer?.files ?? []);
        }}
      >
        <label>
          Drop files here, or choose them:{" "}
          <input
            type="file"
            multiple
            disabled={busy.value !== ""}
            onChange={(event) => {
              take(event.currentTarget.files ?? []);
              event.currentTarget.value = "";
            }}
          />
        </label>
        <p class="quiet">
          {fileBytes === null
            ? "A portfolio in YAML. Evals and usage are taken by a page that only its own machine can reach; this one can be reached from others."
            : `Results of promptfoo, Inspect or lm-evaluation-harness, usage logs of OpenTelemetry, LiteLLM, Langfuse, Helicone or OpenRouter, CSV, or a portfolio in YAML; at most ${Math.floor(fileBytes / MEGABYTE)} MB each. They go to lagline on this machine and nowhere else; it keeps scores and counts, no prompts or answers.`}
        </p>
      </div>
      {fileBytes !== null && (
        <div class="choices">
          <button type="button" disabled={busy.value !== ""} onClick={() => void fill()}>
            Fill the portfolio from usage
          </button>
        </div>
      )}
      <div role="status">
        {busy.value && <p>{busy.value}</p>}
        {answers.value.length > 0 && (
          <ul class="taken">
            {answers.value.map((answer, index) => (
              <FileAnswerPart key={answers.value.length - index} answer={answer} />
            ))}
          </ul>
        )}
      </div>
    </section>
  );
}

async function taken(files: readonly File[], {fileBytes, portfolioBytes}: AdviceService): Promise<void> {
  const stamps = new Set(files.flatMap(({name}) => /^results_(.+)\.json$/.exec(name)?.[1] ?? []));
  for (const [index, file] of files.entries()) {
    busy.value = `Reading ${file.name}${files.length > 1 ? `, ${index + 1} of ${files.length}` : ""} …`;
    answers.value = [await answerTo(file), ...answers.value];
  }
  busy.value = "";
  forget();

  async function answerTo(file: File): Promise<FileAnswer> {
    const refused = (says: string): FileAnswer => ({file: file.name, kind: "faults", faults: [says]});
    if (PORTFOLIO.test(file.name)) {
      if (file.size > portfolioBytes)
        return refused(`It has more than ${portfolioBytes} bytes; a portfolio was expected.`);
      write(await file.text());
      return {file: file.name, kind: "portfolio"};
    }
    if (fileBytes === null) return refused("This page takes portfolios in YAML only.");
    if (file.size > fileBytes)
      return refused(
        `It has more than ${Math.floor(fileBytes / MEGABYTE)} MB; lagline evals import or lagline usage import read larger ones.`,
      );
    const stamp = /_(\d{4}-\d{2}-\d{2}T[^_]+)\.jsonl$/.exec(file.name)?.[1];
    if (stamp !== undefined && stamps.has(stamp))
      return {file: file.name, kind: "beside", results: `results_${stamp}.json`};
    const answer = await sentFile(file);
    return "faults" in answer
      ? {file: file.name, kind: "faults", faults: answer.faults}
      : {file: file.name, kind: "taken", answer};
  }
}
