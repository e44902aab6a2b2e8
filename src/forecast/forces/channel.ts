/**
 * The forces a change can work through. To trace a change, they are switched from the world without it to the world with it
 * one after the other, in this order, on the same path: each one's part is what its switch adds, and the parts add up.
 */
import type {Conditions} from "./conditions.ts";
import type {Lever} from "./lever.ts";

export const CHANNELS = {
  money: "closed labs' money",
  copying: "what can be copied",
  research: "open labs' research",
  cadence: "how often open labs release",
  withholding: "flagships kept closed",
  releases: "new releases and labs",
  law: "who may use what",
  market: "prices and learning from use",
} as const;

export type Channel = keyof typeof CHANNELS;

const TOUCHES: Readonly<Record<Lever["kind"], readonly Channel[]>> = {
  funding: ["research", "cadence", "withholding"],
  copying: ["copying"],
  "hold-back": ["copying"],
  withdrawal: ["copying"],
  // A ban takes revenue from Chinese labs, which their money and conduct show.
  ban: ["research", "cadence", "withholding", "law"],
  threshold: ["withholding"],
  release: ["releases"],
  "new-lab": ["releases"],
  price: ["market"],
  learning: ["market"],
};

/** The channels that levers can work through, in order. */
export function channelsOf(levers: readonly Lever[]): Channel[] {
  const touched = new Set(
    levers.flatMap((lever): readonly Channel[] =>
      lever.kind === "funding" && lever.side === "closed" ? ["money"] : TOUCHES[lever.kind],
    ),
  );
  return (Object.keys(CHANNELS) as Channel[]).filter((channel) => touched.has(channel));
}

/** Conditions of the world with the levers in some channels and of the one without in the others. */
export function mixedConditions(
  channels: readonly Channel[],
): (without: Conditions, withLevers: Conditions) => Conditions {
  const on = new Set(channels);
  // One object for all paths: what it points to changes, so that whoever holds its rows need not look again.
  let mixed: Conditions | undefined;
  return (without, withLevers) => {
    const of = (channel: Channel) => (on.has(channel) ? withLevers : without);
    const cadence = of("cadence");
    const withholding = of("withholding");
    const next: Conditions = {
      ...withLevers,
      closedEffort: of("money").closedEffort,
      copyingKept: of("copying").copyingKept,
      heldBack: of("copying").heldBack,
      effort: of("research").effort,
      releasing: cadence.releasing,
      budgeted: cadence.budgeted,
      budget: cadence.budget,
      keeping: withholding.keeping,
      bounded: withholding.bounded,
      bounds: withholding.bounds,
      newLabs: of("releases").newLabs,
      releases: of("releases").releases,
      banFrom: of("law").banFrom,
      closedPrice: of("market").closedPrice,
      openPrice: of("market").openPrice,
      learning: of("market").learning,
    };
    return (mixed = mixed ? Object.assign(mixed, next) : next);
  };
}
