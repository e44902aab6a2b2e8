/**
 * Closing and due days as a calendar others can subscribe to (iCalendar, RFC 5545): lines end in CRLF, text is escaped,
 * and no line is longer than 75 octets.
 */
import type {BetsReport} from "../bets-report.ts";

const LONGEST_OCTETS = 75;

/** Open questions as all-day events; the same ledger gives the same bytes. */
export function betsCalendar({questions, asOf}: Pick<BetsReport, "questions" | "asOf">): string {
  const stamp = `${plainDay(asOf)}T000000Z`;
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//lagline//bets//EN",
    "CALSCALE:GREGORIAN",
    "X-WR-CALNAME:lagline bets",
    ...questions
      .filter(({state}) => !["settled", "void"].includes(state))
      .flatMap(({id, asks, closes, resolves, source, state}) => [
        ...(state === "open" || state === "waiting" || state === "not-open-yet"
          ? event(
              `${id}-closes`,
              stamp,
              closes,
              `${id} closes: ${asks}`,
              `Last day a position counts. Read at: ${source}`,
            )
          : []),
        ...event(`${id}-due`, stamp, resolves, `${id} is due: ${asks}`, `The answer is read at: ${source}`),
      ]),
    "END:VCALENDAR",
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join("");
}

function event(uid: string, stamp: string, on: string, summary: string, description: string): string[] {
  return [
    "BEGIN:VEVENT",
    `UID:${uid}@bets.lagline`,
    `DTSTAMP:${stamp}`,
    `DTSTART;VALUE=DATE:${plainDay(on)}`,
    `SUMMARY:${escaped(summary)}`,
    `DESCRIPTION:${escaped(description)}`,
    "TRANSP:TRANSPARENT",
    "END:VEVENT",
  ];
}

const plainDay = (day: string): string => day.replaceAll("-", "");

/** TEXT of section 3.3.11: backslash, semicolon and comma are escaped, line breaks become \n, other controls go. */
const escaped = (text: string): string =>
  text
    .replace(/\\/g, "\\\\")
    .replace(/;/g, "\\;")
    .replace(/,/g, "\\,")
    .replace(/\r\n|\r|\n/g, "\\n")
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, "");

/** Section 3.1: a long line goes on after CRLF and a space, never within a character. */
function folded(line: string): string {
  const parts: string[] = [];
  let [part, octets] = ["", 0];
  for (const char of line) {
    const size = Buffer.byteLength(char);
    if (octets + size > LONGEST_OCTETS) {
      parts.push(part);
      [part, octets] = [" ", 1];
    }
    part += char;
    octets += size;
  }
  return [...parts, part].join("\r\n");
}
