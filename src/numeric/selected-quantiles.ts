/**
 * Quantiles by selection: what `quantiles` gives, without putting all values in order. Worth it from thousands of values.
 *
 * Hoare's selection (Algorithm 65, 1961) with the middle of three as pivot; what lies above the first quantile is
 * searched for the next.
 *
 * @param values - at least one, none of them NaN; left as they are
 * @param ps - ascending, in [0, 1]
 */
export function selectedQuantiles(values: ArrayLike<number>, ps: readonly number[]): number[] {
  if (values.length === 0)
    throw new RangeError("insufficient values for a quantile: 0; at least one was expected");
  const rest = Float64Array.from(values);
  const last = rest.length - 1;
  let from = 0;
  return ps.map((p) => {
    const position = last * p;
    const below = Math.floor(position);
    select(rest, below, from);
    from = below;
    if (below === last) return rest[below];
    select(rest, below + 1, below + 1);
    const [low, high] = [rest[below], rest[below + 1]];
    // As with quantiles of sorted values: equal infinities must not turn into NaN.
    return low === high ? low : low + (position - below) * (high - low);
  });
}

/** Moves the k-th smallest value to place k, nothing larger before it; places below `from` are in order already. */
function select(values: Float64Array, k: number, from: number): void {
  let [low, high] = [from, values.length - 1];
  while (low < high) {
    const pivot = middleOf(values[low], values[(low + high) >> 1], values[high]);
    let [i, j] = [low, high];
    while (i <= j) {
      while (values[i] < pivot) i++;
      while (values[j] > pivot) j--;
      if (i > j) break;
      const held = values[i];
      values[i] = values[j];
      values[j] = held;
      i++;
      j--;
    }
    if (k <= j) high = j;
    else if (k >= i) low = i;
    else return;
  }
}

const middleOf = (a: number, b: number, c: number): number =>
  Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
