/**
 * Withheld closed models as natural experiments: did open progress slow down when the best model could not be copied?
 *
 * For each withheld span [from, to), the exposed months are those that end τ months after it, from + τ to to + τ, with τ
 * drawn from the weights of the delays. The number is open's gain per month in the exposed months minus that in all others,
 * per year; negative if withholding slowed open down. Its interval sets it against placebo spans of equal length anywhere in
 * the record, in each joint draw. One experiment is one release: nothing here can be told from chance alone, which the width
 * shows.
 */
import {isoDay} from "../../dates.ts";
import {centralInterval, median} from "../../numeric/quantile.ts";
import {type Random, stream} from "../../numeric/random.ts";
import {DAYS_PER_MONTH} from "../../units.ts";
import {couplingMethod} from "./coupling-method.ts";
import type {FastFollow, FastFollowInput} from "./fast-follow.ts";
import {type ForceQuantity, stated, withoutNumber} from "../force-quantity.ts";
import {monthlyFrontiers, monthlyStanding} from "./monthly-frontiers.ts";
import {type Withholding, within} from "./withholding.ts";

const PURPOSE = 0xc04;

export interface NaturalExperiment {
  readonly withholding: Withholding;
  readonly from: string;
  /** Null while it lasts, or where the end is not known to the day. */
  readonly to: string | null;
  /** Days withheld so far; null where the end is not known to the day. */
  readonly days: number | null;
  /** Open's gain in the exposed months against all others, points per year. */
  readonly effect: ForceQuantity;
}

/** @param delays - weights of the delays, from `fastFollow`; without any, all delays weigh alike */
export function naturalExperiments(
  input: FastFollowInput,
  withheld: readonly Withholding[],
  delays: FastFollow["delays"],
): NaturalExperiment[] {
  const {abilities, until} = input;
  const standing = monthlyStanding(input.open, input.closed, until);
  const columns = new Map(abilities.models.map((id, column) => [id, column]));
  return withheld
    .filter(({from}) => from <= until)
    .map((withholding, index) => {
      const {from, to, model} = withholding;
      const days = (to ?? until) - from;
      const effect =
        reasonAgainst(withholding, days, columns.get(model), input) ??
        difference(withholding, index, standing, input, delays);
      return {
        withholding,
        from: isoDay(from),
        to: to === undefined ? null : isoDay(to),
        days: withholding.brief ? null : days,
        effect: typeof effect === "string" ? withoutNumber(named(withholding), effect) : effect,
      };
    });
}

const named = ({model, from, source}: Withholding) => ({
  id: `copying.experiment.${model}.${isoDay(from)}`,
  label: `Open gain while ${model} could not be copied, against all other months`,
  unit: "points per year" as const,
  note: "Negative if withholding slowed open down. One release: read the width.",
  models: [model],
  rule: couplingMethod.experimentRule.value,
  sources: source ? [source] : [],
});

/** Why a withheld model is no experiment; undefined when it is one. */
function reasonAgainst(
  {brief, from, model}: Withholding,
  days: number,
  column: number | undefined,
  {abilities, closed, until}: FastFollowInput,
): string | undefined {
  const {shortestWithholdingDays, aheadShare} = couplingMethod;
  if (brief) return "it lasted days only, and the record is read by months";
  if (days < shortestWithholdingDays.value) {
    return `it lasted ${Math.round(days)} days, and what is shorter than ${shortestWithholdingDays.value} cannot show in a record read by months`;
  }
  if (column === undefined) return "the ability of the withheld model is not measured";
  const rivals = closed.filter((release) => release.model !== model && within(release.api, from));
  if (rivals.length === 0 || from > until) return "no other closed model could be called then";
  let ahead = 0;
  for (let d = 0; d < abilities.drawCount; d++) {
    const row = d * abilities.models.length;
    if (rivals.every((release) => abilities.draws[row + release.column] < abilities.draws[row + column]))
      ahead++;
  }
  const share = ahead / abilities.drawCount;
  return share < aheadShare.value
    ? `a model that could be called was as able in ${Math.round(100 * (1 - share))}% of draws, so nothing was kept from copying`
    : undefined;
}

function difference(
  withholding: Withholding,
  index: number,
  standing: ReturnType<typeof monthlyStanding>,
  {abilities, until, seed}: FastFollowInput,
  delays: FastFollow["delays"],
): ForceQuantity | string {
  const tried =
    delays.length > 0 ? delays : couplingMethod.delayMonths.value.map((delay) => ({delay, weight: 1}));
  const gains = standing.days.length - 1;
  const contrasts: number[] = [];
  const values: number[] = [];
  let exposedMonths = 0;
  let unfinished = 0;
  for (let d = 0; d < abilities.drawCount; d++) {
    const random = stream(seed, PURPOSE, index, d);
    const shift = drawnDelay(tried, random) * DAYS_PER_MONTH;
    const [start, end] = [withholding.from + shift, (withholding.to ?? until) + shift];
    // A span whose echo is not over would be judged by its first months only.
    if (end > until) {
      unfinished++;
      continue;
    }
    const exposed = standing.days.slice(1).map((on) => on > start && on <= end);
    const count = exposed.filter(Boolean).length;
    if (count === 0 || count > gains / 2) continue;
    exposedMonths = Math.max(exposedMonths, count);
    const row = d * abilities.models.length;
    const {open} = monthlyFrontiers(standing, abilities.draws.subarray(row, row + abilities.models.length));
    const seen = contrast(open, exposed, 0);
    contrasts.push(seen);
    values.push(seen - contrast(open, exposed, 1 + random.below(gains - 1)));
  }
  const {minUsableShare, intervalLevel} = couplingMethod;
  if (values.length === 0 || values.length < minUsableShare.value * abilities.drawCount) {
    return unfinished > 0
      ? `its echo in open models is not over by ${isoDay(until)} in ${unfinished} of ${abilities.drawCount} draws`
      : "no month of the record is exposed to it and to nothing else";
  }
  return stated(named(withholding), {
    value: median(contrasts),
    interval: centralInterval(values, intervalLevel.value),
    kind: "confidence",
    n: exposedMonths,
  });
}

/** Mean gain of the exposed months, moved round the record by `shift`, minus that of the others; points per year. */
function contrast(open: Float64Array, exposed: readonly boolean[], shift: number): number {
  const n = exposed.length;
  const sums = [0, 0];
  const counts = [0, 0];
  for (let t = 0; t < n; t++) {
    const side = exposed[(t + shift) % n] ? 1 : 0;
    sums[side] += open[t + 1] - open[t];
    counts[side]++;
  }
  return 12 * (sums[1] / counts[1] - sums[0] / counts[0]);
}

function drawnDelay(delays: FastFollow["delays"], random: Random): number {
  const total = delays.reduce((sum, {weight}) => sum + weight, 0);
  let left = random.uniform() * total;
  for (const {delay, weight} of delays) {
    left -= weight;
    if (left < 0) return delay;
  }
  return delays.at(-1)!.delay;
}
