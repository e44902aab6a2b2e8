/**
 * Where the reader is, in the part of the address behind `#`, so that a page opened from a file has addresses too:
 * `#/models/kimi-k3?sort=date&explain=lag` is the view, the words behind it, and what was chosen in it.
 */
import {signal} from "@preact/signals";

export interface Route {
  readonly view: string;
  readonly path: readonly string[];
  readonly params: ReadonlyMap<string, string>;
}

/** Choices not given again keep no trace in the address. */
export type RouteParams = Readonly<Record<string, string | undefined>>;

export const START_VIEW = "today";

export function routeOf(hash: string): Route {
  const [, words = "", query = ""] = /^#?\/?([^?]*)\??(.*)$/s.exec(hash) ?? [];
  const [view = "", ...path] = words.split("/").map(decoded).filter(Boolean);
  return {view: view || START_VIEW, path, params: new Map(new URLSearchParams(query))};
}

/** An address a browser was given by hand may hold a stray `%`. */
function decoded(word: string): string {
  try {
    return decodeURIComponent(word);
  } catch {
    return word;
  }
}

/** The address of a view. */
export function hrefOf(view: string, path: readonly string[] = [], params: RouteParams = {}): string {
  const query = new URLSearchParams(
    Object.entries(params).filter(
      (entry): entry is [string, string] => entry[1] !== undefined && entry[1] !== "",
    ),
  ).toString();
  return `#/${[view, ...path].map(encodeURIComponent).join("/")}${query === "" ? "" : `?${query}`}`;
}

export const route = signal<Route>(routeOf(location.hash));

/** Where the reader is now, with some choices changed; `undefined` takes one away. */
export function hrefHere(changes: RouteParams): string {
  const {view, path, params} = route.value;
  return hrefOf(view, path, {...Object.fromEntries(params), ...changes});
}

/** Changes choices in place: the back button leads to the page before, not through every letter typed. */
export const choose = (changes: RouteParams): void => replaceAddress(hrefHere(changes));

export function replaceAddress(href: string): void {
  history.replaceState(null, "", href);
  route.value = routeOf(location.hash);
}

addEventListener("hashchange", () => {
  route.value = routeOf(location.hash);
});
