/** What a person may choose for a run, and the outside world that a run may touch. */
import type {DateConvention} from "./data/catalog.ts";
import type {Day} from "./units.ts";

export type InstrumentId = "lagline" | "eci";

/** Files of the ledger of bets: the one that came with lagline, and the user's own. Either may be missing. */
export interface LedgerPaths {
  readonly shipped?: string;
  readonly own?: string;
}

export interface ReportOptions {
  /** Folder of facts in the layout of data/README.md. */
  readonly facts: string;
  /** Nothing after this day is seen; undefined means the last day the facts cover. */
  readonly asOf?: Day;
  /** When a model's clock starts. */
  readonly dates: DateConvention;
  readonly instrument: InstrumentId;
  readonly seed: number;
  readonly draws: number;
  /** Without any the Report has no bets. */
  readonly ledgers?: LedgerPaths;
  /** Day the ledger is seen on; the as-of date, else its last record's, when left out. */
  readonly betsOn?: Day;
}

/** Progress of one stage of long work; `done` and `total` count the stage's own steps. */
export type Progress = (stage: string, done: number, total: number) => void;

/** Bytes kept under a key, safe to lose: a missing, stale or damaged entry reads as undefined. */
export interface Cache {
  read(key: string): Uint8Array | undefined;
  write(key: string, bytes: Uint8Array): void;
}

export interface Effects {
  readonly progress: Progress;
  readonly cache: Cache | undefined;
  /** Threads for joint draws; the answer does not depend on it. */
  readonly workers: number;
}
