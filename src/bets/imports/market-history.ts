/** What a saved response says about one market: its name there, and the probability of yes over time. */
export interface MarketHistory {
  /** Id or slug by which a mapping names it. */
  readonly market: string;
  readonly names: readonly string[];
  readonly title: string;
  readonly url: string;
  /** Oldest first; days in UTC. */
  readonly points: readonly MarketPoint[];
}

export interface MarketPoint {
  readonly on: string;
  readonly probability: number;
}

export type Platform = "metaculus" | "manifold" | "polymarket";

/** Seconds or milliseconds since 1970, or an ISO time, as a day in UTC; undefined when it is none of them. */
export function dayIn(time: number | string | null | undefined): string | undefined {
  if (time === null || time === undefined) return undefined;
  if (typeof time === "string") return /^\d{4}-\d{2}-\d{2}/.exec(time)?.[0];
  const milliseconds = time > 1e11 ? time : time * 1000;
  return Number.isFinite(milliseconds) && milliseconds > 0 && milliseconds < 1e14
    ? new Date(milliseconds).toISOString().slice(0, 10)
    : undefined;
}

/** The last point of each day, oldest first, without those that moved by less than `least` from the one kept before. */
export function thinned(points: readonly MarketPoint[], least: number): MarketPoint[] {
  const byDay = new Map(
    [...points].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0)).map((point) => [point.on, point]),
  );
  const kept: MarketPoint[] = [];
  for (const point of byDay.values()) {
    const last = kept.at(-1);
    if (!last || Math.abs(point.probability - last.probability) >= least - 1e-12) kept.push(point);
  }
  return kept;
}
