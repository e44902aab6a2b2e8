/** Where firings go: `terminal`, `file:<path>`, `feed:<path>`, `webhook:<https address>`. */
import {resolve} from "node:path";
import {InputError} from "../../errors.ts";
import type {Place} from "./watch-book.ts";

/**
 * A place as it is typed. The address of a webhook is fixed here, by the user: https anywhere, plain http on this
 * machine only, no name and password in it.
 *
 * @throws InputError for a place that cannot be
 */
export function placeNamed(text: string): Place {
  const [, kind = text, rest = ""] = /^([a-z]+):(.*)$/s.exec(text) ?? [];
  const shown = JSON.stringify(text.slice(0, 120));
  if (kind === "terminal" && rest === "") return {kind};
  if (kind === "file" || kind === "feed") {
    if (rest.trim() === "" || rest.includes("\0"))
      throw new InputError("invalid", `--to: ${shown}; a path was expected behind ${kind}:`);
    return {kind, path: resolve(rest)};
  }
  if (kind !== "webhook")
    throw new InputError(
      "unknown",
      `--to: ${shown}; terminal, file:<path>, feed:<path> or webhook:<address> was expected`,
    );
  let url: URL;
  try {
    url = new URL(rest);
  } catch {
    throw new InputError("invalid", `--to: ${shown}; the address of a webhook was expected behind webhook:`);
  }
  if (url.protocol !== "https:" && !(url.protocol === "http:" && isThisMachine(url.hostname)))
    throw new InputError(
      "unsupported",
      `--to: ${shown}; an https address was expected, plain http goes to this machine only`,
    );
  if (url.username !== "" || url.password !== "")
    throw new InputError(
      "unsupported",
      "--to: an address with a name and password; one without was expected",
    );
  return {kind: "webhook", url: url.href};
}

const isThisMachine = (host: string): boolean => ["localhost", "127.0.0.1", "[::1]"].includes(host);
