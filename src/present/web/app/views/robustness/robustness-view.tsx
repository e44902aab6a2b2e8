/** Do open models hold, on tests they cannot have seen, what public ones promise? */
import {counted, numberText} from "../../../../quantity-text.ts";
import {
  DataTable,
  IntervalFigure,
  type IntervalItem,
  QuantityLink,
  SourceLink,
  type ViewProps,
} from "../../kit.ts";

type Props = ViewProps<"robustness">;

export default function RobustnessView({report}: Props) {
  const {finding, classes, ratio, published, labs, models, caveats} = report.robustness;
  const placebos = classes.flatMap(({class: name, placebo}) => (placebo ? [{name, ...placebo}] : []));
  const items = (pick: (one: (typeof classes)[number]) => IntervalItem["quantity"]): IntervalItem[] =>
    classes.map((one) => ({
      quantity: pick(one),
      label: one.class,
      ink: "open",
      detail: `${counted(one.openModels, "open model")}, ${one.closedModels} closed, ${counted(one.results, "result")}`,
    }));
  return (
    <>
      <h1>Robustness</h1>
      <p class="prose lead">{finding}</p>
      <IntervalFigure
        name="robustness-points"
        title="Open models at equal public ability, by class of test"
        note="Index points on the class that open models are above (right of zero) or below (left) closed models of the same public ability."
        axis="index points"
        groups={[{items: items(({points}) => points)}]}
      />
      <IntervalFigure
        name="robustness-months"
        title="The same in months of closed progress"
        axis="months"
        groups={[{items: items(({months}) => months)}]}
      />
      <IntervalFigure
        name="robustness-ratio"
        title="Lag on the class over the lag on public tests"
        note="1 means that public tests promise what is held."
        axis="ratio"
        groups={[
          {
            items: [
              {quantity: ratio, label: "all held-out classes", ink: "own"},
              ...items((one) => one.ratio),
            ],
          },
        ]}
      />
      <IntervalFigure
        name="robustness-pairs"
        title="The same question with hardly any model: pairs of equal public ability"
        axis="index points"
        groups={[{items: items(({matchedPairs}) => matchedPairs)}]}
      />
      {placebos.length > 0 && (
        <DataTable
          name="robustness-placebo"
          caption="With openness shuffled among models of like ability, points; how often chance alone gives as much"
          rows={placebos}
          keyOf={({name}) => name}
          columns={[
            {title: "class", text: ({name}) => name},
            {
              title: "observed",
              value: ({observed}) => observed,
              text: ({observed}) => numberText(observed, "points", "plus"),
            },
            {
              title: "shuffled, 90% of them",
              text: ({low, high}) =>
                `${numberText(low, "points", "plus")} to ${numberText(high, "points", "plus")}`,
            },
            {title: "p", value: ({pValue}) => pValue, text: ({pValue}) => pValue.toFixed(3)},
          ]}
        />
      )}
      <section>
        <h2>What others found for private over public lag</h2>
        <ul>
          {published.map(({author, publicMonths, privateMonths, ratio: theirs, url}) => (
            <li key={author}>
              <SourceLink url={url}>{author}</SourceLink>: {publicMonths} months on public tests,{" "}
              {privateMonths} on private, ratio {numberText(theirs, "ratio")}
            </li>
          ))}
        </ul>
      </section>
      <section class="prose">
        <h2>What it cannot tell</h2>
        <ul>
          {caveats.map((caveat) => (
            <li key={caveat}>{caveat}</li>
          ))}
        </ul>
      </section>
      <h2>By lab and by model</h2>
      <DataTable
        name="robustness-labs"
        caption="By lab: points on a class, at equal public ability"
        rows={labs}
        keyOf={({points}) => points.id}
        first={20}
        columns={[
          {title: "lab", text: ({lab}) => lab},
          {
            title: "side",
            text: ({openness}) => openness,
            cell: ({openness}) => <span class={openness}>{openness}</span>,
          },
          {title: "class", text: (row) => row.class},
          {
            title: "points",
            value: ({points}) => points.value,
            text: ({points}) => pointsText(points),
            cell: ({points}) => <QuantityLink quantity={points} as="whole" />,
          },
        ]}
      />
      <DataTable
        name="robustness-models"
        caption="By model: points on a class, at equal public ability"
        rows={models}
        keyOf={({points}) => points.id}
        first={20}
        columns={[
          {title: "model", text: ({model}) => model},
          {title: "class", text: (row) => row.class},
          {
            title: "points",
            value: ({points}) => points.value,
            text: ({points}) => pointsText(points),
            cell: ({points}) => <QuantityLink quantity={points} as="whole" />,
          },
        ]}
      />
    </>
  );
}

const pointsText = ({value}: IntervalItem["quantity"]): string =>
  value === null ? "–" : numberText(value, "points", "plus");
