/**
 * Values with intervals, one per row, on one axis: label, number, picture. It is a table, so that it is read row by row
 * by people who hear it, and wraps on a narrow page.
 */
import type {Quantity} from "../../../../report.ts";
import {framedChart} from "../../../chart/framed-chart.ts";
import {type IntervalRow, intervalRows} from "../../../chart/interval-rows.ts";
import {quantityMark} from "../../../chart/quantity-mark.ts";
import {niceTicks, tickText} from "../../../nice-ticks.ts";
import {boundsText, numberText, reasonText, unitText} from "../../../quantity-text.ts";
import {valueSpan} from "../../../value-span.ts";
import {firstScreen} from "../sections.ts";
import {Figure} from "./figure.tsx";
import {fileInks, type InkName} from "./inks.ts";
import type {PlainTable} from "./plain-table.ts";
import {QuantityLink} from "./quantity-link.tsx";

export interface IntervalItem {
  readonly quantity: Quantity;
  /** In place of the quantity's own label. */
  readonly label?: string;
  readonly ink?: InkName;
  /** Where the label leads. */
  readonly href?: string;
  /** A line of small print below the label. */
  readonly detail?: string;
}

export interface IntervalGroup {
  readonly heading?: string;
  readonly items: readonly IntervalItem[];
}

interface Props {
  readonly name: string;
  readonly title: string;
  readonly note?: string;
  /** What the axis counts, for instance "lag in months". */
  readonly axis: string;
  readonly groups: readonly IntervalGroup[];
  /** Ends of the axis; found from the values when left out. */
  readonly span?: {readonly low: number; readonly high: number};
}

const TICKS = 5;

export function IntervalFigure({name, title, note, axis, groups, span}: Props) {
  const items = groups.flatMap((group) => group.items);
  const {low, high} = span ?? valueSpan(items.map(({quantity}) => ends(quantity)));
  const ticks = niceTicks(low, high, TICKS);
  const domain = {low: Math.min(low, ticks[0] ?? low), high: Math.max(high, ticks.at(-1) ?? high)};
  const unit = items.find(({quantity}) => quantity.value !== null)?.quantity.unit ?? "months";
  const svg = () => {
    const rows: IntervalRow[] = groups.flatMap(({heading, items: inside}) => [
      ...(heading === undefined ? [] : [{kind: "heading", label: heading} as const]),
      ...inside.map(({quantity, label, ink = "own"}): IntervalRow => ({
        kind: "values",
        label: label ?? quantity.label,
        marks: [quantityMark(quantity, fileInks[ink])],
      })),
      {kind: "gap"} as const,
    ]);
    const {body, height} = intervalRows(rows, axis, span);
    const description = items
      .map(({quantity, label}) => `${label ?? quantity.label}: ${numberOr(quantity)}.`)
      .join(" ");
    return framedChart({title, subtitle: note ?? "", description, height, body, about: firstScreen.about});
  };
  return (
    <Figure name={name} title={title} note={note} table={tableOf(groups)} svg={svg} isTabular>
      <table class="intervals">
        <thead>
          <tr>
            <th scope="col" class="label">
              <span class="unseen">what</span>
            </th>
            <th scope="col" class="value">
              <span class="unseen">{axis}</span>
            </th>
            <th scope="col" class="strip">
              <span class="unseen">{axis}, drawn</span>
              <Axis ticks={ticks} domain={domain} unit={unit} axis={axis} />
            </th>
          </tr>
        </thead>
        {groups.map(({heading, items: inside}) => (
          <tbody key={heading ?? ""}>
            {heading !== undefined && (
              <tr class="heading">
                <th scope="rowgroup" colSpan={3}>
                  {heading}
                </th>
              </tr>
            )}
            {inside.map((item) => (
              <Row key={`${item.quantity.id}${item.label ?? ""}`} item={item} domain={domain} ticks={ticks} />
            ))}
          </tbody>
        ))}
      </table>
    </Figure>
  );
}

interface Domain {
  readonly low: number;
  readonly high: number;
}

const share = (value: number, {low, high}: Domain): number => (100 * (value - low)) / (high - low);

function Axis({
  ticks,
  domain,
  unit,
  axis,
}: {
  ticks: readonly number[];
  domain: Domain;
  unit: Quantity["unit"];
  axis: string;
}) {
  return (
    <div class="axis" aria-hidden="true">
      {ticks.map((tick) => (
        <span key={tick} style={{left: `${share(tick, domain)}%`}}>
          {axisText(tick, unit)}
        </span>
      ))}
      <em>{axis}</em>
    </div>
  );
}

