/** What a command says after it wrote to a ledger. */
import type {Written} from "../../../../pipeline/bets/ledger-writes.ts";
import {counted} from "../../../quantity-text.ts";
import {wrapped} from "../../../terminal/display-width.ts";
import {paragraph} from "../../../terminal/page.ts";
import type {Answer} from "../../answer.ts";

/** @param says - what was written, in a sentence; shown also when nothing had to be */
export function writtenAnswer(
  {entries, path, recovered}: Written,
  says: string,
  further: readonly string[] = [],
): Answer {
  const head = entries.at(-1)?.hash ?? null;
  return {
    json: () => ({ledger: path, written: entries, head, recovered: recovered === "" ? null : recovered}),
    lines: (page) => [
      ...wrapped(says, page.width).map(page.ink.strong),
      ...further.flatMap((line) => paragraph(page, line)),
      ...(recovered === ""
        ? []
        : paragraph(page, `A write that was killed had left a torn line; it was moved to ${path}.torn.`)),
      ...(entries.length === 0
        ? []
        : paragraph(
            page,
            `${counted(entries.length, "record")} in ${path}; its last hash is ${head!.slice(0, 16)}…: written down, it shows later that nothing before was changed (lagline bets verify --head ${head!.slice(0, 16)}).`,
          ).map(page.ink.quiet)),
    ],
  };
}
