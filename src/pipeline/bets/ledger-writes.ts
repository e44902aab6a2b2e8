/**
 * Writing to a ledger: what is new is read together with what stands, under the lock, and nothing is written unless it
 * reads without a new fault. So a record that would be ignored later is refused now, with the reason.
 */
import type {Entry} from "../../bets/entry.ts";
import type {Ledger} from "../../bets/ledger.ts";
import type {LedgerName} from "../../bets/recorded.ts";
import {isoDay} from "../../dates.ts";
import {InputError, InputErrors} from "../../errors.ts";
import type {LedgerPaths} from "../../options.ts";
import {appendToLogFile} from "../../store/chained-file.ts";
import {type LogBody, logLine, type LogReading} from "../../store/chained-log.ts";
import type {Day} from "../../units.ts";
import {ledgerSeenOn, type OpenLedger, openLedgers} from "./ledger-files.ts";

export interface LedgerWrite {
  readonly paths: LedgerPaths;
  /** Which of them is written to. */
  readonly to: LedgerName;
  readonly today: Day;
}

export interface Written {
  readonly entries: readonly {readonly n: number; readonly hash: string; readonly entry: Entry}[];
  readonly path: string;
  /** Bytes of a killed write that were moved aside; "" when there were none. */
  readonly recovered: string;
}

/**
 * @param make - new records for the ledgers as they stand once the lock is held; none writes nothing
 * @throws InputErrors when a record would not be taken, the clock runs behind the ledger, or its past was changed
 */
export function writeRecords(
  {paths, to, today}: LedgerWrite,
  make: (ledger: Ledger) => readonly Entry[],
): Written {
  const path = paths[to];
  if (path === undefined) throw new InputError("missing", `ledger: ${to}; the path of a file was expected`);
  let made: readonly Entry[] = [];
  const {entries, recovered} = appendToLogFile(path, (log) => {
    const others = openLedgers(paths).filter(({ledger}) => ledger !== to);
    const withLog = (reading: LogReading): OpenLedger[] => {
      const own: OpenLedger = {ledger: to, path, log: reading};
      return to === "shipped" ? [own, ...others] : [...others, own];
    };
    const before = ledgerSeenOn(withLog(log), today);
    made = make(before);
    if (made.length === 0) return [];
    const last = log.entries.at(-1)?.body.at;
    if (typeof last === "string" && last > isoDay(today)) {
      throw new InputError(
        "conflicting",
        `clock: today is ${isoDay(today)}; a day not before the ledger's last record, ${last}, was expected: set the clock right`,
        {file: path, row: log.entries.length},
      );
    }
    const bodies = made.map((entry) => plainBody(entry));
    const after = ledgerSeenOn(withLog(appended(log, bodies)), today);
    const fresh = after.faults.slice(before.faults.length);
    if (fresh.length > 0) {
      throw new InputErrors(
        fresh.map(
          ({says}) => new InputError("invalid", `record: ${says}; one that fits the ledger was expected`),
        ),
      );
    }
    return bodies;
  });
  return {
    path,
    recovered,
    entries: entries.map(({n, hash}, index) => ({n, hash, entry: made[index]!})),
  };
}

function appended(log: LogReading, bodies: readonly LogBody[]): LogReading {
  let [n, prev] = [log.entries.length, log.head];
  const entries = bodies.map((body) => {
    const {hash} = logLine(body, ++n, prev);
    const entry = {n, prev, hash, body};
    prev = hash;
    return entry;
  });
  return {...log, entries: [...log.entries, ...entries], head: prev};
}

/** The record as plain JSON: what is undefined is left out. */
const plainBody = (entry: Entry): LogBody => JSON.parse(JSON.stringify(entry)) as LogBody;
