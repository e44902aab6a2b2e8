/**
 * A log that shows when its past was changed: one JSON object per line, each naming the hash of the one before it.
 *
 * - `n` counts from 1; `prev` is the hash of the entry before, 64 zeros for the first; `hash` is the SHA-256 of the
 *   entry's canonical text without `hash`. Changing, removing, adding or moving a past entry breaks the chain there.
 * - `marks` holds the first four hex digits of the SHA-256 of each field, in the order of their names: when an entry was
 *   changed by hand, they tell which field. They locate; the hash proves.
 * - Whoever rewrites a log from some entry on with fresh hashes is caught by anybody who wrote down a later hash.
 * - A line counts once its newline is there. What follows the last newline is torn: a write that was killed.
 */
import {createHash} from "node:crypto";
import {canonicalJson, type Json} from "./canonical-json.ts";

export type LogBody = {readonly [field: string]: Json};

export interface LogEntry {
  /** Place in the log, from 1. */
  readonly n: number;
  readonly prev: string;
  readonly hash: string;
  /** Every field that is not the chain's own. */
  readonly body: LogBody;
}

/** Something wrong with the past of a log, named by the line it was found at. */
export interface LogFault {
  readonly line: number;
  readonly says: string;
}

export interface LogReading {
  readonly entries: readonly LogEntry[];
  readonly faults: readonly LogFault[];
  /** What follows the last newline; "" when nothing does. */
  readonly torn: string;
  /** Hash of the last entry; 64 zeros for an empty log. */
  readonly head: string;
}

export const NO_HASH = "0".repeat(64);
const MARK = 4;
const CHAIN_FIELDS = ["n", "prev", "hash", "marks"] as const;

const sha256 = (text: string): string => createHash("sha256").update(text, "utf8").digest("hex");

/** The line of an entry behind `prev`, newline included. */
export function logLine(
  body: LogBody,
  n: number,
  prev: string,
): {readonly line: string; readonly hash: string} {
  const own = CHAIN_FIELDS.find((field) => field in body);
  if (own) throw new RangeError(`invalid field: ${own}; it belongs to the chain`);
  const open = {...body, n, prev};
  const marked = {...open, marks: marksOf(open)};
  const hash = sha256(canonicalJson(marked));
  return {line: `${canonicalJson({...marked, hash})}\n`, hash};
}

/** Reads and checks a whole log. Faults do not stop the reading: every line that is an entry is given back. */
export function readLog(text: string): LogReading {
  const lines = text.split("\n");
  const torn = lines.pop()!;
  const entries: LogEntry[] = [];
  const faults: LogFault[] = [];
  let [last, expected] = [NO_HASH, 1];
  for (const [index, line] of lines.entries()) {
    const fault = (says: string) => faults.push({line: index + 1, says});
    const raw = objectIn(line);
    if (!raw) {
      fault("this line is no entry: one JSON object per line was expected");
      continue;
    }
    const {n, prev, hash, marks, ...body} = raw;
    if (typeof n !== "number" || typeof prev !== "string" || typeof hash !== "string") {
      fault("this entry has no place in the chain: n, prev and hash were expected");
      continue;
    }
    const changed = changedFields(raw);
    if (changed) fault(`entry ${n} was changed after it was written: ${changed}`);
    else if (canonicalJson(raw) !== line)
      fault(`entry ${n} was spelled anew: its canonical text was expected`);
    if (n !== expected) {
      fault(
        n > expected
          ? `before entry ${n} something is missing: entry ${expected} was expected here`
          : `entry ${n} stands here again or out of order: entry ${expected} was expected here`,
      );
    } else if (prev !== last) {
      fault(
        `entry ${n} does not follow what stands before it: the entry before it was replaced or rewritten`,
      );
    }
    entries.push({n, prev, hash, body});
    [last, expected] = [hash, n + 1];
  }
  return {entries, faults, torn, head: last};
}

function objectIn(line: string): Record<string, Json> | undefined {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === "object" && value !== null && !Array.isArray(value)
      ? (value as Record<string, Json>)
      : undefined;
  } catch {
    return undefined;
  }
}

/** Which fields no longer fit, in words; undefined when the entry is as it was written. */
function changedFields(raw: Record<string, Json>): string | undefined {
  const {hash, ...rest} = raw;
  if (sha256(canonicalJson(rest)) === hash) return undefined;
  const {marks, ...marked} = rest;
  const names = Object.keys(marked).sort();
  if (typeof marks !== "string" || marks.length !== names.length * MARK) {
    return "a field was added, removed or renamed";
  }
  const now = marksOf(marked);
  const differing = names.filter(
    (_, index) =>
      marks.slice(index * MARK, (index + 1) * MARK) !== now.slice(index * MARK, (index + 1) * MARK),
  );
  return differing.length > 0
    ? `${differing.join(", ")} no longer ${differing.length === 1 ? "fits its mark" : "fit their marks"}`
    : "its hash or marks no longer fit";
}

const marksOf = (fields: LogBody): string =>
  Object.keys(fields)
    .sort()
    .map((name) => sha256(canonicalJson(fields[name]!)).slice(0, MARK))
    .join("");
