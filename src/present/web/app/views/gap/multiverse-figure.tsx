/** The headline with one choice of the method changed at a time. */
import {DataTable} from "../../kit.ts";
import type {Multiverse} from "../../../../../multiverse-report.ts";
import {numberText} from "../../../../quantity-text.ts";

export const MultiverseFigure = ({multiverse}: {readonly multiverse: Multiverse}) => (
  <section>
    <h2>
      If one choice were made differently, the headline would lie between{" "}
      {numberText(multiverse.range.low, "months")} and {numberText(multiverse.range.high, "months")} months
    </h2>
    <DataTable
      name="multiverse"
      caption="Choices of the method, and what the headline would be under each alternative"
      columns={[
        {title: "choice", text: (row) => row.choice},
        {title: "alternative", text: (row) => row.value},
        {
          title: "months",
          value: (row) => row.months,
          text: (row) => row.failed ?? numberText(row.months ?? 0, "months"),
        },
        {
          title: "shift",
          value: (row) => row.shift,
          text: (row) => (row.shift === null ? "–" : numberText(row.shift, "months", "plus")),
        },
      ]}
      rows={multiverse.choices.flatMap(({choice, alternatives}) =>
        alternatives.map((alternative) => ({choice, ...alternative})),
      )}
      keyOf={(row) => `${row.choice}=${row.value}`}
    />
  </section>
);
