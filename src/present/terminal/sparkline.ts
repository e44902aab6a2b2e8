/** A series in one row of eighth blocks; the lowest value is the lowest block, not nothing. */
import type {SeriesPoint} from "../../report.ts";

const BLOCKS = "▁▂▃▄▅▆▇█";

/**
 * @param series - oldest first, any length; the drawn points are spread evenly over its index
 * @returns at most `width` characters; empty for an empty series
 */
export function sparkline(series: readonly SeriesPoint[], width: number): string {
  const count = Math.min(width, series.length);
  const drawn = Array.from(
    {length: count},
    (_, index) => series[Math.round((index * (series.length - 1)) / Math.max(1, count - 1))]!.value,
  );
  const [low, high] = [Math.min(...drawn), Math.max(...drawn)];
  return drawn
    .map(
      (value) => BLOCKS[high > low ? Math.round(((value - low) / (high - low)) * (BLOCKS.length - 1)) : 3]!,
    )
    .join("");
}
