/**
 * The portfolio being looked at and what was answered, kept for as long as the page is open: a reader who goes to another
 * view and comes back finds the text and the advice as they were.
 */
import {signal} from "@preact/signals";
import type {Advice} from "../../../../../advice-report.ts";
import type {AdviceStart} from "../../../report-sections.ts";
import {askForSections, sectionsIfHere, shownAdvice} from "../../kit.ts";
import {askedAdvice} from "./asked-advice.ts";

/** Stands for the reader's own text among the portfolios to choose from. */
export const OWN = "own";

/** Name of a shipped file, or OWN; nothing before the first look. */
export const chosen = signal("");
/** What the reader wrote or dropped; undefined until then. */
export const ownText = signal<string | undefined>(undefined);

export type Asked =
  | {readonly kind: "idle" | "working"; readonly text: string}
  | {readonly kind: "faults"; readonly text: string; readonly faults: readonly string[]}
  | {readonly kind: "advice"; readonly text: string; readonly advice: Advice};
export const asked = signal<Asked>({kind: "idle", text: ""});

export const startText = ({lines}: AdviceStart): string => lines.join("\n");

/** Text to look at: the reader's own, or that of the start chosen. */
export function portfolioText(starts: readonly AdviceStart[]): string {
  const start = starts.find(({file}) => file === chosen.value);
  return start ? startText(start) : (ownText.value ?? "");
}

export function write(text: string): void {
  ownText.value = text;
  chosen.value = OWN;
}

/** An advice by text, so that looking again asks nobody. */
const known = new Map<string, Advice>();

export const isKnown = (text: string): boolean => known.has(text);

/** The advice on a text: that of a shipped portfolio comes with the page, any other is worked out by its server. */
export async function ask(text: string, starts: readonly AdviceStart[]): Promise<void> {
  const start = starts.find((one) => startText(one) === text);
  asked.value = {kind: "working", text};
  shownAdvice.value = undefined;
  const answer = known.get(text) ?? (await (start ? shippedAdvice(start) : askedAdvice(text)));
  // Another text was asked about meanwhile: its answer is the one to show.
  if (asked.value.text !== text) return;
  if ("faults" in answer) {
    asked.value = {kind: "faults", text, faults: answer.faults};
    return;
  }
  known.set(text, answer);
  shownAdvice.value = answer;
  asked.value = {kind: "advice", text, advice: answer};
}

async function shippedAdvice({advice: name}: AdviceStart): ReturnType<typeof askedAdvice> {
  try {
    await askForSections([name]);
    return sectionsIfHere([name])![name];
  } catch (error) {
    return {faults: [(error as Error).message]};
  }
}

/** What an import may have changed is asked anew. */
export function forget(): void {
  known.clear();
}
