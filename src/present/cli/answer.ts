/** What a command gets and what it gives back: commands neither print nor read flags of other commands. */
import type {Effects, ReportOptions} from "../../options.ts";
import type {Page} from "../terminal/page.ts";
import type {Flags} from "./report-options.ts";
import type {Pipeline} from "./world.ts";

export interface Ask {
  readonly args: readonly string[];
  readonly flags: Flags;
  readonly options: ReportOptions;
  readonly pipeline: Pipeline;
  readonly effects: Effects;
}

/** One answer in two forms; only the form asked for is made. */
export interface Answer {
  readonly json: () => unknown;
  readonly lines: (page: Page) => string[];
}

export type Command = (ask: Ask) => Promise<Answer>;
