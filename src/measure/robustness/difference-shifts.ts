/**
 * Common moves of a parent effect and its children that leave the fit unchanged, or nearly so.
 *
 * For instance delta of a class up by t and the model effects of all open models in it down by t: no prediction
 * changes, only the priors weigh the two. Drawn one by one, such coefficients would need thousands of sweeps.
 */
import type {Effect, Move, Shift} from "../../numeric/bilinear-mixed-model.ts";
import {absorbedShift, stretchShift} from "./absorbed-shifts.ts";
import type {ClassEffects} from "./difference-model.ts";
import type {EvidenceTable, Test} from "./evidence-table.ts";

export interface Layout {
  readonly table: EvidenceTable;
  readonly open: readonly boolean[];
  readonly years: Float64Array;
  readonly labOf: Int32Array;
  readonly labCount: number;
  readonly familyOf: readonly number[];
  readonly families: readonly string[];
  readonly domains: readonly string[];
}

interface NamedEffect {
  readonly effect: Effect;
  readonly names: readonly string[];
}

export interface ShiftedEffects {
  readonly ability: Effect;
  readonly classes: readonly ClassEffects[];
  readonly familyDifference: Effect;
  readonly domainDifference: Effect;
  /** Names are "model family". */
  readonly modelFamily: NamedEffect;
  /** Names are "lab family". */
  readonly labFamily: NamedEffect;
  /** Names are "model level". */
  readonly modelEffort: NamedEffect;
  /** Names are levels. */
  readonly effort: NamedEffect;
  readonly drift: Effect;
}

const up = (effect: Effect, groups: readonly number[]): Move => ({effect, groups, by: groups.map(() => 1)});
const down = (effect: Effect, groups: readonly number[]): Move => ({
  effect,
  groups,
  by: groups.map(() => -1),
});
const every = ({values}: Effect) => Array.from(values, (_, g) => g);
const NOWHERE = {items: [], at: new Int32Array(0), by: new Float64Array(0)};
/** A shift that changes no prediction, which needs all its parts: with one of them empty there is none. */
const exact = (...moves: Move[]): Shift[] =>
  moves.every(({groups}) => groups.length > 0) ? [{moves, ...NOWHERE}] : [];

export function differenceShifts(layout: Layout, effects: ShiftedEffects): Shift[] {
  const {ability, classes, effort, modelEffort, drift} = effects;
  const {open, years} = layout;
  return [
    ...familyShifts(layout, effects),
    ...classes.flatMap((own) => classShifts(layout, effects, own)),
    ...effort.names.flatMap((level, g) =>
      exact(up(effort.effect, [g]), down(modelEffort.effect, named(modelEffort, 1, level))),
    ),
    ...effort.names.map((_, g) => absorbedShift(layout, ability, effort.effect, g)),
    absorbedShift(layout, ability, drift, 0),
    // Tests are taken by models of about one age, so the slow questions are how far apart the ages are.
    ...[1, 2].flatMap((power) => [
      stretchShift(layout, ability, (m) => years[m] ** power),
      stretchShift(layout, ability, (m) => (open[m] ? years[m] ** power : 0)),
    ]),
  ];
}

/** Indices of the coefficients whose name has `part` at a place. */
const named = ({names}: NamedEffect, place: 0 | 1, part: string | number) =>
  names.flatMap((name, k) => (name.split(" ")[place] === String(part) ? [k] : []));

function familyShifts(
  layout: Layout,
  {ability, familyDifference, domainDifference, modelFamily, labFamily}: ShiftedEffects,
): Shift[] {
  const {open, familyOf, families, domains} = layout;
  const openModels = open.flatMap((isOpen, m) => (isOpen ? [m] : []));
  const together = openModels.map(() => 1);
  return [
    // All open abilities against all family effects: the zero mean of the latter is what defines public ability.
    ...exact(down(familyDifference, every(familyDifference)), {
      effect: ability,
      groups: openModels,
      by: together,
      meanBy: together,
    }),
    ...domains.flatMap((domain, g) => {
      const own = familiesExactly(layout, (test) => test.domain === domain);
      return own ? exact(up(domainDifference, [g]), down(familyDifference, own)) : [];
    }),
    ...families.flatMap((_, f) => [
      openLabsShift(layout, (t) => familyOf[t] === f, {
        parent: up(familyDifference, [f]),
        lab: labFamily.effect,
        labs: labFamily.names.map((name) =>
          name.split(" ")[1] === String(f) ? Number(name.split(" ")[0]) : -1,
        ),
      }),
      ...exact(
        up(familyDifference, [f]),
        down(
          modelFamily.effect,
          named(modelFamily, 1, f).filter((k) => open[Number(modelFamily.names[k].split(" ")[0])]),
        ),
      ),
    ]),
  ];
}

