/**
 * Which model of the catalog a tool means: by exact name or alias only, never by likeness.
 *
 * A name may stand behind the route by which it was called, as in `openai/gpt-5`, `openrouter/deepseek/deepseek-r1` or
 * `openai:chat:gpt-4o`: each part in front of a slash or colon may be left off, as long as what is left is exactly a
 * name. Case, blanks, hyphens and underscores do not count, as nowhere in the catalog. A name that could mean two models
 * means none.
 */
import type {Model} from "../catalog.ts";
import {closestName} from "../closest-name.ts";
import {comparableName} from "../duplicate-identities.ts";

export interface CatalogNames {
  /** The catalog's id, or undefined when no name is exactly one of a model's. */
  idOf(names: readonly string[]): string | undefined;
  /** The id somebody most likely meant, to be confirmed by them. */
  suggestion(name: string): string | undefined;
}

/**
 * @param aliases - the user's own: comes first, from the name as written to a catalog id
 */
export function catalogNames(models: Iterable<Model>, aliases: ReadonlyMap<string, string>): CatalogNames {
  const owners = new Map<string, Set<string>>();
  for (const {id, name, aliases: others} of models) {
    for (const one of [id, name, ...others]) {
      const key = comparableName(one);
      owners.set(key, (owners.get(key) ?? new Set()).add(id));
    }
  }
  const only = (key: string): string | undefined => {
    const ids = owners.get(key);
    return ids?.size === 1 ? [...ids][0] : undefined;
  };
  const idOf = (name: string): string | undefined => {
    const own = aliases.get(name);
    if (own !== undefined) return own;
    for (const rest of withoutRoute(name)) {
      const id = only(comparableName(rest));
      if (id !== undefined) return id;
    }
    return undefined;
  };
  return {
    idOf(names) {
      for (const name of names) {
        const id = idOf(name);
        if (id !== undefined) return id;
      }
      return undefined;
    },
    suggestion(name) {
      for (const rest of withoutRoute(name).reverse()) {
        const key = closestName(comparableName(rest), owners.keys());
        const id = key === undefined ? undefined : only(key);
        if (id !== undefined) return id;
      }
      return undefined;
    },
  };
}

/** The name, then what is left behind each slash or colon. */
function withoutRoute(name: string): string[] {
  const rests = [name];
  for (const match of name.matchAll(/[/:]/g)) {
    const rest = name.slice(match.index + 1);
    if (rest !== "") rests.push(rest);
  }
  return rests;
}
