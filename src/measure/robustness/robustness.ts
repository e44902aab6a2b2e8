/**
 * Do open models hold on private, fresh, agentic and preference evidence what their public results promise?
 *
 * The estimate is differential item functioning: how much better or worse an open model does on a class of evidence
 * than a closed one of equal ability on established public tests, with partial pooling over labs, models and
 * families of tests (difference-model.ts). It is stated in index points, in months of the closed frontier's pace, and
 * as the lag on the class over the lag on public tests, all from the same joint draws.
 */
import {InputError} from "../../errors.ts";
import {stream} from "../../numeric/random.ts";
import {afterMonths, months} from "../../units.ts";
import type {Release} from "../instrument.ts";
import {caveats} from "./caveats.ts";
import {classEstimates} from "./class-estimates.ts";
import {meanDailyLookBack} from "./class-lags.ts";
import {closedPace} from "./closed-pace.ts";
import {type DifferenceDraws, differenceDraws} from "./difference-draws.ts";
import type {RobustnessEstimate} from "./estimate.ts";
import {type EvidenceTable, evidenceTable, type Test} from "./evidence-table.ts";
import {figure, figureOrNone} from "./figure.ts";
import {labEstimates, modelEstimates} from "./lab-and-model-estimates.ts";
import {matchedPairs} from "./matched-pairs.ts";
import {placebo} from "./placebo.ts";
import {publicAbility, subsetAbility} from "./public-ability.ts";
import type {RobustnessInput} from "./robustness-input.ts";
import {type RobustnessMethod, robustnessMethod} from "./robustness-method.ts";
import {separateFits} from "./separate-fits.ts";

/** The draws on the index scale, and what turns points into months: what every part of the estimate reads. */
export interface ScaledDraws {
  readonly table: EvidenceTable;
  readonly open: readonly boolean[];
  readonly draws: DifferenceDraws;
  /** Points per logit [draws]. */
  readonly scale: Float64Array;
  /** Public ability [draws x models], points. */
  readonly points: Float64Array;
  readonly sides: {readonly closed: readonly Release[]; readonly open: readonly Release[]};
  /** Points per month [draws]; undefined where a world has no pace. */
  readonly pace: readonly (number | undefined)[];
  readonly level: number;
}

/**
 * @param method - every arguable choice; `robustnessMethod` unless the caller varies one
 * @param seed - names the random stream: same input, method and seed, same estimate
 * @throws InputError when an anchor of the scale has no usable results
 */
export function robustness(
  input: RobustnessInput,
  method: RobustnessMethod = robustnessMethod,
  seed = 1,
): RobustnessEstimate {
  const table = evidenceTable(input, method);
  const open = table.models.map(({openness}) => openness === "open");
  const recent = afterMonths(input.asOf, months(-method.recentMonths.value));
  const draws = differenceDraws(table, open, recent, method, stream(seed, PURPOSE.fit));
  const scaled = onIndexScale(table, open, draws, input, method);
  const onPublic = subsetAbility(table, isPublic, recent, method, stream(seed, PURPOSE.match));
  const onHeldOut = subsetAbility(table, isHeldOut, recent, method, stream(seed, PURPOSE.heldOut));
  const matching = publicAbility(onPublic, method);
  const names = draws.classes.map(({name}) => name);
  const classes = classEstimates(scaled, input, method);
  const separate = separateFits(
    table,
    onPublic,
    onHeldOut,
    input.lagRule ?? meanDailyLookBack,
    input.asOf,
    method,
  );
  const checks = matching
    ? {
        separateFits: separate,
        matchedPairs: names.map((name, c) =>
          matchedPairs(table, name, matching, draws.slope, method, stream(seed, PURPOSE.pairs, c)),
        ),
        placebo: names.map((name, c) =>
          placebo(table, name, matching, draws.slope, method, stream(seed, PURPOSE.placebo, c)),
        ),
      }
    : {
        separateFits: separate,
        matchedPairs: [],
        placebo: [],
        insufficient: "an anchor of the scale has too few public results",
      };
  return {
    classes,
    labs: labEstimates(scaled),
    models: modelEstimates(scaled),
    checks,
    closedPace: figureOrNone(scaled.pace, scaled.level, "the closed frontier did not rise in the window"),
    pointsPerLogit: figure(scaled.scale, scaled.level),
    deviations: [...draws.variances].map(([effect, variance]) => ({
      effect,
      points: figure(
        variance.map((value, d) => Math.sqrt(value) * scaled.scale[d]),
        scaled.level,
      ),
    })),
    caveats: caveats(scaled, input, classes, method),
    sides: {open: open.filter(Boolean).length, closed: open.filter((side) => !side).length},
    cells: table.cells.length,
    results: table.resultCount,
    dropped: table.dropped,
    drawCount: draws.drawCount,
  };
}

const PURPOSE = {fit: 1, match: 2, pairs: 3, placebo: 4, heldOut: 5};
const isPublic = ({classes}: Test) => classes.length === 0;
const isHeldOut = ({classes}: Test) => classes.includes("private") || classes.includes("semi-private");

function onIndexScale(
  table: EvidenceTable,
  open: readonly boolean[],
  draws: DifferenceDraws,
  {asOf}: RobustnessInput,
  method: RobustnessMethod,
): ScaledDraws {
  const {low, lowPoints, high, highPoints} = method.anchors.value;
  const [from, to] = [low, high].map((anchor) => {
    const at = table.models.findIndex(({id}) => id === anchor);
    if (at < 0) throw new InputError("insufficient", `results of ${anchor}; the scale is fixed by it`);
    return at;
  });
  const count = table.models.length;
  const scale = new Float64Array(draws.drawCount);
  const points = new Float64Array(draws.ability.length);
  for (let d = 0; d < draws.drawCount; d++) {
    const row = draws.ability.subarray(d * count, (d + 1) * count);
    scale[d] = (highPoints - lowPoints) / (row[to] - row[from]);
    for (let m = 0; m < count; m++) points[d * count + m] = lowPoints + scale[d] * (row[m] - row[from]);
  }
  const releases = (side: boolean): Release[] =>
    table.models.flatMap(({id, releaseDay}, column) =>
      open[column] === side ? [{model: id, date: {earliest: releaseDay, latest: releaseDay}, column}] : [],
    );
  const sides = {closed: releases(false), open: releases(true)};
  const paceOf = closedPace(sides.closed, asOf, method.slopeWindowMonths.value);
  const pace = Array.from({length: draws.drawCount}, (_, d) =>
    paceOf(points.subarray(d * count, (d + 1) * count)),
  );
  return {table, open, draws, scale, points, sides, pace, level: method.level.value};
}
