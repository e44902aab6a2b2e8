/** What upstream may send, from a server on this machine: whatever it is, the last good state stays and the reason is said. */
import {gzipSync} from "node:zlib";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {loadCatalog} from "../../../src/data/load-catalog.ts";
import {hostFault} from "../../../src/monitor/sync/download.ts";
import type {FeedReport} from "../../../src/monitor/sync/sync-report.ts";
import {board, type MadeSync, madeSync} from "./made-sync.ts";
import {type Respond, serving} from "./upstream-server.ts";

const AT = "board.example/scores.csv";
/** Ten models would not fit the tiny facts: one model, ten settings. */
const manyScores = (score: (i: number) => string) =>
  `model,score\n${Array.from({length: 10}, (_, i) => `alpha-1,${score(i)}\n`).join("")}`;
const good = manyScores((i) => String(0.6 + i / 100));

const bomb = gzipSync(Buffer.alloc(50_000_000, 65));

let made: MadeSync;
let before: string;
beforeAll(async () => {
  made = await madeSync();
  made.server.answers.set(AT, serving(good));
  before = (await made.run()).vintage.after;
});
afterAll(() => made.close());

/** One sync against an answer; whatever comes, the facts in use must be the good ones. */
async function after(respond: Respond): Promise<FeedReport> {
  made.server.answers.set(AT, respond);
  const {feeds, vintage} = await made.run({today: "2026-06-18"});
  expect(vintage.after).toBe(before);
  const catalog = loadCatalog(made.inUse());
  expect(catalog.vintage).toBe(before);
  expect(feeds[0].rows.kept).toBe(10);
  return feeds[0];
}

describe("an answer that is no answer", () => {
  it.each<[string, Respond, RegExp]>([
    [
      "truncated",
      (_, out) =>
        void out.writeHead(200, {"content-length": "9999"}).write("model,score\nalpha", () => out.destroy()),
      /the connection broke off/,
    ],
    ["slow", (_, out) => void out.writeHead(200).write("model,"), /no answer in time/],
    ["silent", () => {}, /no answer in time/],
    ["an overloaded server", (_, out) => void out.writeHead(503).end(), /the server answered 503/],
  ])("leaves the last good state: %s", async (_, respond, why) => {
    const report = await after(respond);
    expect(report.outcome).toBe("offline");
    expect(report.because).toMatch(why);
  });
});

describe("an answer that is not what was asked for", () => {
  const endless: Respond = (_, out) => {
    out.writeHead(200);
    const pour = () => {
      while (!out.destroyed && out.write("alpha-1,0.5\n".repeat(1000)));
      if (!out.destroyed) out.once("drain", pour);
    };
    pour();
  };
  it.each<[string, Respond, RegExp]>([
    ["endless", endless, /larger than 100000 bytes/],
    [
      "a gzip bomb",
      (_, out) => void out.writeHead(200, {"content-encoding": "gzip"}).end(bomb),
      /larger than 100000 bytes/,
    ],
    [
      "HTML instead of CSV",
      serving("<!doctype html><title>Oops</title>"),
      /a page of HTML came instead of csv/,
    ],
    ["binary", serving(Buffer.from([0x50, 0, 0, 1, 2])), /something else came instead of csv/],
    ["nothing", serving(""), /the answer is empty/],
    ["not there", (_, out) => void out.writeHead(404).end(), /answered 404/],
    ["no access", (_, out) => void out.writeHead(403).end(), /no access/],
    [
      "a redirect to another host",
      (_, out) => void out.writeHead(302, {location: "https://evil.example/scores.csv"}).end(),
      /evil\.example is not one of the feed's hosts/,
    ],
    [
      "a redirect to this machine",
      (_, out) => void out.writeHead(302, {location: "http://127.0.0.1/scores.csv"}).end(),
      /is not https/,
    ],
    [
      "a redirect in a circle",
      (_, out) => void out.writeHead(302, {location: "/scores.csv"}).end(),
      /more than 4 redirects/,
    ],
    ["a clock a week off", serving(`${good} `, {date: "Mon, 01 Jun 2020 00:00:00 GMT"}), /hours apart/],
    ["not UTF-8", serving(Buffer.from("model,score\nalpha-1,0.5\xff\n", "latin1")), /not UTF-8/],
    [
      "a renamed column",
      serving(good.replace("score", "Score (%)")),
      /missing column: score; .*this one has model, Score/,
    ],
    [
      "a column twice",
      serving(good.replace("model,score", "score,score")),
      /missing column: model|duplicate column: score/,
    ],
    ["an open quote", serving(`${good}"alpha`), /invalid table/],
  ])("goes into quarantine with its reason: %s", async (_, respond, why) => {
    const report = await after(respond);
    expect(report.outcome).toBe("quarantined");
    expect(report.quarantined.map((each) => each.why).join()).toMatch(why);
    expect(report.good).toBe("2026-06-15");
  });
});

