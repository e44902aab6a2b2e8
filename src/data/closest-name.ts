/** The known name a person most likely meant. */

/**
 * The candidate with the fewest edits (Levenshtein) from `name`, ignoring case and separators.
 *
 * @returns undefined when none is within a third of the name's length
 */
export function closestName(name: string, candidates: Iterable<string>): string | undefined {
  const wanted = plain(name).slice(0, 80);
  let best: string | undefined;
  let fewest = Math.max(1, Math.floor(wanted.length / 3)) + 1;
  for (const candidate of candidates) {
    const edits = editDistance(wanted, plain(candidate).slice(0, 80), fewest);
    if (edits < fewest) {
      fewest = edits;
      best = candidate;
    }
  }
  return best;
}

/** `; did you mean x?` as part of a sentence, or nothing. */
export function didYouMean(name: string, candidates: Iterable<string>): string {
  const closest = closestName(name, candidates);
  return closest === undefined ? "" : `, did you mean ${closest}?`;
}

const plain = (text: string): string => text.toLowerCase().replace(/[\s_-]+/g, "-");

/** Edits from `a` to `b`; stops at `limit` and returns it when there are at least as many. */
function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) >= limit) return limit;
  let previous = Array.from({length: b.length + 1}, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const substitution = previous[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1);
      row[j] = Math.min(previous[j] + 1, row[j - 1] + 1, substitution);
      least = Math.min(least, row[j]);
    }
    if (least >= limit) return limit;
    previous = row;
  }
  return previous[b.length];
}
