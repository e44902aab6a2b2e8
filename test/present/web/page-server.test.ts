/** What a careless and what a hostile client of the page gets. */
import {mkdtempSync, readdirSync, readFileSync, writeFileSync} from "node:fs";
import {createServer, request as httpRequest} from "node:http";
import type {AddressInfo} from "node:net";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {parseHTML} from "linkedom";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {placeOf, tokenOf} from "../../../src/present/cli/commands/serve.ts";
import {type Listening, listening} from "../../../src/present/web/listening.ts";
import {pageHtml} from "../../../src/present/web/page-html.ts";
import {pageServer} from "../../../src/present/web/page-server.ts";
import {reportSections} from "../../../src/present/web/report-sections.ts";
import {loopbackHosts} from "../../../src/present/web/request-guard.ts";
import {siteFiles} from "../../../src/present/web/site-files.ts";
import {siteFolder, writtenSite} from "../../../src/present/web/written-site.ts";
import {reportSchema} from "../../../src/report.ts";
import {syntheticCatalog} from "../synthetic-catalog.ts";
import {syntheticReport} from "../synthetic-report.ts";

const report = syntheticReport("hostile-names");
const assets = new Map([["app.js", new TextEncoder().encode("1;")]]);
const files = siteFiles({report, catalog: syntheticCatalog(report)}, assets);
const TOKEN = "correct-horse-battery-staple";
const HOST = {host: "127.0.0.1:4280"};
const app = pageServer(files, {hosts: loopbackHosts(4280)});
const guarded = pageServer(files, {hosts: loopbackHosts(4280), token: TOKEN});
const ask = (path: string, headers: Record<string, string> = HOST, init: RequestInit = {}) =>
  app.request(`http://127.0.0.1:4280${path}`, {headers, ...init});

describe("the page's server", () => {
  it.each(["/", "/index.html", "/app.js", "/data/robustness.js", "/report.json", "/frontiers.svg"])(
    "gives %s",
    async (path) => {
      const response = await ask(path);
      expect(response.status).toBe(200);
      expect(response.headers.get("content-type")).toMatch(/charset=utf-8$/);
      expect(response.headers.get("x-content-type-options")).toBe("nosniff");
      expect(response.headers.get("cross-origin-resource-policy")).toBe("same-origin");
      const policy = response.headers.get("content-security-policy")!;
      expect(policy).toContain("default-src 'none'");
      expect(policy).not.toMatch(/unsafe|\*|https?:/);
    },
  );

  it("gives the Report as it is", async () => {
    expect(reportSchema.parse(await (await ask("/report.json")).json())).toEqual(report);
  });

  it.each([
    "/../package.json",
    "/..%2f..%2fpackage.json",
    "/data/",
    "/data/../app.js%00",
    "/etc/passwd",
    "//x",
    "/.built",
  ])("has nothing at %s", async (path) => {
    const response = await ask(path);
    expect([404, 400]).toContain(response.status);
    expect(await response.text()).not.toContain('lagline"');
  });

  it.each(["evil.example", "127.0.0.1:4281", "127.0.0.1:4280.evil.example", "localhost", "", "[::1]:80"])(
    "does not answer to the name %j",
    async (host) => {
      expect((await ask("/", {host})).status).toBe(421);
    },
  );

  it.each(["localhost:4280", "127.0.0.1:4280", "[::1]:4280", "LOCALHOST:4280"])(
    "answers to %s",
    async (host) => {
      expect((await ask("/", {host})).status).toBe(200);
    },
  );

  it.each(["https://evil.example", "null", "http://127.0.0.1:4281", "http://localhost:4280"])(
    "does not answer a page of %s",
    async (origin) => {
      expect((await ask("/report.json", {...HOST, origin})).status).toBe(403);
    },
  );

  it("does not let another site's page load its data as a script, but lets a link lead here", async () => {
    const cross = {...HOST, "sec-fetch-site": "cross-site"};
    expect(
      (await ask("/data/forces.js", {...cross, "sec-fetch-mode": "no-cors", "sec-fetch-dest": "script"}))
        .status,
    ).toBe(403);
    expect(
      (await ask("/", {...cross, "sec-fetch-mode": "navigate", "sec-fetch-dest": "iframe"})).status,
    ).toBe(403);
    expect(
      (await ask("/", {...cross, "sec-fetch-mode": "navigate", "sec-fetch-dest": "document"})).status,
    ).toBe(200);
  });

  it.each(["POST", "PUT", "DELETE", "PATCH", "OPTIONS"])("refuses %s", async (method) => {
    const response = await ask("/", HOST, {method});
    expect(response.status).toBe(405);
    expect(response.headers.get("allow")).toBe("GET, HEAD");
  });

  it("takes no body", async () => {
    expect((await ask("/", {...HOST, "content-length": "3"})).status).toBe(413);
  });

  it("answers with a token only, once it has one, under any name", async () => {
    const asked = (headers: Record<string, string>) =>
      guarded.request("http://lan.example:4280/", {headers: {host: "lan.example:4280", ...headers}});
    const basic = (pair: string) => ({authorization: `Basic ${Buffer.from(pair).toString("base64")}`});
    expect((await asked({})).status).toBe(401);
    expect((await asked({})).headers.get("www-authenticate")).toMatch(/^Basic/);
    expect((await asked({authorization: `Bearer ${TOKEN}`})).status).toBe(200);
    expect((await asked({authorization: `Bearer ${TOKEN}x`})).status).toBe(401);
    expect((await asked({authorization: "Bearer"})).status).toBe(401);
    expect((await asked(basic(`anybody:${TOKEN}`))).status).toBe(200);
    expect((await asked(basic(`${TOKEN}:nobody`))).status).toBe(401);
  });
});

