import type {UseReport} from "../../../../../forces-report.ts";
import {counted, numberText} from "../../../../quantity-text.ts";
import {DataTable, gradeText, QuantityLink, SourceLink} from "../../kit.ts";

type Series = UseReport["series"][number];

/** Who uses what, channel by channel, never blended; and who learns from the use of its products. */
export function UseTab({use}: {readonly use: UseReport}) {
  const channels = [...new Set(use.series.map(({channel}) => channel))];
  return (
    <>
      <p class="prose">
        Router tokens, downloads, surveys, spend and users count different things of different people: they
        stay separate, each with its known bias.
      </p>
      {channels.map((channel) => {
        const inside = use.series.filter((series) => series.channel === channel);
        const {counts, bias} = inside[0]!;
        return (
          <section key={channel}>
            <h2>{channel}</h2>
            <p class="prose quiet">
              Counts {counts}. {bias}
            </p>
            <DataTable
              name={`use-${channel}`}
              caption={`${counted(inside.length, "series", "series")}: newest figures`}
              rows={inside}
              keyOf={({name}) => name}
              first={12}
              columns={[
                {
                  title: "what",
                  text: ({name}) => name.split(" | ").slice(0, 2).join(": ").replaceAll("_", " "),
                },
                {title: "date", text: (series) => last(series)?.date ?? ""},
                {
                  title: "value",
                  value: (series) => last(series)?.value ?? null,
                  text: (series) => statedText(series),
                  cell: (series) =>
                    series.newest ? <QuantityLink quantity={series.newest} as="whole" /> : statedText(series),
                },
                {
                  title: "change",
                  text: ({change}) => (change?.value == null ? "" : numberText(change.value, change.unit)),
                  cell: ({change}) => (change ? <QuantityLink quantity={change} as="whole" /> : ""),
                },
                {
                  title: "points",
                  value: ({points}) => points.length,
                  text: ({points}) => String(points.length),
                },
                {
                  title: "source",
                  text: (series) => last(series)?.source.url ?? "",
                  cell: (series) => {
                    const point = last(series);
                    return point ? (
                      <SourceLink url={point.source.url}>{gradeText(point.source)}</SourceLink>
                    ) : (
                      ""
                    );
                  },
                },
              ]}
            />
          </section>
        );
      })}
      <section>
        <h2>Age of the models in use</h2>
        <p>
          {use.age.median.label}: <QuantityLink quantity={use.age.median} as="whole" />
        </p>
        <p>
          {use.againstSizeClass.label}: <QuantityLink quantity={use.againstSizeClass} as="whole" />
        </p>
      </section>
      {use.loops.length > 0 && (
        <section>
          <h2>Who learns from the use of its products</h2>
          {use.loops.map(({lab, name, loop, says, since, effects}) => (
            <div key={`${lab}${loop}`} class="prose">
              <h3>
                {name}: {loop}
              </h3>
              <p>
                {says}, since {since}.
              </p>
              <ul>
                {effects.map(({product, date, effect, value, unit, note, markedAsClaim, source}) => (
                  <li key={source.fact}>
                    {date} {product}: {effect} {value ?? ""} {unit}
                    {note && `; ${note}`}
                    {markedAsClaim && " (as claimed)"}{" "}
                    <SourceLink url={source.url}>{gradeText(source)}</SourceLink>
                  </li>
                ))}
              </ul>
            </div>
          ))}
        </section>
      )}
    </>
  );
}

const last = ({points}: Series) => [...points].sort((a, b) => (a.date < b.date ? -1 : 1)).at(-1);

function statedText(series: Series): string {
  const point = last(series);
  if (!point) return "";
  const {value, low, high} = point;
  const shown = value ?? (low !== null && high !== null ? `${low} to ${high}` : (low ?? high ?? "–"));
  return `${typeof shown === "number" ? shown.toLocaleString("en-US") : shown} ${series.unit}`;
}
