/** Every arguable constant of syncing: when an answer is believed, and how long and how much is asked. */
import type {Choice} from "../../choice.ts";

const choice = <T>(value: T, reason: string, alternatives: readonly T[]): Choice<T> =>
  Object.freeze({value, reason, alternatives: Object.freeze(alternatives)});

export const syncMethod = Object.freeze({
  shrinkShare: choice(
    0.2,
    "Boards drop a few old models at a time. A part that loses a fifth of its rows at once has been cut off or renamed.",
    [0.1, 0.5],
  ),
  changedShare: choice(
    0.25,
    "Re-runs and corrections touch a few rows. When a quarter of the values known before move at once, something else changed: the test, the scale or the meaning of a column.",
    [0.1, 0.5],
  ),
  scoreMove: choice(
    0.1,
    "A published score that moves by more than ten points of a hundred is another measurement, not a correction.",
    [0.05, 0.2],
  ),
  ratingMove: choice(
    60,
    "Ratings of a settled model drift by a few points between days; more for many at once is a new zero.",
    [30, 120],
  ),
  indexMove: choice(
    6,
    "Epoch's index moved by up to five points for single models between two of its own editions, by one or two for most.",
    [3, 12],
  ),
  priceFactor: choice(
    1.25,
    "List prices move rarely. An automatic update of one price list overwrote a correct price by half as much again; a second-hand price that is a quarter off the standing one is held until somebody looks.",
    [1.1, 2],
  ),
  primaryPriceFactor: choice(
    5,
    "A seller may change its own price as it likes; five times in one step is a slip of unit more often than a decision.",
    [3, 10],
  ),
  unitFactors: choice<readonly number[]>(
    [100, 0.01, 1000, 0.001, 1_000_000, 0.000_001],
    "Percent for fractions, per thousand and per million tokens: the slips of unit that have been seen.",
    [],
  ),
  malformedShare: choice(
    0.05,
    "Single cells go wrong in every hand-kept table and are left out, counted. One in twenty is a changed format.",
    [0.01, 0.2],
  ),
  contradictedShare: choice(
    0.2,
    "Sources date and price single models differently, and each such case is listed. When a fifth of what can be checked contradicts reviewed facts, the feed has changed its meaning.",
    [0.1, 0.4],
  ),
  fewest: choice(
    5,
    "Shares of fewer rows than this say nothing: two of three is chance.",
    [3, 10],
  ),
  brokenParts: choice(
    0.25,
    "One renamed benchmark file is held back alone. When a quarter of the files cannot be read, the whole layout has changed.",
    [0.1, 0.5],
  ),
  releaseDays: choice(
    31,
    "Sources date the announcement, the API or the weights; a month covers nearly all of these differences.",
    [7, 90],
  ),
  clockHours: choice(
    36,
    "Retrieved days come from this machine's clock. A server whose clock is a day and a half away says that one of the two is wrong.",
    [24, 72],
  ),
  confirmDays: choice(
    30,
    "A price without an end is believed for some months after it was last seen. Confirming it monthly keeps it standing and changes no byte on most days.",
    [7, 90],
  ),
  requestSeconds: choice(60, "The largest answer is a few megabytes: a minute is slow but alive.", [20, 300]),
  idleSeconds: choice(15, "A connection that sends nothing for this long has stalled.", [5, 60]),
  attempts: choice(3, "One retry for a dropped connection, one for an overloaded server, then it is offline.", [1, 5]),
  backOffSeconds: choice(1, "Doubled at each retry; a server that names a wait of up to a minute is obeyed.", [0.5, 5]),
  redirects: choice(4, "Data sets at Hugging Face answer with one or two redirects to their store.", [2, 10]),
  requestsAtOnce: choice(4, "Enough to hide latency, few enough to be no burden to anybody.", [1, 8]),
  archiveRatio: choice(
    60,
    "Tables of text compress ten to twenty times; an archive that unfolds sixty times is a bomb.",
    [30, 200],
  ),
  keptRuns: choice(
    60,
    "How many answers of a feed are kept as bytes, so that a number can be traced to what came that day: two months of daily news.",
    [10, 400],
  ),
  lockMinutes: choice(
    30,
    "A sync takes seconds; a lock this old belongs to a machine that was switched off, even if its process number lives again.",
    [10, 120],
  ),
  hubDays: choice(
    7,
    "Downloads are counted over thirty days and change hourly: once a week is a series, more is noise.",
    [1, 30],
  ),
});
