/**
 * The bets as one section of the Report: the ledger on a day, read against the facts and numbers of this run. Pure: the
 * same ledger, facts and numbers give the same section.
 */
import type {Catalog} from "../../data/catalog.ts";
import type {ForceFacts} from "../../data/forces/force-facts.ts";
import {knownFacts} from "../../data/forces/known-facts.ts";
import {dayOf, isoDay} from "../../dates.ts";
import {beliefStatus, type Bearing} from "../../bets/belief-status.ts";
import {betsMethod} from "../../bets/bets-method.ts";
import type {Chance} from "../../bets/chance.ts";
import type {Ledger} from "../../bets/ledger.ts";
import type {QuestionRecord} from "../../bets/recorded.ts";
import type {Sight} from "../../bets/predicate/sight.ts";
import {scoreboard} from "../../bets/scores/scoreboard.ts";
import type {BetQuestion, BetsReport} from "../../bets-report.ts";
import type {ForceFactRow} from "../../forces-report.ts";
import {quantitiesOf, type ReportBase} from "../../report.ts";
import {type Day, day} from "../../units.ts";
import {factRows} from "../forces/fact-rows.ts";
import {rests, writing} from "./record-rows.ts";
import {questionRow} from "./question-row.ts";

export interface LedgerState {
  readonly ledger: "shipped" | "own";
  readonly entries: number;
  readonly head: string;
  /** What is wrong with the chain itself. */
  readonly chainFaults: readonly {readonly entry: number; readonly says: string}[];
}

/** What predicates are evaluated on, from a Report and the facts behind it. */
export function sightOf(
  base: ReportBase,
  {
    catalog,
    facts,
    rowsTo,
  }: {readonly catalog: Catalog; readonly facts: ForceFacts | undefined; readonly rowsTo: Day},
): Sight {
  return {
    vintage: base.about.vintage,
    method: base.about.method,
    asOf: dayOf(base.about.asOf),
    rowsTo,
    numbers: new Map(quantitiesOf(base).map((quantity) => [quantity.id, quantity])),
    dailyLag: base.dailyLag,
    dailyGap: base.dailyGap,
    models: base.models,
    indexValues: catalog.indexValues,
    facts: facts && knownFacts(facts, rowsTo),
  };
}

export function betsSection(
  ledger: Ledger,
  states: readonly LedgerState[],
  sight: Sight,
  {on, chanceOf}: {readonly on: Day; readonly chanceOf: (question: string) => Chance | undefined},
): BetsReport {
  const records = [...ledger.questions.values()];
  const questions = records.map((question) => questionRow(question, sight, on, chanceOf(question.entry.id)));
  const byId = new Map(questions.map((question) => [question.id, question]));
  const bearing = new Map(
    records.map((record) => [record.entry.id, bearingOf(record, byId.get(record.entry.id)!)]),
  );
  const beliefs = [...ledger.beliefs.values()].map((belief) => {
    const own = records.filter(({entry}) => entry.belief === belief.entry.id).map(({entry}) => entry.id);
    const {id, title, claim, holder, stated, source, group, wouldChange, why} = belief.entry;
    return {
      ...writing(belief),
      ...{id, title, claim, holder, stated, source, group, wouldChange, why},
      ...beliefStatus(own.map((question) => bearing.get(question)!)),
      questions: own,
      evidence: ledger.evidence
        .filter(({entry}) => entry.belief === id)
        .map((record) => ({
          ...writing(record),
          speaks: record.entry.speaks,
          on: record.entry.on,
          says: record.entry.says,
          tier: record.entry.tier,
          rests: rests(record.entry.rests),
        }))
        .sort((a, b) => (a.on < b.on ? 1 : a.on > b.on ? -1 : 0)),
    };
  });
  const soon = isoDay(day(on + betsMethod.closingSoonDays.value));
  const lately = isoDay(day(on - betsMethod.newlySettledDays.value));
  const shown = {beliefs, questions};
  return {
    asOf: isoDay(on),
    ledgers: states.map(({ledger: name, entries, head}) => ({ledger: name, entries, head})),
    faults: [
      ...states.flatMap(({ledger: name, chainFaults}) =>
        chainFaults.map(({entry, says}) => ({ledger: name, entry, says})),
      ),
      ...ledger.faults.map(({ledger: name, n, says}) => ({ledger: name, entry: n, says})),
    ],
    later: ledger.later,
    ...shown,
    closingSoon: questions
      .filter(({state, closes}) => state === "open" && closes <= soon)
      .sort((a, b) => (a.closes < b.closes ? -1 : a.closes > b.closes ? 1 : a.id < b.id ? -1 : 1))
      .map(({id}) => id),
    newlySettled: questions
      .filter(
        ({resolution, voided}) => (resolution ?? voided) !== null && (resolution ?? voided)!.at >= lately,
      )
      .sort((a, b) => ((a.resolution ?? a.voided)!.at > (b.resolution ?? b.voided)!.at ? -1 : 1))
      .map(({id}) => id),
    scoreboard: copyOf(scoreboard(records)),
    facts: sight.facts ? citedRows(shown, sight.facts) : [],
  };
}

/** What a question says about its belief. */
function bearingOf(
  record: QuestionRecord,
  {id, counts, decisive, afterTheFact, state, chance, type, positions}: BetQuestion,
): Bearing {
  const silent = {question: id, cameOutFor: undefined, chanceFor: undefined, decisive, afterTheFact};
  if (counts === "neither" || type !== "binary" || state === "void") return silent;
  const outcome = record.resolution?.entry.outcome;
  const turned = (yes: boolean) => (counts === "for" ? yes : !yes);
  if (outcome === "yes" || outcome === "no") return {...silent, cameOutFor: turned(outcome === "yes")};
  if (outcome !== undefined || state === "waiting") return silent;
  const p = chance?.value ?? marketMean(positions);
  return p === undefined ? silent : {...silent, chanceFor: counts === "for" ? p : 1 - p};
}

/** Mean over markets of the newest probability of each. */
function marketMean(positions: BetQuestion["positions"]): number | undefined {
  const newest = new Map<string, number>();
  for (const {forecaster, probability, source} of positions) {
    if (probability !== null && source?.market != null)
      newest.set(`${forecaster} ${source.market}`, probability);
  }
  const values = [...newest.values()];
  return values.length === 0 ? undefined : values.reduce((sum, p) => sum + p, 0) / values.length;
}

/** Every fact row that something shown rests on, in the order of the tables. */
function citedRows(
  {beliefs, questions}: Pick<BetsReport, "beliefs" | "questions">,
  facts: ForceFacts,
): ForceFactRow[] {
  const cited = new Set([
    ...beliefs.flatMap(({evidence}) => evidence.flatMap((one) => one.rests.facts)),
    ...questions.flatMap(({now, resolution, proposal, voided}) =>
      [now, resolution, proposal, voided].flatMap((one) => one?.rests.facts ?? []),
    ),
  ]);
  return factRows(facts).filter(({id}) => cited.has(id));
}

/** The board as plain mutable data, as the schema has it. */
const copyOf = (board: ReturnType<typeof scoreboard>): BetsReport["scoreboard"] => ({
  forecasters: board.forecasters.map((row) => ({...row})),
  scores: board.scores.map((row) => ({...row})),
  calibration: board.calibration.map(({forecaster, bins}) => ({
    forecaster,
    bins: bins.map((bin) => ({...bin})),
  })),
  counts: {...board.counts},
});
