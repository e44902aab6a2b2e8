/**
 * What the parameters are after history has spoken: draws from the priors, weighed by the record and drawn again.
 *
 * Per world (joint ability draw), over the window: pace and urgency of the closed side, and own pace, coupling, delay and
 * urgency of the open side given the closed record of the same world, are drawn from their priors and kept in proportion to
 * the likelihood of the days and sizes of the records seen (sampling-importance-resampling, Rubin 1988), the rate at no
 * stress integrated out. That rate then comes from its exact gamma posterior, the mean size from its exact inverse-gamma
 * posterior, and who sets open records from a Dirichlet posterior around the cadence of flagships (R37). Parameters of
 * which the record says nothing keep their priors.
 */
import type {RatePrior} from "../../forces/continuity/gamma-poisson.ts";
import {couplingMethod} from "../../forces/copying/coupling-method.ts";
import {drawFrom} from "../../numeric/distribution.ts";
import {exp, log} from "../../numeric/elementary.ts";
import {type Random, stream} from "../../numeric/random.ts";
import {gammaDraw, inverseGammaDraw} from "../../numeric/random-variates.ts";
import {forcesForecastMethod as method, type PriorName} from "./forces-forecast-method.ts";
import type {Draws, ForcesGround} from "./forces-ground.ts";
import {COLUMN, COLUMNS, type Parameter} from "./parameters.ts";
import {
  type ClosedAdvance,
  closedHistory,
  type OpenAdvance,
  openHistory,
  type SideHistory,
} from "./side-history.ts";
import {type RecordMove, type WorldHistory, worldHistory} from "./world-history.ts";

const PURPOSE = 0xf0c1;

export interface Particles {
  /** Particle p continues world p modulo the number of worlds. */
  readonly count: number;
  /** [count x COLUMNS], row-major, in the order of `PARAMETERS`. */
  readonly values: Float64Array;
  /** Running sum of the labs' shares of open records [count x labs]. */
  readonly shares: Float64Array;
  /** Stress of each side on the as-of date [count]. */
  readonly stress: {readonly closed: Float64Array; readonly open: Float64Array};
  readonly histories: readonly WorldHistory[];
  /** Effective number of prior draws behind a world's, mean over worlds: closed and open side. */
  readonly effective: {readonly closed: number; readonly open: number};
}

export function particles(ground: ForcesGround, seed: number): Particles {
  const {worlds, asOf, labs} = ground;
  const window = method.windowMonths.value;
  const perWorld = method.particlesPerWorld.value;
  const count = worlds.length * perWorld;
  const values = new Float64Array(count * COLUMNS);
  const shares = new Float64Array(count * labs.length);
  const stress = {closed: new Float64Array(count), open: new Float64Array(count)};
  const effective = {closed: 0, open: 0};
  const histories = worlds.map((world) => worldHistory(world, asOf, window));
  for (const [w, history] of histories.entries()) {
    const random = stream(seed, PURPOSE, w);
    const [closedRecords, openRecords] = [method.closedRecordsPerYear.value, method.openRecordsPerYear.value];
    const closedCount = {records: history.closedMoves.length, prior: closedRecords};
    const openCount = {records: history.openMoves.length, prior: openRecords};
    const closed = resampled(
      weighed(
        () => closedPrior(random),
        (advance) => closedHistory(history, advance),
        closedCount,
      ),
      perWorld,
      random,
    );
    const open = resampled(
      weighed(
        () => openPrior(random),
        (advance) => openHistory(history, advance),
        openCount,
      ),
      perWorld,
      random,
    );
    effective.closed += closed.effective / worlds.length;
    effective.open += open.effective / worlds.length;
    for (let k = 0; k < perWorld; k++) {
      const p = k * worlds.length + w;
      const set = (name: Parameter, value: number) => (values[p * COLUMNS + COLUMN[name]] = value);
      setFromPriors(set, ground, p, random);
      const [ahead, behind] = [closed.kept[k], open.kept[k]];
      set("closedPace", 12 * ahead.pace);
      set("closedUrgency", ahead.urgency);
      set("closedRate", 12 * rate(closedCount, ahead.exposure, random));
      set("closedSize", meanSize(history.closedMoves, random));
      set("ownPace", 12 * behind.own);
      set("coupling", behind.coupling);
      set("delay", behind.delay);
      set("openUrgency", behind.urgency);
      set("openRate", 12 * rate(openCount, behind.exposure, random));
      set("openSize", meanSize(history.openMoves, random));
      set(
        "copyingShare",
        behind.delay < couplingMethod.shortestCopyingMonths.value
          ? 0
          : drawFrom(method.copyingShare.value, random),
      );
      stress.closed[p] = ahead.stress;
      stress.open[p] = behind.stress;
      fillShares(shares.subarray(p * labs.length, (p + 1) * labs.length), ground, w, random);
    }
  }
  return {count, values, shares, stress, histories, effective};
}

/** Candidates with their histories, and the log likelihood of each, up to a constant, with the rate integrated out. */
function weighed<Advance>(
  draw: () => Advance,
  historyOf: (advance: Advance) => SideHistory,
  {records, prior}: {readonly records: number; readonly prior: RatePrior},
): Weighed<Advance>[] {
  const {shape, mean} = prior;
  return Array.from({length: method.candidatesPerWorld.value}, () => {
    const advance = draw();
    const history = historyOf(advance);
    const {logUrgency, exposure} = history;
    const likelihood = logUrgency - (shape + records) * log((12 * shape) / mean + exposure);
    return {...advance, ...history, log: likelihood};
  });
}

type Weighed<Advance> = Advance & SideHistory & {readonly log: number};

const closedPrior = (random: Random): ClosedAdvance => ({
  pace: drawFrom(method.closedPace.value, random) / 12,
  urgency: drawFrom(method.urgency.value, random),
});

