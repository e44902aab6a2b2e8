/** Law: every measure known on the day, as plain rows. */
import {didYouMean} from "../../data/closest-name.ts";
import type {ForceFacts, PolicyFact} from "../../data/forces/force-facts.ts";
import {InputError} from "../../errors.ts";
import {isoDay} from "../../dates.ts";
import type {Deployment} from "../../forces/law/deployment.ts";
import {measuresTouching, type Touch} from "../../forces/law/measures-touching.ts";
import {lawTimeline, type MeasureRow} from "../../forces/law/timeline.ts";
import type {LawReport, MeasureReport} from "../../forces-report.ts";
import type {Day} from "../../units.ts";

export function lawSection(policy: readonly PolicyFact[], asOf: Day): LawReport {
  const {notice, jurisdictions, notYetPublished} = lawTimeline(policy, asOf);
  return {
    notice,
    measures: jurisdictions.flatMap(({measures}) => measures.map(measureReport)),
    notYetPublished: notYetPublished.length,
  };
}

export const measureReport = (row: MeasureRow): MeasureReport => ({
  ...row,
  binds: row.binds && [...row.binds],
});

/** What `lagline law` answers: the timeline and, for a deployment, the measures that touch it. */
export interface LawAnswer {
  readonly asOf: string;
  /** Of the facts. */
  readonly vintage: string;
  readonly law: LawReport;
  readonly deployment: Deployment | null;
  readonly touching: readonly TouchRow[];
  /** Measures ruled out, each with the first field that did it. */
  readonly ruledOut: readonly {readonly measure: MeasureReport; readonly why: string}[];
  readonly over: readonly MeasureReport[];
}

export interface TouchRow {
  readonly measure: MeasureReport;
  readonly certainty: Touch["certainty"];
  readonly through: Touch["through"];
  readonly why: Touch["why"];
}

/** @throws InputError for a lab the facts do not name: no measure could ever name it */
export function lawAnswer(
  {policy, labs}: Pick<ForceFacts, "policy" | "labs">,
  asOf: Day,
  vintage: string,
  asked: Deployment | undefined,
): LawAnswer {
  if (asked?.lab !== undefined && !labs.has(asked.lab)) {
    const hint = didYouMean(asked.lab, labs.keys()).replace(/^,/, "") || " `lagline labs` lists them";
    throw new InputError("unknown", `lab: ${asked.lab};${hint}`);
  }
  const law = lawSection(policy, asOf);
  const deployment = asked && {...asked, jurisdiction: spelled(asked.jurisdiction, law)};
  const found = deployment && measuresTouching(deployment, policy, asOf);
  return {
    asOf: isoDay(asOf),
    vintage,
    law,
    deployment: deployment ?? null,
    touching: (found?.touching ?? []).map(({measure, certainty, through, why}) => ({
      measure: measureReport(measure),
      certainty,
      through,
      why,
    })),
    ruledOut: (found?.ruledOut ?? []).map(({measure, by}) => ({
      measure: measureReport(measure),
      why: by[0]?.why ?? "it binds nobody who runs a model",
    })),
    over: (found?.over ?? []).map(measureReport),
  };
}

/** The place as the facts spell it: `eu` means EU. */
function spelled(place: string, {measures}: LawReport): string {
  const known = measures.flatMap(({jurisdiction}) => [jurisdiction, jurisdiction.split("-")[0]]);
  return known.find((name) => name.toLowerCase() === place.toLowerCase()) ?? place;
}
