import {mkdtempSync, readFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import fc from "fast-check";
import {parseHTML} from "linkedom";
import {describe, expect, it} from "vitest";
import {brief, READERS} from "../../../src/present/brief/brief.ts";
import {briefHtml} from "../../../src/present/brief/brief-html.ts";
import {briefMarkdown} from "../../../src/present/brief/brief-markdown.ts";
import {trendSentence} from "../../../src/present/brief/gap-sentences.ts";
import {CHANCE_WORDS, chanceText, chanceWord} from "../../../src/present/brief/uncertainty-words.ts";
import {adviceQuantitiesOf} from "../../../src/advice-report.ts";
import {quantitiesOf} from "../../../src/report.ts";
import {syntheticAdvice} from "../synthetic-advice.ts";
import {quantity, syntheticReport, VARIANTS} from "../synthetic-report.ts";
import {run} from "../synthetic-world.ts";

const since = "2026-06-01";

describe("words for chances", () => {
  it("cover every chance once, in the published steps", () => {
    expect(CHANCE_WORDS[0]!.from).toBe(0);
    expect(CHANCE_WORDS.at(-1)!.to).toBe(1);
    for (const [index, {from}] of CHANCE_WORDS.entries())
      if (index > 0) expect(from).toBe(CHANCE_WORDS[index - 1]!.to);
    expect([0.02, 0.1, 0.3, 0.5, 0.7, 0.9, 0.99].map(chanceWord)).toEqual(CHANCE_WORDS.map(({word}) => word));
  });

  it("never call a chance nothing or everything", () => {
    fc.assert(
      fc.property(
        fc.double({min: 0, max: 1, noNaN: true}),
        (chance) => !/\((?:0|100)%\)/.test(chanceText(chance)),
      ),
    );
    expect(chanceText(0)).toBe("a remote chance (under 1%)");
    expect(chanceText(1)).toBe("nearly certain (over 99%)");
  });
});

describe("a trend in words", () => {
  const told = (low: number, value: number, high: number) =>
    trendSentence(
      quantity("lag.trend", "trend", {
        unit: "months per year",
        value,
        interval: {low, high, level: 0.9, kind: "credible"},
      }),
    ).map(({text}) => text);

  it("is told only where its whole interval lies on one side of zero", () => {
    expect(told(-1, 0.4, 2)[0]).toMatch(/no trend can be told from zero/);
    expect(told(0.2, 1.1, 2)[0]).toMatch(/it grew by 1\.1 months per year/);
    expect(told(-2, -1.1, -0.2)[0]).toMatch(/it shrank by 1\.1 months per year/);
  });
});

describe.each(READERS)("a briefing for %s", (reader) => {
  it.each(VARIANTS)("holds in a world that is %s: each sentence ends in a source", (variant) => {
    const report = syntheticReport(variant);
    const made = brief(report, {reader, since});
    const known = new Set(quantitiesOf(report).map(({id}) => id));
    const sentences = made.sections.flatMap((section) => section.sentences);
    if (variant === "usual") expect(sentences.length).toBeGreaterThan(8);
    for (const {text, source} of sentences) {
      expect(text).toMatch(/^[^a-z].*[.!?]$/s);
      expect(text).not.toMatch(/undefined|NaN|null|\[object|[\u0000-\u001f\u202e]/);
      expect(source.url ?? source.says).not.toBe("");
      if (source.url === null) {
        for (const part of source.says.split("; ")) {
          const [id, rule] = part.split(", rule ");
          expect(rule === undefined ? part : rule).toMatch(/R\d+/);
          if (rule !== undefined) expect(known).toContain(id);
        }
      }
    }
    const markdown = briefMarkdown(made);
    for (const line of markdown.split("\n").filter((one) => one.startsWith("- ")))
      expect(line).toMatch(/[\])]$/);
    const {document} = parseHTML(briefHtml(made, report));
    expect(document.querySelectorAll("script, img, link, iframe").length).toBe(0);
    expect(document.querySelectorAll("li").length).toBe(sentences.length);
    for (const item of document.querySelectorAll("li")) expect(item.querySelector(".source")).not.toBeNull();
  });

  it("is the same to the byte when asked twice", () => {
    const twice = [0, 1].map(() => {
      const report = syntheticReport();
      const made = brief(report, {reader, since});
      return briefMarkdown(made) + briefHtml(made, report);
    });
    expect(twice[0]).toBe(twice[1]);
  });
});

