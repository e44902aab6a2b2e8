/** The sentence everything else explains, composed from the numbers. */
import type {Quantity, Report} from "../report.ts";

const one = (value: number): string => Math.abs(value).toFixed(1);

/**
 * One sentence: the lag with its interval, what other definitions and instruments say, and the trend.
 *
 * Every clause has its condition: an open lead, an interval that includes zero, a bound or a missing number reads as
 * what it is.
 */
export function headlineSentence({lag, gap, trend, range}: Omit<Report["headline"], "sentence">): string {
  if (lag.value === null) return `How far open-weight models are behind cannot be said: ${lag.insufficient}.`;
  const side = lag.value < 0 ? "ahead of" : "behind";
  const bound = lag.censored === "right" ? "at least " : "";
  const parts = [
    `Open-weight models are ${bound}${one(lag.value)} months ${side} closed ones (${intervalWords(lag)})`,
  ];
  if (gap.value !== null) parts[0] += `, ${one(gap.value)} index points ${gap.value < 0 ? "above" : "below"}`;
  if (range.definitions > 1 && range.low.value !== null && range.high.value !== null) {
    parts.push(
      `${range.definitions} published definitions on ${range.instruments} instruments range from ${signed(range.low.value)} to ${signed(range.high.value)}${range.high.censored === "right" ? " or more" : ""}`,
    );
  }
  parts.push(trendWords(trend));
  return `${parts.filter((part) => part !== "").join("; ")}.`;
}

const signed = (value: number): string => (value < 0 ? `−${one(value)}` : one(value));

function intervalWords({interval}: Quantity): string {
  if (!interval) return "no interval";
  const [low, high] = [interval.low, interval.high];
  const ends = `${low === null ? "unknown" : signed(low)} to ${high === null ? "not yet known" : signed(high)}`;
  return `${Math.round(interval.level * 100)}% interval ${ends}`;
}

function trendWords({value, interval, unit}: Quantity): string {
  if (value === null || !interval || interval.low === null || interval.high === null) return "";
  const span = `${signed(interval.low)} to ${signed(interval.high)} ${unit}`;
  if (interval.low > 0) return `over the last year the lag grew (${span})`;
  if (interval.high < 0) return `over the last year the lag shrank (${span})`;
  return `over the last year no trend can be told from zero (${span})`;
}
