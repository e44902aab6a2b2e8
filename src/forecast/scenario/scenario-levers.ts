/** A scenario's changes as levers on the forces, resolved to labs and to months after the as-of date. */
import {DAYS_PER_MONTH, type Day} from "../../units.ts";
import type {Lever} from "../forces/lever.ts";
import {type Jurisdiction, JURISDICTIONS, type ScenarioChange} from "./change-fields.ts";
import {GROUPS, isGroup, type KnownLabs} from "./scenario-labs.ts";

export function scenarioLevers(
  changes: readonly ScenarioChange[],
  {followed, all}: KnownLabs,
  asOf: Day,
): Lever[] {
  const places = (belongs: (lab: (typeof followed)[number]) => boolean) =>
    followed.flatMap((lab, j) => (belongs(lab) ? [j] : []));
  return changes.map((change): Lever => {
    const from = (change.from - asOf) / DAYS_PER_MONTH;
    switch (change.change) {
      case "funding":
        return {
          kind: "funding",
          side: change.of === "closed-labs" ? "closed" : "open",
          labs: places(isGroup(change.of) ? GROUPS[change.of] : ({id}) => id === change.of),
          amount: change.by.distribution,
          from,
        };
      case "copying":
        return {kind: "copying", amount: change.cut.distribution, from};
      case "hold-back":
        return {kind: "hold-back", amount: change.months.distribution, from};
      case "withdrawal":
        return {kind: "withdrawal", from};
      case "ban":
        return {kind: "ban", from};
      case "threshold": {
        const homes: readonly string[] = JURISDICTIONS[change.jurisdiction as Jurisdiction];
        return {
          kind: "threshold",
          labs: places(({country}) => homes.includes(country)),
          amount: change.above?.distribution ?? null,
          from,
        };
      }
      case "release": {
        const chinese = all.find(({id}) => id === change.lab)?.country === "CN";
        return {kind: "release", chinese, amount: change.behind.distribution, from};
      }
      case "new-lab":
        return {kind: "new-lab", amount: change.spends.distribution, from};
      case "price":
        return {kind: "price", side: change.side, amount: change.times.distribution, from};
      case "learning":
        return {kind: "learning", amount: change.times.distribution, from};
    }
  });
}
