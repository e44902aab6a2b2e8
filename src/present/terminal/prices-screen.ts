/** `lagline prices`: what a level of ability costs, now and before, and open against closed at equal ability. */
import type {ForceQuantity, PricesReport} from "../../forces-report.ts";
import type {HostHistory} from "../../forces/prices/price-history.ts";
import {isoDay} from "../../dates.ts";
import {
  boundsText,
  counted,
  countText,
  numberText,
  quantityText,
  reasonText,
  valueText,
} from "../quantity-text.ts";
import {wrapped} from "./display-width.ts";
import {type Footing, footing, gradeText} from "./fact-lines.ts";
import {priceText} from "./models-screen.ts";
import {heading, type Page, paragraph} from "./page.ts";
import {quantityCells, reasonsBelow} from "./quantity-cells.ts";
import {type Column, table} from "./table.ts";

const HOSTS = 8;
const BLOCKS = "▁▂▃▄▅▆▇█";

export function pricesScreen(foot: Footing, prices: PricesReport, all: boolean, page: Page): string[] {
  return [
    ...levels(prices, page),
    "",
    ...chart(prices, page),
    ...openClosed(prices, page),
    "",
    ...hosts(prices, all, page),
    "",
    ...paragraph(
      page,
      `From ${countText(prices.quotes)} list prices, three input tokens to one output token. Left out: ${prices.left.map(({why, count}) => `${countText(count)} ${why}`).join("; ") || "none"}. The minimum over many uncertain abilities leans low.`,
      "",
    ).map(page.ink.quiet),
    ...paragraph(page, "lagline prices --model <name> lists one model's prices by host over time.", ""),
    ...footing(foot, page),
  ];
}

const NOW: readonly Column[] = [
  {title: "ability", align: "right"},
  {title: "now", align: "right"},
  {title: "90%"},
  {title: "fall a year", align: "right"},
  {title: "dated back", align: "right", drop: 2},
  {title: "cheapest now, share of draws", min: 16, drop: 1},
];

function levels({levels: rows}: PricesReport, page: Page): string[] {
  const {lines} = table(
    NOW,
    rows.map(({level, now, decline, cheapest}) => {
      const [value, interval] = quantityCells(page, now);
      return [
        String(level),
        value,
        interval,
        change(decline.recorded),
        change(decline.backCast),
        cheapest
          .slice(0, 2)
          .map(({name, provider, share}) => `${name} (${provider}) ${numberText(share, "share")}`)
          .join(", ") || "–",
      ];
    }),
    {width: page.width, head: page.ink.quiet},
  );
  return [
    ...heading(page, "The lowest list price of an ability", "USD per million tokens"),
    ...lines,
    ...reasonsBelow(
      page,
      rows.map(({now}) => now),
    ),
    ...paragraph(
      page,
      "Fall a year: share of the price lost, as recorded, and with late entries dated back to the model's release; the truth lies between. Few steps make these rates: lagline explain price.decline.<level>.recorded has the interval.",
    ).map(page.ink.quiet),
  ];
}

const change = (quantity: ForceQuantity): string => (quantity.value === null ? "–" : valueText(quantity));

/** One row of blocks per level, one block per month, all on one logarithmic scale. */
function chart({levels: rows}: PricesReport, page: Page): string[] {
  const values = rows.flatMap(({months}) =>
    months.flatMap(({value}) => (value === null || value <= 0 ? [] : [value])),
  );
  const first = rows[0]?.months[0]?.date;
  if (values.length === 0 || first === undefined) return [];
  const [low, high] = [Math.log(Math.min(...values)), Math.log(Math.max(...values))];
  const block = (value: number | null): string =>
    value === null
      ? "·"
      : BLOCKS[high > low ? Math.round(((Math.log(value) - low) / (high - low)) * (BLOCKS.length - 1)) : 3]!;
  return [
    ...heading(
      page,
      "Month by month",
      `from ${first.slice(0, 7)} to ${rows[0]!.months.at(-1)!.date.slice(0, 7)}`,
    ),
    ...rows.map(({level, months}) => {
      const known = months.filter(({value}) => value !== null);
      const ends =
        known.length === 0
          ? "reached by no priced model"
          : `$${priceText(known[0]!.value!)} in ${known[0]!.date.slice(0, 7)} → $${priceText(known.at(-1)!.value!)}`;
      const room = page.width - 16 - ends.length;
      return `  ${String(level).padStart(5)}  ${months
        .slice(-Math.max(6, room))
        .map(({value}) => block(value))
        .join("")}  ${page.ink.quiet(ends)}`;
    }),
    ...paragraph(
      page,
      `Higher is dearer, on one logarithmic scale from $${priceText(Number(Math.exp(low).toPrecision(3)))} to $${priceText(Number(Math.exp(high).toPrecision(3)))}; a dot: too few draws have a priced model that able.`,
    ).map(page.ink.quiet),
    "",
  ];
}

