/** The ledgers a run reads: the one that came with lagline, and a user's own. */
import {createHash} from "node:crypto";
import {existsSync, readFileSync} from "node:fs";
import {type Ledger, ledgerOn} from "../../bets/ledger.ts";
import type {LedgerName} from "../../bets/recorded.ts";
import {dayOf} from "../../dates.ts";
import type {LedgerPaths} from "../../options.ts";
import {type LogReading, readLog} from "../../store/chained-log.ts";
import type {Day} from "../../units.ts";
import type {LedgerState} from "./bets-section.ts";
import {standInsFile} from "./stand-ins-file.ts";

export interface OpenLedger {
  readonly ledger: LedgerName;
  readonly path: string;
  readonly log: LogReading;
}

/** Ledgers that exist, the shipped one first. */
export const openLedgers = (paths: LedgerPaths): OpenLedger[] =>
  (["shipped", "own"] as const).flatMap((ledger) => {
    const path = paths[ledger];
    return path !== undefined && existsSync(path)
      ? [{ledger, path, log: readLog(readFileSync(path, "utf8"))}]
      : [];
  });

/** Names the bytes of all ledgers and of what stands in for their questions: a kept answer is only good for these. */
export function ledgersHash(paths: LedgerPaths): string {
  const hash = createHash("sha256");
  for (const name of ["shipped", "own"] as const) {
    const path = paths[name];
    hash.update(`${name}\0`);
    if (path !== undefined && existsSync(path)) hash.update(readFileSync(path));
  }
  const beside = standInsFile(paths);
  if (beside !== undefined) hash.update(readFileSync(beside));
  return hash.digest("hex");
}

/** The last day of any record, which is the day a ledger is seen on unless another is asked for. */
export function lastDay(ledgers: readonly OpenLedger[]): Day | undefined {
  const days = ledgers.flatMap(({log}) =>
    log.entries.flatMap(({body}) => (typeof body.at === "string" ? body.at : [])),
  );
  const last = days.filter((at) => /^\d{4}-\d{2}-\d{2}$/.test(at)).reduce((a, b) => (a > b ? a : b), "");
  return last === "" ? undefined : dayOf(last);
}

export const ledgerSeenOn = (ledgers: readonly OpenLedger[], on: Day): Ledger =>
  ledgerOn(
    ledgers.map(({ledger, log}) => ({
      ledger,
      records: log.entries.map(({n, hash, body}) => ({n, hash, body})),
    })),
    on,
  );

export const ledgerStates = (ledgers: readonly OpenLedger[]): LedgerState[] =>
  ledgers.map(({ledger, log}) => ({
    ledger,
    entries: log.entries.length,
    head: log.head,
    chainFaults: [
      ...log.faults.map(({line, says}) => ({entry: line, says})),
      ...(log.torn === ""
        ? []
        : [
            {
              entry: log.entries.length + 1,
              says: `the last line is torn: a write was killed before it ended; the next record moves it to ${ledger} ledger's .torn file`,
            },
          ]),
    ],
  }));
