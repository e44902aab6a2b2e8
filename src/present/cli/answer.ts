/** What a command gets and what it gives back: commands neither print nor read flags of other commands. */
import type {Effects, ReportOptions} from "../../options.ts";
import type {Page} from "../terminal/page.ts";
import type {Flags} from "./report-options.ts";
import type {Pipeline, World} from "./world.ts";

export interface Ask {
  readonly args: readonly string[];
  readonly flags: Flags;
  readonly options: ReportOptions;
  readonly pipeline: Pipeline;
  readonly effects: Effects;
  /** For the few commands that ask a person, keep something, or serve: those that only answer leave it alone. */
  readonly world: World;
}

/** One answer in two forms; only the form asked for is made. */
export interface Answer {
  readonly json: () => unknown;
  readonly lines: (page: Page) => string[];
  /** 0 when left out: a check that fired says so to a scheduler by a code of its own. */
  readonly exitCode?: number;
  /** Called when the answer was written, in whichever form: what was told can be remembered as told. */
  readonly written?: () => void;
}

/** A command that talks a protocol of its own on standard output, or serves until told to stop, answers nothing. */
export type Command = (ask: Ask) => Promise<Answer | undefined>;
