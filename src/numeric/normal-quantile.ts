import {normalCdf} from "./normal-cdf.ts";

/**
 * The value below which a standard normal falls with probability p.
 *
 * By bisection: sixty halvings of [-8, 8] are exact to the last digits.
 *
 * @param p - above 0 and below 1
 */
export function normalQuantile(p: number): number {
  let [from, to] = [-8, 8];
  for (let i = 0; i < 60; i++) {
    const middle = (from + to) / 2;
    if (normalCdf(middle) < p) from = middle;
    else to = middle;
  }
  return (from + to) / 2;
}
