/** The gap in sentences: the headline, where it differs, and what of it a reader asks for first. */
import type {Quantity, Report} from "../../report.ts";
import {boundsText, measureText, numberText} from "../quantity-text.ts";
import type {Reader} from "./brief.ts";
import {fromNumbers, listed, type Sentence} from "./sentence.ts";

/** Kinds of group a reader asks for. */
const GROUPS: Readonly<Record<Reader, readonly string[]>> = {
  cto: ["hardware", "licence"],
  architect: ["hardware", "tier"],
  product: ["tier"],
  investor: ["origin"],
  policy: ["origin", "against US labs"],
};

export function gapSentences(report: Report, reader: Reader): Sentence[] {
  const {headline, domains, groups} = report;
  const [answer = ""] = headline.sentence.split(";");
  return [
    fromNumbers(answer, headline.lag, headline.gap),
    ...rangeSentence(report),
    ...trendSentence(headline.trend),
    ...domainSentence(domains),
    ...groups
      .filter(({group}) => GROUPS[reader].includes(group))
      .flatMap(({group, lags}) => groupSentence(group, lags)),
  ];
}

function rangeSentence({headline: {range}}: Report): Sentence[] {
  const {low, high, definitions, instruments} = range;
  if (low.value === null || high.value === null) return [];
  return [
    fromNumbers(
      `By ${definitions} published definitions on ${instruments} instruments it is between ${numberText(low.value, low.unit)} and ${measureText(high)}: figures in the news differ because they ask different questions`,
      low,
      high,
    ),
  ];
}

/** A trend is told apart from none only where its whole interval lies on one side. */
export function trendSentence(trend: Quantity): Sentence[] {
  const {value, interval, unit} = trend;
  if (value === null || !interval || interval.low === null || interval.high === null) return [];
  const bounds = boundsText(interval, unit);
  const isTold = interval.low > 0 || interval.high < 0;
  return [
    fromNumbers(
      isTold
        ? `Over the last year it ${value > 0 ? "grew" : "shrank"} by ${measureText({...trend, value: Math.abs(value)}).replace("+", "")} (${bounds})`
        : `Over the last year no trend can be told from zero (${bounds} ${unit})`,
      trend,
    ),
  ];
}

function domainSentence(domains: readonly Quantity[]): Sentence[] {
  const known = domains.filter(isBounded).sort((a, b) => a.value! - b.value!);
  const [first, last] = [known[0], known.at(-1)];
  if (!first || !last || first === last) return [];
  return [
    fromNumbers(
      `By domain it is shortest on ${first.label} tests, ${withBounds(first)}, and longest on ${last.label} tests, ${withBounds(last)}`,
      first,
      last,
    ),
  ];
}

function groupSentence(group: string, lags: readonly Quantity[]): Sentence[] {
  const known = lags.filter(({value}) => value !== null);
  if (known.length === 0) return [];
  const told = listed(known.map((lag) => `${lag.label} ${withBounds(lag)}`));
  const says: Readonly<Record<string, string>> = {
    hardware: "Open models by the machine that holds their weights are behind by",
    licence: "Open models by what their licence allows are behind by",
    origin: "Open models by the home of their lab are behind by",
    tier: "Against closed models that are not their lab's best, open ones are behind by",
    "against US labs": "Against the closed models of US labs alone, open ones are behind by",
  };
  return [fromNumbers(`${says[group] ?? `By ${group}, open models are behind by`}: ${told}`, ...known)];
}

const isBounded = ({value, interval}: Quantity): boolean =>
  value !== null && interval !== null && interval.low !== null && interval.high !== null;

/** `5.3 months (4.4 to 6.3)`. */
export const withBounds = (quantity: Quantity): string =>
  `${measureText(quantity)}${quantity.interval ? ` (${boundsText(quantity.interval, quantity.unit)})` : ""}`;
