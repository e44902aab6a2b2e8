import {mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterEach, beforeEach, describe, expect, it} from "vitest";
import type {Chance} from "../../src/bets/chance.ts";
import {dayOf} from "../../src/dates.ts";
import type {ReportOptions} from "../../src/options.ts";
import {betsSection} from "../../src/pipeline/bets/bets-section.ts";
import {ledgerSeenOn, ledgerStates, openLedgers} from "../../src/pipeline/bets/ledger-files.ts";
import {appendToLogFile} from "../../src/store/chained-file.ts";
import {displayWidth} from "../../src/present/terminal/display-width.ts";
import {model, question, sight} from "../bets/made-records.ts";
import {syntheticReport} from "./synthetic-report.ts";
import {run, type Setting} from "./synthetic-world.ts";

let home: string;
let shipped: string;
const TODAY = "2026-09-15";
const seen = sight({
  asOf: dayOf("2026-08-31"),
  rowsTo: dayOf("2026-08-31"),
  models: [model({model: "kimi", name: "Kimi"})],
});
const open = question({
  at: "2026-09-01",
  opens: "2026-09-01",
  closes: "2026-10-01",
  resolves: "2026-11-01",
  predicate: {test: "number", number: "lag", on: "2026-10-01", is: "at-least", value: 6},
  belief: "b1",
  counts: "for",
});
const belief = {
  kind: "belief",
  at: "2026-09-01",
  by: "editors",
  id: "b1",
  title: "The lag stays",
  claim: "The lag stays where it is.",
  holder: "somebody",
  stated: "2026-04-15",
  source: "https://example.org/essay",
  group: "thirteen",
  wouldChange: "A lag of less than three months.",
  why: "Restated.",
};
const person = {...open, id: "q2", settledBy: "person", predicate: undefined, source: "the gazette"};
const done = {...open, id: "q3", opens: "2026-09-01", predicate: {...open.predicate, on: "2026-08-31"}};

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), "lagline-bets-"));
  shipped = join(home, "shipped.jsonl");
  appendToLogFile(shipped, () => JSON.parse(JSON.stringify([belief, open, person, done])) as []);
});
afterEach(() => rmSync(home, {recursive: true, force: true}));

const chances = new Map<string, Chance>([
  ["q1", {probability: 0.42, quantiles: [], numbers: [], says: "share of 10,000 futures"}],
]);

function lagline(argv: readonly string[], setting: Setting = {}) {
  return run(argv, {
    env: {LAGLINE_HOME: home, LAGLINE_NAME: "ada"},
    ...setting,
    pipeline: {
      defaultOptions: {
        facts: home,
        dates: "weights",
        instrument: "lagline",
        seed: 1,
        draws: 400,
        ledgers: {shipped},
      },
      reportFor: async (options: ReportOptions) => {
        const ledgers = openLedgers(options.ledgers ?? {});
        const on = options.betsOn ?? dayOf(TODAY);
        const section = betsSection(ledgerSeenOn(ledgers, on), ledgerStates(ledgers), seen, {
          on,
          chanceOf: (id) => chances.get(id),
        });
        return {...syntheticReport(), bets: section};
      },
      sightFor: async () => seen,
      chancesFor: async () => chances,
      ...setting.pipeline,
    },
  });
}
const own = () => readFileSync(join(home, "bets.jsonl"), "utf8");

