/** Every arguable constant of the facts layer: the value used, why, and what else could be argued for. */

import type {Choice} from "../choice.ts";
const choice = <T>(value: T, reason: string, alternatives: readonly T[]): Choice<T> =>
  Object.freeze({value, reason, alternatives: Object.freeze(alternatives)});

export const factsMethod = Object.freeze({
  bitsPerParameter: choice(
    8,
    "Hosts serve large open weights at FP8 or INT8 by default, and quality loss at 8 bits is small. At 4 bits the same weights fit half the memory, with a loss that differs by model.",
    [4, 16],
  ),
  memoryOverhead: choice(
    1.2,
    "Weights are not all: cache for the context, activations and the runtime need memory too. 20% is the usual planning figure for short contexts; long contexts need more.",
    [1.1, 1.5],
  ),
  machines: choice<readonly number[]>(
    [24, 80, 128, 640],
    "One consumer card (24 GB); one data-centre card (80 GB); one unified-memory workstation (128 GB); one server with eight 80 GB cards (640 GB).",
    [
      [32, 96, 192, 1128],
      [24, 80, 640],
    ],
  ),
  undatedWeights: choice<"availability" | "retrieval">(
    "availability",
    "Weights that are open but undated are nearly all older models whose release was the upload itself, so their availability date (else announcement, else first sighting) dates them. Counting them open only from the day the fact was retrieved would empty the open side of past years.",
    ["retrieval"],
  ),
  preReleaseDays: choice(
    31,
    "Evaluators run models under early access and leaderboards list previews, so a result may carry a day shortly before the release. More than a month before is taken as a mistake in the date or the identity.",
    [0, 14, 90],
  ),
  faultsReported: choice(20, "Enough to mend a file in one go, few enough to read.", [1, 100]),
  longestCell: choice(
    4_000,
    "Longest text in one cell or scalar, in characters. Facts are short; a longer cell is a broken quote or a pasted page.",
    [1_000, 65_536],
  ),
  largestTable: choice(
    64_000_000,
    "Bytes in one table: twenty times the largest table shipped.",
    [16_000_000],
  ),
  largestRecord: choice(
    200_000,
    "Bytes in one model or benchmark file: a hundred times the largest shipped.",
    [50_000],
  ),
});
