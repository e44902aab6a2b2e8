/**
 * Joint draws kept between runs, as bytes under a key that names everything they depend on.
 *
 * Layout: a JSON header of `headerBytes` bytes, then the numbers of each array as 64-bit little-endian floats. An
 * entry that does not read back whole counts as missing.
 */
import type {AbilityDraws} from "../measure/instrument.ts";
import type {Cache} from "../options.ts";

interface Header {
  readonly names: readonly string[];
  readonly models: readonly (readonly string[])[];
  readonly drawCounts: readonly number[];
}

/** Named sets of draws: the whole index and its parts. */
export type DrawSets = ReadonlyMap<string, AbilityDraws>;

const LENGTH_BYTES = 4;

export function keptDraws(cache: Cache | undefined, key: string): DrawSets | undefined {
  const bytes = cache?.read(key);
  if (!bytes) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const headerBytes = view.getUint32(0, true);
  const text = new TextDecoder().decode(bytes.subarray(LENGTH_BYTES, LENGTH_BYTES + headerBytes));
  const {names, models, drawCounts} = JSON.parse(text) as Header;
  // A copy starts at offset 0, so that a Float64Array may lie on it.
  const numbers = new Float64Array(bytes.slice(LENGTH_BYTES + headerBytes).buffer);
  let at = 0;
  const take = (count: number) => numbers.subarray(at, (at += count));
  return new Map(
    names.map((name, k): [string, AbilityDraws] => {
      const size = models[k].length;
      const point = take(size);
      return [name, {models: models[k], point, draws: take(size * drawCounts[k]), drawCount: drawCounts[k]}];
    }),
  );
}

export function keepDraws(cache: Cache | undefined, key: string, sets: DrawSets): void {
  if (!cache) return;
  const all = [...sets.values()];
  const header: Header = {
    names: [...sets.keys()],
    models: all.map(({models}) => models),
    drawCounts: all.map(({drawCount}) => drawCount),
  };
  const text = new TextEncoder().encode(JSON.stringify(header));
  const numbers = all.flatMap(({point, draws}) => [point, draws]);
  const bytes = new Uint8Array(
    LENGTH_BYTES + text.length + 8 * numbers.reduce((sum, part) => sum + part.length, 0),
  );
  new DataView(bytes.buffer).setUint32(0, text.length, true);
  bytes.set(text, LENGTH_BYTES);
  let at = LENGTH_BYTES + text.length;
  for (const part of numbers) {
    bytes.set(new Uint8Array(part.buffer, part.byteOffset, part.byteLength), at);
    at += part.byteLength;
  }
  cache.write(key, bytes);
}
