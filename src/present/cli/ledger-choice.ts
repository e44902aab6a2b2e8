/** Which ledger a command writes to, in whose name, on which day. */
import {join, resolve} from "node:path";
import {homeFolder} from "../../cache/home-folder.ts";
import {dayOf} from "../../dates.ts";
import {InputError} from "../../errors.ts";
import type {LedgerPaths} from "../../options.ts";
import type {LedgerWrite} from "../../pipeline/bets/ledger-writes.ts";
import type {Ask} from "./answer.ts";
import type {Flags} from "./report-options.ts";
import type {Environment} from "./world.ts";

/** Nobody writes in these names: lagline does itself, and markets are imported. */
const RESERVED = ["lagline", "seed", "metaculus", "manifold", "polymarket"];

/** Flags of every command that writes to a ledger. */
export const WRITING = [
  ["--by <name>", "in whose name (default: LAGLINE_NAME, else your user name)"],
  ["--ledger <file>", "write to this ledger instead of your own, for one that is kept in a repository"],
] as const;

/** The ledgers of a run: the one that came with lagline, and your own or the one named. */
export function ledgerPaths(flags: Flags, env: Environment, shipped: string | undefined): LedgerPaths {
  const named = typeof flags.ledger === "string" ? flags.ledger : undefined;
  if (named !== undefined && (named.trim() === "" || named.includes("\0"))) {
    throw new InputError("invalid", `--ledger: ${JSON.stringify(named)}; the path of a file was expected`);
  }
  const isShipped = named !== undefined && shipped !== undefined && resolve(named) === resolve(shipped);
  const own = named === undefined || isShipped ? ownLedger(env) : named;
  return {...(shipped === undefined ? {} : {shipped}), own};
}

export const ownLedger = (env: Environment): string => join(homeFolder(env), "bets.jsonl");

export function ledgerWrite({
  flags,
  world,
  pipeline,
}: Pick<Ask, "flags" | "world" | "pipeline">): LedgerWrite {
  const shipped = pipeline.defaultOptions.ledgers?.shipped;
  const paths = ledgerPaths(flags, world.env, shipped);
  const isShipped =
    typeof flags.ledger === "string" && shipped !== undefined && resolve(flags.ledger) === resolve(shipped);
  return {paths, to: isShipped ? "shipped" : "own", today: dayOf(world.today)};
}

/** @throws InputError for a name that cannot stand in a ledger */
export function authorName(flags: Flags, env: Environment): string {
  const given =
    typeof flags.by === "string" ? flags.by : (env.LAGLINE_NAME ?? env.USER ?? env.USERNAME ?? "me");
  const name = given.trim();
  if (RESERVED.includes(name.toLowerCase())) {
    throw new InputError(
      "conflicting",
      `--by: ${name}; it stands for the product or a platform: a name of your own was expected`,
    );
  }
  if (/^[a-z0-9][a-z0-9.@_-]{0,59}$/i.test(name)) return name;
  throw new InputError(
    "invalid",
    `--by: ${JSON.stringify(given)}; a name without spaces, such as ada, was expected`,
  );
}
