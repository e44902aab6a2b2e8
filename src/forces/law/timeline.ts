/**
 * What is proposed, enacted, in force, failed, by jurisdiction, as of a date.
 *
 * A row is seen once its page is published. Its stage follows from the recorded status, the day it binds from and what
 * ended it: a row whose day has not come is not in force, however firm it is.
 */
import type {PolicyFact} from "../../data/forces/force-facts.ts";
import {publishedBy} from "../../data/forces/known-facts.ts";
import {dayOf, isoSpan} from "../../dates.ts";
import type {Day} from "../../units.ts";
import {type FactSource, factSource} from "./fact-source.ts";
import {lawMethod} from "./law-method.ts";
import type {Bound, Reach} from "./reach.ts";
import {recordedReaches} from "./recorded-reaches.ts";

/** "statement": advice, adopted wording, threats, reports, publications: no legal force of their own. */
export type Stage = "proposed" | "enacted" | "in-force" | "failed" | "ended" | "statement";

export interface MeasureRow {
  readonly id: string;
  readonly date: string;
  readonly jurisdiction: string;
  readonly instrument: string;
  /** As the facts record it. */
  readonly status: PolicyFact["status"];
  readonly stage: Stage;
  /** First day it binds, where that lies after the row's date. */
  readonly bindsFrom: string | null;
  /** What ended or replaced it: a day or the id of another measure. */
  readonly endedBy: string | null;
  /** Null where nobody has recorded it yet. */
  readonly binds: readonly Bound[] | null;
  readonly voluntary: boolean | null;
  readonly openWeights: PolicyFact["appliesToOpenWeights"];
  readonly summary: string;
  readonly source: FactSource;
}

export interface LawTimeline {
  readonly notice: string;
  /** By jurisdiction in alphabetical order; oldest first within. */
  readonly jurisdictions: readonly {
    readonly jurisdiction: string;
    readonly measures: readonly MeasureRow[];
  }[];
  /** Ids of measures that had happened by the day but whose page was published later. */
  readonly notYetPublished: readonly string[];
}

/** @param reaches - by policy id; the recorded ones unless a caller brings its own */
export function lawTimeline(
  policy: readonly PolicyFact[],
  asOf: Day,
  reaches: Readonly<Record<string, Reach>> = recordedReaches,
): LawTimeline {
  const measures = knownMeasures(policy, asOf, reaches);
  const names = [...new Set(measures.map(({jurisdiction}) => jurisdiction))].sort();
  return {
    notice: lawMethod.notice.value,
    jurisdictions: names.map((name) => ({
      jurisdiction: name,
      measures: measures.filter(({jurisdiction}) => jurisdiction === name),
    })),
    notYetPublished: policy
      .filter((fact) => publishedBy(fact) > asOf && fact.date.latest <= asOf)
      .map(({id}) => id)
      .sort(),
  };
}

/** The measures published by a day, oldest first. */
export function knownMeasures(
  policy: readonly PolicyFact[],
  asOf: Day,
  reaches: Readonly<Record<string, Reach>> = recordedReaches,
): MeasureRow[] {
  const published = policy.filter((fact) => publishedBy(fact) <= asOf);
  const happened = new Set(published.filter(({date}) => date.latest <= asOf).map(({id}) => id));
  return published
    .map((fact) => measureRow(fact, reaches[fact.id], happened, asOf))
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : a.id < b.id ? -1 : 1));
}

function measureRow(
  fact: PolicyFact,
  recorded: Reach | undefined,
  happened: ReadonlySet<string>,
  asOf: Day,
): MeasureRow {
  const ended = recorded?.ended;
  const over = ended && ("on" in ended ? dayOf(ended.on) <= asOf : happened.has(ended.by));
  const bindsFrom = recorded?.bindsFrom;
  const future = fact.date.latest > asOf || (bindsFrom !== undefined && dayOf(bindsFrom) > asOf);
  const begun = bindsFrom !== undefined && !future;
  return {
    id: fact.id,
    date: isoSpan(fact.date),
    jurisdiction: fact.jurisdiction,
    instrument: fact.instrument,
    status: fact.status,
    stage: over ? "ended" : stage(fact.status, future, begun),
    bindsFrom: bindsFrom ?? null,
    endedBy: over ? ("on" in ended ? ended.on : ended.by) : null,
    binds: recorded?.binds ?? null,
    voluntary: recorded?.voluntary ?? null,
    openWeights: fact.appliesToOpenWeights,
    summary: fact.summary,
    source: factSource(fact),
  };
}

/**
 * An enacted measure is in force once the day it binds from is known and past; one recorded as in force is not before
 * its day.
 */
function stage(status: PolicyFact["status"], future: boolean, begun: boolean): Stage {
  switch (status) {
    case "in-force":
      return future ? "enacted" : "in-force";
    case "enacted":
      return begun ? "in-force" : "enacted";
    case "proposed":
      return "proposed";
    case "failed":
      return "failed";
    case "lifted":
      return "ended";
    default:
      return "statement";
  }
}