describe("lagline bets", () => {
  it("shows beliefs, what closes soon with who says what, and the ledgers it read", async () => {
    const {out, code} = await lagline(["bets"]);
    expect(code).toBe(0);
    expect(out).toContain("3 questions on 1 belief: 3 open");
    expect(out).toContain("weakening: The lag stays (b1)");
    expect(out).toMatch(/Closing soon {3}3 questions/);
    expect(out).toContain("closes 2026-10-01 · lagline 42%");
    expect(out).toContain("shipped ledger: 4 entries");
  });

  it.each([40, 60, 80, 100])("fits %i columns on every screen", async (columns) => {
    await lagline(["bets", "take", "q1", "30%", "--why", "x".repeat(150)]);
    for (const argv of [
      ["bets"],
      ["bets", "--beliefs"],
      ["bet", "q1"],
      ["bets", "score"],
      ["bets", "verify"],
      ["bets", "settle"],
    ]) {
      const {out, code} = await lagline(argv, {columns});
      expect(code).toBe(0);
      expect(out.split("\n").filter((line) => displayWidth(line) > columns)).toEqual([]);
    }
  });

  it("reads a belief with its status, its questions and what would change our mind", async () => {
    const {out} = await lagline(["bets", "b1"]);
    expect(out).toContain("b1  The lag stays");
    expect(out).toContain("What would change our mind: A lag of less than three months.");
    expect((await lagline(["bets", "b9"])).err).toContain("Unknown belief: b9; one of b1 was expected.");
  });

  it("prints one JSON value, and a calendar", async () => {
    expect(JSON.parse((await lagline(["bets", "--json"])).out)).toMatchObject({
      bets: {asOf: TODAY, closingSoon: ["q1", "q2", "q3"]},
    });
    expect((await lagline(["bets", "--ics"])).out.startsWith("BEGIN:VCALENDAR\r\n")).toBe(true);
  });
});

describe("lagline bet", () => {
  it("shows wording, rule in words, probability and why, and the hash of the record", async () => {
    const {out} = await lagline(["bet", "q1"]);
    expect(out).toContain("lag is at least 6, in the first vintage whose results reach 2026-10-01");
    expect(out).toContain("On these facts: not yet.");
    expect(out).toContain("lagline's own probability   42%");
    expect(out).toContain("entry 2 of the shipped ledger");
  });

  it("guesses at a misspelt id", async () => {
    expect((await lagline(["bet", "q12"])).err).toMatch(/Unknown question: q12; did you mean q\d\?/);
  });
});

describe("taking a position", () => {
  it("writes it into one's own ledger, and the screens show it", async () => {
    const {out, code} = await lagline(["bets", "take", "q1", "30%", "--why", "the pace is slow"]);
    expect([code, out.includes("ada stands at 30% on q1 from 2026-09-15 on.")]).toEqual([0, true]);
    expect(own()).toContain('"probability":0.3');
    expect((await lagline(["bet", "q1"])).out).toMatch(/2026-09-15\s+ada\s+30%/);
  });

  it("takes certainty and says how it counts", async () => {
    expect((await lagline(["bets", "take", "q1", "100%"])).out).toContain(
      "log scores count it as 0.1% or 99.9%",
    );
  });

  it.each([
    ["a share above one", ["q1", "1.5"], "a number from 0 to 1 or a percentage"],
    ["quantiles on a yes-or-no question", ["q1", "5%:1,50%:2,95%:3"], "a number from 0 to 1 or a percentage"],
    ["a question nobody asked", ["q77", "0.5"], "Unknown question: q77"],
    ["a name of the product", ["q1", "0.5", "--by", "lagline"], "it stands for the product or a platform"],
    ["a name with spaces", ["q1", "0.5", "--by", "Ada L"], "a name without spaces"],
  ])("refuses %s and writes nothing", async (_, args, why) => {
    const {code, err} = await lagline(["bets", "take", ...args]);
    expect([code, err]).toEqual([2, expect.stringContaining(why)]);
    expect(() => own()).toThrow();
  });

  it("refuses to write when the clock runs behind the ledger", async () => {
    appendToLogFile(join(home, "bets.jsonl"), () => [
      JSON.parse(JSON.stringify({...open, id: "mine", at: "2026-09-20", opens: "2026-09-20"})) as {
        id: string;
      },
    ]);
    const {code, err} = await lagline(["bets", "take", "q1", "0.5"]);
    expect([code, err]).toEqual([
      2,
      expect.stringContaining("today is 2026-09-15; a day not before the ledger's last record, 2026-09-20"),
    ]);
  });
});