function Row({item, domain, ticks}: {item: IntervalItem; domain: Domain; ticks: readonly number[]}) {
  const {quantity, label, ink = "own", href, detail} = item;
  const name = label ?? quantity.label;
  const {interval, value} = quantity;
  return (
    <tr>
      <th scope="row" class="label">
        {href ? <a href={href}>{name}</a> : name}
        {detail && <small>{detail}</small>}
      </th>
      {value === null ? (
        <td class="reason" colSpan={2}>
          <QuantityLink quantity={quantity} as="value" />
          <small>{reasonText(quantity)}</small>
        </td>
      ) : (
        <>
          <td class="value">
            <QuantityLink quantity={quantity} />
            {interval && <small>{boundsText(interval, quantity.unit)}</small>}
          </td>
          <td class="strip">
            <Strip quantity={quantity} value={value} domain={domain} ticks={ticks} ink={ink} />
          </td>
        </>
      )}
    </tr>
  );
}

/** Decoration: the same value and interval stand in words beside it. */
function Strip(props: {
  quantity: Quantity;
  value: number;
  domain: Domain;
  ticks: readonly number[];
  ink: InkName;
}) {
  const {quantity, value, domain, ticks, ink} = props;
  const {low, high} = ends(quantity);
  const within = (at: number) => Math.max(0, Math.min(100, share(at, domain)));
  const isOpenHigh = quantity.interval
    ? quantity.interval.high === null || high! > domain.high
    : quantity.censored === "right";
  const isOpenLow = quantity.interval ? quantity.interval.low === null || low! < domain.low : false;
  const from = isOpenLow ? 0 : within(low ?? value);
  const to = isOpenHigh ? 100 : within(high ?? value);
  const stroke = `var(--${ink})`;
  return (
    <svg class="strip" width="100%" height="22" aria-hidden="true" focusable="false">
      {ticks.map((tick) => (
        <line
          key={tick}
          x1={`${share(tick, domain)}%`}
          x2={`${share(tick, domain)}%`}
          y1="0"
          y2="22"
          stroke={tick === 0 ? "var(--neutral)" : "var(--rule)"}
        />
      ))}
      <line
        x1={`${from}%`}
        x2={`${to}%`}
        y1="11"
        y2="11"
        stroke={stroke}
        stroke-width="2"
        stroke-opacity="0.75"
      />
      {!isOpenLow && quantity.interval && (
        <line x1={`${from}%`} x2={`${from}%`} y1="7" y2="15" stroke={stroke} stroke-width="2" />
      )}
      {!isOpenHigh && quantity.interval && (
        <line x1={`${to}%`} x2={`${to}%`} y1="7" y2="15" stroke={stroke} stroke-width="2" />
      )}
      {isOpenHigh && (
        <svg x="100%" y="5" overflow="visible">
          <path d="M-8,1L-1,6L-8,11" fill="none" stroke={stroke} stroke-width="2" />
        </svg>
      )}
      {isOpenLow && <path d="M8,6L1,11L8,16" fill="none" stroke={stroke} stroke-width="2" />}
      {value >= domain.low && value <= domain.high && (
        <circle
          cx={`${share(value, domain)}%`}
          cy="11"
          r="4.6"
          fill={quantity.censored === "right" ? "var(--paper)" : stroke}
          stroke={stroke}
          stroke-width="2"
        />
      )}
    </svg>
  );
}

/** Units written as signs or percentages keep them; the rest is as short as its step allows. */
function axisText(tick: number, unit: Quantity["unit"]): string {
  const text = numberText(tick, unit, "bare");
  return /^−?\d+(?:\.\d+)?$/.test(text) ? tickText(tick) : text;
}

const ends = ({value, interval}: Quantity) => ({
  value,
  low: interval?.low ?? null,
  high: interval?.high ?? null,
});

const numberOr = (quantity: Quantity): string =>
  quantity.value === null
    ? `no number, ${reasonText(quantity)}`
    : `${numberText(quantity.value, quantity.unit)} ${unitText(quantity.unit)}${quantity.interval ? `, ${boundsText(quantity.interval, quantity.unit)}` : ""}`;

const tableOf = (groups: readonly IntervalGroup[]): PlainTable => ({
  columns: ["group", "what", "value", "unit", "low", "high", "level", "kind", "n", "reason", "id"],
  rows: groups.flatMap(({heading, items}) =>
    items.map(({quantity, label}) => [
      heading ?? "",
      label ?? quantity.label,
      quantity.value,
      quantity.unit,
      quantity.interval?.low ?? null,
      quantity.interval?.high ?? null,
      quantity.interval?.level ?? null,
      quantity.interval?.kind ?? "",
      quantity.n,
      quantity.insufficient ?? "",
      quantity.id,
    ]),
  ),
});
