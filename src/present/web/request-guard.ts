/**
 * Who may ask a server of lagline for something.
 *
 * Without a token it answers only on this machine, and only to its own page: another site open in the same browser
 * could otherwise point a name of its own at 127.0.0.1 (hence the Host check), send requests here (Origin,
 * Sec-Fetch-Site) or load the data as a script (Cross-Origin-Resource-Policy). With a token, every request must carry
 * it: as Bearer, or as the password a browser asks for.
 */
import {createHash, timingSafeEqual} from "node:crypto";
import type {MiddlewareHandler} from "hono";
import {servedPolicy} from "./content-policy.ts";

export interface Guard {
  /** What may stand in the Host header, for instance `127.0.0.1:4280`; any where a token is asked for. */
  readonly hosts: ReadonlySet<string>;
  readonly token?: string;
}

/** Names of this machine that a browser may use, with the port. */
export const loopbackHosts = (port: number): ReadonlySet<string> =>
  new Set(
    ["localhost", "127.0.0.1", "[::1]"].flatMap((name) =>
      port === 80 ? [name, `${name}:80`] : [`${name}:${port}`],
    ),
  );

const HEADERS: Readonly<Record<string, string>> = {
  "Content-Security-Policy": servedPolicy,
  "X-Content-Type-Options": "nosniff",
  "X-Frame-Options": "DENY",
  "Referrer-Policy": "no-referrer",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cache-Control": "no-cache",
};

export const requestGuard =
  ({hosts, token}: Guard): MiddlewareHandler =>
  async (context, next) => {
    const refusal = refused((name) => context.req.header(name), {
      hosts,
      ...(token === undefined ? {} : {token}),
    });
    for (const [name, value] of Object.entries(HEADERS)) context.header(name, value);
    if (!refusal) return next();
    if (refusal.status === 401) context.header("WWW-Authenticate", 'Basic realm="lagline", charset="UTF-8"');
    return context.text(`${refusal.says}\n`, refusal.status);
  };

interface Refusal {
  readonly status: 401 | 403 | 421;
  readonly says: string;
}

function refused(header: (name: string) => string | undefined, {hosts, token}: Guard): Refusal | undefined {
  const host = header("host") ?? "";
  if (token === undefined && !hosts.has(host.toLowerCase())) {
    return {status: 421, says: `This server answers to ${[...hosts].join(", ")} only.`};
  }
  const origin = header("origin");
  if (origin !== undefined && ![`http://${host}`, `https://${host}`].includes(origin)) {
    return {status: 403, says: "This server answers to its own page only."};
  }
  const site = header("sec-fetch-site");
  const isFollowedLink = header("sec-fetch-mode") === "navigate" && header("sec-fetch-dest") === "document";
  if (site !== undefined && site !== "same-origin" && site !== "none" && !isFollowedLink) {
    return {status: 403, says: "This server answers to its own page only."};
  }
  if (token !== undefined && !isToken(header("authorization") ?? "", token)) {
    return {status: 401, says: "A token is needed: as Bearer, or as the password with any name."};
  }
  return undefined;
}

function isToken(authorization: string, token: string): boolean {
  const [, scheme = "", value = ""] = /^(\S+)\s+(\S+)$/.exec(authorization) ?? [];
  if (/^bearer$/i.test(scheme)) return isSame(value, token);
  if (!/^basic$/i.test(scheme)) return false;
  const pair = Buffer.from(value, "base64").toString("utf8");
  return isSame(pair.slice(pair.indexOf(":") + 1), token);
}

/** Compared as hashes, so that the time taken says nothing of the token. */
function isSame(given: string, token: string): boolean {
  const hash = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(hash(given), hash(token));
}
