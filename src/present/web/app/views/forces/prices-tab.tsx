import {areaY, axisX, axisY, gridY, line, plot, text} from "@observablehq/plot";
import {useCallback, useMemo} from "preact/hooks";
import type {PricesReport} from "../../../../../forces-report.ts";
import {counted, measureText, numberText} from "../../../../quantity-text.ts";
import {
  type Canvas,
  DataTable,
  gradeText,
  hrefOf,
  IntervalFigure,
  PlotFigure,
  QuantityLink,
  SourceLink,
} from "../../kit.ts";

/** What a level of ability costs, now and before, and open against closed at equal ability. */
export function PricesTab({prices}: {readonly prices: PricesReport}) {
  const {levels, typicalRatio, hosts, hostRows, quotes, left} = prices;
  const cheapest = levels.flatMap(({level, cheapest: rows}) => rows.map((row) => ({level, ...row})));
  return (
    <>
      <PriceFigure levels={levels} />
      <IntervalFigure
        name="price-falls"
        title="How fast the price of an ability falls, a year"
        note="As recorded, and with late entries dated back."
        axis="a year"
        groups={levels.map(({level, decline}) => ({
          heading: `Ability ${level}`,
          items: [
            {quantity: decline.recorded, label: "as recorded"},
            {quantity: decline.backCast, label: "late entries dated back"},
          ],
        }))}
      />
      <IntervalFigure
        name="price-ratios"
        title={`Open over closed price at equal ability: ${measureText(typicalRatio)}`}
        note="Below 1 open is cheaper."
        axis="ratio"
        groups={[
          {
            items: [
              {quantity: typicalRatio, label: "each open model over the closed ones within two points"},
              ...levels.map(({level, ratio}) => ({
                quantity: ratio,
                label: `lowest open over lowest closed at ${level}`,
              })),
            ],
          },
        ]}
      />
      <DataTable
        name="cheapest"
        caption="Cheapest at each level: USD per million tokens, three of input to one of output"
        rows={cheapest}
        keyOf={({level, model, provider}) => `${level} ${model} ${provider}`}
        first={20}
        columns={[
          {title: "ability", value: ({level}) => level, text: ({level}) => String(level)},
          {
            title: "model",
            text: ({name}) => name,
            cell: ({model, name}) => <a href={hrefOf("model", [model])}>{name}</a>,
          },
          {title: "host", text: ({provider}) => provider},
          {title: "price", value: ({blend}) => blend, text: ({blend}) => numberText(blend, "USD per Mtok")},
          {
            title: "cheapest in",
            value: ({share}) => share,
            text: ({share}) => `${Math.round(share * 100)}% of draws`,
          },
          {title: "read", text: ({source}) => source.read},
          {
            title: "source",
            text: ({source}) => source.source,
            cell: ({source}) => (
              <SourceLink url={source.url}>{`${source.source}, ${gradeText(source)}`}</SourceLink>
            ),
          },
        ]}
      />
      <section>
        <h2>The same weights at another host</h2>
        <p>
          {hosts.label}: <QuantityLink quantity={hosts} as="whole" />
        </p>
        {hostRows.length > 0 && (
          <DataTable
            name="hosts"
            caption="Cheapest third party over the lab's own price"
            rows={hostRows}
            keyOf={({model}) => model}
            first={15}
            columns={[
              {title: "model", text: ({model}) => model},
              {title: "own price", value: ({own}) => own, text: ({own}) => numberText(own, "USD per Mtok")},
              {
                title: "third party",
                value: ({thirdParty}) => thirdParty,
                text: ({thirdParty}) => numberText(thirdParty, "USD per Mtok"),
              },
              {title: "host", text: ({provider}) => provider},
              {title: "ratio", value: ({ratio}) => ratio, text: ({ratio}) => numberText(ratio, "ratio")},
            ]}
          />
        )}
        <p class="quiet">
          {counted(quotes, "price quote")} used. Left out:{" "}
          {left.map(({why, count}) => `${count} (${why})`).join(", ") || "none"}.
        </p>
      </section>
    </>
  );
}

