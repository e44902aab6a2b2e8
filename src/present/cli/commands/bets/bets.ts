import {InputError} from "../../../../errors.ts";
import {betsCalendar} from "../../../bets-calendar.ts";
import {printable} from "../../../plain-text.ts";
import {beliefsScreen} from "../../../terminal/beliefs-screen.ts";
import {betsScreen} from "../../../terminal/bets-screen.ts";
import type {Command} from "../../answer.ts";
import {betsOf} from "./bets-of.ts";

/** `lagline bets`: the ledger today; `--beliefs` reads it belief by belief, `--ics` as a calendar. */
export const bets: Command = async (ask) => {
  const {args, flags, world} = ask;
  const {report, section} = await betsOf(ask);
  if (flags.ics === true) {
    world.stdout.write(betsCalendar(printable(section)));
    return undefined;
  }
  const isBeliefs = flags.beliefs === true || args.length > 0;
  const known = new Set(section.beliefs.map(({id}) => id));
  const wrong = args.find((id) => !known.has(id));
  if (wrong !== undefined) {
    throw new InputError("unknown", `belief: ${wrong}; one of ${[...known].join(", ")} was expected`);
  }
  return {
    json: () => ({about: report.about, bets: section}),
    lines: (page) =>
      isBeliefs
        ? beliefsScreen(printable(section), args, page)
        : betsScreen(printable(section), flags.all === true, page),
  };
};
