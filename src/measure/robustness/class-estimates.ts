/** Difference, months, trend and lags per class of evidence, from the scaled draws. */

import type {Release} from "../instrument.ts";
import {lagsOfWorlds, meanDailyLookBack, pairedLags} from "./class-lags.ts";
import type {ClassDraws} from "./difference-draws.ts";
import type {ClassEstimate, EvidenceCount, ReportedClass} from "./estimate.ts";
import {figure, figureOrNone} from "./figure.ts";
import {lagRatioOf} from "./lag-ratio.ts";
import type {ScaledDraws} from "./robustness.ts";
import {EVIDENCE_CLASSES, type EvidenceClass, type RobustnessInput} from "./robustness-input.ts";
import type {RobustnessMethod} from "./robustness-method.ts";

/** One estimate per class, those without evidence included, and held-out last. */
export function classEstimates(
  scaled: ScaledDraws,
  input: RobustnessInput,
  method: RobustnessMethod,
): ClassEstimate[] {
  const byName = new Map(scaled.draws.classes.map((draws) => [draws.name, draws]));
  const single = (name: EvidenceClass) => {
    const draws = byName.get(name);
    return draws ? [{draws, weight: 1}] : [];
  };
  const held = (["private", "semi-private"] as const).flatMap((name) => {
    const draws = byName.get(name);
    return draws ? [{draws, weight: evidenceCount(scaled, [name]).nFamilies}] : [];
  });
  const total = held.reduce((sum, {weight}) => sum + weight, 0);
  const onPublic = worldLags(scaled, scaled.sides, input, (d) => publicRow(scaled, d));
  return [
    ...EVIDENCE_CLASSES.map((name) =>
      classEstimate(scaled, name, [name], single(name), onPublic, input, method),
    ),
    classEstimate(
      scaled,
      "held-out",
      ["private", "semi-private"],
      held.map(({draws, weight}) => ({draws, weight: weight / total})),
      onPublic,
      input,
      method,
    ),
  ];
}

interface Part {
  readonly draws: ClassDraws;
  readonly weight: number;
}

function classEstimate(
  scaled: ScaledDraws,
  name: ReportedClass,
  members: readonly EvidenceClass[],
  parts: readonly Part[],
  onPublic: Lags,
  input: RobustnessInput,
  method: RobustnessMethod,
): ClassEstimate {
  const count = evidenceCount(scaled, members);
  const need = method.minClassModels.value;
  if (count.nOpen < need || count.nClosed < need)
    return {
      kind: "insufficient",
      class: name,
      reason: `${count.nOpen} open and ${count.nClosed} closed models have ${name} results; ${need} of each are needed`,
      ...count,
    };
  const {scale, pace, level} = scaled;
  const worlds = scaled.draws.drawCount;
  const inPoints = (of: (draws: ClassDraws) => Float64Array) =>
    scale.map((k, d) => k * parts.reduce((sum, {draws, weight}) => sum + weight * of(draws)[d], 0));
  const difference = inPoints((draws) => draws.difference);
  return {
    kind: "estimate",
    class: name,
    ...count,
    differencePoints: figure(difference, level),
    differenceMonths: figureOrNone(
      pace.map((perMonth, d) => (perMonth === undefined ? undefined : difference[d] / perMonth)),
      level,
      "the closed frontier did not rise in the window",
    ),
    probabilityWorse: difference.filter((value) => value < 0).length / difference.length,
    trendPointsPerYear: figure(
      inPoints((draws) => draws.trend),
      level,
    ),
    lag: lagRatioOf(overall(scaled, parts, onPublic, input), worlds, method),
    testedLag: lagRatioOf(amongTested(scaled, parts, input), worlds, method),
  };
}

type Lags = readonly (number | undefined)[];

const publicRow = ({table, points}: ScaledDraws, d: number) =>
  points.subarray(d * table.models.length, (d + 1) * table.models.length);

/** Public lag and class lag over all models: every open one moved by delta at its release date. */
function overall(scaled: ScaledDraws, parts: readonly Part[], onPublic: Lags, input: RobustnessInput) {
  const {open, draws, scale, sides} = scaled;
  const row = (d: number) => {
    const moved = publicRow(scaled, d).slice();
    for (const {draws: own, weight} of parts)
      for (let m = 0; m < moved.length; m++)
        if (open[m]) moved[m] += scale[d] * weight * (own.difference[d] + own.trend[d] * draws.years[m]);
    return moved;
  };
  return pairedLags(onPublic, worldLags(scaled, sides, input, row));
}

/** The same over the models tested on the class, with their labs' and their own effects where those were seen. */
function amongTested(scaled: ScaledDraws, parts: readonly Part[], input: RobustnessInput) {
  const {open, draws, scale} = scaled;
  const tested = new Set(parts.flatMap((part) => part.draws.models));
  const inside = ({column}: Release) => tested.has(column);
  const sides = {closed: scaled.sides.closed.filter(inside), open: scaled.sides.open.filter(inside)};
  const labColumns = parts.map(({draws: own}) => own.models.map((m) => own.labs.indexOf(draws.labOf[m])));
  const row = (d: number) => {
    const moved = publicRow(scaled, d).slice();
    for (const [p, {draws: own, weight}] of parts.entries()) {
      for (const m of tested)
        if (open[m]) moved[m] += scale[d] * weight * (own.difference[d] + own.trend[d] * draws.years[m]);
      for (const [j, m] of own.models.entries()) {
        const lab = own.lab[d * own.labs.length + labColumns[p][j]];
        moved[m] += scale[d] * weight * (lab + own.model[d * own.models.length + j]);
      }
    }
    return moved;
  };
  const onPublic = worldLags(scaled, sides, input, (d) => publicRow(scaled, d));
  return pairedLags(onPublic, worldLags(scaled, sides, input, row));
}

const worldLags = (
  {draws}: ScaledDraws,
  sides: ScaledDraws["sides"],
  {lagRule, asOf}: RobustnessInput,
  row: (d: number) => Float64Array,
): Lags => lagsOfWorlds(lagRule ?? meanDailyLookBack, sides, asOf, draws.drawCount, row);

/** What the evidence of some classes consists of. */
export function evidenceCount({table, open}: ScaledDraws, names: readonly EvidenceClass[]): EvidenceCount {
  const cells = table.cells.filter(({test}) =>
    table.tests[test].classes.some((name) => names.includes(name)),
  );
  const models = [...new Set(cells.map(({model}) => model))];
  return {
    nOpen: models.filter((m) => open[m]).length,
    nClosed: models.filter((m) => !open[m]).length,
    nOpenLabs: new Set(models.filter((m) => open[m]).map((m) => table.models[m].lab)).size,
    nFamilies: new Set(cells.map(({test}) => table.tests[test].family)).size,
    nResults: cells.length,
  };
}
