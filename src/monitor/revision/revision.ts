/**
 * The revision report: the headline before and after, split over what changed.
 *
 * The changes are applied one kind after another and the headline is measured after each, always with the same seed,
 * so that draw 17 of one step is the same world as draw 17 of the next as far as their facts agree. A share is the
 * difference of two neighbours, so all shares add up to the whole difference. A kind without a change has share zero
 * and costs no fit.
 *
 * @see METHOD rule R85
 */
import type {Catalog} from "../../data/catalog.ts";
import {isoDay} from "../../dates.ts";
import type {LagEstimate} from "../../measure/lag/estimate.ts";
import type {Progress} from "../../options.ts";
import type {MeasuredHeadline} from "../../pipeline/measured-headline.ts";
import type {CatalogChanges, Revision, RevisionCause} from "../../revision-report.ts";
import type {Day} from "../../units.ts";
import {catalogChanges} from "./catalog-changes.ts";
import {stepwiseCatalogs} from "./stepwise-catalogs.ts";

export interface RevisedState {
  /** As it was asked for. */
  readonly name: string;
  readonly catalog: Catalog;
  readonly asOf: Day;
}

/** A headline of the earlier facts as it was told at the time, by another method. */
export interface EarlierReading {
  readonly method: string;
  readonly lag: Read;
  readonly gap: Read;
}

export interface RevisionRun {
  readonly method: string;
  readonly instrument: Revision["instrument"];
  readonly dates: Revision["dates"];
  readonly seed: number;
  readonly draws: number;
  /** The headline of facts on a day; `name` names the facts, for keeping draws. */
  readonly measure: (facts: Catalog, asOf: Day, name: string) => Promise<MeasuredHeadline>;
  readonly progress: Progress;
}

const FACT_CAUSES = [
  "new models",
  "new results",
  "changed scores",
  "changed dates",
  "changed openness",
] as const satisfies readonly RevisionCause[];
type FactCause = (typeof FACT_CAUSES)[number];
type Read = Revision["lag"]["before"];
type Step = {readonly cause: RevisionCause; readonly changes: number; readonly read: Reading};
type Reading = {readonly lag: Read; readonly gap: Read};

export async function revision(
  before: RevisedState,
  after: RevisedState,
  run: RevisionRun,
  told?: EarlierReading,
): Promise<Revision> {
  const changes = catalogChanges(before.catalog, after.catalog);
  const plan = planned(before, after, changes);
  const moving = plan.filter((step) => step.changes > 0);
  const total = moving.length + 1;

  run.progress("the earlier facts", 0, total);
  const first = read(await run.measure(before.catalog, before.asOf, before.catalog.hash));
  const steps: Step[] = [];
  for (const {cause, changes: count, facts, name} of plan) {
    const previous = steps.at(-1)?.read ?? first;
    const place = moving.findIndex((step) => step.cause === cause);
    if (place >= 0) run.progress(`the facts with ${cause}`, place + 1, total);
    // With the last kind of change in, the facts are the later state: measuring that very state leaves no remainder.
    const isLast = place === moving.length - 1;
    const now =
      place < 0
        ? previous
        : read(
            await run.measure(isLast ? after.catalog : facts, after.asOf, isLast ? after.catalog.hash : name),
          );
    steps.push({cause, changes: count, read: now});
  }
  return assembled({before, after, run, told, first, steps, changes});
}

interface PlannedStep {
  readonly cause: RevisionCause;
  readonly changes: number;
  readonly facts: Catalog;
  readonly name: string;
}

function planned(before: RevisedState, after: RevisedState, changes: CatalogChanges): PlannedStep[] {
  const counts = changeCounts(changes);
  const catalogs = stepwiseCatalogs(before.catalog, after.catalog);
  return [
    {
      cause: "time passed",
      changes: before.asOf === after.asOf ? 0 : 1,
      facts: before.catalog,
      name: before.catalog.hash,
    },
    ...FACT_CAUSES.map((cause) => ({
      cause,
      changes: counts[cause],
      facts: catalogs[cause],
      name: `${before.catalog.hash} ${after.catalog.hash} ${cause}`,
    })),
  ];
}

