import {dayOf} from "../../../../dates.ts";
import {InputError} from "../../../../errors.ts";
import {ledgerSeenOn, ledgerStates, openLedgers} from "../../../../pipeline/bets/ledger-files.ts";
import {plainText} from "../../../plain-text.ts";
import {counted} from "../../../quantity-text.ts";
import {wrapped} from "../../../terminal/display-width.ts";
import {heading} from "../../../terminal/page.ts";
import type {Command} from "../../answer.ts";
import {ledgerPaths} from "../../ledger-choice.ts";

/** A ledger whose past was changed ends a run with this code, so that a scheduler notices. */
const CHANGED = 1;

/** `lagline bets verify [--head HASH]`: is the past of every ledger as it was written? */
export const betsVerify: Command = async ({flags, world, pipeline}) => {
  const ledgers = openLedgers(ledgerPaths(flags, world.env, pipeline.defaultOptions.ledgers?.shipped));
  const head = typeof flags.head === "string" ? flags.head.trim().toLowerCase().replace(/…$/, "") : undefined;
  if (head !== undefined && !/^[0-9a-f]{8,64}$/.test(head)) {
    throw new InputError("invalid", `--head: ${head}; eight or more hex digits of a hash were expected`);
  }
  const states = ledgerStates(ledgers);
  const records = ledgerSeenOn(ledgers, dayOf(world.today));
  const isThere =
    head === undefined || ledgers.some(({log}) => log.entries.some(({hash}) => hash.startsWith(head)));
  const chain = states.flatMap(({ledger, chainFaults}) => chainFaults.map(({says}) => `${ledger}: ${says}`));
  const others = records.faults.map(({ledger, says}) => `${ledger}: ${says}`);
  if (!isThere)
    chain.push(`the entry ${head} is in no ledger: it was removed, or everything since was rewritten`);
  const value = {
    ledgers: ledgers.map(({ledger, path, log}) => ({
      ledger,
      path,
      entries: log.entries.length,
      head: log.head,
    })),
    unchanged: chain.length === 0,
    chainFaults: chain,
    recordFaults: others,
    later: records.later,
  };
  return {
    exitCode: chain.length === 0 ? 0 : CHANGED,
    json: () => value,
    lines: (page) => [
      ...heading(
        page,
        chain.length === 0 ? "The past is as it was written." : "The past was changed.",
        `${counted(records.records, "record")} read`,
      ),
      ...value.ledgers.flatMap(({ledger, path, entries, head: last}) =>
        wrapped(
          `${ledger}: ${counted(entries, "entry", "entries")}, last hash ${last} (${plainText(path)})`,
          page.width,
          "    ",
          "  ",
        ),
      ),
      ...chain.flatMap((says) => wrapped(plainText(says), page.width, "    ", "  ")),
      ...(others.length > 0
        ? [
            "",
            ...heading(page, "Records that do not fit and are not used", counted(others.length, "record")),
            ...others.flatMap((says) => wrapped(plainText(says), page.width, "    ", "  ")),
          ]
        : []),
      ...(records.later > 0
        ? wrapped(
            `${counted(records.later, "record")} dated after today, not seen before that day.`,
            page.width,
            "    ",
            "  ",
          )
        : []),
    ],
  };
};