function openClosed({levels: rows, typicalRatio}: PricesReport, page: Page): string[] {
  const {lines} = table(
    [{title: "at ability", align: "right"}, {title: "open over closed", align: "right"}, {title: "90%"}],
    rows.map(({level, ratio}) => {
      const [value, interval] = quantityCells(page, ratio);
      return [String(level), value, interval];
    }),
    {width: page.width, head: page.ink.quiet},
  );
  return [
    ...heading(page, "Open against closed at equal ability", "below 1: open is cheaper"),
    ...paragraph(
      page,
      `Typical price of an open model over closed ones as able, within two points: ${quantityText(typicalRatio)}.`,
    ),
    ...lines,
    ...reasonsBelow(
      page,
      rows.map(({ratio}) => ratio),
    ),
  ];
}

function hosts({hosts: typical, hostRows}: PricesReport, all: boolean, page: Page): string[] {
  const limit = all ? Number.POSITIVE_INFINITY : HOSTS;
  const rows = [...hostRows].sort((a, b) => a.ratio - b.ratio);
  const {lines} = table(
    [
      {title: "open model", min: 14},
      {title: "its lab", align: "right"},
      {title: "cheapest third party", align: "right"},
      {title: "host", min: 10, drop: 1},
      {title: "ratio", align: "right"},
    ],
    rows
      .slice(0, limit)
      .map(({model, own, thirdParty, provider, ratio}) => [
        model,
        `$${priceText(own)}`,
        `$${priceText(thirdParty)}`,
        provider,
        {text: numberText(ratio, "ratio"), ink: page.ink.strong},
      ]),
    {width: page.width, head: page.ink.quiet},
  );
  return [
    ...heading(page, "The same weights at another host", `${counted(rows.length, "model")} sold by both`),
    ...paragraph(
      page,
      typical.value === null
        ? `No number: ${reasonText(typical)}.`
        : `Typical third-party price over the lab's own: ${valueText(typical)}${typical.interval ? ` (${boundsText(typical.interval, "ratio")})` : ""}. ${typical.note ?? ""}`,
    ),
    ...(rows.length > 0 ? lines : []),
    ...(rows.length > limit
      ? paragraph(page, `${countText(rows.length - limit)} more: --all shows them.`).map(page.ink.quiet)
      : []),
  ];
}

/** List prices of one model by host over time. */
export function modelPricesScreen(
  foot: Footing,
  name: string,
  rows: readonly HostHistory[],
  page: Page,
): string[] {
  const spans = rows.flatMap(({spans: own, provider, seller, current}) =>
    own.map((quote, at) => [
      at === 0 ? provider : "",
      at === 0 ? (seller === "own-lab" ? "its lab" : "third party") : "",
      isoDay(quote.from),
      quote === current ? "now" : isoDay(quote.until),
      `$${priceText(quote.input)}`,
      `$${priceText(quote.output)}`,
      {text: `$${priceText(Number(quote.blend.toPrecision(3)))}`, ink: page.ink.strong},
    ]),
  );
  const columns: Column[] = [
    {title: "host", min: 10},
    {title: "seller", drop: 1},
    {title: "from"},
    {title: "until"},
    {title: "input", align: "right"},
    {title: "output", align: "right"},
    {title: "3 to 1", align: "right"},
  ];
  const sources = new Map(
    rows.flatMap(({spans: own}) => own.map(({source}) => [source.source, source] as const)),
  );
  return [
    ...wrapped(`List prices of ${name}`, page.width).map(page.ink.strong),
    ...paragraph(page, "USD per million tokens").map(page.ink.quiet),
    ...(spans.length === 0
      ? ["  No list price of it is known on this day."]
      : table(columns, spans, {width: page.width, head: page.ink.quiet}).lines),
    ...[...sources.values()].flatMap((source) =>
      wrapped(
        `${source.source}: ${gradeText(source)}, read ${source.read}, ${source.url ?? "no page"}, ${source.licence}`,
        page.width,
        "    ",
        "  ",
      ).map(page.ink.quiet),
    ),
    "",
    ...footing(foot, page),
  ];
}
