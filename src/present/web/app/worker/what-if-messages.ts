/** What the page and its worker say to each other. */
import type {Setting} from "../../../../forecast/scenario/settings.ts";
import type {ScenarioSource} from "../../../../pipeline/whatif-answers.ts";
import type {ScenarioEffect} from "../../../../whatif-report.ts";

export interface WhatIfAsk {
  /** Later questions have higher numbers, and end the work on earlier ones. */
  readonly id: number;
  /** A scenario that ships, or `own`. */
  readonly name: string;
  readonly settings: readonly Setting[];
  readonly paths: number;
}

export type WhatIfRequest =
  | {readonly kind: "start"; readonly source: ScenarioSource}
  | {readonly kind: "ask"; readonly ask: WhatIfAsk}
  /** Nobody waits any more. */
  | {readonly kind: "stop"};

export type WhatIfReply =
  /** Paths run so far, of those asked for. */
  | {readonly kind: "progress"; readonly id: number; readonly done: number}
  /** By few paths first, then by all that were asked for. */
  | {readonly kind: "effect"; readonly id: number; readonly effect: ScenarioEffect}
  /** What is wrong with the question, in sentences. */
  | {readonly kind: "faults"; readonly id: number; readonly faults: readonly string[]};
