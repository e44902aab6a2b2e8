/** The section of the bets for one run, kept for the next: ledger, facts and numbers name it. */
import type {Catalog} from "../../data/catalog.ts";
import type {ForceFacts} from "../../data/forces/force-facts.ts";
import {betsMethod} from "../../bets/bets-method.ts";
import {type Chance, type ChanceQuestion, chances} from "../../bets/chance.ts";
import type {Forecasters} from "../../bets/chance/asked.ts";
import type {StandIn} from "../../bets/chance/stand-in.ts";
import type {ValueOf} from "../../bets/entry.ts";
import type {Predicate} from "../../bets/predicate/predicate-schema.ts";
import type {Ledger} from "../../bets/ledger.ts";
import type {Sight} from "../../bets/predicate/sight.ts";
import type {BetsReport} from "../../bets-report.ts";
import type {Cache, ReportOptions} from "../../options.ts";
import type {ReportBase} from "../../report.ts";
import type {Day} from "../../units.ts";
import {betsSection, sightOf} from "./bets-section.ts";
import {lastDay, ledgersHash, ledgerSeenOn, ledgerStates, openLedgers} from "./ledger-files.ts";

export interface BetsGround {
  readonly catalog: Catalog;
  readonly facts: ForceFacts | undefined;
  /** Last day rows of the fact tables are known to. */
  readonly rowsTo: Day;
}

export interface BetsRun {
  /** Names facts, method, code and options of the run. */
  readonly key: string;
  readonly cache: Cache | undefined;
  readonly ground: () => Promise<BetsGround>;
  /** What stands in for questions that a person settles, by question. */
  readonly standIns: () => ReadonlyMap<string, StandIn>;
  /** Whose futures are asked; undefined where a side has too few records. */
  readonly forecasters: () => Promise<Forecasters | undefined>;
  readonly seed: number;
}

/** @returns null when there is no ledger */
export async function betsFor(
  base: ReportBase,
  {ledgers: paths = {}, asOf, betsOn}: Pick<ReportOptions, "ledgers" | "asOf" | "betsOn">,
  run: BetsRun,
): Promise<BetsReport | null> {
  const key = `bets ${run.key} ${ledgersHash(paths)} ${betsOn ?? "last"}`;
  const kept = run.cache?.read(key);
  if (kept) return JSON.parse(new TextDecoder().decode(kept)) as BetsReport;
  const ledgers = openLedgers(paths);
  if (ledgers.length === 0) return null;
  const ground = await run.ground();
  const sight = sightOf(base, ground);
  const on = betsOn ?? asOf ?? lastDay(ledgers) ?? sight.asOf;
  const ledger = ledgerSeenOn(ledgers, on);
  const chances = await keptChances(ledger, sight, run);
  const section = betsSection(ledger, ledgerStates(ledgers), sight, {on, chanceOf: (id) => chances.get(id)});
  run.cache?.write(key, new TextEncoder().encode(JSON.stringify(section)));
  return section;
}

/** Chances of open questions, kept by what is asked: a new position costs no new futures. */
export async function keptChances(
  {questions}: Pick<Ledger, "questions">,
  sight: Sight,
  {
    key: runKey,
    cache,
    forecasters,
    standIns,
    seed,
  }: Pick<BetsRun, "key" | "cache" | "forecasters" | "standIns" | "seed">,
): Promise<ReadonlyMap<string, Chance>> {
  const open = [...questions.values()].filter(({resolution, void: voided}) => !resolution && !voided);
  const stands = standIns();
  const asked = open.map(({entry}): ChanceQuestion => {
    const rule = entry.type === "binary" ? entry.predicate : entry.value;
    const standIn = stands.get(entry.id);
    if (rule) return entry.type === "binary" ? {predicate: rule as Predicate} : {value: rule as ValueOf};
    return standIn && entry.type === "binary" ? {standIn} : {};
  });
  const key = `chances ${runKey} ${JSON.stringify(asked)}`;
  const kept = cache?.read(key);
  const found = kept
    ? (JSON.parse(new TextDecoder().decode(kept)) as Chance[])
    : chances(asked, sight, await forecasters(), {paths: betsMethod.paths.value, seed});
  if (!kept) cache?.write(key, new TextEncoder().encode(JSON.stringify(found)));
  return new Map(open.map(({entry}, index) => [entry.id, found[index]!]));
}
