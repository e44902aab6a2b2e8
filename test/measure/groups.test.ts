import {describe, expect, it} from "vitest";
import {verticalGap} from "../../src/measure/gap.ts";
import {
  everyRelease,
  type GroupedRelease,
  type GroupInput,
  groupLags,
  hardwareGroups,
  licenceGroups,
  midTierGroup,
  originGroups,
  standardComparisons,
} from "../../src/measure/groups.ts";
import {dailyLookBack} from "../../src/measure/lag/daily-look-back.ts";
import {gigabytes} from "../../src/units.ts";
import {at, handMade, syntheticWorld} from "./lag/synthetic-world.ts";

const facts = {lab: "lab", country: "US", licenceClass: "permissive", memory: gigabytes(20)} as const;
const {input} = syntheticWorld({seed: 8, lagMonths: 6, drawCount: 20, noise: 1});
const countries = ["US", "CN", "HK", "FR", ""];
const grouped: GroupInput = {
  ...input,
  closed: input.closed.map((release, i) => ({...release, ...facts, country: i % 2 ? "US" : "CN"})),
  open: input.open.map((release, i): GroupedRelease => ({
    ...release,
    ...facts,
    country: countries[i % 5],
    licenceClass: (["permissive", "conditional", "non-commercial", "unknown"] as const)[i % 4],
    memory: i % 3 === 0 ? undefined : gigabytes(5 + 3 * i),
  })),
};
const lagOf = (open: GroupInput["open"], closed: GroupInput["closed"] = grouped.closed) =>
  dailyLookBack({...input, closed, open});

describe("lags of groups", () => {
  it("are the same rule on the members alone", () => {
    const [us, china, other] = groupLags(
      grouped,
      originGroups.map((open) => ({open, closed: everyRelease})),
    );
    const from = (...wanted: string[]) => grouped.open.filter(({country}) => wanted.includes(country));
    expect(us.estimate).toEqual(lagOf(from("US")));
    expect(china.estimate).toEqual(lagOf(from("CN", "HK")));
    expect(other.estimate).toEqual(lagOf(from("FR")));
    expect(us.members).toEqual({open: 12, closed: 60});
    expect(us.unknown).toEqual({open: 12, closed: 0});
  });

  it("can be taken against closed US labs alone, which cannot be further ahead than all closed", () => {
    const [all, us] = groupLags(grouped, [
      {open: everyRelease, closed: everyRelease},
      {open: everyRelease, closed: originGroups[0]},
    ]);
    expect(us.estimate).toEqual(
      lagOf(
        grouped.open,
        grouped.closed.filter(({country}) => country === "US"),
      ),
    );
    expect(value(us.estimate)).toBeLessThanOrEqual(value(all.estimate));
  });

  it("grow or stay as a licence or a machine gets narrower", () => {
    for (const groups of [[...licenceGroups], [...hardwareGroups]]) {
      const lags = groupLags(
        grouped,
        groups.map((open) => ({open, closed: everyRelease})),
        (lagInput) => verticalGap(lagInput),
      ).map(({estimate}) => value(estimate));
      for (let i = 1; i < lags.length; i++) expect(lags[i]).toBeLessThanOrEqual(lags[i - 1]);
    }
    const [permissive, , any] = licenceGroups;
    expect(grouped.open.map(permissive.membership).filter((state) => state === "unknown")).toHaveLength(15);
    expect(grouped.open.map(any.membership).filter((state) => state === "member")).toHaveLength(45);
  });

  it("are insufficient, with the counts, where a side has fewer releases than the method asks for", () => {
    const few = {
      ...grouped,
      open: grouped.open.filter(({country}) => country !== "FR").concat(grouped.open[3]),
    };
    const [{estimate, members}] = groupLags(few, [{open: originGroups[2], closed: everyRelease}]);
    expect(members.open).toBe(1);
    expect(estimate).toMatchObject({
      kind: "insufficient",
      insufficient: "the group has 1 open and 60 closed releases; 3 of each were expected",
      n: {open: 1, closed: 60},
    });
  });

  it("do not count releases after the as-of date as members", () => {
    const early = {...grouped, asOf: at(600)};
    const [{members}] = groupLags(early, [{open: everyRelease, closed: everyRelease}]);
    expect(members.open).toBe(grouped.open.filter(({date}) => date.latest <= at(600)).length);
  });
});

describe("mid-tier closed models", () => {
  it("are those whose lab had, or released that day, a more able one", () => {
    const {abilities, closed} = handMade(
      [
        [0, 10],
        [0, 12],
        [50, 11],
        [60, 20],
        [70, 5],
      ],
      [[0, 1]],
      100,
    );
    const labs = ["a", "a", "a", "a", ""];
    const releases = closed.map((release, i): GroupedRelease => ({...release, ...facts, lab: labs[i]}));
    const {membership} = midTierGroup(releases, abilities);
    expect(releases.map(membership)).toEqual(["member", "other", "member", "other", "unknown"]);
  });

  it("do not become so by another lab's better model", () => {
    const {abilities, closed} = handMade(
      [
        [0, 10],
        [0, 12],
      ],
      [[0, 1]],
      100,
    );
    const releases = closed.map((release, i): GroupedRelease => ({...release, ...facts, lab: `lab ${i}`}));
    expect(releases.map(midTierGroup(releases, abilities).membership)).toEqual(["other", "other"]);
  });

  it("are behind the flagships, so open is less far behind them", () => {
    const labelled = {
      ...grouped,
      closed: grouped.closed.map((release, i) => ({...release, lab: `lab ${i % 4}`})),
    };
    const comparisons = standardComparisons(labelled);
    const lags = groupLags(labelled, comparisons);
    expect(lags).toHaveLength(16);
    expect(value(lags[15].estimate)).toBeLessThan(value(lags[0].estimate));
    expect(lags[15].closed.id).toBe("mid-tier");
  });
});

function value(estimate: ReturnType<typeof dailyLookBack>): number {
  if (estimate.kind === "insufficient") throw new Error(estimate.insufficient);
  return estimate.value;
}
