/**
 * The same lag for parts of a side: by origin, licence, hardware, and against closed models that are not flagships.
 *
 * A group is a predicate over what is known of a release. A release whose membership is not known is not counted as
 * a member, and is counted as unknown beside the result.
 */

import type {LicenceClass} from "../data/catalog.ts";
import {factsMethod} from "../data/facts-method.ts";
import {type Origin, origin} from "../data/origin.ts";
import {midpoint} from "../dates.ts";
import type {Day, Gigabytes} from "../units.ts";
import type {AbilityDraws, Release} from "./instrument.ts";
import {dailyLookBack} from "./lag/daily-look-back.ts";
import type {LagEstimate} from "./lag/estimate.ts";
import {lagMethod} from "./lag/method.ts";
import type {LagRule} from "./lag/side-by-side.ts";

/** A release and the facts that groups are made of. */
export interface GroupedRelease extends Release {
  readonly lab: string;
  /** ISO 3166 alpha-2; "" when unknown. */
  readonly country: string;
  readonly licenceClass: LicenceClass;
  /** Undefined when the size is not known. */
  readonly memory?: Gigabytes;
}

export type Membership = "member" | "other" | "unknown";

export interface ReleaseGroup {
  readonly id: string;
  readonly label: string;
  readonly membership: (release: GroupedRelease) => Membership;
}

export const everyRelease: ReleaseGroup = {id: "all", label: "all", membership: () => "member"};

/** Where the lab is at home: United States, China, anywhere else. */
export const originGroups: readonly ReleaseGroup[] = [
  {id: "us", label: "US labs", membership: byOrigin("US")},
  {id: "china", label: "Chinese labs", membership: byOrigin("China")},
  {id: "other-origin", label: "labs elsewhere", membership: byOrigin("other")},
];

/** Cumulative: what somebody can use who accepts licences up to a class. */
export const licenceGroups: readonly ReleaseGroup[] = [
  {id: "permissive", label: "permissive licence only", membership: byLicence(["permissive"])},
  {
    id: "commercial",
    label: "permissive or conditional licence",
    membership: byLicence(["permissive", "conditional"]),
  },
  {
    id: "any-licence",
    label: "any stated licence",
    membership: byLicence(["permissive", "conditional", "non-commercial"]),
  },
];

/** Cumulative: what fits into the memory of one machine. */
export const hardwareGroups: readonly ReleaseGroup[] = factsMethod.machines.value.map((size) => ({
  id: `fits-${size}`,
  label: `fits one ${size} GB machine`,
  membership: ({memory}) => (memory === undefined ? "unknown" : memory <= size ? "member" : "other"),
}));

/**
 * Closed models that are not their lab's flagship: on the release day the lab already had, or released on the same
 * day, a model more able at the point abilities.
 *
 * @param closed - all closed releases of the comparison
 */
export function midTierGroup(closed: readonly GroupedRelease[], {point}: AbilityDraws): ReleaseGroup {
  const best = new Map<string, {on: Day; ability: number}[]>();
  for (const release of closed) {
    const seen = best.get(release.lab) ?? [];
    seen.push({on: midpoint(release.date), ability: point[release.column]});
    best.set(release.lab, seen);
  }
  return {
    id: "mid-tier",
    label: "closed models below their lab's best",
    membership: (release) => {
      if (release.lab === "") return "unknown";
      const on = midpoint(release.date);
      const better = best
        .get(release.lab)
        ?.some((other) => other.on <= on && other.ability > point[release.column]);
      return better ? "member" : "other";
    },
  };
}

export interface GroupComparison {
  readonly open: ReleaseGroup;
  readonly closed: ReleaseGroup;
}

export interface GroupLag {
  readonly open: {readonly id: string; readonly label: string};
  readonly closed: {readonly id: string; readonly label: string};
  readonly estimate: LagEstimate;
  /** Releases by the as-of date. */
  readonly members: {readonly open: number; readonly closed: number};
  readonly unknown: {readonly open: number; readonly closed: number};
}

export interface GroupInput {
  readonly abilities: AbilityDraws;
  readonly closed: readonly GroupedRelease[];
  readonly open: readonly GroupedRelease[];
  readonly asOf: Day;
}

/**
 * One lag per comparison.
 *
 * @param rule - the daily look-back lag when left out
 * @returns in the order of `comparisons`; `insufficient` with the counts where a side has too few releases
 */
export function groupLags(
  input: GroupInput,
  comparisons: readonly GroupComparison[],
  rule: LagRule = (lagInput) => dailyLookBack(lagInput),
): GroupLag[] {
  const known = ({date}: Release) => midpoint(date) <= input.asOf;
  const [closedSide, openSide] = [input.closed.filter(known), input.open.filter(known)];
  return comparisons.map(({open: openGroup, closed: closedGroup}) => {
    const open = divided(openSide, openGroup);
    const closed = divided(closedSide, closedGroup);
    const estimate = rule({
      abilities: input.abilities,
      asOf: input.asOf,
      closed: closed.members,
      open: open.members,
    });
    return {
      open: {id: openGroup.id, label: openGroup.label},
      closed: {id: closedGroup.id, label: closedGroup.label},
      estimate: enough(estimate, {open: open.members.length, closed: closed.members.length}),
      members: {open: open.members.length, closed: closed.members.length},
      unknown: {open: open.unknown, closed: closed.unknown},
    };
  });
}

/**
 * The comparisons shown by default: each origin against all closed and against closed US labs alone; each licence
 * and hardware class against all closed; all open against mid-tier closed.
 */
export function standardComparisons({closed, abilities}: GroupInput): GroupComparison[] {
  const usClosed = {...originGroups[0], label: "closed US labs"};
  return [
    ...[everyRelease, ...originGroups].flatMap((open) => [
      {open, closed: everyRelease},
      {open, closed: usClosed},
    ]),
    ...[...licenceGroups, ...hardwareGroups].map((open) => ({open, closed: everyRelease})),
    {open: everyRelease, closed: midTierGroup(closed, abilities)},
  ];
}

function byOrigin(wanted: Origin): ReleaseGroup["membership"] {
  return (release) => {
    const from = origin(release);
    return from === "unknown" ? "unknown" : from === wanted ? "member" : "other";
  };
}

function byLicence(classes: readonly LicenceClass[]): ReleaseGroup["membership"] {
  return ({licenceClass}) =>
    licenceClass === "unknown" ? "unknown" : classes.includes(licenceClass) ? "member" : "other";
}

function divided(releases: readonly GroupedRelease[], {membership}: ReleaseGroup) {
  const members: GroupedRelease[] = [];
  let unknown = 0;
  for (const release of releases) {
    const state = membership(release);
    if (state === "member") members.push(release);
    else if (state === "unknown") unknown++;
  }
  return {members, unknown};
}

function enough(estimate: LagEstimate, n: {open: number; closed: number}): LagEstimate {
  const least = lagMethod.groupMinReleases.value;
  if (estimate.kind === "insufficient" || Math.min(n.open, n.closed) >= least) return estimate;
  const {rule, variant, label} = estimate;
  return {
    kind: "insufficient",
    rule,
    variant,
    label,
    insufficient: `the group has ${n.open} open and ${n.closed} closed releases; ${least} of each were expected`,
    n,
  };
}
