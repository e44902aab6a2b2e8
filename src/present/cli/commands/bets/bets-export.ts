import {dayOf, isoDay} from "../../../../dates.ts";
import {ledgerSeenOn, openLedgers} from "../../../../pipeline/bets/ledger-files.ts";
import type {Command} from "../../answer.ts";
import {ledgerPaths} from "../../ledger-choice.ts";

/** `lagline bets export`: every record of the ledgers as it was written, with its place in the chain, as one JSON value. */
export const betsExport: Command = async ({flags, world, pipeline, options}) => {
  const paths = ledgerPaths(flags, world.env, pipeline.defaultOptions.ledgers?.shipped);
  const ledgers = openLedgers(paths);
  const on = options.asOf ?? dayOf(world.today);
  const {faults, later} = ledgerSeenOn(ledgers, on);
  const value = {
    schema: "lagline-bets/1",
    asOf: isoDay(on),
    ledgers: ledgers.map(({ledger, log}) => ({
      ledger,
      head: log.head,
      entries: log.entries,
      chainFaults: log.faults,
    })),
    faults,
    later,
  };
  return {json: () => value, lines: () => JSON.stringify(value, null, 2).split("\n")};
};
