/** Amounts inside the sentences of an advice. */

const SCALES = [
  [1e9, "bn"],
  [1e6, "m"],
  [1e3, "k"],
] as const;

/** `$1.4m`, `$320k`, `$12.50`, `$0.0031`. */
export function usdText(amount: number): string {
  const size = Math.abs(amount);
  const sign = amount < 0 ? "−" : "";
  const scale = SCALES.find(([least]) => size >= least * 0.9995);
  if (scale && size >= 10_000) {
    const scaled = size / scale[0];
    return `${sign}$${scaled >= 99.95 ? scaled.toFixed(0) : scaled.toFixed(1)}${scale[1]}`;
  }
  if (size >= 100) return `${sign}$${Math.round(size).toLocaleString("en-US")}`;
  return `${sign}$${size >= 1 ? size.toFixed(2) : size === 0 ? "0" : size.toPrecision(2)}`;
}

/** `84%`; one decimal near the ends, where a point is a lot. */
export function shareText(share: number): string {
  const percent = 100 * share;
  return `${percent > 0.95 && percent < 90 ? percent.toFixed(0) : percent.toFixed(1)}%`;
}

/** `1,200,000`. */
export const countText = (count: number): string => Math.round(count).toLocaleString("en-US");

/** `2.4 times`. */
export const timesText = (factor: number): string =>
  `${factor >= 10 ? factor.toFixed(0) : factor.toFixed(1)} times`;
