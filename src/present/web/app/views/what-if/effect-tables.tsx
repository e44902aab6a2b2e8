/** An answer in tables: each number with and without the scenario, and by which force it changed. */
import type {ScenarioEffect, ScenarioTarget} from "../../../../../whatif-report.ts";
import {changeText, changeUnit, stateText} from "../../../../change-text.ts";
import {movedTargets, visibleParts} from "../../../../scenario-view.ts";
import {DataTable} from "../../kit.ts";

type Horizon = ScenarioTarget["horizons"][number];
interface Row {
  readonly target: ScenarioTarget;
  readonly at: Horizon;
}

/** Months ahead at which the table stands; the file has all. */
const SHOWN = [12, 24];
const ALWAYS = ["closed", "open", "gap", "lag"];

export function EffectTables({effect}: {readonly effect: ScenarioEffect}) {
  const {id, targets, path, level} = effect;
  const moved = new Set(movedTargets(targets));
  const rows = targets
    .filter((target) => moved.has(target) || ALWAYS.includes(target.id))
    .flatMap((target): Row[] =>
      target.horizons.filter(({months}) => SHOWN.includes(months)).map((at) => ({target, at})),
    );
  const {target: side, parts} = visibleParts(path);
  const points = {unit: "points", as: "amount"} as const;
  return (
    <>
      <DataTable
        name={`what-if-${id}`}
        caption={`Medians without and with it, the mean change, and where ${Math.round(100 * level)}% of the paths change`}
        rows={rows}
        keyOf={({target, at}) => `${target.id} ${at.months}`}
        columns={[
          {title: "of", text: ({target}) => target.label},
          {title: "months ahead", value: ({at}) => at.months, text: ({at}) => String(at.months)},
          {
            title: "without",
            value: ({at}) => at.without.value,
            text: ({target, at}) => stateText(at.without.value, target),
          },
          {
            title: "with it",
            value: ({at}) => at.with.value,
            text: ({target, at}) => stateText(at.with.value, target),
          },
          {
            title: "change",
            value: ({at}) => at.change.value,
            text: ({target, at}) => `${changeText(at.change.value, target)} ${changeUnit(target)}`,
          },
          {
            title: `${Math.round(100 * level)}% of paths`,
            text: ({target, at}) =>
              `${changeText(at.change.low, target)} to ${changeText(at.change.high, target)}`,
          },
        ]}
      />
      {parts.length > 0 && (
        <>
          <h3>By which force, and when</h3>
          <DataTable
            name={`what-if-${id}-forces`}
            caption={`Mean parts in the change of the best ${side} ability, points; switched on one after the other, they add up`}
            rows={parts}
            keyOf={({force}) => force}
            columns={[
              {title: "force", text: ({label}) => label},
              ...[12, 24, 36].map((months) => ({
                title: `${months} months`,
                value: ({byQuarter}: (typeof parts)[number]) => byQuarter[months / 3]!,
                text: ({byQuarter}: (typeof parts)[number]) => changeText(byQuarter[months / 3]!, points),
              })),
              {
                title: "half by",
                value: ({halfBy}) => halfBy,
                text: ({halfBy}) => (halfBy === null ? "–" : `${halfBy} months`),
              },
            ]}
          />
        </>
      )}
    </>
  );
}