describe.each(READERS)("a briefing for %s on a portfolio", (reader) => {
  const [workload] = syntheticAdvice.workloads;
  const made = brief(syntheticReport(), {reader, since, advice: syntheticAdvice});
  const section = made.sections.find(({title}) => title === "What it means for good")!;
  const words = section.sentences.map(({text}) => text).join(" ");

  it("says what to run with its cost, what would change it, and how such advice did", () => {
    expect(words).toContain(`Answer tickets: ${workload!.sentence}`);
    expect(words).toContain(
      "Answer tickets: that Polar suspends access is unlikely (36%) within the horizon; then move to Grove 10.",
    );
    expect(words).toContain(syntheticAdvice.view!.says);
    expect(words).toContain(syntheticAdvice.record[0]!.replace(/\.$/, ""));
    const known = new Set(adviceQuantitiesOf(syntheticAdvice).map(({id}) => id));
    for (const {text, source} of section.sentences) {
      expect(text).toMatch(/^[A-Z].*[.!?]$/);
      expect(text).not.toMatch(/undefined|NaN|null|[.] [a-z]/);
      for (const part of source.says.split("; ").filter((one) => one.includes(", rule ")))
        expect(known).toContain(part.split(", rule ")[0]);
    }
  });

  it("tells the signals nearest even odds before near-certainties, and own evals to those who run them", () => {
    const [event] = workload!.triggers;
    const others = [
      {says: "Prices fall", measure: "price", value: 0.999},
      {says: "Own eval falls short", measure: "own-eval", value: 0.45},
      {says: "Cirrus fails", measure: "event", value: 0.02},
    ] as const;
    const triggers = others.map(({says, measure, value}) => ({
      ...event!,
      says,
      measure,
      probability: {...event!.probability, value},
    }));
    const advice = {...syntheticAdvice, workloads: [{...workload!, triggers: [...triggers, event!]}]};
    const told = brief(syntheticReport(), {reader, since, advice})
      .sections.flatMap(({sentences}) => sentences.map(({text}) => text))
      .flatMap((text) => /^Answer tickets: that (.*?) is .*; then/.exec(text)?.[1] ?? []);
    const hasOwnEvals = reader !== "investor" && reader !== "policy";
    expect(told).toEqual(
      hasOwnEvals ? ["Own eval falls short", "Polar suspends access"] : ["Polar suspends access"],
    );
  });

  it("says what this reader asks for", () => {
    const asks = {
      cto: "Polar fails: that would cost $81.0k in the first year, on one workload.",
      architect: "Answer tickets: if it fails, Grove 10 at host: another supplier; worth $820k a year.",
      product: "Answer tickets: Helios 11 is expected to do 95% right (90% interval 80% to 98%).",
      investor: "Its cost goes to host (100%); by origin of the model: US (100%).",
      policy: "Polar fails: that would cost $81.0k",
    };
    expect(words).toContain(asks[reader]);
  });
});

describe("lagline brief", () => {
  const home = () => ({LAGLINE_HOME: mkdtempSync(join(tmpdir(), "lagline-home-"))});

  it("asks for whom it is", async () => {
    const {code, err, asked} = await run(["brief"], {env: home()});
    expect({code, asked: asked.length}).toEqual({code: 2, asked: 0});
    expect(err).toContain(
      "Missing --for: who reads it; one of cto, architect, product, investor, policy was expected",
    );
    expect((await run(["brief", "--for", "archtect"], {env: home()})).err).toContain(
      "did you mean architect?",
    );
    expect((await run(["brief", "--for", "cto", "--since", "yesterday"], {env: home()})).err).toContain(
      "Invalid --since",
    );
  });

  it("looks back to the briefing before, and says the same when asked again on the same facts", async () => {
    const env = home();
    const first = syntheticReport();
    const before = {
      ...first,
      about: {...first.about, vintage: "v000000000000", asOf: "2026-07-31"},
      headline: {...first.headline, lag: {...first.headline.lag, value: 6.4}},
    };
    expect((await run(["brief", "--for", "cto"], {env, report: before})).out).toContain(
      "looking back to 2026-05-02",
    );
    const second = await run(["brief", "--for", "cto"], {env, report: first});
    expect(second.out).toContain("looking back to 2026-07-31");
    expect(second.out).toContain(
      "went from 6.4 in the briefing of 2026-07-31 (facts v000000000000) to 5.9 months",
    );
    expect((await run(["brief", "--for", "cto"], {env, report: first})).out).toBe(second.out);
    // Another reader has had no briefing yet.
    expect((await run(["brief", "--for", "policy"], {env, report: first})).out).toContain(
      "looking back to 2026-06-02",
    );
  });

  it("writes HTML where the file is named so, and does not overwrite", async () => {
    const env = home();
    const file = join(env.LAGLINE_HOME, "brief.html");
    expect((await run(["brief", "--for", "investor", "--out", file], {env})).out).toContain("Wrote ");
    expect(readFileSync(file, "utf8")).toMatch(/^<!doctype html>/);
    expect((await run(["brief", "--for", "investor", "--out", file], {env})).err).toContain(
      "--force overwrites it",
    );
  });

  it("makes a briefing where nothing can be kept", async () => {
    const {code, out} = await run(["brief", "--for", "cto"], {
      env: {LAGLINE_HOME: join(fileURLToPath(import.meta.url), "home")},
    });
    expect(code).toBe(0);
    expect(out).toContain("# Open and closed AI models");
  });
});
