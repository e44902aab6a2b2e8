import {existsSync, mkdtempSync, readFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {describe, expect, it} from "vitest";
import {reportSchema} from "../../../src/report.ts";
import {builtPage} from "../../browser/built-page.ts";
import {syntheticReport} from "../synthetic-report.ts";
import {run} from "../synthetic-world.ts";

describe("lagline start", () => {
  it("prints the first screen and ends where nobody watches, saying how to see the page", async () => {
    const {code, out} = await run(["start"]);
    expect(code).toBe(0);
    expect(out.replace(/\s+/g, " ")).toContain(syntheticReport().headline.sentence);
    expect(out).toContain("The same as a page: lagline serve");
  });

  it("gives the Report as JSON", async () => {
    expect(reportSchema.parse(JSON.parse((await run(["start", "--json"])).out))).toEqual(syntheticReport());
  });
});

describe("lagline report", () => {
  it("prints the first screen without --out", async () => {
    expect((await run(["report"])).out).toBe((await run([])).out);
  });

  it("writes the page with --out and says where, and how large it is", async () => {
    builtPage();
    const folder = join(mkdtempSync(join(tmpdir(), "lagline-out-")), "site");
    const {code, out} = await run(["report", "--out", folder, "--multiverse"]);
    expect(code).toBe(0);
    expect(out).toMatch(/^Wrote \d+ files, [\d.]+ MB, to /);
    expect(readFileSync(join(folder, "index.html"), "utf8")).toContain("Content-Security-Policy");
    expect(existsSync(join(folder, "data", "multiverse.js"))).toBe(true);
  });

  it("computes nothing for a folder it may not write to", async () => {
    const {code, err, asked} = await run(["report", "--out", "/no/such/place/at-all"]);
    expect({code, asked: asked.length}).toEqual({code: 2, asked: 0});
    expect(err).toContain("Missing folder");
  });
});

describe("lagline serve", () => {
  it("computes nothing when others could reach it without a token", async () => {
    const {code, err, asked} = await run(["serve", "--host", "0.0.0.0"]);
    expect({code, asked: asked.length}).toEqual({code: 2, asked: 0});
    expect(err).toContain("can be reached from other machines");
  });
});
