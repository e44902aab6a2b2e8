/**
 * The what-if engine in a worker of the page: the same code as on the command line, on the ground that the page brings.
 *
 * The parameters that history leaves are drawn here, which takes a second; sent along, they would triple what the page loads.
 */
import "./without-eval.ts";
import {InputError, InputErrors} from "../../../../errors.ts";
import {inProcess} from "../../../../numeric/chunked.ts";
import {scenarioAmong, scenarioEffect, whatIfWorld, type WhatIfWorld} from "../../../../pipeline/whatif.ts";
import {plainText} from "../../../plain-text.ts";
import type {WhatIfAsk, WhatIfReply, WhatIfRequest} from "./what-if-messages.ts";

/** Enough to see which way a change goes, few enough to follow a slider. */
const FIRST_PATHS = 500;

let source: Extract<WhatIfRequest, {kind: "start"}>["source"] | undefined;
let world: WhatIfWorld | undefined;
let current: AbortController | undefined;

const reply = (message: WhatIfReply): void => postMessage(message);

addEventListener("message", ({data}: MessageEvent<WhatIfRequest>) => {
  if (data.kind === "start") {
    source = data.source;
    world = whatIfWorld(source.ground, source.labs, source.seed);
    return;
  }
  current?.abort();
  if (data.kind === "stop") return;
  current = new AbortController();
  void answered(data.ask, current.signal);
});

async function answered({id, name, settings, paths}: WhatIfAsk, signal: AbortSignal): Promise<void> {
  try {
    const scenario = scenarioAmong(source!.scenarios, name, world!.labs, settings);
    const few = Math.min(FIRST_PATHS, paths);
    // A first answer is given even when the next question has come meanwhile, so that something moves with the slider.
    reply({kind: "effect", id, effect: await scenarioEffect(world!, scenario, {paths: few, run: inProcess})});
    if (few === paths || signal.aborted) return;
    const effect = await scenarioEffect(world!, scenario, {
      paths,
      run: inProcess,
      signal,
      onProgress: (done) => reply({kind: "progress", id, done}),
    });
    if (!signal.aborted) reply({kind: "effect", id, effect});
  } catch (error) {
    if (!signal.aborted) reply({kind: "faults", id, faults: faultsOf(error).map(plainText)});
  }
}

function faultsOf(error: unknown): readonly string[] {
  if (error instanceof InputErrors) return error.errors.map(({message}) => message);
  if (error instanceof InputError) return [error.message];
  return [`lagline failed here: ${error instanceof Error ? error.message : String(error)}`];
}
