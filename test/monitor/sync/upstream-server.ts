/** Upstream on 127.0.0.1: answers by host and path, as the test says. */
import {createHash} from "node:crypto";
import {createServer, type IncomingMessage, type ServerResponse} from "node:http";
import type {AddressInfo} from "node:net";
import type {SyncEffects} from "../../../src/monitor/sync/sync-effects.ts";

export type Respond = (request: IncomingMessage, response: ServerResponse) => void;

export interface Upstream {
  /** By `host/path`. */
  readonly answers: Map<string, Respond>;
  /** Asked so far, in order. */
  readonly asked: string[];
  readonly fetch: SyncEffects["fetch"];
  readonly origin: string;
  readonly close: () => Promise<void>;
}

export async function upstream(): Promise<Upstream> {
  const answers = new Map<string, Respond>();
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const path = request.url!.slice(1);
    asked.push(path);
    const respond = answers.get(path);
    if (respond) respond(request, response);
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const {port} = server.address() as AddressInfo;
  return {
    answers,
    asked,
    origin: `http://127.0.0.1:${port}`,
    fetch: (url, init) => {
      const {host, pathname, search} = new URL(url);
      return fetch(`http://127.0.0.1:${port}/${host}${pathname}${search}`, {...init, redirect: "manual"});
    },
    close: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

/** Answers with a body and a strong ETag, and 304 to whoever has it. */
export function serving(body: string | Buffer, headers: Record<string, string> = {}): Respond {
  const etag = `"${createHash("sha256").update(body).digest("hex").slice(0, 16)}"`;
  return (request, response) => {
    if (request.headers["if-none-match"] === etag) response.writeHead(304, headers).end();
    else response.writeHead(200, {etag, ...headers}).end(body);
  };
}