function openPrior(random: Random): OpenAdvance {
  const {delayMonths, couplingGrid} = couplingMethod;
  return {
    own: drawFrom(method.ownPace.value, random) / 12,
    coupling: Math.min(drawFrom(method.coupling.value, random), couplingGrid.value.high),
    delay: delayMonths.value[random.below(delayMonths.value.length)],
    urgency: drawFrom(method.urgency.value, random),
  };
}

/** Systematic resampling: candidates in proportion to their likelihood, with the least noise. */
function resampled<Candidate extends {readonly log: number}>(
  candidates: readonly Candidate[],
  count: number,
  random: Random,
): {kept: Candidate[]; effective: number} {
  const top = Math.max(...candidates.map(({log}) => log));
  const weights = candidates.map(({log}) => exp(log - top));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const squares = weights.reduce((sum, weight) => sum + weight * weight, 0);
  const kept: Candidate[] = [];
  let passed = weights[0];
  let i = 0;
  const start = random.uniform();
  for (let k = 0; k < count; k++) {
    const wanted = ((start + k) / count) * total;
    while (passed < wanted && i < weights.length - 1) passed += weights[++i];
    kept.push(candidates[i]);
  }
  // In order of likelihood they would pair good closed with good open draws of one world.
  for (let k = count - 1; k > 0; k--) {
    const other = random.below(k + 1);
    [kept[k], kept[other]] = [kept[other], kept[k]];
  }
  return {kept, effective: total ** 2 / squares};
}

/** Events a month at no stress: gamma posterior of a Poisson rate. */
const rate = (
  {records, prior: {mean, shape}}: {readonly records: number; readonly prior: RatePrior},
  exposure: number,
  random: Random,
): number => gammaDraw(random, shape + records) / ((12 * shape) / mean + exposure);

/** Mean of exponential sizes: inverse-gamma posterior. */
function meanSize(moves: readonly RecordMove[], random: Random): number {
  const {mean, records} = method.recordSize.value;
  const total = moves.reduce((sum, {size}) => sum + size, 0);
  return inverseGammaDraw(random, records + 1 + moves.length, records * mean + total);
}

/** Running sum of one Dirichlet draw over the labs. */
function fillShares(
  into: Float64Array,
  {labs, labRecords}: ForcesGround,
  world: number,
  random: Random,
): void {
  const cadence = labs.reduce((sum, lab) => sum + lab.cadence, 0);
  const other = method.otherLabShare.value;
  let total = 0;
  for (let j = 0; j < labs.length; j++) {
    const isOther = j === labs.length - 1;
    const before = (isOther ? other : 0) + (cadence > 0 ? ((1 - other) * labs[j].cadence) / cadence : 0);
    const weight = method.labShareWeight.value * before + labRecords[world][j];
    total += weight > 0 ? gammaDraw(random, weight) : 0;
    into[j] = total;
  }
  for (let j = 0; j < labs.length; j++) into[j] /= total;
}

function setFromPriors(
  set: (name: Parameter, value: number) => void,
  ground: ForcesGround,
  p: number,
  random: Random,
): void {
  const {closedMoney, spendPoints, flagships, lawYears, heldOutRatio} = ground;
  const known = (draws: Draws | null, other: () => number) => (draws ? draws[p % draws.length] : other());
  const prior = (name: PriorName) => drawFrom(method[name].value, random);
  set("paceDrift", prior("paceDrift"));
  set(
    "spendPoints",
    Math.max(
      0,
      known(spendPoints, () => prior("spendPoints")),
    ),
  );
  set("spendLag", prior("spendLagMonths"));
  set("growthHalfLife", prior("growthHalfLifeMonths"));
  set(
    "revenueGrowth",
    known(closedMoney.revenueGrowth, () => prior("revenueGrowth")),
  );
  set("investorGrowth", prior("investorGrowth"));
  set(
    "revenueShareOfSpend",
    known(closedMoney.revenueShareOfSpend, () => prior("revenueShareOfSpend")),
  );
  set("researchElasticity", prior("researchElasticity"));
  set("responseMonths", prior("responseMonths"));
  set("troubleCadence", prior("troubleCadence"));
  set("troubleEffort", prior("troubleEffort"));
  const {withheld, opened} = method.withheldUsual.value;
  const kept = gammaDraw(random, withheld + flagships.withheld);
  const usual = kept / (kept + gammaDraw(random, opened + flagships.opened));
  set("withheldUsual", usual);
  set("withheldInTrouble", Math.max(usual, prior("withheldInTrouble")));
  set("tighteningInTrouble", prior("tighteningInTrouble"));
  set("exitWhenShort", prior("exitWhenShort"));
  set("rescueMonths", prior("rescueMonths"));
  set("banPerYear", 12 * rate({records: 0, prior: method.banPerYear.value}, 12 * lawYears, random));
  set(
    "thresholdPerYear",
    12 * rate({records: 0, prior: method.thresholdPerYear.value}, 12 * lawYears, random),
  );
  set("revenueLostToBan", prior("revenueLostToBan"));
  set("heldOutRatio", drawFrom(heldOutRatio ?? method.heldOutRatio.value, random));
  set("learningPerYear", prior("learningPerYear"));
  set("catchUpPerYear", prior("catchUpPerYear"));
  set("launchPrice", prior("launchPrice"));
  const declineOld = prior("declineOld");
  set("declineOld", declineOld);
  set("declineNew", Math.max(declineOld, prior("declineNew")));
  set("openShare", ground.openShare ?? prior("openShare"));
  set("useAbility", prior("useAbility"));
  set("usePrice", prior("usePrice"));
  set("revenuePerShare", prior("revenuePerShare"));
}
