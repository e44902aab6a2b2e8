/** An app listening on a port of this machine, or wider where a token keeps strangers out. */
import {type AddressInfo, isIP} from "node:net";
import {serve} from "@hono/node-server";
import type {Hono} from "hono";
import {InputError} from "../../errors.ts";

export interface Place {
  readonly host: string;
  readonly port: number;
  /** When the port is taken, any free one will do. */
  readonly mayMove: boolean;
}

export interface Listening {
  /** `http://127.0.0.1:4280/`. */
  readonly address: string;
  readonly port: number;
  readonly close: () => Promise<void>;
}

const LOOPBACK = new Set(["127.0.0.1", "::1", "localhost"]);
export const isLoopback = (host: string): boolean => LOOPBACK.has(host);
/** Slow or silent clients are let go. */
const REQUEST_MS = 30_000;

/**
 * @param appFor - the app for the port that was found; its guard needs to know it
 * @throws InputError when the port is taken or the address is not of this machine
 */
export async function listening(appFor: (port: number) => Hono, place: Place): Promise<Listening> {
  try {
    return await attempt(appFor, place);
  } catch (error) {
    const {code} = error as NodeJS.ErrnoException;
    if (code === "EADDRINUSE" && place.mayMove) return attempt(appFor, {...place, port: 0});
    if (code === "EADDRINUSE") {
      throw new InputError(
        "conflicting",
        `--port: ${place.port} is taken; another port was expected, or 0 for any`,
      );
    }
    if (code === "EACCES")
      throw new InputError(
        "unsupported",
        `--port: ${place.port} may not be used; a port above 1023 was expected`,
      );
    if (code === "EADDRNOTAVAIL" || code === "ENOTFOUND") {
      throw new InputError("invalid", `--host: ${place.host}; an address of this machine was expected`);
    }
    throw error;
  }
}

function attempt(appFor: (port: number) => Hono, {host, port}: Place): Promise<Listening> {
  return new Promise((resolve, reject) => {
    let app: Hono | undefined;
    const server = serve({
      fetch: (request, env) => app!.fetch(request, env),
      hostname: host,
      port,
      serverOptions: {requestTimeout: REQUEST_MS, headersTimeout: REQUEST_MS, maxHeaderSize: 16_384},
    });
    server.once("error", reject);
    server.once("listening", () => {
      const found = (server.address() as AddressInfo).port;
      app = appFor(found);
      const name = isIP(host) === 6 ? `[${host}]` : host;
      resolve({
        address: `http://${name}:${found}/`,
        port: found,
        close: () => new Promise((closed) => server.close(() => closed())),
      });
    });
  });
}