describe("settling", () => {
  it("settles what the facts decide, once", async () => {
    expect((await lagline(["bets", "settle"])).out).toContain("1 question settled from the facts v1.");
    const before = own();
    expect((await lagline(["bets", "settle"])).out).toContain("Nothing to settle");
    expect(own()).toBe(before);
    expect((await lagline(["bet", "q3"])).out).toContain("Settled: yes");
  });

  it("takes a person's answer with evidence, and lets it stand once a second person agrees", async () => {
    const answer = [
      "bets",
      "settle",
      "q2",
      "--outcome",
      "yes",
      "--url",
      "https://example.org/gazette",
      "--why",
      "it says so",
    ];
    expect((await lagline(["bets", "settle", "q2", "--outcome", "yes"])).err).toContain(
      "a person's answer needs --url",
    );
    expect((await lagline(["bets", "settle", "q2", "--outcome", "maybe", ...answer.slice(5)])).err).toContain(
      "yes, no or cannot-tell was expected",
    );
    expect((await lagline(answer)).out).toContain("it stands once a second person agrees");
    expect((await lagline(["bets", "confirm", "q2", "--why", "me too"])).err).toContain(
      "confirms the answer of the same person, ada",
    );
    expect((await lagline(["bets", "confirm", "q2", "--by", "bo", "--why", "read it"])).out).toContain(
      "q2 is settled",
    );
    expect((await lagline(["bet", "q2"])).out).toContain("Settled: yes");
  });

  it("asks for --early with a no before the answer is due", async () => {
    const no = ["bets", "settle", "q2", "--outcome", "no", "--url", "https://example.org", "--why", "gone"];
    expect((await lagline(no)).err).toContain("only --early says that nothing can come any more");
    expect((await lagline([...no, "--early"])).code).toBe(0);
  });

  it("corrects by hash, and voids with a reason", async () => {
    await lagline(["bets", "settle"]);
    const hash = (JSON.parse(own().trim().split("\n")[0]!) as {hash: string}).hash;
    expect(
      (await lagline(["bets", "correct", hash.slice(0, 10), "--set", "outcome=no", "--why", "misread"])).code,
    ).toBe(0);
    expect((await lagline(["bet", "q3"])).out).toContain("Settled: no");
    expect((await lagline(["bets", "void", "q2"])).err).toContain("a reason others can check");
    expect((await lagline(["bets", "void", "q2", "--why", "the gazette is gone"])).out).toContain(
      "q2 is void",
    );
  });

  it("records lagline's own position once", async () => {
    expect((await lagline(["bets", "forecast"])).out).toContain("lagline took 1 position on the facts v1.");
    expect((await lagline(["bets", "forecast"])).out).toContain("No new position");
  });
});

