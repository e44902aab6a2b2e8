/** Sentences that say what this estimate cannot tell apart; each is generated only where the data make it true. */

import {evidenceCount} from "./class-estimates.ts";
import type {ClassEstimate} from "./estimate.ts";
import type {ScaledDraws} from "./robustness.ts";
import type {RobustnessInput} from "./robustness-input.ts";
import type {RobustnessMethod} from "./robustness-method.ts";

export function caveats(
  scaled: ScaledDraws,
  {observations, benchmarks}: RobustnessInput,
  classes: readonly ClassEstimate[],
  method: RobustnessMethod,
): string[] {
  const {table, open, draws} = scaled;
  const sentences: string[] = [];
  const access = new Map(benchmarks.map((benchmark) => [benchmark.id, benchmark]));
  const heldOut = observations.filter(
    ({benchmark}) => (access.get(benchmark)?.access ?? "public") !== "public",
  );
  const noHarness = heldOut.filter(({harness}) => harness === "").length;
  if (noHarness > 0)
    sentences.push(
      `${percent(noHarness / heldOut.length)} of the results on tests that are not public name no harness, and none names the host or the precision of open weights: worse harnesses, hosts or quantisation of open models would look like a shortfall of the models.`,
    );
  for (const {name} of draws.classes) {
    const {nFamilies, nOpen, nClosed} = evidenceCount(scaled, [name]);
    if (nFamilies === 1)
      sentences.push(
        `All ${name} evidence is one family of tests (${[...new Set(table.tests.filter((test) => test.classes.includes(name)).map(({family}) => family))].join(", ")}): being ${name} cannot be told from being that test.`,
      );
    const shares = [nOpen / scaled.sides.open.length, nClosed / scaled.sides.closed.length];
    if (shares[0] < method.selectionWarning.value * shares[1])
      sentences.push(
        `${percent(shares[0])} of the open but ${percent(shares[1])} of the closed models have ${name} results: if evaluators pick the better open models, the shortfall of the others is not seen.`,
      );
  }
  const undated = table.tests.filter(
    ({id}) => access.get(id) && access.get(id)!.publishedDay === undefined,
  ).length;
  if (undated > 0)
    sentences.push(
      `${undated} of ${table.tests.length} tests have no publication date; the first release run on them stands in, which hides how long they could have leaked.`,
    );
  if (classes.some((estimate) => estimate.class === "preference" && estimate.kind === "estimate"))
    sentences.push(
      "Preference ratings measure chat style, length and tuning as well as ability; control for style removes only part of that, so a difference on them is not one of robustness alone.",
    );
  const mixed = new Set(
    draws.labOf.filter((l, m) => open[m] && draws.labOf.some((other, n) => other === l && !open[n])),
  );
  sentences.push(
    `${mixed.size} of ${new Set(draws.labOf).size} labs release both open and closed models; elsewhere being open cannot be told from being of that lab, its country or its budget.`,
  );
  return sentences;
}

const percent = (share: number) => `${Math.round(100 * share)}%`;