const HEIGHT = 320;
/** Lower abilities are drawn fainter: one colour, because the order is the meaning. */
const FAINTEST = 0.35;

function PriceFigure({levels}: Pick<PricesReport, "levels">) {
  const draw = useCallback((canvas: Canvas) => drawn(levels, canvas), [levels]);
  const table = useMemo(
    () => ({
      columns: ["ability", "date", "USD per Mtok", "low", "high", "share of draws with a model that able"],
      rows: levels.flatMap(({level, months}) =>
        months.map(({date, value, low, high, reached}) => [level, date, value, low, high, reached]),
      ),
    }),
    [levels],
  );
  const priced = levels.filter(({now}) => now.value !== null);
  const [low, high] = [priced[0], priced.at(-1)];
  const title =
    low && high && low !== high
      ? `Ability ${low.level} costs ${measureText(low.now)}, ability ${high.level} ${measureText(high.now)}`
      : "The price of an ability over time";
  return (
    <PlotFigure
      name="prices"
      title={title}
      note="Cheapest list price among models at least that able, USD per million tokens, on a scale of equal ratios. Bands hold 90% of the draws."
      description={levels.map(({level, now}) => `Ability ${level}: ${measureText(now)}.`).join(" ")}
      table={table}
      draw={draw}
    />
  );
}

/** Ticks of the price axis, USD; those outside are not drawn. */
const POWERS = [0.01, 0.1, 1, 10, 100];
/** Where the prices span less than a power of ten. */
const BETWEEN = POWERS.flatMap((power) => [1, 2, 5].map((step) => step * power));

function drawn(levels: PricesReport["levels"], {width, ink}: Canvas): SVGSVGElement {
  const series = levels.map(({level, months}, index) => ({
    level,
    strength: FAINTEST + ((1 - FAINTEST) * index) / Math.max(1, levels.length - 1),
    rows: months
      .filter(({value}) => value !== null)
      .map((month) => ({...month, at: new Date(`${month.date.padEnd(10, "-15")}T00:00:00Z`)})),
  }));
  /** Levels whose lines end at one price share a label. */
  const levelsAt = (price: number | null) =>
    series.filter(({rows}) => rows.at(-1)?.value === price).map(({level}) => level);
  const isFirstAt = (level: number, price: number | null) => levelsAt(price)[0] === level;
  const prices = series
    .flatMap(({rows}) => rows.flatMap(({low, high}) => [low, high]))
    .filter((price) => price !== null && price > 0) as number[];
  const inside = (from: readonly number[]) =>
    from.filter((price) => price >= Math.min(...prices) / 1.5 && price <= Math.max(...prices) * 1.5);
  const ticks = inside(POWERS).length > 1 ? inside(POWERS) : inside(BETWEEN);
  return plot({
    width,
    height: HEIGHT,
    marginLeft: 50,
    marginRight: 80,
    className: "lagline",
    x: {type: "utc"},
    y: {type: "log"},
    marks: [
      gridY(ticks, {stroke: ink.rule, strokeOpacity: 1}),
      axisY(ticks, {label: null, tickSize: 0, tickFormat: (price: number) => `$${price}`}),
      axisX({label: null, tickSize: 5, ticks: width < 600 ? 4 : 8}),
      ...series.flatMap(({level, strength, rows}) => [
        areaY(rows, {x: "at", y1: "low", y2: "high", fill: ink.second, fillOpacity: strength * 0.12}),
        line(rows, {x: "at", y: "value", stroke: ink.second, strokeWidth: 2, strokeOpacity: strength}),
        text(
          rows.slice(-1).filter(({value}) => isFirstAt(level, value)),
          {
            x: "at",
            y: "value",
            text: () => levelsAt(rows.at(-1)!.value).join(", "),
            dx: 8,
            textAnchor: "start",
            fill: ink.second,
            fontWeight: "bold",
          },
        ),
      ]),
    ],
  }) as SVGSVGElement;
}
