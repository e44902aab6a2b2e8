/** The section of the bets as it stands today, for commands that show it. */
import type {BetsReport} from "../../../../bets-report.ts";
import {dayOf} from "../../../../dates.ts";
import {InputError} from "../../../../errors.ts";
import type {Report} from "../../../../report.ts";
import type {Ask} from "../../answer.ts";

/** Seen on the as-of date, else today: what closes and what is due depends on the day. */
export async function betsOf({
  pipeline,
  options,
  effects,
  world,
}: Ask): Promise<{report: Report; section: BetsReport}> {
  const report = await pipeline.reportFor({...options, betsOn: options.asOf ?? dayOf(world.today)}, effects);
  if (report.bets) return {report, section: report.bets};
  throw new InputError("missing", "ledger: none; `lagline bets add` starts one");
}
