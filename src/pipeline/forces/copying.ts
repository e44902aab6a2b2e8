/** Copying: the fast-follow coupling, the withheld models, and who accuses whom with what said against it. */
import {type ClaimRow, claims} from "../../forces/copying/claims.ts";
import type {CouplingSides} from "../../forces/copying/callable-releases.ts";
import {fastFollow} from "../../forces/copying/fast-follow.ts";
import {naturalExperiments} from "../../forces/copying/natural-experiments.ts";
import type {ForceFacts} from "../../data/forces/force-facts.ts";
import type {CopyingReport} from "../../forces-report.ts";
import type {AbilityDraws} from "../../measure/instrument.ts";
import type {Day} from "../../units.ts";

export function copyingSection(
  {distillation}: Pick<ForceFacts, "distillation">,
  {open, closed, withheld}: CouplingSides,
  {abilities, asOf, until, seed}: {abilities: AbilityDraws; asOf: Day; until: Day; seed: number},
): CopyingReport {
  const input = {abilities, open, closed, until, seed};
  const follow = fastFollow(input);
  const {coupling, delay, none, withoutIt, advantage, yearAhead, finding, delays, months} = follow;
  const told = claims(distillation, asOf);
  return {
    finding,
    coupling,
    delay,
    none,
    withoutIt,
    advantage,
    yearAhead,
    delays: delays.map((one) => ({...one})),
    months: months && {...months},
    experiments: naturalExperiments(input, withheld, delays).map(({withholding, from, to, days, effect}) => ({
      model: withholding.model,
      why: withholding.why,
      from,
      to,
      days,
      effect,
      source: withholding.source,
    })),
    parties: told.parties.map(({party, claims: said, counter, measurements}) => ({
      party,
      claims: said.map(claim),
      counter: counter.map(claim),
      measurements: measurements.map(claim),
    })),
    defences: told.defences.map(claim),
    responses: told.responses.map(claim),
    otherMeasurements: told.otherMeasurements.map(claim),
  };
}

const claim = ({date, type, by, about, magnitude, summary, source}: ClaimRow) => ({
  date,
  type,
  by: [...by],
  about: [...about],
  magnitude,
  summary,
  source,
});
