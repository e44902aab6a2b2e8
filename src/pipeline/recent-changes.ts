/** What changed in the months before the as-of date: records, weights that opened, and what they did to the lag. */
import type {Catalog} from "../data/catalog.ts";
import {isoSpan, midpoint, parseDateSpan} from "../dates.ts";
import type {Change, FrontierStep, SeriesPoint} from "../report.ts";
import {afterMonths, type Day, day, months} from "../units.ts";

/** "Lately" is a quarter: long enough to hold a record on each side, short enough to be news. */
const MONTHS_BACK = 3;

export interface ChangeSource {
  readonly catalog: Catalog;
  readonly frontiers: {readonly closed: readonly FrontierStep[]; readonly open: readonly FrontierStep[]};
  readonly dailyLag: readonly SeriesPoint[];
  readonly asOf: Day;
}

/** Newest first. */
export function recentChanges({catalog, frontiers, dailyLag, asOf}: ChangeSource): Change[] {
  const since = afterMonths(asOf, months(-MONTHS_BACK));
  const recent = (on: Day) => on >= since && on <= asOf;
  const changes: Change[] = [];
  for (const side of ["closed", "open"] as const) {
    for (const [i, step] of frontiers[side].entries()) {
      if (!recent(dayIn(step.date))) continue;
      const before = frontiers[side][i - 1];
      const rise = before
        ? `, ${(step.ability - before.ability).toFixed(1)} points above ${before.name}`
        : "";
      changes.push({
        date: step.date,
        kind: side === "closed" ? "closed-record" : "open-record",
        model: step.model,
        sentence: `${step.name} (${step.lab}) set the ${side} record at ${step.ability.toFixed(1)}${rise}`,
      });
    }
  }
  for (const {id, name, lab, licence, weightsDate, available, announced} of catalog.models.values()) {
    const first = available ?? announced;
    if (!weightsDate || !first || !recent(midpoint(weightsDate)) || weightsDate.earliest <= first.latest)
      continue;
    const wait = Math.round(midpoint(weightsDate) - midpoint(first));
    changes.push({
      date: isoSpan(weightsDate),
      kind: "weights-opened",
      model: id,
      sentence: `${name} (${catalog.labs.get(lab)?.name ?? lab}) opened its weights ${wait === 1 ? "a day" : `${wait} days`} after its API, under ${licence || "an unstated licence"}`,
    });
  }
  const [then, now] = [dailyLag.findLast(({date}) => dayIn(date) <= since), dailyLag.at(-1)];
  if (then && now) {
    const shift = now.value - then.value;
    changes.push({
      date: now.date,
      kind: "lag",
      model: null,
      sentence: `the lag on the day itself went from ${then.value.toFixed(1)} months on ${then.date} to ${now.value.toFixed(1)} (${shift < 0 ? "−" : "+"}${Math.abs(shift).toFixed(1)})`,
    });
  }
  return changes.sort((a, b) =>
    a.date < b.date ? 1 : a.date > b.date ? -1 : a.sentence < b.sentence ? -1 : 1,
  );
}

const dayIn = (date: string): Day => day(midpoint(parseDateSpan(date)!));
