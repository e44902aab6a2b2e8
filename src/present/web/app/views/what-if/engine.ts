/** The engine in its worker: started once, asked again and again, and what it has said so far. */
import {signal} from "@preact/signals";
import type {ScenarioSource} from "../../../../../pipeline/whatif-answers.ts";
import type {ScenarioEffect} from "../../../../../whatif-report.ts";
import {loadedScript} from "../../kit.ts";
import type {WhatIfAsk, WhatIfReply, WhatIfRequest} from "../../worker/what-if-messages.ts";

export interface Answer {
  /** Paths asked for, and run so far. */
  readonly paths: number;
  readonly done: number;
  /** By as many paths as it says; of an earlier question until there is one of this. */
  readonly effect?: ScenarioEffect;
  readonly faults: readonly string[];
}

/** True where every path asked for is in the answer. */
export const isWhole = ({effect, paths, done}: Answer): boolean =>
  effect !== undefined && effect.paths === paths && done === paths;

export const answer = signal<Answer>({paths: 0, done: 0, faults: []});

let worker: Promise<Worker> | undefined;
let last = 0;

/** Asks, and gives up what was asked before. */
export function ask(source: ScenarioSource, question: Omit<WhatIfAsk, "id">): void {
  const id = ++last;
  const {effect} = answer.value;
  answer.value = {
    paths: question.paths,
    done: 0,
    faults: [],
    ...(effect?.id === question.name ? {effect} : {}),
  };
  worker ??= started(source);
  worker.then(
    (engine) => id === last && send(engine, {kind: "ask", ask: {...question, id}}),
    (error: Error) => {
      worker = undefined;
      failed(error.message);
    },
  );
}

/** Nothing is asked any more. */
export function stop(): void {
  last++;
  answer.value = {paths: 0, done: 0, faults: []};
  worker?.then(
    (engine) => send(engine, {kind: "stop"}),
    () => {},
  );
}

async function started(source: ScenarioSource): Promise<Worker> {
  await loadedScript("what-if-worker.js");
  const {whatIfWorker} = globalThis.lagline as unknown as {whatIfWorker: string};
  // From a text, because a page opened from a file may not start one by its address.
  const address = URL.createObjectURL(new Blob([whatIfWorker], {type: "text/javascript"}));
  const engine = new Worker(address);
  engine.onmessage = ({data}: MessageEvent<WhatIfReply>) => heard(data);
  engine.onerror = () =>
    failed("The engine did not start in this browser. The command below gives the same answer.");
  send(engine, {kind: "start", source});
  return engine;
}

const send = (engine: Worker, request: WhatIfRequest): void => engine.postMessage(request);

const failed = (sentence: string): void => {
  const {paths} = answer.value;
  answer.value = {paths, done: 0, faults: [sentence]};
};

function heard(said: WhatIfReply): void {
  const now = answer.value;
  if (said.kind === "effect") {
    // The first few paths of a question that was overtaken still show where the slider leads.
    if (said.effect.id === now.effect?.id || said.id === last)
      answer.value = {...now, effect: said.effect, done: said.id === last ? said.effect.paths : now.done};
  } else if (said.id !== last) return;
  else if (said.kind === "progress") answer.value = {...now, done: said.done};
  else answer.value = {paths: now.paths, done: 0, faults: said.faults};
}
