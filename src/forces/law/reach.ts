/**
 * What a measure's words say about whom it binds and what it is about: the fields matching reads.
 *
 * A reach is read from the summary of its policy row and says so in `because`. A policy row without a reach is matched
 * by place and openness alone, and everything else counts as unknown: a new row needs no code to be shown.
 */
import type {Hosting, ModelOrigin, Sector} from "./deployment.ts";

/**
 * Whom a measure binds. "deployer": who runs or uses a model. "provider": who makes or releases one. "counterparty": who
 * trades with or invests in a lab. "compute": who sells or buys chips and data-centre service. "government": agencies in
 * their own work. "nobody": a statement, plan or letter.
 */
export type Bound = "deployer" | "provider" | "counterparty" | "compute" | "government" | "nobody";

export interface Reach {
  readonly binds: readonly Bound[];
  /** "place": by where the company is; "origin": by where the model comes from; "either". */
  readonly by: "place" | "origin" | "either";
  readonly sectors: "any" | readonly Sector[];
  readonly origins: "any" | readonly ModelOrigin[];
  /** Lab ids the measure names. */
  readonly labs: "any" | readonly string[];
  readonly hostings: "any" | readonly Hosting[];
  /** "as-recorded": the row's `applies_to_open_weights` decides; "irrelevant": the measure does not turn on openness. */
  readonly openness: "as-recorded" | "irrelevant";
  readonly voluntary: boolean;
  /** First day it binds, where the summary gives one other than the row's date. */
  readonly bindsFrom?: string;
  /** Last day of it, or the policy row that ended or replaced it. */
  readonly ended?: {readonly on: string} | {readonly by: string};
  /** A condition no field of a deployment can answer: always "may apply". */
  readonly onlyIf?: string;
  /** What in the summary this reading rests on. */
  readonly because: string;
}

/** A reach with every field wide open but those given. */
export const reach = (given: Partial<Reach> & Pick<Reach, "binds" | "because">): Reach => ({
  by: "place",
  sectors: "any",
  origins: "any",
  labs: "any",
  hostings: "any",
  openness: "as-recorded",
  voluntary: false,
  ...given,
});
