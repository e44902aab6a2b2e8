/** The answer as the README opens with it: the Report's own sentence and its four numbers. */
import type {Quantity, Report} from "../../report.ts";
import {printable} from "../plain-text.ts";
import {counted, intervalText, measureText, reasonText, unitText, valueText} from "../quantity-text.ts";

/** @returns Markdown for the block `headline`, without its markers; see `replaceBlock` */
export function readmeHeadline(report: Report): string {
  const {headline, about} = printable(report);
  const {lag, gap, trend, range} = headline;
  const missing = [range.low, range.high].find(({value}) => value === null);
  const rangeText = missing
    ? measureText(missing)
    : range.low.value === range.high.value
      ? measureText(range.low)
      : `${valueText(range.low)} to ${valueText(range.high)} ${unitText(range.high.unit)}`;
  const over = missing
    ? reasonText(missing)
    : `${counted(range.definitions, "definition")} × ${counted(range.instruments, "instrument")}`;
  const {asOf, vintage, method, dates, instrument, draws, seed} = about;
  return [
    `**${escapedMarkdown(headline.sentence)}**`,
    "",
    "| | | |",
    "|---|---|---|",
    tableRow(["lag", measureText(lag), restText(lag)]),
    tableRow(["range", rangeText, over]),
    tableRow(["gap in ability", measureText(gap), restText(gap)]),
    tableRow(["trend of the lag", measureText(trend), restText(trend)]),
    "",
    `As of ${asOf}; facts \`${vintage}\`, method \`${method}\`, clock: ${dates}, instrument: ${instrument}, ${draws} draws, seed ${seed}.`,
    `Where each number comes from: \`lagline explain ${lag.id}\`.`,
  ].join("\n");
}

const restText = (quantity: Quantity): string =>
  quantity.value === null
    ? reasonText(quantity)
    : quantity.interval
      ? intervalText(quantity.interval, quantity.unit)
      : "no interval";

const tableRow = (cells: readonly string[]): string => `| ${cells.map(escapedMarkdown).join(" | ")} |`;

/** Markdown and HTML of a name shown as text, not obeyed. */
const escapedMarkdown = (text: string): string =>
  text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replace(/[\\`*_|[\]]/g, (char) => `\\${char}`);
