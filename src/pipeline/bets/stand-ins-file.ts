/** What stands in for questions that a person settles: `stand-ins.json` beside the ledger that came with lagline. */
import {existsSync, readFileSync} from "node:fs";
import {dirname, join} from "node:path";
import {z} from "zod";
import {type StandIn, standInSchema} from "../../bets/chance/stand-in.ts";
import {InputError} from "../../errors.ts";
import type {LedgerPaths} from "../../options.ts";

/** @returns by question; none where there is no such file */
export function standInsBeside({shipped}: LedgerPaths): ReadonlyMap<string, StandIn> {
  const file = standInsFile({shipped});
  if (file === undefined) return new Map();
  const read = z.array(standInSchema).safeParse(JSON.parse(readFileSync(file, "utf8")));
  if (!read.success) {
    const [issue] = read.error.issues;
    const where = issue!.path.join(".");
    throw new InputError(
      "invalid",
      `${where}: ${issue!.message}; what stands in for a question was expected`,
      {file},
    );
  }
  const byQuestion = new Map(read.data.map((one) => [one.question, one]));
  if (byQuestion.size < read.data.length) {
    throw new InputError("duplicate", "questions: one of them twice; each question once was expected", {
      file,
    });
  }
  return byQuestion;
}

/** Its path, undefined where there is none. */
export function standInsFile({shipped}: LedgerPaths): string | undefined {
  const file = shipped === undefined ? undefined : join(dirname(shipped), "stand-ins.json");
  return file !== undefined && existsSync(file) ? file : undefined;
}