function assembled({
  before,
  after,
  run,
  told,
  first,
  steps,
  changes,
}: {
  before: RevisedState;
  after: RevisedState;
  run: RevisionRun;
  told: EarlierReading | undefined;
  first: Reading;
  steps: readonly Step[];
  changes: CatalogChanges;
}): Revision {
  const start: Reading = told ?? first;
  const end = steps.at(-1)!.read;
  const shares = steps.map(({cause, changes: count, read: now}, i) => {
    const previous = i === 0 ? first : steps[i - 1]!.read;
    return {cause, changes: count, lag: moved(previous.lag, now.lag), gap: moved(previous.gap, now.gap)};
  });
  shares.push({
    cause: "changed method",
    changes: told ? 1 : 0,
    lag: moved(start.lag, first.lag),
    gap: moved(start.gap, first.gap),
  });
  const over = (figure: "lag" | "gap"): Revision["lag"] => ({
    before: start[figure],
    after: end[figure],
    noise: noiseOf(first[figure], end[figure], run.draws),
  });
  const left = (figure: "lag" | "gap"): number | null => {
    const whole = moved(start[figure], end[figure]);
    const parts = shares.map((share) => share[figure]);
    if (whole === null || parts.includes(null)) return null;
    return rounded(whole - parts.reduce<number>((sum, part) => sum + part!, 0));
  };
  return {
    schema: "lagline-revision/1",
    before: side(before, told?.method ?? run.method),
    after: side(after, run.method),
    instrument: run.instrument,
    dates: run.dates,
    seed: run.seed,
    draws: run.draws,
    lag: over("lag"),
    gap: over("gap"),
    shares,
    remainder: {lag: left("lag"), gap: left("gap")},
    changes,
  };
}

const side = ({name, catalog, asOf}: RevisedState, method: string): Revision["before"] => ({
  name,
  vintage: catalog.vintage,
  asOf: isoDay(asOf),
  method,
});

/** Rows by the share they count under. */
export function changeCounts(changes: CatalogChanges): Record<FactCause, number> {
  const count = (...tables: readonly (readonly unknown[])[]) =>
    tables.reduce((sum, table) => sum + table.length, 0);
  return {
    "new models": count(changes.newModels, changes.removedModels, changes.changedIdentities),
    "new results": count(
      changes.newResults,
      changes.removedResults,
      changes.newBenchmarks,
      changes.removedBenchmarks,
    ),
    "changed scores": count(changes.changedScores, changes.changedBenchmarks),
    "changed dates": count(changes.changedDates),
    "changed openness": count(changes.changedOpenness),
  };
}

const read = ({lag, gap}: MeasuredHeadline): Reading => ({lag: figure(lag), gap: figure(gap)});

function figure(estimate: LagEstimate): Read {
  if (estimate.kind === "insufficient")
    return {value: null, low: null, high: null, why: estimate.insufficient};
  const {value, interval} = estimate;
  return {value, low: interval.low, high: interval.high, why: null};
}

const moved = (from: Read, to: Read): number | null =>
  from.value === null || to.value === null ? null : to.value - from.value;

/** Sums of doubles leave a last digit: ten decimals are a hundredth of a second of lag. */
const rounded = (value: number): number => Math.round(value * 1e10) / 1e10 + 0;

/** z of a 5% to 95% interval, to and fro. */
const INTERVAL_SDS = 2 * 1.6449;
/** Standard error of a median over that of a mean, normal draws. */
const MEDIAN_FACTOR = 1.2533;

/** How much another seed would move a share: standard error of the difference of two medians over `draws` draws. */
function noiseOf(a: Read, b: Read, draws: number): number | null {
  if (a.low === null || a.high === null || b.low === null || b.high === null) return null;
  const error = (one: Read) => ((one.high! - one.low!) / INTERVAL_SDS) * (MEDIAN_FACTOR / Math.sqrt(draws));
  return Math.hypot(error(a), error(b));
}
