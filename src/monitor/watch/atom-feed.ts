/** Firings as an Atom feed (RFC 4287), newest first: the same firings give the same bytes. */
import type {Firing} from "./watch-book.ts";

const ENTRIES = 50;
/** Characters that XML 1.0 does not allow at all. */
const NOT_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ud800-\udfff\ufffe\uffff]/gu;

export function atomFeed(firings: readonly Firing[]): string {
  const newest = [...firings].reverse().slice(0, ENTRIES);
  const updated = newest[0]?.day ?? "1970-01-01";
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom">',
    "  <id>urn:lagline:watch</id>",
    "  <title>lagline watch</title>",
    "  <author><name>lagline</name></author>",
    `  <updated>${updated}T00:00:00Z</updated>`,
    ...newest.flatMap((firing) => [
      "  <entry>",
      `    <id>urn:lagline:firing:${escaped(firing.id)}</id>`,
      `    <title>${escaped(firing.condition)}</title>`,
      `    <updated>${firing.day}T00:00:00Z</updated>`,
      `    <content type="text">${escaped(firingText(firing))}</content>`,
      "  </entry>",
    ]),
    "</feed>",
    "",
  ].join("\n");
}

/** What happened, what it was before, and the facts it was seen in. */
export const firingText = ({what, before, vintage, day}: Firing): string =>
  `${what}. ${before === null ? "" : `Before: ${before}. `}(facts ${vintage}, ${day})`;

const escaped = (text: string): string =>
  text
    .replace(NOT_XML, "\ufffd")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
