/**
 * One SELECT over given tables in a process that can read nothing else, for a bounded time, in bounded memory.
 *
 * @see METHOD rule R86
 */
import {fork} from "node:child_process";
import {InputError} from "../../errors.ts";
import type {CellValue, PlainTable} from "./plain-table.ts";
import type {SandboxMessage, SandboxQuestion, SandboxReply} from "./sandbox-answer.ts";

export interface SandboxLimits {
  readonly rows: number;
  readonly seconds: number;
  /** Megabytes a statement may take. */
  readonly memory: number;
  readonly threads: number;
}

export interface SandboxRows {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly CellValue[])[];
  /** True when there are more rows than `limits.rows`. */
  readonly more: boolean;
}

/** Of the memory, what DuckDB may plan with; the rest is for what single functions build. */
const BUFFER_SHARE = 0.5;

const entry = () =>
  new URL(import.meta.url.endsWith(".ts") ? "./sandbox-process.ts" : "./sandbox-process.js", import.meta.url);

/**
 * @param attached - a DuckDB file whose tables are shown too, read-only
 * @throws InputError for anything but one SELECT, for one that DuckDB refuses, and for one that passes a limit
 */
export async function sandboxedSelect(
  statement: string,
  {tables, attached}: {readonly tables: readonly PlainTable[]; readonly attached?: string},
  limits: SandboxLimits,
): Promise<SandboxRows> {
  if (/^[\s;]*$/.test(statement))
    throw new InputError("missing", `statement: none; one SELECT was expected, ${LIST}`);
  const question: SandboxQuestion = {
    tables,
    ...(attached === undefined ? {} : {attached}),
    statement,
    rows: limits.rows,
    threads: limits.threads,
    memory: Math.round(limits.memory * BUFFER_SHARE),
    growth: limits.memory,
  };
  return selected(await asked(question, limits.seconds), limits);
}

const LIST = "`lagline sql` lists tables and columns";

type Outcome = SandboxReply | "late" | "died";

/** Starting and filling the tables takes a second; on a machine this slow something else is wrong. */
const START_SECONDS = 120;

/** The child's answer; "late" when it did not come in time, "died" when the child ended without one. */
function asked(question: SandboxQuestion, seconds: number): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const child = fork(entry(), {
      execArgv: [],
      serialization: "advanced",
      stdio: ["ignore", "ignore", "ignore", "ipc"],
      env: {},
    });
    const settle = (outcome: Outcome): void => {
      clearTimeout(clock);
      child.kill("SIGKILL");
      resolve(outcome);
    };
    let clock = setTimeout(() => settle("late"), START_SECONDS * 1000);
    child.on("message", (reply: SandboxMessage) => {
      if (reply.kind !== "ready") return settle(reply);
      clearTimeout(clock);
      clock = setTimeout(() => settle("late"), seconds * 1000);
    });
    child.once("error", reject);
    child.once("exit", () => settle("died"));
    child.send(question);
  });
}

/**
 * The rows of an answer.
 *
 * @throws InputError for every other answer, in one sentence
 */
export function selected(reply: Outcome, {seconds, memory}: SandboxLimits): SandboxRows {
  if (reply === "late")
    throw new InputError(
      "unsupported",
      `statement: it ran for ${seconds} seconds and was stopped; a shorter one, or a larger --seconds, was expected`,
    );
  if (reply === "died" || reply.kind === "too-large")
    throw new InputError(
      "unsupported",
      `statement: it needed more than ${memory} MB and was stopped; one that keeps less at once was expected`,
    );
  switch (reply.kind) {
    case "rows":
      return {columns: reply.columns, rows: reply.rows, more: reply.more};
    case "not-select":
      throw new InputError(
        "unsupported",
        reply.statements === 1
          ? `statement: ${reply.type.replaceAll("_", " ")}; a SELECT was expected, nothing else runs here`
          : `statements: ${reply.statements}; exactly one SELECT was expected`,
      );
    case "refused":
      throw new InputError(
        /out of memory/i.test(reply.message) ? "unsupported" : "invalid",
        /out of memory/i.test(reply.message)
          ? `statement: it needed more than ${memory} MB; one that keeps less at once was expected`
          : `statement: ${saidShort(reply.message)}; ${LIST}`,
      );
  }
}

/** DuckDB's complaint in one line, without the picture of the statement below it. */
const saidShort = (message: string): string =>
  message
    .split(/\n\s*\nLINE /)[0]!
    .replace(/\s+/g, " ")
    .trim()
    .replace(/[.;]$/, "")
    .slice(0, 300);
