/** The headline's lag for parts of the open and closed sides. */
import {type GroupInput, type GroupLag, groupLags, standardComparisons} from "../measure/groups.ts";
import type {Report} from "../report.ts";
import {lagQuantity} from "./lag-quantity.ts";

interface Section {
  readonly group: string;
  readonly says: string;
  readonly holds: (lag: GroupLag) => boolean;
  readonly label: (lag: GroupLag) => string;
}

const ORIGINS = ["us", "china", "other-origin"];
const LICENCES = ["permissive", "commercial", "any-licence"];

const SECTIONS: readonly Section[] = [
  {
    group: "origin",
    says: "Open models by the home of their lab, behind the closed frontier.",
    holds: ({open, closed}) => ORIGINS.includes(open.id) && closed.id === "all",
    label: ({open}) => open.label,
  },
  {
    group: "against US labs",
    says: "The same, behind the closed models of US labs alone.",
    holds: ({closed}) => closed.id === "us",
    label: ({open}) => (open.id === "all" ? "all open models" : open.label),
  },
  {
    group: "licence",
    says: "Open models one may use under licences up to a class.",
    holds: ({open}) => LICENCES.includes(open.id),
    label: ({open}) => open.label,
  },
  {
    group: "hardware",
    says: "Open models whose weights fit the memory of one machine at 8 bits.",
    holds: ({open}) => open.id.startsWith("fits-"),
    label: ({open}) => open.label,
  },
  {
    group: "tier",
    says: "All open models, behind closed models that are not their lab's best.",
    holds: ({closed}) => closed.id === "mid-tier",
    label: () => "behind mid-tier closed models",
  },
];

export function groupSections(input: GroupInput): Report["groups"] {
  const lags = groupLags(input, standardComparisons(input));
  return SECTIONS.map(({group, says, holds, label}) => ({
    group,
    says,
    lags: lags.filter(holds).map((lag) => ({
      ...lagQuantity(lag.estimate, {
        id: `lag.group.${lag.open.id}.behind.${lag.closed.id}`,
        label: label(lag),
        ...(lag.unknown.open > 0
          ? {note: `${lag.unknown.open} open models of unknown membership are not counted`}
          : {}),
      }),
      n: lag.members.open,
    })),
  }));
}
