/**
 * The facts a plain command reads: the newest synced state when there is one, else those that came with lagline.
 *
 * `<home>/facts/<vintage>/` is a complete facts folder in the layout of data/README.md (the shipped facts with synced
 * rows laid over them), and `<home>/facts/current.json` names the one that holds. A sync writes a new folder beside the
 * others, then renames a new pointer over the old one, so a run killed at any byte leaves the previous state whole.
 */
import {readFileSync, statSync} from "node:fs";
import {join} from "node:path";

/** What `current.json` says. */
export interface FactsState {
  /** As `factsVintage(folder)` gives it; also the folder's name. */
  readonly vintage: string;
  /** Vintage of the shipped facts underneath. */
  readonly base: string;
  /** Day of the sync that made it, `YYYY-MM-DD`. */
  readonly synced: string;
}

export interface FactsInUse {
  /** In the layout of data/README.md: `loadCatalog` reads it unchanged. */
  readonly folder: string;
  /** Undefined for the shipped facts. */
  readonly state?: FactsState;
  /** One sentence when a synced state is there but cannot be used. */
  readonly warning?: string;
}

export const factsHome = (home: string): string => join(home, "facts");
export const currentFactsFile = (home: string): string => join(factsHome(home), "current.json");

/**
 * @param home - the user's data folder, from `homeFolder`
 * @param shipped - folder of the facts that came with lagline
 */
export function factsInUse(home: string, shipped: string): FactsInUse {
  const file = currentFactsFile(home);
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch (error) {
    if (isAbsent(error)) return {folder: shipped};
    return unusable(shipped, `${file} cannot be read`);
  }
  const state = stateIn(text);
  if (!state) return unusable(shipped, `${file} is damaged`);
  const folder = join(factsHome(home), state.vintage);
  if (!statSync(folder, {throwIfNoEntry: false})?.isDirectory())
    return unusable(shipped, `${folder} is missing`);
  return {folder, state};
}

function stateIn(text: string): FactsState | undefined {
  try {
    const {vintage, base, synced} = JSON.parse(text) as Partial<Record<keyof FactsState, unknown>>;
    const isVintage = (value: unknown): value is string =>
      typeof value === "string" && /^v[0-9a-f]{12}$/.test(value);
    return isVintage(vintage) && isVintage(base) && typeof synced === "string"
      ? {vintage, base, synced}
      : undefined;
  } catch {
    return undefined;
  }
}

const isAbsent = (error: unknown): boolean =>
  ["ENOENT", "ENOTDIR"].includes((error as NodeJS.ErrnoException).code ?? "");

const unusable = (shipped: string, why: string): FactsInUse => ({
  folder: shipped,
  warning: `the synced facts are not used, because ${why}; \`lagline sync\` makes them anew`,
});