describe("where it listens", () => {
  let server: Listening;
  beforeAll(async () => {
    server = await listening((port) => pageServer(files, {hosts: loopbackHosts(port)}), {
      host: "127.0.0.1",
      port: 0,
      mayMove: false,
    });
  });
  afterAll(() => server.close());

  it("answers at its address, and not to another name at the same port", async () => {
    expect((await fetch(server.address)).status).toBe(200);
    const status = await new Promise((resolve, reject) => {
      httpRequest(
        {host: "127.0.0.1", port: server.port, headers: {host: "rebound.example"}},
        ({statusCode}) => resolve(statusCode),
      )
        .on("error", reject)
        .end();
    });
    expect(status).toBe(421);
  });

  it("moves to a free port unless a port was asked for", async () => {
    const busy = createServer();
    await new Promise<void>((resolve) => busy.listen(0, "127.0.0.1", resolve));
    const {port} = busy.address() as AddressInfo;
    const place = {host: "127.0.0.1", port};
    const moved = await listening((at) => pageServer(files, {hosts: loopbackHosts(at)}), {
      ...place,
      mayMove: true,
    });
    expect(moved.port).not.toBe(port);
    await moved.close();
    await expect(listening(() => app, {...place, mayMove: false})).rejects.toThrow(
      /conflicting --port: \d+ is taken/,
    );
    busy.close();
  });

  it("refuses to be reached from other machines without a token", () => {
    expect(() => tokenOf({}, {}, "0.0.0.0")).toThrow(
      /missing token: --host 0\.0\.0\.0 can be reached from other machines/,
    );
    expect(() => tokenOf({}, {}, "192.168.1.2")).toThrow(/missing token/);
    expect(tokenOf({}, {}, "127.0.0.1")).toBeUndefined();
    expect(tokenOf({}, {LAGLINE_TOKEN: TOKEN}, "0.0.0.0")).toBe(TOKEN);
    expect(() => tokenOf({token: "short"}, {}, "0.0.0.0")).toThrow(
      /invalid token: 5 characters; at least 16/,
    );
    expect(() => placeOf({port: "70000"})).toThrow(/invalid --port/);
    expect(() => placeOf({host: "a b"})).toThrow(/invalid --host/);
  });
});

describe("the page's text", () => {
  it("runs nothing that a name from the facts holds", () => {
    const hostile = {
      ...report,
      headline: {
        ...report.headline,
        sentence: `</script><script>alert(1)</script><img src=x onerror=alert(1)>`,
      },
    };
    const {document} = parseHTML(pageHtml(hostile, []));
    const scripts = [...document.querySelectorAll("script")].map(
      (script) => script.getAttribute("src") ?? script.type,
    );
    expect(scripts).toEqual(["application/json", "app.js"]);
    expect([...document.querySelectorAll("body img")].map((image) => image.getAttribute("src"))).toEqual([
      "frontiers.svg",
    ]);
    const attributes = [...document.querySelectorAll("*")].flatMap((element) => element.getAttributeNames());
    expect(attributes.filter((name) => name.startsWith("on") || name === "style")).toEqual([]);
    const data = JSON.parse(document.getElementById("report")!.textContent) as {first: typeof hostile};
    expect(data.first.headline.sentence).toBe(hostile.headline.sentence);
  });

  it("sends every part of the Report once", () => {
    const usual = syntheticReport("usual");
    const first = JSON.parse(/id="report">(.*?)<\/script>/s.exec(pageHtml(usual, []))![1]!) as {
      first: object;
    };
    const keys = [...Object.keys(first.first), ...reportSections(usual).keys(), "schema"];
    const parts = Object.entries(usual).filter(([, part]) => part !== null);
    expect(keys.filter((key) => key !== "teasers").sort()).toEqual(parts.map(([name]) => name).sort());
  });
});

describe("the page as files", () => {
  const at = mkdtempSync(join(tmpdir(), "lagline-site-"));

  it("replaces what it wrote before, byte for byte, and leaves no half-written folder", async () => {
    const out = siteFolder(join(at, "site"));
    await writtenSite(out, files);
    const before = readFileSync(join(out, "index.html"));
    await writtenSite(siteFolder(out), files);
    expect(readFileSync(join(out, "index.html")).equals(before)).toBe(true);
    expect(readdirSync(at)).toEqual(["site"]);
  });

  it("leaves other people's files alone", () => {
    const own = mkdtempSync(join(tmpdir(), "lagline-own-"));
    writeFileSync(join(own, "thesis.txt"), "years of work");
    expect(() => siteFolder(own)).toThrow(/conflicting --out: .* holds files that lagline did not write/);
    expect(() => siteFolder(join(own, "thesis.txt"))).toThrow(/this is a file/);
    expect(() => siteFolder(join(own, "no", "such"))).toThrow(/missing folder/);
    expect(() => siteFolder("")).toThrow(/invalid --out/);
  });
});
