/** A question as it is asked of one possible course of things, or the reason why it cannot be. */
import type {Forecaster, Future} from "../../forecast/future.ts";
import {type Random, stream} from "../../numeric/random.ts";
import {type Day, DAYS_PER_MONTH} from "../../units.ts";

/** Who makes the futures. Each continues its own draws of the same facts. */
export interface Forecasters {
  /** The one with the best record, on lagline's index. */
  readonly shown: Forecaster;
  /** The same on the index of the ECI compatibility mode. */
  readonly eci?: Forecaster | undefined;
  /** The one that follows money, conduct of labs, law, use and prices month by month. */
  readonly forces?: Forecaster | undefined;
}
export type Maker = keyof Forecasters;

/** One course of things: a future of each forecaster, and random numbers for what none of them follows. */
export interface Path {
  readonly future: (maker: Maker) => Future;
  /** Numbers that belong to a subject on this path: every question about it is asked of the same ones. */
  readonly random: (subject: string) => Random;
}

/** `basis` says in words what the answer was read from, `makers` which futures it needs, `numbers` which of the Report. */
export type Asked<Answer> =
  | {
      readonly of: (path: Path) => Answer;
      readonly basis: readonly string[];
      readonly makers: readonly Maker[];
      readonly numbers: readonly string[];
    }
  | {readonly why: string};

export const answered = <Answer>(
  of: (path: Path) => Answer,
  basis: readonly string[],
  makers: readonly Maker[] = [],
  numbers: readonly string[] = [],
): Asked<Answer> => ({of, basis, makers, numbers});

/** Paths one after the other; a forecaster overwrites its future with the next, so each is made once and when first asked for. */
export function pathsOf(forecasters: Forecasters, seed: number): (index: number) => Path {
  const made = new Map<Maker, Future>();
  const names = new Map<string, number>();
  return (index) => {
    made.clear();
    return {
      future: (maker) => {
        const known = made.get(maker);
        if (known) return known;
        const future = forecasters[maker]!.future(index);
        made.set(maker, future);
        return future;
      },
      random: (subject) => {
        let name = names.get(subject);
        if (name === undefined) names.set(subject, (name = nameOf(subject)));
        return stream(seed, PURPOSE, name, index);
      },
    };
  };
}

/** Last day a forecaster covers. */
export const lastDayOf = ({from, months}: Forecaster): Day =>
  Math.floor(from + months * DAYS_PER_MONTH) as Day;

/** Months from the start of a forecaster to a day, to the nearest: series are kept by month. */
export const monthOf = ({from}: Forecaster, on: Day): number => Math.round((on - from) / DAYS_PER_MONTH);

/** Tells these streams from those of the forecasters. */
const PURPOSE = 6400;

/** FNV-1a, 32 bits: a text as the name of a stream. */
function nameOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}
