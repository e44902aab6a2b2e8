/**
 * Upstream names as models of the Catalog: by exact alias or not at all.
 *
 * Case and surrounding blanks are ignored, nothing else. A name that would stand for two models stands for none. What a
 * person settled with `lagline alias` comes first; a name they chose to leave out is known and brings no row.
 */
import type {Catalog} from "../catalog.ts";
import {closestName} from "../closest-name.ts";

/** What a person settled: this name, in this feed or in every one, is that model, or none. */
export interface SettledAlias {
  readonly name: string;
  /** Id of a feed, or "" for all. */
  readonly feed: string;
  /** Id of a model, or undefined to leave the name out. */
  readonly model: string | undefined;
}

export interface NamedModel {
  readonly model: string;
  /** Effort, thinking mode or budget that the name carried; "" when none. */
  readonly setting: string;
}

/** One way to read an upstream name: the whole of it, or a base and the setting behind it. */
export interface Reading {
  readonly name: string;
  readonly setting: string;
}

const MOST_SUGGESTIONS = 3;

export interface ModelNames {
  /** The model of the first reading that is known; "left out" for a settled name; undefined when none is. */
  named(readings: readonly Reading[]): NamedModel | "left out" | undefined;
  /** Ids of up to three models whose names come closest, best first. */
  suggestions(name: string): string[];
}

/** @param seen - further exact names, as rows of the same upstream were matched before: name and model */
export function modelNames(
  catalog: Pick<Catalog, "models">,
  settled: readonly SettledAlias[],
  feed: string,
  seen: Iterable<readonly [string, string]> = [],
): ModelNames {
  const known = new Map<string, string | undefined>();
  const add = (name: string, model: string): void => {
    const key = folded(name);
    if (key === "") return;
    known.set(key, known.has(key) && known.get(key) !== model ? undefined : model);
  };
  for (const {id, name, aliases} of catalog.models.values()) {
    for (const spelling of [id, name, ...aliases]) add(spelling, id);
  }
  const before = new Map<string, string | undefined>();
  for (const [name, model] of seen) {
    const key = folded(name);
    before.set(key, before.has(key) && before.get(key) !== model ? undefined : model);
  }
  for (const [key, model] of before) if (!known.has(key)) known.set(key, model);
  const candidates = [...known].flatMap(([name, model]) => (model === undefined ? [] : [[name, model] as const]));
  const own = new Map<string, string | undefined>();
  for (const alias of [...settled].sort((a, b) => a.feed.length - b.feed.length)) {
    if (alias.feed === "" || alias.feed === feed) own.set(folded(alias.name), alias.model);
  }

  return {
    named(readings) {
      for (const [i, {name, setting}] of readings.entries()) {
        const key = folded(name);
        const model = own.has(key) ? own.get(key) : known.get(key);
        if (own.has(key) && model === undefined) return "left out";
        if (model === undefined) continue;
        // "x-high" may be an alias of x and still say how hard x tried: so it does when x alone is the same model.
        const further = readings.slice(i + 1).filter((reading) => (own.get(folded(reading.name)) ?? known.get(folded(reading.name))) === model);
        return {model, setting: further.at(-1)?.setting ?? setting};
      }
      return undefined;
    },
    suggestions(name) {
      const found: string[] = [];
      const base = folded(name).replace(/^.*\//, "");
      while (found.length < MOST_SUGGESTIONS) {
        const closest = closestName(base, namesOf(candidates, found));
        if (closest === undefined) break;
        found.push(known.get(closest)!);
      }
      return found;
    },
  };
}

function* namesOf(candidates: readonly (readonly [string, string])[], but: readonly string[]): Generator<string> {
  for (const [name, model] of candidates) if (!but.includes(model)) yield name;
}

const folded = (name: string): string => name.normalize("NFC").trim().toLowerCase();
