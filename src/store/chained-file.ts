/**
 * A chained log in a file: read whole, only ever appended to, by one process at a time.
 *
 * Appending holds a lock (a file beside it that only one process can create), reads and checks what is there, and writes
 * the new lines at the end in one go before it lets go. A process killed while writing leaves whole entries and at most
 * one torn line; the next one that appends moves the torn line aside, so that nothing is lost and nothing is half an entry.
 */
import {
  appendFileSync,
  closeSync,
  existsSync,
  fsyncSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readFileSync,
  writeSync,
} from "node:fs";
import {dirname} from "node:path";
import {InputError} from "../errors.ts";
import {type LogBody, logLine, type LogEntry, type LogReading, readLog} from "./chained-log.ts";
import {withFileLock} from "./file-lock.ts";

/** What a file holds; a file that does not exist is an empty log. */
export const readLogFile = (path: string): LogReading =>
  readLog(existsSync(path) ? readFileSync(path, "utf8") : "");

export interface Appended {
  readonly entries: readonly LogEntry[];
  /** Bytes of a killed write that were moved to `<path>.torn`; "" when there were none. */
  readonly recovered: string;
}

/**
 * Appends what `make` gives for the log as it stands once the lock is held, so that two processes never decide on the
 * same past. Nothing is written when it gives nothing or throws.
 *
 * @throws InputError when the past was changed: a broken chain is mended by people, not built upon
 */
export function appendToLogFile(path: string, make: (log: LogReading) => readonly LogBody[]): Appended {
  mkdirSync(dirname(path), {recursive: true});
  return withFileLock(`${path}.lock`, () => {
    const bytes = existsSync(path) ? readFileSync(path) : Buffer.alloc(0);
    const whole = bytes.lastIndexOf("\n") + 1;
    const log = readLog(bytes.toString("utf8"));
    const [fault] = log.faults;
    if (fault) {
      throw new InputError(
        "conflicting",
        `ledger: ${fault.says}; an unchanged past was expected before anything is added`,
        {
          file: path,
          row: fault.line,
        },
      );
    }
    const bodies = make(log);
    if (bodies.length === 0) return {entries: [], recovered: ""};
    let [n, prev] = [log.entries.length, log.head];
    const written = bodies.map((body) => {
      const {line, hash} = logLine(body, ++n, prev);
      const entry: LogEntry = {n, prev, hash, body};
      prev = hash;
      return {line, entry};
    });
    const file = openSync(path, existsSync(path) ? "r+" : "w+");
    try {
      if (whole < bytes.length) {
        appendFileSync(`${path}.torn`, Buffer.concat([bytes.subarray(whole), Buffer.from("\n")]));
        ftruncateSync(file, whole);
      }
      writeAll(file, Buffer.from(written.map(({line}) => line).join("")), whole);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    return {entries: written.map(({entry}) => entry), recovered: log.torn};
  });
}

function writeAll(file: number, bytes: Buffer, at: number): void {
  for (let done = 0; done < bytes.length;)
    done += writeSync(file, bytes, done, bytes.length - done, at + done);
}
