/** The labs and groups of labs a scenario may name. */
import {didYouMean} from "../../data/closest-name.ts";
import {shown} from "../../data/faults.ts";
import type {OpenLab} from "../forces/forces-ground.ts";
import type {ScenarioChange} from "./change-fields.ts";

/** Groups, with which of the open labs belong to each; the closed side is one group. */
export const GROUPS = {
  "open-labs": () => true,
  "chinese-open-labs": ({country}: OpenLab) => country === "CN",
  "us-open-labs": ({country}: OpenLab) => country === "US",
  "closed-labs": () => false,
} as const;
export type Group = keyof typeof GROUPS;

/** A lab that a scenario may name. */
export interface NamedLab {
  readonly id: string;
  readonly name: string;
  readonly country: string;
}

export interface KnownLabs {
  /** Labs followed one by one, in the order of the ground. */
  readonly followed: readonly OpenLab[];
  /** Every lab, for releases. */
  readonly all: readonly NamedLab[];
}

export const isGroup = (name: string): name is Group => Object.hasOwn(GROUPS, name);

/** What a change says of labs that nobody knows, or that are not followed one by one. */
export function labFault(
  change: ScenarioChange,
  {followed, all}: KnownLabs,
): {field: string; what: string} | undefined {
  if (change.change === "release") {
    const ids = all.map(({id}) => id);
    if (ids.includes(change.lab)) return undefined;
    const named = didYouMean(
      change.lab,
      all.flatMap(({id, name}) => [id, name]),
    );
    return {field: "lab", what: `lab: ${shown(change.lab)}; the id of a lab was expected${named}`};
  }
  if (change.change !== "funding" || isGroup(change.of)) return undefined;
  const ids = followed.slice(0, -1).map(({id}) => id);
  if (ids.includes(change.of)) return undefined;
  const names = [...Object.keys(GROUPS), ...ids];
  const together = all.some(({id}) => id === change.of)
    ? " (this lab sets too few open records to be followed by itself)"
    : "";
  return {
    field: "of",
    what: `labs: ${shown(change.of)}${together}; one of ${names.join(", ")} was expected${didYouMean(change.of, names)}`,
  };
}
