/**
 * lagline's own positions: on every question it can compute, one per vintage, and again when its probability moved by a
 * point or more. The record says what it was computed from, so that it can be computed again.
 */
import {dayOf, isoDay} from "../dates.ts";
import {type Day, day} from "../units.ts";
import {betsMethod} from "./bets-method.ts";
import type {Chance} from "./chance.ts";
import type {Position} from "./entry.ts";
import type {Sight} from "./predicate/sight.ts";
import type {QuestionRecord} from "./recorded.ts";

export const OWN_FORECASTER = "lagline";

/** @returns positions to record, in the order of the questions; none where nothing is new */
export function ownPositions(
  questions: Iterable<QuestionRecord>,
  chances: ReadonlyMap<string, Chance>,
  sight: Pick<Sight, "vintage" | "method" | "asOf">,
  today: Day,
): Position[] {
  return [...questions].flatMap((question): Position[] => {
    const {entry, positions, resolution, void: voided} = question;
    const chance = chances.get(entry.id);
    const stand = chance && standOf(chance, entry.type);
    if (!stand || resolution || voided || today > dayOf(entry.closes)) return [];
    const last = positions.findLast((one) => one.entry.forecaster === OWN_FORECASTER)?.entry;
    if (
      last?.computed?.vintage === sight.vintage &&
      last.computed.method === sight.method &&
      !moved(last.stand, stand)
    )
      return [];
    return [
      {
        kind: "position",
        at: isoDay(today),
        by: OWN_FORECASTER,
        question: entry.id,
        forecaster: OWN_FORECASTER,
        stand,
        on: isoDay(today),
        why: chance.says,
        computed: {
          vintage: sight.vintage,
          method: sight.method,
          asOf: isoDay(sight.asOf),
          event: chance.says,
        },
      },
    ];
  });
}

function standOf(
  {probability, quantiles}: Chance,
  type: QuestionRecord["entry"]["type"],
): Position["stand"] | undefined {
  if (probability !== null) return {probability};
  const told = quantiles.map(
    ([level, value]) =>
      [String(level), type === "date" ? Math.round(value) : Number(value.toFixed(3))] as const,
  );
  const isRising = told.length > 0 && told.every(([, value], i) => i === 0 || value > told[i - 1]![1]);
  if (!isRising) return undefined;
  return {
    quantiles: Object.fromEntries(
      told.map(([level, value]) => [level, type === "date" ? isoDay(day(value)) : value]),
    ),
  };
}

function moved(before: Position["stand"], now: Position["stand"]): boolean {
  if ("probability" in before && "probability" in now) {
    return Math.abs(before.probability - now.probability) >= betsMethod.movedBy.value;
  }
  return JSON.stringify(before) !== JSON.stringify(now);
}