describe("an answer that cannot be believed", () => {
  it.each<[string, string, RegExp]>([
    [
      "NaN for scores",
      manyScores((i) => (i < 5 ? "NaN" : "0.6")),
      /5 of 6 rows cannot be what they claim|rows cannot be/,
    ],
    [
      "percent for fractions",
      manyScores((i) => String(60 + i)),
      /10 of 10 rows cannot be what they claim \(alpha-1: 60\)/,
    ],
    [
      "a hundredth of every score",
      manyScores((i) => String((0.6 + i / 100) / 100)),
      /about 0\.01 times those known before: a change of unit/,
    ],
    [
      "a jump of every score",
      manyScores((i) => String(0.1 + i / 100)),
      /10 of 10 values known before moved at once/,
    ],
    ["half of the rows", good.split("\n").slice(0, 6).join("\n"), /it shrank from 10 to 5 rows/],
    ["none of the rows", "model,score\n", /none of its 10 rows came any more/],
  ])("goes into quarantine with its reason: %s", async (_, body, why) => {
    const report = await after(serving(body));
    expect(report.outcome).toBe("quarantined");
    expect(report.because).toMatch(why);
  });

  it("is taken over once when a person accepts it", async () => {
    const jumped = manyScores((i) => String(0.1 + i / 100));
    await after(serving(jumped));
    const accepted = await made.run({today: "2026-06-18", accept: ["made-board"]});
    expect(accepted.feeds[0]).toMatchObject({outcome: "updated", quarantined: []});
    expect(loadCatalog(made.inUse()).results.some(({score}) => score === 0.1)).toBe(true);
  });
});

describe("an answer that comes at last", () => {
  it("is taken, after the attempts before it", async () => {
    const other = await madeSync();
    let times = 0;
    other.server.answers.set(AT, (request, out) =>
      ++times < 3 ? void out.writeHead(500).end() : serving(good)(request, out),
    );
    const report = await other.run();
    expect(times).toBe(3);
    expect(report.feeds[0].outcome).toBe("updated");
    await other.close();
  });
});

describe("hosts", () => {
  it.each([
    ["https://epoch.ai/data/x.csv", ["epoch.ai"], true],
    ["https://cas-bridge.hf.co/x", ["huggingface.co", "*.hf.co"], true],
    ["https://hf.co/x", ["*.hf.co"], false],
    ["https://evilhf.co/x", ["*.hf.co"], false],
    ["https://epoch.ai.evil.example/x", ["epoch.ai"], false],
    ["https://epoch.ai:8443/x", ["epoch.ai"], false],
    ["https://user:word@epoch.ai/x", ["epoch.ai"], false],
    ["http://epoch.ai/x", ["epoch.ai"], false],
  ])("are pinned: %s against %j is %s", (url, hosts, isAllowed) => {
    expect(hostFault(url, hosts) === undefined).toBe(isAllowed);
  });

  it("a key goes to the host that was asked, never to one it redirects to", async () => {
    const keys: (string | undefined)[] = [];
    const keyed = {
      ...board,
      hosts: ["board.example", "store.example"],
      key: {variable: "BOARD_KEY", header: "x-api-key", from: "https://board.example"},
    };
    const other = await madeSync([keyed]);
    other.server.answers.set(AT, (request, out) => {
      keys.push(request.headers["x-api-key"] as string | undefined);
      out.writeHead(302, {location: "https://store.example/scores.csv"}).end();
    });
    other.server.answers.set("store.example/scores.csv", (request, out) => {
      keys.push(request.headers["x-api-key"] as string | undefined);
      out.writeHead(200).end(good);
    });
    const without = await other.run();
    expect(without.feeds[0]).toMatchObject({
      outcome: "left out",
      because: expect.stringContaining("BOARD_KEY"),
    });
    const report = await other.run({env: {BOARD_KEY: "secret"}});
    expect(report.feeds[0].outcome).toBe("updated");
    expect(keys).toEqual(["secret", undefined]);
    expect(JSON.stringify(report)).not.toContain("secret");
    await other.close();
  });
});
