/**
 * Where a user's own things are kept: the ledger, vintages, watches, usage, evals. Unlike the cache it is not safe to
 * lose, so it lies where the platform keeps data, never in the checkout.
 */
import {join} from "node:path";

/** `LAGLINE_HOME`, else the platform's data folder for the user. */
export function homeFolder(env: Readonly<Record<string, string | undefined>>): string {
  if (env.LAGLINE_HOME) return env.LAGLINE_HOME;
  if (env.XDG_DATA_HOME) return join(env.XDG_DATA_HOME, "lagline");
  if (env.LOCALAPPDATA) return join(env.LOCALAPPDATA, "lagline", "data");
  return join(env.HOME ?? ".", ".local", "share", "lagline");
}
