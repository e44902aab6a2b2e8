import {ownPositions} from "../../../../bets/own-positions.ts";
import {ledgerSeenOn, openLedgers} from "../../../../pipeline/bets/ledger-files.ts";
import {writeRecords} from "../../../../pipeline/bets/ledger-writes.ts";
import {counted} from "../../../quantity-text.ts";
import {standText} from "../../../bet-text.ts";
import type {Command} from "../../answer.ts";
import {ledgerWrite} from "../../ledger-choice.ts";
import {positionRow} from "../../../../pipeline/bets/record-rows.ts";
import {writtenAnswer} from "./written-answer.ts";

/** `lagline bets forecast`: lagline takes its own position on every question it can compute, once per vintage or when it moved. */
export const betsForecast: Command = async (ask) => {
  const {pipeline, options, effects} = ask;
  const {dates, instrument, seed, draws} = pipeline.defaultOptions;
  const pinned = {...options, dates, instrument, seed, draws};
  const sight = await pipeline.sightFor(pinned, effects);
  const write = ledgerWrite(ask);
  // The futures take seconds, so they are made before the lock is taken; what stands is read again under it.
  const ledger = ledgerSeenOn(openLedgers(write.paths), write.today);
  const chances = await pipeline.chancesFor(ledger, sight, pinned, effects);
  const written = writeRecords(write, (now) =>
    ownPositions(now.questions.values(), chances, sight, write.today),
  );
  const {entries} = written;
  return writtenAnswer(
    written,
    entries.length === 0
      ? "No new position: the facts are the same and no probability moved by a point."
      : `lagline took ${counted(entries.length, "position")} on the facts ${sight.vintage}.`,
    entries.flatMap(({entry}) =>
      entry.kind === "position"
        ? `${entry.question}: ${standText(positionRow({entry, n: 1, hash: "", ledger: "own", corrections: []}))}`
        : [],
    ),
  );
};