function classShifts(
  layout: Layout,
  {familyDifference, labFamily}: ShiftedEffects,
  own: ClassEffects,
): Shift[] {
  const {table, open, years, labOf} = layout;
  const {name, difference, trend, lab, labs, model, models} = own;
  const inside = (test: Test) => test.classes.includes(name);
  const families = familiesExactly(layout, inside);
  const openOnes = models.flatMap((m, k) => (open[m] ? [k] : []));
  const items = table.tests.flatMap((test, item) => (inside(test) ? [{item, by: -1}] : []));
  return [
    ...(families ? exact(up(difference, [0]), down(familyDifference, families)) : []),
    ...exact(up(difference, [0]), down(model, openOnes)),
    ...exact(up(trend, [0]), {effect: model, groups: openOnes, by: openOnes.map((k) => -years[models[k]])}),
    openLabsShift(layout, (t) => inside(table.tests[t]), {parent: up(difference, [0]), lab, labs}),
    // What all labs or all models share on a class is the difficulty of its tests.
    {moves: [up(lab, every(lab))], ...NOWHERE, items},
    {moves: [up(model, every(model))], ...NOWHERE, items},
    ...labs.flatMap((index, l) => {
      const itsModels = models.flatMap((m, k) => (labOf[m] === index ? [k] : []));
      const itsFamilies = named(labFamily, 0, index).filter((k) =>
        families?.includes(Number(labFamily.names[k].split(" ")[1])),
      );
      return [
        ...exact(up(lab, [l]), down(model, itsModels)),
        ...exact(up(lab, [l]), down(labFamily.effect, itsFamilies)),
      ];
    }),
  ];
}

/** Families all of whose tests are of a kind; undefined when some family has only part of its tests there. */
function familiesExactly(
  {table, familyOf, families}: Layout,
  is: (test: Test) => boolean,
): number[] | undefined {
  const inside = new Array<number>(families.length).fill(0);
  const total = new Array<number>(families.length).fill(0);
  for (const [t, test] of table.tests.entries()) {
    total[familyOf[t]]++;
    if (is(test)) inside[familyOf[t]]++;
  }
  if (inside.some((count, f) => count > 0 && count < total[f])) return undefined;
  return families.flatMap((_, f) => (inside[f] > 0 ? [f] : []));
}

/**
 * A difference of open models up, mostly open labs down: not exact for labs that release both ways, where the
 * likelihood has its say.
 *
 * @param is - whether a test carries both
 * @param labs - lab of each coefficient of `lab`; -1 leaves the coefficient alone
 */
function openLabsShift(
  {table, open, labOf, labCount}: Layout,
  is: (test: number) => boolean,
  {parent, lab, labs}: {parent: Move; lab: Effect; labs: readonly number[]},
): Shift {
  const balance = new Array<number>(labCount).fill(0);
  for (const [m, isOpen] of open.entries()) balance[labOf[m]] += isOpen ? 1 : -1;
  const mostlyOpen = balance.map((value) => value > 0);
  const affected = table.cells.flatMap(({model, test}, at) => {
    if (!is(test)) return [];
    const by = Number(open[model]) - Number(mostlyOpen[labOf[model]]);
    return by === 0 ? [] : [{at, by}];
  });
  const moved = labs.flatMap((l, k) => (l >= 0 && mostlyOpen[l] ? [k] : []));
  return {
    moves: [parent, down(lab, moved)],
    items: [],
    at: Int32Array.from(affected, ({at}) => at),
    by: Float64Array.from(affected, ({by}) => by),
  };
}
