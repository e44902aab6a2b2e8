/**
 * Round tick values that cover a span: steps of 1, 2 or 5 times a power of ten.
 *
 * @param count - about how many steps to aim for; up to 1.4 times as many come back
 * @returns ascending ticks; the first is at or below `low`, the last at or above `high`
 */
export function niceTicks(low: number, high: number, count: number): number[] {
  const span = Math.max(high - low, 1e-9);
  const raw = span / Math.max(1, count);
  const power = 10 ** Math.floor(Math.log10(raw));
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((size) => size >= raw * 0.7)!;
  const [first, last] = [Math.floor(low / step + 1e-9), Math.ceil(high / step - 1e-9)];
  return Array.from({length: Math.max(1, last - first) + 1}, (_, index) =>
    Number(((first + index) * step).toPrecision(12)),
  );
}

/** A tick as an axis prints it: no more digits than its step needs, with a true minus sign. */
export const tickText = (tick: number): string => String(Number(tick.toPrecision(6))).replace("-", "−");
