/** The user's own files sent to the page's server: imported as the commands do, bounded, guarded, leaving nothing behind. */
import {mkdtempSync, readdirSync, readFileSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterEach, beforeEach, expect, it} from "vitest";
import {importLimits} from "../../../src/data/evals/eval-run.ts";
import {ownImports} from "../../../src/present/web/own-imports.ts";
import {pageServer} from "../../../src/present/web/page-server.ts";
import {loopbackHosts} from "../../../src/present/web/request-guard.ts";
import {csv, jsonLines, otlp, plainRows, SECRET, spendLogs} from "../../store/usage/made-logs.ts";
import {madeZip} from "../../data/evals/made-zip.ts";
import {syntheticCatalog} from "../synthetic-catalog.ts";
import {syntheticReport} from "../synthetic-report.ts";

const HOST = "127.0.0.1:4280";
let home: string;
let app: ReturnType<typeof pageServer>;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), "lagline-home-"));
  const catalog = async () => syntheticCatalog(syntheticReport());
  const own = ownImports({home, today: "2026-09-15", catalog, asOf: undefined});
  app = pageServer(new Map(), {hosts: loopbackHosts(4280)}, {own});
});
afterEach(() => rmSync(home, {recursive: true}));

const post = (path: string, body: BodyInit, headers: Record<string, string> = {}) =>
  app.request(`http://${HOST}${path}`, {method: "POST", body, headers: {host: HOST, ...headers}});
const send = async (name: string, body: BodyInit) => {
  const response = await post(`/own/file?name=${encodeURIComponent(name)}`, body);
  return {status: response.status, answer: await response.json()};
};
const leftBehind = () => readdirSync(tmpdir()).filter((name) => name.startsWith("lagline-drop-"));
const keptText = () =>
  readdirSync(home, {recursive: true, withFileTypes: true})
    .filter((entry) => entry.isFile())
    .map(({parentPath, name}) => readFileSync(join(parentPath, name), "latin1"))
    .join("");

const scores = "model,score,n\nsprout-1,0.5,20\nno-such-model,0.7,20\n";

it("imports evals, says how a portfolio names them and which names are no model's", async () => {
  const {status, answer} = await send("my test.csv", scores);
  expect(status).toBe(200);
  expect(answer).toMatchObject({
    kind: "evals",
    imported: {file: "my test.csv", tool: "csv", runs: 2, benchmarks: ["my test"], wasKnown: false},
    runs: [
      {model: "sprout-1", score: 0.5},
      {model: null, name: "no-such-model"},
    ],
  });
  expect((await send("my test.csv", scores)).answer).toMatchObject({imported: {wasKnown: true}});
  expect(readdirSync(join(home, "evals")).length).toBe(1);
});

it("reads binary logs", async () => {
  const header = {
    version: 2,
    status: "success",
    eval: {task: "t", model: "openai/sprout-1", created: "2026-05-01T10:00:00Z"},
  };
  const log = madeZip([
    // A quote that does not close, which would be a fault in the head of a table.
    {name: 'a"b.txt', text: 'c"\n', method: 0},
    {name: "header.json", text: JSON.stringify(header), method: 93},
    {
      name: "summaries.json",
      text: JSON.stringify([{id: 1, epoch: 1, input: SECRET, scores: {match: {value: "C"}}}]),
    },
  ]);
  const {answer} = await send("log.eval", new Uint8Array(log));
  expect(answer).toMatchObject({kind: "evals", runs: [{benchmark: "t", model: "sprout-1", score: 1}]});
  const usage = {time: 1, model: "m", input_tokens: 1, output_tokens: 1};
  const samples = [{id: 1, epoch: 1, input: SECRET, target: "x", scores: {match: {value: "C"}}, usage}];
  const document = await send("log.json", JSON.stringify({...header, samples}));
  expect(document.answer).toMatchObject({kind: "evals", imported: {tool: "inspect"}});
  const half = await send("half.eval", new Uint8Array(log.subarray(0, log.length / 2)));
  expect(half.status).toBe(422);
  expect(half.answer.faults).toEqual([expect.stringMatching(/^invalid zip: .*\[half.eval\]$/)]);
});

