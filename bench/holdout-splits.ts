/**
 * Which results are hidden and predicted.
 *
 * Random: a tenth of the results, while every model and benchmark keeps one and the graph of models and benchmarks
 * stays in one piece. Temporal: models released before a cut-off are known; of each model of the next 90 days the
 * half of its benchmarks published first is known, the other half predicted. An undated benchmark counts as the newest.
 */
import {InputError} from "../src/errors.ts";
import type {Random} from "../src/numeric/random.ts";
import {readTable, type Snapshot} from "./snapshot.ts";

export interface Split {
  readonly name: string;
  /** Positions of rows in the snapshot: those to fit to, and those to predict. */
  readonly known: readonly number[];
  readonly hidden: readonly number[];
}

export interface SplitSet {
  readonly name: string;
  readonly splits: readonly Split[];
}

export function randomSplits(
  snapshot: Snapshot,
  {count, share, random}: {count: number; share: number; random: Random},
): SplitSet {
  const size = snapshot.rows.length;
  const splits = Array.from({length: count}, (_, index) => {
    const order = Array.from({length: size}, (_, i) => i);
    for (let i = size - 1; i > 0; i--) {
      const j = random.below(i + 1);
      [order[i], order[j]] = [order[j], order[i]];
    }
    const isHidden = new Uint8Array(size);
    const pieces = pieceCount(snapshot, isHidden);
    let left = Math.round(share * size);
    for (const i of order) {
      if (left === 0) break;
      isHidden[i] = 1;
      // A row is put back when without it some model or benchmark hangs in the air.
      if (pieceCount(snapshot, isHidden) > pieces) isHidden[i] = 0;
      else left--;
    }
    return split(
      `random ${index + 1}`,
      order.toSorted((a, b) => a - b),
      (i) => isHidden[i] === 1,
    );
  });
  return {name: "random", splits};
}

/** @param cutOffs - days; @param window - days after a cut-off in which its models are released */
export function temporalSplits(
  {rows, models, benchmarks}: Snapshot,
  {cutOffs, window}: {cutOffs: readonly {name: string; day: number}[]; window: number},
): SplitSet {
  const released = new Map(models.map(({id, releaseDay}) => [id, releaseDay as number | undefined]));
  const published = new Map(benchmarks.map(({id, published: on}) => [id, on ?? Number.POSITIVE_INFINITY]));
  const splits = cutOffs.map(({name, day}): Split => {
    const isOld = (i: number) => (released.get(rows[i].model) ?? Number.POSITIVE_INFINITY) < day;
    const all = rows.map((_, i) => i);
    const known = all.filter(isOld);
    const trained = new Set(known.map((i) => rows[i].benchmark));
    const hidden: number[] = [];
    for (const {id, releaseDay} of models) {
      if (releaseDay === undefined || releaseDay < day || releaseDay >= day + window) continue;
      const own = all
        .filter((i) => rows[i].model === id && trained.has(rows[i].benchmark))
        .sort((a, b) => {
          const [one, other] = [rows[a].benchmark, rows[b].benchmark];
          return published.get(one)! - published.get(other)! || 0 || (one < other ? -1 : 1);
        });
      const half = Math.ceil(own.length / 2);
      known.push(...own.slice(0, half));
      hidden.push(...own.slice(half));
    }
    return {name: `before ${name}`, known, hidden};
  });
  return {name: "temporal", splits: splits.filter(({hidden}) => hidden.length > 0)};
}

/**
 * Splits from a CSV `split,row_id`: the rows hidden in each. A hidden row whose model or benchmark has no visible row
 * cannot be predicted by anyone; it is hidden but not scored.
 */
export function splitsFromFile(snapshot: Snapshot, file: string): SplitSet {
  const at = new Map(snapshot.rows.map(({id}, index) => [id, index]));
  const hiddenOf = new Map<string, Set<number>>();
  for (const [index, {split: name, row_id: id}] of readTable(file).entries()) {
    const row = at.get(Number(id));
    if (name === undefined || id === undefined || row === undefined)
      throw new InputError("unknown", `row_id: ${id}; a row of the scores file was expected`, {
        file,
        row: index + 2,
      });
    hiddenOf.set(name, (hiddenOf.get(name) ?? new Set()).add(row));
  }
  const all = snapshot.rows.map((_, i) => i);
  return {
    name: file,
    splits: [...hiddenOf].map(([name, hidden]) => split(name, all, (i) => hidden.has(i))),
  };
}

/** The split without hidden rows that nobody could predict. */
export function predictable({rows}: Snapshot, {name, known, hidden}: Split): Split {
  const models = new Set(known.map((i) => rows[i].model));
  const benchmarks = new Set(known.map((i) => rows[i].benchmark));
  return {
    name,
    known,
    hidden: hidden.filter((i) => models.has(rows[i].model) && benchmarks.has(rows[i].benchmark)),
  };
}

const split = (name: string, all: readonly number[], isHidden: (row: number) => boolean): Split => ({
  name,
  known: all.filter((i) => !isHidden(i)),
  hidden: all.filter(isHidden),
});

/** Connected pieces of the graph whose edges are the visible rows; a model or benchmark without one is a piece. */
function pieceCount({rows, models, benchmarks}: Snapshot, isHidden: Uint8Array): number {
  const parent = new Map<string, string>();
  for (const {id} of models) parent.set(`m ${id}`, `m ${id}`);
  for (const {id} of benchmarks) parent.set(`b ${id}`, `b ${id}`);
  const root = (node: string): string => {
    let at = node;
    while (parent.get(at) !== at) at = parent.get(at)!;
    parent.set(node, at);
    return at;
  };
  let pieces = parent.size;
  for (const [i, {model, benchmark}] of rows.entries()) {
    if (isHidden[i]) continue;
    const [a, b] = [root(`m ${model}`), root(`b ${benchmark}`)];
    if (a === b) continue;
    parent.set(a, b);
    pieces--;
  }
  return pieces;
}
