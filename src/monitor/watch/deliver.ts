/**
 * Firings to the places that wait for them.
 *
 * A file and a feed are read first, so that a firing that is in them already is not written twice, whatever happened
 * between writing and remembering it. A webhook cannot be asked: it may get a firing again, under the same id.
 */
import {existsSync, mkdirSync, readFileSync} from "node:fs";
import {dirname} from "node:path";
import {type Disk, durableWrite, nodeDisk} from "../../store/durable-write.ts";
import {atomFeed} from "./atom-feed.ts";
import {type Firing, type Place, placeName, type WatchBook} from "./watch-book.ts";
import {watchMethod} from "./watch-method.ts";

export interface Delivery {
  readonly disk: Disk;
  /** Posts JSON; resolves to the answer's status. */
  readonly post: (url: string, body: string, headers: Readonly<Record<string, string>>) => Promise<number>;
}

export interface Undelivered {
  readonly firing: string;
  readonly place: string;
  readonly why: string;
}

/** Posts without following redirects: the address is the user's own, and stays it. */
export const nodeDelivery: Delivery = {
  disk: nodeDisk,
  post: async (url, body, headers) => {
    const response = await fetch(url, {
      method: "POST",
      body,
      headers: {...headers, "content-type": "application/json"},
      redirect: "manual",
      signal: AbortSignal.timeout(watchMethod.deliverySeconds.value * 1000),
    });
    await response.body?.cancel();
    return response.status;
  },
};

/**
 * Delivers what is still waiting, except to the terminal, which the answer itself is.
 *
 * @param save - called after each delivery with the book that remembers it
 * @returns the book as last saved, and what did not arrive
 */
export async function delivered(
  book: WatchBook,
  delivery: Delivery,
  save: (book: WatchBook) => void,
): Promise<{book: WatchBook; undelivered: Undelivered[]}> {
  let current = book;
  const undelivered: Undelivered[] = [];
  for (const {id, places} of book.firings) {
    for (const place of places) {
      const firing = current.firings.find((one) => one.id === id)!;
      const name = placeName(place);
      if (place.kind === "terminal" || firing.delivered.includes(name)) continue;
      try {
        await deliverTo(place, firing, current.firings, delivery);
        current = marked(current, id, name);
        save(current);
      } catch (error) {
        undelivered.push({firing: id, place: name, why: (error as Error).message});
      }
    }
  }
  return {book: current, undelivered};
}

/** The book in which a firing has arrived at a place. */
export const marked = (book: WatchBook, id: string, place: string): WatchBook => ({
  ...book,
  firings: book.firings.map((firing) =>
    firing.id === id ? {...firing, delivered: [...firing.delivered, place]} : firing,
  ),
});

async function deliverTo(
  place: Place,
  firing: Firing,
  all: readonly Firing[],
  {disk, post}: Delivery,
): Promise<void> {
  if (place.kind === "webhook") {
    const {id, watch, condition, day, what, before, vintage, method} = firing;
    const body = JSON.stringify({
      schema: "lagline-firing/1",
      id,
      watch,
      condition,
      day,
      what,
      before,
      vintage,
      method,
    });
    const status = await post(place.url, body, {"lagline-firing": id});
    if (status < 200 || status > 299) throw new Error(`the answer was ${status}; 200 to 299 was expected`);
  } else if (place.kind === "feed") {
    const name = placeName(place);
    const there = all.filter((one) => one.id === firing.id || one.delivered.includes(name));
    durableWrite(place.path, Buffer.from(atomFeed(there)), disk);
  } else if (place.kind === "file") {
    mkdirSync(dirname(place.path), {recursive: true});
    const before = existsSync(place.path) ? readFileSync(place.path, "utf8") : "";
    if (before.includes(`"id":${JSON.stringify(firing.id)}`)) return;
    const {places: _, delivered: __, ...told} = firing;
    const whole = before === "" || before.endsWith("\n") ? before : `${before}\n`;
    durableWrite(place.path, Buffer.from(`${whole}${JSON.stringify(told)}\n`), disk);
  }
}
