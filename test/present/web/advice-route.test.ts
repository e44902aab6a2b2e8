/** Advice on what was typed into the page: to its own page only, bounded, with every fault in a sentence. */
import {expect, it} from "vitest";
import type {Advice} from "../../../src/advice-report.ts";
import {InputError, InputErrors} from "../../../src/errors.ts";
import {pageServer} from "../../../src/present/web/page-server.ts";
import {loopbackHosts} from "../../../src/present/web/request-guard.ts";

const HOST = "127.0.0.1:4280";
const app = pageServer(
  new Map(),
  {hosts: loopbackHosts(4280)},
  {
    adviseOn: async (bytes) => {
      const text = new TextDecoder().decode(bytes);
      if (text === "bug") throw new Error("a bug");
      const place = {file: "portfolio", row: 3, column: "workloads.0.kind"};
      if (text === "two") {
        throw new InputErrors([
          new InputError("unknown", "kind: x; support was expected", place),
          new InputError("missing", "name"),
        ]);
      }
      if (text === "one") throw new InputError("invalid", "portfolio: no YAML");
      return {schema: text} as unknown as Advice;
    },
  },
);
const post = (body: string, headers: Record<string, string> = {}) =>
  app.request(`http://${HOST}/advice`, {method: "POST", body, headers: {host: HOST, ...headers}});

it("answers the text it was sent", async () => {
  const response = await post("workloads", {origin: `http://${HOST}`, "sec-fetch-site": "same-origin"});
  expect(response.status).toBe(200);
  expect(await response.json()).toEqual({schema: "workloads"});
});

it("says every fault with line and field", async () => {
  const response = await post("two");
  expect(response.status).toBe(422);
  expect(await response.json()).toEqual({
    faults: ["unknown kind: x; support was expected [portfolio:3 (workloads.0.kind)]", "missing name"],
  });
  expect((await post("one")).status).toBe(422);
  expect((await post("bug")).status).toBe(500);
  expect((await post("workloads")).status).toBe(200);
});

it.each([
  ["another site", {origin: "http://evil.example"}, 403],
  ["another site's frame", {"sec-fetch-site": "cross-site"}, 403],
  ["another name", {host: "evil.example:4280"}, 421],
])("refuses %s", async (_, headers, status) => {
  expect((await post("workloads", headers)).status).toBe(status);
});

it("takes no more than a portfolio, and answers no GET", async () => {
  expect((await post("x".repeat(200_001))).status).toBe(413);
  expect((await app.request(`http://${HOST}/advice`, {headers: {host: HOST}})).status).toBe(404);
  const plain = pageServer(new Map(), {hosts: loopbackHosts(4280)});
  const none = await plain.request(`http://${HOST}/advice`, {method: "POST", headers: {host: HOST}});
  expect(none.status).toBe(405);
});