it.each([
  ["plain.csv", csv(plainRows)],
  ["spans.json", otlp],
  ["spend.jsonl", jsonLines(spendLogs)],
])("imports usage from %s without a prompt, and fills a portfolio with it", async (name, text) => {
  expect(text).toContain(SECRET);
  const {status, answer} = await send(name, text);
  expect(status).toBe(200);
  expect(answer).toMatchObject({kind: "usage", imported: {file: name, wasKnown: false}});
  expect(keptText()).not.toContain(SECRET);
  expect((await send(name, text)).answer).toMatchObject({imported: {added: 0}});
  const filled = await post("/own/portfolio", "workloads:\n  - name: tickets\n    tasks_per_month: 1\n");
  expect(await filled.json()).toMatchObject({
    filled: ["tickets"],
    lines: [
      "workloads:",
      "  - name: tickets",
      expect.stringMatching(/^    tasks_per_month: (?:61|91)$/),
      "    tokens: {input: 1000, output: 50, cached: 400}",
      "",
    ],
  });
});

it("says in one sentence what is wrong with a file, with its line", async () => {
  for (const [name, text, says] of [
    ["notes.txt", "hello", /^unsupported file: neither evals nor usage in it; .* \[notes.txt\]$/],
    ["other.json", "{}", /^unsupported file: neither evals nor usage/],
    ["empty.csv", "", /^insufficient file: empty/],
    ["bad.csv", "model,score\nsprout-1,1.5\n", /\[bad.csv:2/],
    ["cut.jsonl", '{"promptIdx": 1}\n{"x', /JSON: it breaks off .*\[cut.jsonl:2\]$/],
    ["half.parquet", "PAR1 and no more", /Parquet: the file is damaged/],
  ] as const) {
    const {status, answer} = await send(name, text);
    expect({name, status}).toEqual({name, status: 422});
    expect(answer.faults).toEqual([expect.stringMatching(says)]);
  }
  const none = await post("/own/portfolio", "workloads: []");
  expect(await none.json()).toEqual({faults: [expect.stringMatching(/^insufficient usage: no request/)]});
});

it("takes plain names alone, no more than is allowed, and leaves nothing behind", async () => {
  const before = leftBehind();
  for (const name of ["", "..", "a/b.csv", "a\\b.csv", "a\u0000.csv", "C:x.csv", "x".repeat(300)]) {
    const {status, answer} = await send(name, scores);
    expect({name, status}).toEqual({name, status: 422});
    expect(answer.faults[0]).toMatch(/^invalid name/);
  }
  const most = importLimits.fileBytes.value;
  const stated = await post("/own/file?name=x.csv", scores, {"content-length": String(most + 1)});
  expect(stated.status).toBe(413);
  let sent = 0;
  const part = new Uint8Array(8_000_000);
  const endless = new ReadableStream({
    pull: (stream) => {
      sent += part.length;
      stream.enqueue(part);
    },
  });
  const flood = await app.request(
    new Request(`http://${HOST}/own/file?name=x.csv`, {
      method: "POST",
      body: endless,
      headers: {host: HOST},
      duplex: "half",
    } as RequestInit),
  );
  expect(flood.status).toBe(413);
  expect(sent).toBeLessThan(most * 1.2);
  await send("my test.csv", scores);
  expect(leftBehind()).toEqual(before);
});

it.each([
  ["another site", {origin: "http://evil.example"}, 403],
  ["another site's form", {"sec-fetch-site": "cross-site"}, 403],
  ["another name", {host: "evil.example:4280"}, 421],
])("refuses %s", async (_, headers, status) => {
  for (const path of ["/own/file?name=x.csv", "/own/portfolio"])
    expect((await post(path, scores, headers)).status).toBe(status);
  expect(readdirSync(home)).toEqual([]);
});

it("changes nothing by GET, and is not there unless it is offered", async () => {
  for (const path of ["/own/file?name=x.csv", "/own/portfolio"]) {
    const response = await app.request(`http://${HOST}${path}`, {headers: {host: HOST}});
    expect(response.status).toBe(404);
  }
  expect(readdirSync(home)).toEqual([]);
  const plain = pageServer(new Map(), {hosts: loopbackHosts(4280)});
  const none = await plain.request(`http://${HOST}/own/file?name=x.csv`, {
    method: "POST",
    body: scores,
    headers: {host: HOST},
  });
  expect(none.status).toBe(405);
});