describe("adding a question", () => {
  const yaml = `
kind: question
id: mine
belief: null
type: binary
asks: Is the lag below 5 months in the first vintage whose results reach 1 December 2026?
counts: neither
terms: {metric: lag, rule: R11, cohort: all models, dates: UTC}
source: lagline
fallback: "none: it cannot be told"
opens: 2026-09-15
closes: 2026-12-01
resolves: 2027-01-31
ties: Exactly 5 is not below.
revisions: Nothing is reopened.
voids: If the rule is withdrawn.
settledBy: machine
predicate: {test: number, number: lag, on: 2026-12-01, is: below, value: 5}
why: To know.
`;
  const file = (text: string) => {
    const path = join(home, "question.yaml");
    writeFileSync(path, text);
    return path;
  };

  it("takes one from a file, with the author and the day filled in", async () => {
    expect((await lagline(["bets", "add", file(yaml)])).out).toContain("1 record added: mine.");
    expect((await lagline(["bet", "mine"])).out).toContain("Asked on 2026-09-15 by ada");
  });

  it("refuses a vague one, names everything missing, and writes nothing", async () => {
    const vague = yaml
      .replace("Is the lag below 5 months in", "Will the lag soon be significantly smaller in")
      .replace("number: lag", "number: lagg")
      .replace(/ties:.*/, "ties: tbd");
    const {code, err} = await lagline(["bets", "add", file(vague)]);
    expect(code).toBe(2);
    expect(err).toContain('"significantly"; a number, a date or a named source');
    expect(err).toContain('ties: "tbd"');
    expect(err).toContain("did you mean lag?");
    expect(() => own()).toThrow();
  });

  it.each([
    ["a missing file", "nowhere.yaml", "a YAML or JSON file of records that can be read was expected"],
    ["an id that is taken", yaml.replace("id: mine", "id: q1"), "has the id of another question: q1"],
    ["a rule that is no data", yaml.replace("{test: number,", "{test: shell, run: rm,"), "test"],
    ["an alias bomb", "a: &a [1]\nb: [*a, *a]\n", "records written out in full were expected"],
    ["nothing", "", "at least one was expected"],
  ])("refuses %s", async (_, text, why) => {
    const {code, err} = await lagline([
      "bets",
      "add",
      text.includes("\n") || text === "" ? file(text) : text,
    ]);
    expect([code, err]).toEqual([2, expect.stringContaining(why)]);
  });

  it("asks field by field on a terminal, and asks again for what is vague", async () => {
    const answers = [
      "typed",
      "",
      "Will it soon be good?",
      "Is the lag below 5 months on 1 December 2026?",
      "",
      "lag",
      "R11",
      "all models",
      "",
      "lagline",
      "",
      "2026-12-01",
      "2027-01-31",
      "",
      "",
      "",
      "to know",
    ];
    const {code, out, err} = await lagline(["bets", "add"], {prompt: async () => answers.shift()});
    expect(err).toContain('"soon"; a number, a date or a named source was expected');
    expect([code, out]).toEqual([0, expect.stringContaining("1 record added: typed.")]);
    expect(answers).toEqual([]);
  });

  it("says so where nobody can be asked, and when the answers end", async () => {
    expect((await lagline(["bets", "add"])).err).toContain("lagline bets add <file>");
    expect((await lagline(["bets", "add"], {prompt: async () => undefined})).err).toContain(
      "nothing was written",
    );
  });
});

describe("verifying", () => {
  it("names the entry and the field that was changed, with an exit code of its own", async () => {
    await lagline(["bets", "take", "q1", "0.3"]);
    writeFileSync(join(home, "bets.jsonl"), own().replace("0.3}", "0.9}"));
    const {code, out} = await lagline(["bets", "verify"]);
    expect(code).toBe(1);
    expect(out).toContain("own: entry 1 was changed after it was written: stand no longer fits its mark");
    expect((await lagline(["bets", "take", "q1", "0.4"])).err).toContain(
      "an unchanged past was expected before anything is added",
    );
    expect((await lagline(["bets"])).out).toContain("The ledger is not as it was written");
  });

  it("finds a hash written down earlier, or says that it is gone", async () => {
    const head = (
      JSON.parse((await lagline(["bets", "verify", "--json"])).out) as {ledgers: {head: string}[]}
    ).ledgers[0]!.head;
    expect((await lagline(["bets", "verify", "--head", head.slice(0, 16)])).code).toBe(0);
    expect(
      (await lagline(["bets", "verify", "--head", "0123456789abcdef"])).out.replace(/\s+/g, " "),
    ).toContain("everything since was rewritten");
    expect((await lagline(["bets", "verify", "--head", "xyz"])).code).toBe(2);
  });

  it("exports every record as it was written", async () => {
    await lagline(["bets", "take", "q1", "0.3"]);
    const value = JSON.parse((await lagline(["bets", "export"])).out) as {ledgers: {entries: unknown[]}[]};
    expect(value.ledgers.map(({entries}) => entries.length)).toEqual([4, 1]);
  });

  it("prints no control character, whoever wrote it", async () => {
    await lagline(["bets", "take", "q1", "0.3", "--why", "\u001b[31mred\u0007"]);
    for (const argv of [
      ["bet", "q1"],
      ["bets", "--beliefs"],
      ["bets", "verify"],
      ["bets", "export"],
      ["bet", "q1", "--json"],
    ]) {
      expect((await lagline(argv)).out).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f]/);
    }
  });
});
