/** What a track record says in words, and what so few cases cannot say. */
import type {ForecasterId} from "../future.ts";
import {backtestMethod} from "./backtest-method.ts";
import type {Target} from "./target.ts";
import type {Period, TrackRecordRow} from "./track-record.ts";

/** What sentences call the targets. */
const NAMES: Readonly<Record<Target, string>> = {
  closed: "closed frontier",
  open: "open frontier",
  gap: "gap",
  lag: "lag on the day",
  "lag-year": "lag over the year",
  "open-wait": "wait for open's next record",
};

/** What no split of this history can undo. */
const IN_SIGHT =
  "Forms and constants were chosen with all of these past days in sight, which flatters them: only forecasts from now on are a clean test.";

/** @param nameOf - what a forecaster is called */
export function verdict(
  rows: readonly TrackRecordRow[],
  shown: ForecasterId,
  nameOf: (id: ForecasterId) => string,
): string[] {
  const counted = (period: Period) =>
    backtestMethod.shownBy.value.flatMap((horizon) =>
      backtestMethod.weighedBy.value.flatMap((target) =>
        rows.filter(
          (row) =>
            row.forecaster === shown &&
            row.target === target &&
            row.horizon === horizon &&
            row.period === period,
        ),
      ),
    );
  const [all, recent] = [counted("all"), counted("recent")];
  if (all.length === 0) return ["No forecast has come due yet, so there is no track record."];
  const longest = all.at(-1)!;
  return [
    `${capital(nameOf(shown))} has the best record and is the forecast shown. ${skillSentence(all, nameOf, "Over all origins")}`,
    ...(recent.length > 0 && recent[0].cases < all[0].cases
      ? [skillSentence(recent, nameOf, "Over the recent ones, which had as much behind them as today")]
      : []),
    coverageSentence(all, recent),
    `Neighbouring forecasts share most of their future: ${longest.cases} forecasts of ${longest.horizon} months are about ${independent(longest.blocks)}. They can tell a forecaster that is twice as good; they cannot rank close ones, and they say little about years unlike these. ${IN_SIGHT}`,
  ];
}

function skillSentence(
  rows: readonly TrackRecordRow[],
  nameOf: (id: ForecasterId) => string,
  opening: string,
): string {
  const worst = rows.flatMap((row) => {
    const sorted = [...row.skill].sort((a, b) => a.value - b.value);
    return sorted.length > 0 ? [{row, skill: sorted[0]}] : [];
  });
  if (worst.length === 0) return `${opening} it is itself a naive forecaster, and no other did better.`;
  const beaten = worst.filter(({skill}) => skill.value > 0);
  const tested = worst.filter(({skill}) => skill.interval);
  const sure = tested.filter(({skill}) => skill.interval!.low > 0);
  const lost = worst.filter(({skill}) => skill.value <= 0);
  const list = lost.map(({row, skill}) => `${place(row)} (${against(nameOf(skill.over), skill.value)})`);
  return `${opening} it beats every naive forecaster in ${beaten.length} of ${worst.length} comparisons (both frontiers and the lag, ${backtestMethod.shownBy.value.join(" and ")} months ahead)${lost.length > 0 ? `, not in ${list.join("; ")}` : ""}. ${tested.length === 0 ? "Too few are independent to say whether that is more than chance." : `Of the ${tested.length} with enough independent cases to ask, ${sure.length} ${sure.length === 1 ? "is" : "are"} more than chance at ${Math.round(100 * backtestMethod.skillLevel.value)}%.`}`;
}

function coverageSentence(all: readonly TrackRecordRow[], recent: readonly TrackRecordRow[]): string {
  const share = (row: TrackRecordRow) => row.coverage.find(({level}) => level === 0.8)!.share;
  const cell = (row: TrackRecordRow) => {
    const late = recent.find(({target, horizon}) => target === row.target && horizon === row.horizon);
    return `${place(row)} ${Math.round(100 * share(row))}%${late ? ` (recent ${Math.round(100 * share(late))}%)` : ""}`;
  };
  return `80% intervals held what came: ${all.map(cell).join(", ")}.`;
}

function independent(blocks: number): string {
  const count = Math.max(1, Math.round(blocks));
  return `${count} independent ${count === 1 ? "case" : "cases"}`;
}

const against = (other: string, skill: number): string =>
  skill > -0.005 ? `level with ${other}` : `${other} did better by ${Math.round(-100 * skill)}%`;

const place = ({target, horizon}: TrackRecordRow): string => `${NAMES[target]} at ${horizon} months`;
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
